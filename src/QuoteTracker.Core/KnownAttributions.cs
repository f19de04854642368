using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Attributions;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Speakers;

namespace QuoteTracker.Core;

/// <summary>The attributions of a text before their speakers are known, those of paragraphs that stayed the same taken from the text before, with the speakers that they had.</summary>
internal static class KnownAttributions
{
    /// <param name="same">The paragraphs whose attributions are the same.</param>
    /// <param name="moved">By how much those at the end moved.</param>
    /// <param name="statements">Their cues and sources, by paragraph.</param>
    public static ImmutableArray<Attribution> Of(
        AttributionAssembler assembler, ImmutableArray<TextSpan> stories, int paragraphs, ArticleModel? before, SameEnds same, int moved,
        out StatementTokens[] statements, CancellationToken cancellation)
    {
        int from = same.First, to = paragraphs - same.Last;
        int kept = before is null ? 0 : FirstIn(before, from), rest = before is null ? 0 : FirstIn(before, before.Paragraphs.Length - same.Last);
        var drafts = assembler.Assemble(stories, from, to, cancellation);
        var attributions = ImmutableArray.CreateBuilder<Attribution>(drafts.Count + kept + (before?.Attributions.Length - rest ?? 0));
        if (before is not null) attributions.AddRange(before.Attributions.AsSpan(0, kept));
        foreach (var draft in drafts)
        {
            cancellation.ThrowIfCancellationRequested();
            attributions.Add(assembler.Finish(draft, attributions.Count + 1, assembler.KindOf(draft)));
        }
        var between = StatementTokens.Of(drafts, kept);
        if (before is null)
        {
            statements = between;
            return attributions.MoveToImmutable();
        }
        int later = attributions.Count - rest;
        foreach (var attribution in before.Attributions.AsSpan(rest..))
        {
            string id = later == 0 ? attribution.Id : AttributionAssembler.IdOf(attributions.Count + 1);
            attributions.Add(moved == 0 && later == 0 ? attribution : Moved(attribution, id, moved));
        }
        var old = before.Trace!.Statements;
        int paragraphsLater = paragraphs - before.Paragraphs.Length;
        if (later == 0 && paragraphsLater == 0 && between.AsSpan().SequenceEqual(old.AsSpan(kept..rest)))
        {
            statements = old;
            return attributions.MoveToImmutable();
        }
        statements =
        [
            .. old.AsSpan(0, kept),
            .. between,
            .. Array.ConvertAll(old[rest..], statement => statement with { Number = statement.Number + later, Paragraph = statement.Paragraph + paragraphsLater }),
        ];
        return attributions.MoveToImmutable();
    }

    private static int FirstIn(ArticleModel before, int paragraph) => FirstIn(before.Attributions, before.Paragraphs, paragraph);

    /// <summary>The number of the first attribution in a paragraph of which it is known that nothing goes on into it.</summary>
    public static int FirstIn(ImmutableArray<Attribution> attributions, ImmutableArray<TextSpan> paragraphs, int paragraph) =>
        paragraph == paragraphs.Length ? attributions.Length : attributions.FirstFrom(paragraphs[paragraph].Start, static attribution => attribution.Content[0].Start);

    private static Attribution Moved(Attribution attribution, string id, int by) => attribution with
    {
        Id = id,
        Content = attribution.Content.Moved(by),
        Cue = attribution.Cue?.Moved(by),
        Source = attribution.Source?.Moved(by),
        Evidence = by == 0 ? attribution.Evidence : attribution.Evidence with { Spans = attribution.Evidence.Spans.Moved(by) },
    };
}
