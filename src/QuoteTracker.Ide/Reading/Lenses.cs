using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Model;
using QuoteTracker.Ide.Articles;
using QuoteTracker.Ide.Index;
using QuoteTracker.Ide.Navigation;

namespace QuoteTracker.Ide.Reading;

/// <summary>Numbers over a line: over each article of a page its quotations, speakers and claims, over each registry entry how often it is quoted.</summary>
public static class Lenses
{
    /// <summary>Where they stand; <see cref="TitleAt"/> counts.</summary>
    public static ImmutableArray<TextSpan> Of(OpenFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Role == FileRole.Registry) return [.. file.Newsroom.RegistryDocument?.Spans.Select(static spans => spans.Id) ?? []];
        return file.Model is { } model ? [.. model.Stories.Select(story => Outline.TitleOf(model, story))] : [];
    }

    /// <param name="offset">In one of <see cref="Of"/>.</param>
    /// <returns>Null where the text has none there any more.</returns>
    public static string? TitleAt(IdeSnapshot snapshot, OpenFile file, int offset, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(file);
        if (SpeakerEntries.At(file, offset) is { } entry) return OfEntry(snapshot, file.KeyOf(entry), cancellation);
        if (file.Model is not { } model) return null;
        foreach (var story in model.Stories)
        {
            if (story.Contains(offset) || story.End == offset && story.End == file.Text.Length)
                return OfStory(model, story) + (ClaimCounts.In(model, story, file.ReadBackground(cancellation)) is { Claims: > 0 } claims ? OfClaims(claims) : "");
        }
        return null;
    }

    private static string OfStory(ArticleModel model, TextSpan story)
    {
        var counts = ArticleCounts.In(model, story);
        string title = $"{Count(counts.Quotations, "quotation")} · {Count(counts.Speakers, "speaker")}";
        return counts.Unattributed == 0 ? title : string.Create(CultureInfo.InvariantCulture, $"{title} · {counts.Unattributed} not attributed");
    }

    private static string OfClaims(ClaimCounts counts) =>
        string.Create(CultureInfo.InvariantCulture, $" · {Count(counts.Claims, "claim")}, {counts.Checked} checked, {counts.Open} open");

    private static string OfEntry(IdeSnapshot snapshot, SpeakerKey key, CancellationToken cancellation)
    {
        int quotations = 0, articles = 0;
        DateOnly? last = null;
        foreach (var article in snapshot.Articles)
        {
            cancellation.ThrowIfCancellationRequested();
            int here = article.StatementsOf(key).Count();
            if (here == 0) continue;
            quotations += here;
            articles++;
            if (last is null || article.Date > last) last = article.Date ?? last;
        }
        if (quotations == 0) return "not quoted";
        string title = $"{Count(quotations, "quotation")} in {Count(articles, "article")}";
        return last is { } day ? string.Create(CultureInfo.InvariantCulture, $"{title} · last on {day:yyyy-MM-dd}") : title;
    }

    private static string Count(int number, string what) => string.Create(CultureInfo.InvariantCulture, $"{number} {what}{(number == 1 ? "" : "s")}");
}
