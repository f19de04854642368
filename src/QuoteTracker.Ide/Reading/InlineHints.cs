using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Speakers;
using QuoteTracker.Ide.Articles;
using QuoteTracker.Ide.Navigation;

namespace QuoteTracker.Ide.Reading;

/// <summary>A name shown inside the copy.</summary>
/// <param name="Offset">Where; UTF-16.</param>
/// <param name="Name">On one line.</param>
public readonly record struct InlineHint(int Offset, string Name);

/// <param name="Place">Where the speaker is at home: the registry's entry, or else the introduction.</param>
public sealed record InlineHintMore(string Why, Destination Place);

/// <summary>After <c>he</c>, <c>she</c> and <c>the minister</c> in the copy: who it is. After a paragraph that goes on with a quotation: whose it is.</summary>
public static class InlineHints
{
    /// <summary><c>Ada Vaughn, the mayor</c>: a comma and a space.</summary>
    private const int MostBetweenNameAndTitle = 2;

    /// <param name="range">UTF-16 offsets, end exclusive; hints right at its end included.</param>
    /// <returns>In text order.</returns>
    public static ImmutableArray<InlineHint> In(OpenFile file, TextSpan range)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Model is not { } model) return [];
        return [.. Mentions(model, range).Select(found => new InlineHint(found.Mention.Span.End, NameOf(found.Entity)))
            .Concat(Continuations(model, range).Select(static found => new InlineHint(found.Offset, NameOf(found.Attribution.Speaker!))))
            .OrderBy(static hint => hint.Offset)];
    }

    /// <summary>What more there is to say of the hint at an offset; null where the text has none there any more.</summary>
    public static InlineHintMore? More(OpenFile file, int offset)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Model is not { } model) return null;
        var here = new TextSpan(offset, 0);
        foreach (var (mention, entity) in Mentions(model, here))
        {
            if (mention.Span.End == offset) return new($"{NameOf(entity)}, because: {Reasons.Of(mention, entity)}.", HomeOf(file, entity));
        }
        foreach (var (at, attribution) in Continuations(model, here))
        {
            if (at == offset) return new($"The quotation goes on: {NameOf(attribution.Speaker!)}, {Reasons.Sureness(attribution.Confidence)}.", HomeOf(file, attribution.Speaker!));
        }
        return null;
    }

    private static Destination HomeOf(OpenFile file, Entity entity) =>
        (entity.Entry is { } entry ? SpeakerEntries.PlaceOf(file.Newsroom, entry) : null) ?? new Destination(file.Path, file.Text, entity.Introduction);

    private static string NameOf(Entity entity) => Excerpt.OneLine(entity.Name);

    private static IEnumerable<(Mention Mention, Entity Entity)> Mentions(ArticleModel model, TextSpan range)
    {
        Mention? before = null;
        foreach (var mention in model.Mentions)
        {
            if (mention.Span.Start > range.End) break;
            bool isJustNamed = before is { } last && last.Entity == mention.Entity && mention.Span.Start - last.Span.End <= MostBetweenNameAndTitle;
            before = mention;
            if (isJustNamed || mention.Entity < 0 || !mention.Span.IntersectsWith(range) || !range.IntersectsWith(mention.Span.End)) continue;
            var entity = model.Entities[mention.Entity];
            if (!entity.IsAnonymous && HasName(entity) && IsWorthNaming(model, mention, entity) && !IsQuoted(model, mention.Span)) yield return (mention, entity);
        }
    }

    /// <summary>A subject pronoun, or a description that does not say the name itself.</summary>
    private static bool IsWorthNaming(ArticleModel model, Mention mention, Entity entity)
    {
        string words = model.Article.Text.ToString(mention.Span);
        if (mention.Form == MentionForm.Pronoun)
            return words.Equals("he", StringComparison.OrdinalIgnoreCase) || words.Equals("she", StringComparison.OrdinalIgnoreCase) || words.Equals("they", StringComparison.OrdinalIgnoreCase);
        return mention.Form == MentionForm.Description && mention.Span != entity.Introduction
            && !words.EndsWith(entity.Name, StringComparison.OrdinalIgnoreCase) && !entity.Name.EndsWith(words, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary><c>one firm</c> tells nobody who it is.</summary>
    private static bool HasName(Entity entity) => entity.Entry is not null || char.IsUpper(entity.Name[0]);

    private static bool IsQuoted(ArticleModel model, TextSpan span)
    {
        foreach (var region in model.Regions)
        {
            if (region.Span.Start > span.Start) break;
            foreach (var part in region.Parts)
            {
                if (part.Span.Contains(span)) return true;
            }
        }
        return false;
    }

    /// <summary>The end of what is said in each paragraph that names no source.</summary>
    private static IEnumerable<(int Offset, Attribution Attribution)> Continuations(ArticleModel model, TextSpan range)
    {
        foreach (var attribution in model.Attributions)
        {
            if (attribution is not { IsShown: true, Speaker: not null } || !attribution.Extent.IntersectsWith(range)) continue;
            var named = (attribution.Source ?? attribution.Cue) is { } words ? ParagraphAt(model, words.Start) : -1;
            for (int i = 0; i < attribution.Content.Length; i++)
            {
                var part = attribution.Content[i];
                if (!range.IntersectsWith(part.End)) continue;
                int paragraph = ParagraphAt(model, part.Start);
                bool goesOn = i + 1 < attribution.Content.Length && ParagraphAt(model, attribution.Content[i + 1].Start) == paragraph;
                // Before its source is named the reader waits for it anyway.
                if (!goesOn && paragraph > named) yield return (part.End, attribution);
            }
        }
    }

    private static int ParagraphAt(ArticleModel model, int offset)
    {
        int found = model.Paragraphs.BinarySearch(new TextSpan(offset, int.MaxValue - offset));
        return (found < 0 ? ~found : found + 1) - 1;
    }
}
