using QuoteTracker.Core.Claims;

namespace QuoteTracker.Ide.Checking;

/// <summary>The entries of a newsroom's ledger whose words stand nowhere any more, by all articles of the workspace, open or not: those that <c>lint</c> tells of.</summary>
internal static class LostClaims
{
    /// <summary>Of those whose article is gone none until all articles have been read, or where the workspace has only a part of the newsroom.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public static IReadOnlyList<Claim> Of(IdeSnapshot snapshot, NewsroomTools tools, CancellationToken cancellation)
    {
        string root = tools.Newsroom.Root;
        var ledger = snapshot.RecordsOf(tools).Ledger.Ledger;
        var search = new ClaimSearch(ledger);
        foreach (var article in snapshot.Index.Articles)
        {
            if (article.Claims is { } told && snapshot.File(article.Path) is null && snapshot.NewsroomOf(article.Path).Newsroom.Root == root) search.Add(article.Path, told);
        }
        foreach (var file in snapshot.Files)
        {
            if (file.Role == FileRole.Article && file.Newsroom.Root == root && file.ReadBackground(cancellation).Claims is { } claims) search.Add(file.Path, claims);
        }
        return [.. search.Lost(() => snapshot.HasReadAll && snapshot.HasAllOf(root))];
    }
}
