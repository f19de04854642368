using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Model;
using QuoteTracker.Ide.Articles;

namespace QuoteTracker.Ide.Reading;

/// <summary>Widens a selection: word, quoted part, content, attribution, sentence, paragraph, article, page.</summary>
public static class Selections
{
    /// <returns>Each holds the one before it and is longer; never empty, for the last is the whole text.</returns>
    public static ImmutableArray<TextSpan> At(OpenFile file, int offset)
    {
        ArgumentNullException.ThrowIfNull(file);
        var whole = new TextSpan(0, file.Text.Length);
        offset = Math.Clamp(offset, 0, whole.End);
        var chain = ImmutableArray.CreateBuilder<TextSpan>();
        var last = new TextSpan(offset, 0);
        IEnumerable<TextSpan> wider = [Words.At(file.Text, offset), .. file.Model is { } model ? Around(model, offset) : []];
        foreach (var span in wider.Where(span => span.Contains(last)).OrderBy(static span => span.Length).Append(whole))
        {
            if (span.Length <= last.Length || !span.Contains(last)) continue;
            chain.Add(span);
            last = span;
        }
        if (chain.Count == 0) chain.Add(whole);
        return chain.DrainToImmutable();
    }

    private static IEnumerable<TextSpan> Around(ArticleModel model, int offset)
    {
        foreach (var region in model.Regions)
        {
            if (region.Span.Start > offset) break;
            foreach (var part in region.Parts)
            {
                yield return part.Inner;
                yield return part.Span;
            }
        }
        foreach (var attribution in model.Attributions)
        {
            if (!attribution.IsShown || !attribution.Extent.IntersectsWith(offset)) continue;
            foreach (var part in attribution.Content) yield return part;
            yield return TextSpan.FromBounds(attribution.Content[0].Start, attribution.Content[^1].End);
            yield return attribution.Extent;
        }
        foreach (var sentence in model.Sentences) yield return sentence;
        foreach (var paragraph in model.Paragraphs) yield return paragraph;
        foreach (var story in model.Stories) yield return story;
    }
}
