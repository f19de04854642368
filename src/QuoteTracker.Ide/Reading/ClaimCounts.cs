using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Checking;
using QuoteTracker.Core.Claims;
using QuoteTracker.Core.Model;
using QuoteTracker.Ide.Articles;

namespace QuoteTracker.Ide.Reading;

/// <summary>How far an article is checked.</summary>
/// <param name="Claims">The ledger's entries, and the quotations in marks that it does not have.</param>
/// <param name="Checked">Those that somebody settled, in the words of now.</param>
public sealed record ClaimCounts(int Claims, int Checked)
{
    public int Open => Claims - Checked;

    /// <returns>Null where the file is no article, or the newsroom keeps no ledger.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public static ClaimCounts? Of(OpenFile file, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Model is { } model ? In(model, new TextSpan(0, file.Text.Length), file.ReadBackground(cancellation)) : null;
    }

    /// <param name="story">One of the articles on the page; UTF-16 offsets, end exclusive.</param>
    internal static ClaimCounts? In(ArticleModel model, TextSpan story, ArticleBackground background)
    {
        if (background.Claims is not { } claims) return null;
        int all = 0, done = 0;
        foreach (var place in claims.Places)
        {
            if (!story.Contains(place.Spans[0].Start)) continue;
            all++;
            if (!place.IsStale && place.Claim.Status is ClaimStatus.Verified or ClaimStatus.Corrected or ClaimStatus.Retracted) done++;
        }
        foreach (var attribution in model.Attributions)
        {
            bool isQuoted = attribution.IsShown && attribution.Kind != AttributionKind.Indirect && (attribution.Source is not null || attribution.Speaker is not null);
            if (isQuoted && story.Contains(attribution.Content[0].Start) && claims.Of(attribution) is null) all++;
        }
        return new ClaimCounts(all, done);
    }
}
