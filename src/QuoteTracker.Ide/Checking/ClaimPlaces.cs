using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Claims;
using QuoteTracker.Ide.Articles;
using QuoteTracker.Ide.Index;
using QuoteTracker.Workspace.Articles;

namespace QuoteTracker.Ide.Checking;

/// <summary>Where the ledger's entries stand in the workspace's articles, open or not.</summary>
public static class ClaimPlaces
{
    // An article on disk is read again only when it changed, or its entries did.
    private static readonly ConditionalWeakTable<IndexedArticle, ClosedArticle> Closed = [];

    private sealed record ClosedArticle(ImmutableArray<Claim> Claims, ImmutableDictionary<string, ClaimPlace> Places);

    /// <summary>The entry's words in its article, or where that is gone in the one that has them; null where they are lost, or the article is none of the workspace's.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public static (ClaimPlace Place, Destination At)? Find(IdeSnapshot snapshot, NewsroomTools tools, Claim claim, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(tools);
        ArgumentNullException.ThrowIfNull(claim);
        cancellation.ThrowIfCancellationRequested();
        return snapshot.RecordsOf(tools).Ledger.Ledger.IsHomeless(claim)
            ? HomesOf(snapshot, tools, claim, cancellation).Select(path => At(snapshot, tools, path, claim, cancellation)).FirstOrDefault(static found => found is not null)
            : At(snapshot, tools, Path.GetFullPath(claim.Article, tools.Newsroom.Root), claim, cancellation);
    }

    /// <summary>The articles of the newsroom that have the words of an entry whose own article is gone, by path.</summary>
    private static IEnumerable<string> HomesOf(IdeSnapshot snapshot, NewsroomTools tools, Claim claim, CancellationToken cancellation)
    {
        string root = tools.Newsroom.Root;
        var open = snapshot.Files
            .Where(file => file.Role == FileRole.Article && file.Newsroom.Root == root && file.ReadBackground(cancellation).Claims?.Find(claim.Id) is not null)
            .Select(static file => file.Path);
        var closed = snapshot.Index.Articles
            .Where(article => article.Claims?.Found.Contains(claim.Id) == true && snapshot.File(article.Path) is null && snapshot.NewsroomOf(article.Path).Newsroom.Root == root)
            .Select(static article => article.Path);
        return open.Concat(closed).Order(StringComparer.Ordinal);
    }

    private static (ClaimPlace Place, Destination At)? At(IdeSnapshot snapshot, NewsroomTools tools, string path, Claim claim, CancellationToken cancellation)
    {
        var (place, text) = snapshot.File(path) is { Role: FileRole.Article } open
            ? (open.ReadBackground(cancellation).Claims?.Find(claim.Id), open.Text)
            : (InClosed(snapshot, tools, path, claim, cancellation), (SourceText?)null);
        return place is null ? null : (place, new Destination(path, text, place.Spans[0], TextSpan.FromBounds(place.Spans[0].Start, place.Spans[^1].End)));
    }

    private static ClaimPlace? InClosed(IdeSnapshot snapshot, NewsroomTools tools, string path, Claim claim, CancellationToken cancellation)
    {
        // What is not indexed is outside the workspace, or no article.
        if (snapshot.Index.Find(path) is not { } article) return null;
        var ledger = snapshot.RecordsOf(tools).Ledger.Ledger;
        string relativePath = tools.Newsroom.RelativePath(path);
        ImmutableArray<Claim> claims = [.. ledger.Of(relativePath), .. (article.Claims?.Found ?? []).Select(ledger.Find).OfType<Claim>().Where(ledger.IsHomeless)];
        if (!Closed.TryGetValue(article, out var known) || !known.Claims.SequenceEqual(claims))
        {
            known = new ClosedArticle(claims, Read(tools, path, relativePath, claims, cancellation));
            Closed.AddOrUpdate(article, known);
        }
        return known.Places.GetValueOrDefault(claim.Id);
    }

    private static ImmutableDictionary<string, ClaimPlace> Read(NewsroomTools tools, string path, string relativePath, ImmutableArray<Claim> claims, CancellationToken cancellation)
    {
        if (ArticleReader.Read(path).Article is not { } article) return ImmutableDictionary<string, ClaimPlace>.Empty;
        var model = tools.Analyzer.Analyze(article, cancellation: cancellation);
        return new ClaimLedger(claims, there => there == relativePath).Resolve(relativePath, model).Places.ToImmutableDictionary(static place => place.Claim.Id, StringComparer.Ordinal);
    }
}
