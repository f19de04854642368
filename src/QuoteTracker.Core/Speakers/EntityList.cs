using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Attributions.Ranking;
using QuoteTracker.Core.Language;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Core.Speakers;

/// <summary>Makes entities and mentions of what the stories of an article were resolved to: people, and whoever speaks or is in the registry.</summary>
/// <param name="before">The entities of the text before an edit: those that stayed the same stay the same objects.</param>
internal sealed class EntityList(ArticleTokens article, ImmutableArray<Entity> before)
{
    private readonly List<Entity> _entities = [];
    private readonly Dictionary<string, int> _byEntry = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Mention> _mentions = [];

    /// <param name="speakers">In any order, and more than once.</param>
    public void AddStory(List<StoryMention> mentions, List<Referent> speakers)
    {
        foreach (var r in speakers) r.Speaks = true;
        _mentions.EnsureCapacity(_mentions.Count + (mentions.Count / 2));
        for (int k = 0; k < mentions.Count; k++)
        {
            var m = mentions[k];
            if (m.Referent is { } r && (r.Speaks || r.Entry is not null || r.Rivals.Count > 0 || (r.IsNamed && r.Is(MentionTraits.Person))))
            {
                Enter(r, m);
                _mentions.Add(MentionOf(k, mentions));
            }
            else if (m.Referent is null && (m.Is(MentionTraits.Source) || m.IsOpen) && m.Local.Form is not (LocalForm.FirstPerson or LocalForm.Relative))
            {
                foreach (var candidate in m.Candidates) Enter(candidate, m);
                _mentions.Add(MentionOf(k, mentions));
            }
        }
        foreach (var r in speakers) NumberOf(r);
    }

    public Entity this[int number] => _entities[number];

    public int NumberOf(Referent referent) => Enter(referent, null);

    public ImmutableArray<Entity> Entities() => [.. _entities];

    /// <summary>In text order, not overlapping.</summary>
    public ImmutableArray<Mention> Mentions()
    {
        if (!AreInOrder()) _mentions.Sort(Compare);
        var result = ImmutableArray.CreateBuilder<Mention>(_mentions.Count);
        int end = 0;
        foreach (var mention in _mentions)
        {
            if (mention.Span.Start < end) continue;
            end = mention.Span.End;
            result.Add(mention);
        }
        return result.DrainToImmutable();
    }

    private static int Compare(Mention a, Mention b) =>
        a.Span.Start != b.Span.Start ? a.Span.Start.CompareTo(b.Span.Start) : a.Span.End.CompareTo(b.Span.End);

    private bool AreInOrder()
    {
        for (int k = 1; k < _mentions.Count; k++)
        {
            // Of two that are equal the sort decides, so that it is the same whatever stands elsewhere.
            if (Compare(_mentions[k - 1], _mentions[k]) >= 0) return false;
        }
        return true;
    }

    private Mention MentionOf(int at, List<StoryMention> mentions)
    {
        var m = mentions[at];
        var rivals = m.Rivals.Count > 0 ? m.Rivals : m.Referent?.Rivals;
        return new Mention(SpanOf(at, mentions), FormOf(m)) { Entity = m.Referent?.Entity ?? -1, How = m.How, Rivals = rivals is { Count: > 0 } ? [.. rivals] : [] };
    }

    private static MentionForm FormOf(StoryMention m) => m.Local.Form switch
    {
        LocalForm.Name => m.Local.Core.End - m.Local.Core.Start > 1 ? MentionForm.FullName : MentionForm.ShortName,
        LocalForm.Description => MentionForm.Description,
        _ => MentionForm.Pronoun,
    };

    /// <summary>A description that holds a name is mentioned by its head, so that mentions do not overlap.</summary>
    private TextSpan SpanOf(int at, List<StoryMention> mentions)
    {
        var m = mentions[at];
        if (m.Local.Form != LocalForm.Description) return article.SpanOf(m.Paragraph, m.Local.Core);
        var phrase = m.Local.Phrase;
        for (int k = Math.Max(0, at - 2); k < mentions.Count && k < at + 8; k++)
        {
            var other = mentions[k];
            if (k != at && other.Paragraph == m.Paragraph && other.Local.Core.Overlaps(phrase)) return article.SpanOf(m.Paragraph, new TokenSpan(m.Local.Core.End - 1, m.Local.Core.End));
        }
        return article.SpanOf(m.Paragraph, phrase);
    }

    private int Enter(Referent r, StoryMention? first)
    {
        if (r.Entity >= 0) return r.Entity;
        ImmutableArray<Entity> members = r.Pair is { } pair ? [_entities[Enter(pair.First, null)], _entities[Enter(pair.Second, null)]] : [];
        string name = members.IsEmpty ? r.Entry?.Name ?? NameOf(r) : $"{members[0].Name} and {members[1].Name}";
        if (r.Entry is { } entry ? _byEntry.TryGetValue(entry.Id, out int index) : r.IsNamed && _byName.TryGetValue(name, out index)) return r.Entity = index;
        index = _entities.Count;
        var entity = new Entity(name, KindOf(r), r.Entry)
        {
            IsAnonymous = r.IsAnonymous,
            Members = members,
            Introduction = first is null ? article.SpanOf(r.Origin.Paragraph, r.Origin.Span) : article.SpanOf(first.Paragraph, first.Local.Core),
        };
        _entities.Add(index < before.Length && before[index].Equals(entity) ? before[index] : entity);
        if (r.Entry is not null) _byEntry[r.Entry.Id] = index;
        else if (r.IsNamed) _byName[name] = index;
        return r.Entity = index;
    }

    private static EntityKind KindOf(Referent r)
    {
        if (r.Is(MentionTraits.Person)) return EntityKind.Person;
        if (r.Is(MentionTraits.Organisation)) return EntityKind.Organisation;
        return r.Is(MentionTraits.Document) ? EntityKind.Document : EntityKind.Unknown;
    }

    /// <summary>As written, with single spaces; a sentence's first article in lower case.</summary>
    private string NameOf(Referent r)
    {
        var span = article.SpanOf(r.Origin.Paragraph, r.Origin.Span);
        string text = SingleSpaced(article.Copy.AsSpan(span.Start, span.Length));
        ref readonly var first = ref article.TokensOf(r.Origin.Paragraph)[r.Origin.Span.Start];
        return !r.IsNamed && first.Is(WordClass.Determiner | WordClass.Possessive) && !first.Is(Text.TokenFlags.AllCapitals) ? char.ToLowerInvariant(text[0]) + text[1..] : text;
    }

    private static string SingleSpaced(ReadOnlySpan<char> words)
    {
        bool isSingle = true;
        for (int i = 0; i < words.Length && isSingle; i++)
            isSingle = words[i] == ' ' ? i > 0 && words[i - 1] != ' ' && i + 1 < words.Length : words[i] != Article.NotCopy && !char.IsWhiteSpace(words[i]);
        string text = words.ToString();
        return isSingle ? text : string.Join(' ', text.Replace(Article.NotCopy, ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
