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

    /// <summary>The entry's words in its article; null where they are lost, or the article is none of the workspace's.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public static (ClaimPlace Place, Destination At)? Find(IdeSnapshot snapshot, NewsroomTools tools, Claim claim, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(tools);
        ArgumentNullException.ThrowIfNull(claim);
        cancellation.ThrowIfCancellationRequested();
        string path = Path.GetFullPath(claim.Article, tools.Newsroom.Root);
        var (place, text) = snapshot.File(path) is { Role: FileRole.Article } open
            ? (open.ReadBackground(cancellation).Claims?.Find(claim.Id), open.Text)
            : (InClosed(snapshot, tools, path, claim, cancellation), (SourceText?)null);
        return place is null ? null : (place, new Destination(path, text, place.Spans[0], TextSpan.FromBounds(place.Spans[0].Start, place.Spans[^1].End)));
    }

    private static ClaimPlace? InClosed(IdeSnapshot snapshot, NewsroomTools tools, string path, Claim claim, CancellationToken cancellation)
    {
        // What is not indexed is outside the workspace, or no article.
        if (snapshot.Index.Find(path) is not { } article) return null;
        ImmutableArray<Claim> claims = [.. snapshot.RecordsOf(tools).Ledger.Ledger.Of(claim.Article)];
        if (!Closed.TryGetValue(article, out var known) || !known.Claims.SequenceEqual(claims))
        {
            known = new ClosedArticle(claims, Read(tools, path, claim.Article, claims, cancellation));
            Closed.AddOrUpdate(article, known);
        }
        return known.Places.GetValueOrDefault(claim.Id);
    }

    private static ImmutableDictionary<string, ClaimPlace> Read(NewsroomTools tools, string path, string relativePath, ImmutableArray<Claim> claims, CancellationToken cancellation)
    {
        if (ArticleReader.Read(path).Article is not { } article) return ImmutableDictionary<string, ClaimPlace>.Empty;
        var model = tools.Analyzer.Analyze(article, cancellation: cancellation);
        return new ClaimLedger(claims).Resolve(relativePath, model).Places.ToImmutableDictionary(static place => place.Claim.Id, StringComparer.Ordinal);
    }
}
