using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Speakers;
using QuoteTracker.Ide.Articles;

namespace QuoteTracker.Ide.Reading;

/// <summary>How much an article quotes.</summary>
/// <param name="Quotations">Statements sure enough to be shown, and quotations that are nobody's.</param>
/// <param name="Speakers">Those who are quoted.</param>
/// <param name="Unattributed">Quotations that are nobody's.</param>
public sealed record ArticleCounts(int Quotations, int Speakers, int Unattributed)
{
    /// <returns>Null where the file is no article.</returns>
    public static ArticleCounts? Of(OpenFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Model is { } model ? In(model, new TextSpan(0, file.Text.Length)) : null;
    }

    /// <param name="story">One of the articles on the page; UTF-16 offsets, end exclusive.</param>
    internal static ArticleCounts In(ArticleModel model, TextSpan story)
    {
        var speakers = new HashSet<Entity>();
        int statements = 0, loose = 0;
        foreach (var attribution in model.Attributions)
        {
            if (!attribution.IsShown || !story.Contains(attribution.Content[0].Start)) continue;
            statements++;
            if (attribution.Speaker is { } speaker) speakers.Add(speaker);
        }
        foreach (var region in model.Regions)
        {
            if (region.IsUnattributed && story.Contains(region.Span.Start)) loose++;
        }
        return new ArticleCounts(statements + loose, speakers.Count, loose);
    }
}
