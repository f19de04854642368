using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Attributions;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Text;

namespace QuoteTracker.Core;

/// <summary>
/// The attributions of the text before beside the drafts of this one. What lies in one paragraph, and was made of the same reading of it, is the same but
/// for where it stands.
/// </summary>
/// <param name="count">How many drafts there are.</param>
internal readonly struct KnownAttributions(AnalysisTrace? before, ParagraphLayout[] layouts, int count)
{
    /// <summary>Null where the attribution must be finished anew.</summary>
    /// <param name="index">The draft's number in the article, from 0.</param>
    public Attribution? Of(AttributionAssembler.Draft draft, int index)
    {
        if (before is null) return null;
        return Of(draft, index, index) ?? Of(draft, index, index - count + before.Drafts.Length);
    }

    private Attribution? Of(AttributionAssembler.Draft draft, int index, int old)
    {
        if (old < 0 || old >= before!.Drafts.Length) return null;
        var then = before.Drafts[old];
        if (!ReferenceEquals(then.Local, draft.Local) || then.Content.Count != draft.Content.Count) return null;
        var paragraph = layouts[draft.Paragraph].Span;
        int moved = paragraph.Start - before.Layouts[then.Paragraph].Start;
        for (int k = 0; k < draft.Content.Count; k++)
        {
            if (!paragraph.Contains(draft.Content[k]) || draft.Content[k] != Moved(then.Content[k], moved)) return null;
        }
        var known = before.Attributions[old];
        return moved == 0 && index == old ? known : Moved(known, index + 1, moved);
    }

    private static Attribution Moved(Attribution attribution, int number, int by) => new()
    {
        Id = AttributionAssembler.IdOf(number),
        Kind = attribution.Kind,
        Content = Moved(attribution.Content, by),
        Cue = attribution.Cue is { } cue ? Moved(cue, by) : null,
        Source = attribution.Source is { } source ? Moved(source, by) : null,
        Confidence = attribution.Confidence,
        Evidence = attribution.Evidence with { Spans = Moved(attribution.Evidence.Spans, by) },
    };

    private static ImmutableArray<TextSpan> Moved(ImmutableArray<TextSpan> spans, int by)
    {
        if (by == 0) return spans;
        var moved = new TextSpan[spans.Length];
        for (int k = 0; k < moved.Length; k++) moved[k] = Moved(spans[k], by);
        return ImmutableCollectionsMarshal.AsImmutableArray(moved);
    }

    private static TextSpan Moved(TextSpan span, int by) => new(span.Start + by, span.Length);
}
