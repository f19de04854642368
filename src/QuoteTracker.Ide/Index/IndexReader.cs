using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Speakers;
using QuoteTracker.Core.Text;

namespace QuoteTracker.Ide.Index;

/// <summary>Takes from a model what the index keeps.</summary>
internal sealed class IndexReader(string newsroom, ArticleModel model)
{
    private const int LongestWords = 240;

    private readonly string _copy = model.Article.Copy;
    private readonly StringBuilder _words = new();

    public IndexedArticle Read(ImmutableArray<Diagnostic> diagnostics) => new()
    {
        Path = model.Article.Path,
        Date = model.Article.Date,
        Headline = model.Paragraphs is [var first, ..] ? WordsOf([StorySplitter.FindHeadline(_copy, model.Paragraphs, model.Stories[0]) ?? first]).Words : "",
        Speakers = Speakers(),
        Quotations = Quotations(),
        Diagnostics = diagnostics,
    };

    private ImmutableArray<IndexedSpeaker> Speakers()
    {
        var mentions = new ImmutableArray<IndexedMention>.Builder[model.Entities.Length];
        for (int k = 0; k < mentions.Length; k++) mentions[k] = ImmutableArray.CreateBuilder<IndexedMention>();
        foreach (var mention in model.Mentions)
        {
            if (mention.Entity >= 0) mentions[mention.Entity].Add(new IndexedMention(mention.Span, mention.Form));
        }
        return [.. model.Entities.Select((e, k) => new IndexedSpeaker(KeyOf(e, mentions[k]), e.Name, e.Kind, e.IsAnonymous, e.Introduction, mentions[k].ToImmutable()))];
    }

    private SpeakerKey? KeyOf(Entity entity, IEnumerable<IndexedMention> mentions)
    {
        if (entity.Entry is { } entry) return new SpeakerKey(newsroom, entry.Id, null);
        bool isNamed = !entity.IsAnonymous && mentions.Any(static m => m.Form is MentionForm.FullName or MentionForm.ShortName);
        return isNamed ? new SpeakerKey(newsroom, null, entity.Name.ToUpperInvariant()) : null;
    }

    private ImmutableArray<IndexedQuotation> Quotations()
    {
        // Equal entities are one: the model has each once.
        var numbers = new Dictionary<Entity, int>(ReferenceEqualityComparer.Instance);
        for (int k = 0; k < model.Entities.Length; k++) numbers[model.Entities[k]] = k;
        var found = new List<IndexedQuotation>();
        foreach (var a in model.Attributions)
        {
            int speaker = a.Speaker is { } entity ? numbers.GetValueOrDefault(entity, -1) : -1;
            found.Add(Quotation(speaker, a.Kind, a.Confidence, a.Content, a.Cue, a.Source));
        }
        foreach (var region in model.Regions)
        {
            if (region is { Attribution: null, Depth: 0, Role: RegionRole.Quotation })
                found.Add(Quotation(-1, null, 0, [.. region.Parts.Select(static part => part.Span)], null, null));
        }
        return [.. found.OrderBy(static q => q.Content[0].Start)];
    }

    private IndexedQuotation Quotation(int speaker, AttributionKind? kind, double confidence, ImmutableArray<TextSpan> content, TextSpan? cue, TextSpan? source)
    {
        var (words, fingerprint, count) = WordsOf(content.AsSpan());
        return new IndexedQuotation(speaker, kind, confidence, content, cue, source, words, fingerprint, count);
    }

    private (string Words, ulong Fingerprint, int Count) WordsOf(ReadOnlySpan<TextSpan> spans)
    {
        _words.Clear();
        var fingerprint = Fingerprint.Start;
        foreach (var span in spans)
        {
            fingerprint = fingerprint.Add(_copy.AsSpan(span.Start, span.Length));
            for (int i = span.Start; i < span.End && _words.Length < LongestWords; i++)
            {
                char c = _copy[i];
                if (c != Article.NotCopy && !char.IsWhiteSpace(c)) _words.Append(c);
                else if (_words.Length > 0 && _words[^1] != ' ') _words.Append(' ');
            }
            if (_words.Length > 0 && _words[^1] != ' ') _words.Append(' ');
        }
        if (_words.Length > 0 && char.IsHighSurrogate(_words[^1])) _words.Length--;
        return (_words.ToString().TrimEnd(), fingerprint.Hash, fingerprint.Words);
    }
}
