using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Checking;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Workspace.Sources;

/// <summary>
/// The sources of a newsroom, indexed: it finds where the words of a quotation were said. A snapshot: <see cref="With"/> gives the next one. Safe to use from several
/// threads. Sources are read from disk alone; nothing is ever fetched.
/// </summary>
public sealed class SourceLibrary : ICandidateSource
{
    /// <summary>So many stretches are looked at for one quotation.</summary>
    private const int MaxCandidates = 8;

    /// <summary>With a smaller share of the best one's score a stretch is not worth reading its source for.</summary>
    private const float ScoreFrom = 0.35f;

    /// <summary>A document up to this long is looked at whole, a longer one around the block that was found.</summary>
    private const int WholeWords = 3000;

    private readonly Newsroom _newsroom;
    private readonly SourceIndex _index;
    private readonly DocumentShelf _shelf;
    private readonly ImmutableSortedDictionary<string, Diagnostic[]> _faults;

    private SourceLibrary(Newsroom newsroom, SourceIndex index, DocumentShelf shelf, ImmutableSortedDictionary<string, Diagnostic[]> faults)
    {
        (_newsroom, _index, _shelf, _faults) = (newsroom, index, shelf, faults);
        Matcher = new QuotationMatcher(newsroom.Registry);
        Checker = new AttributionChecker(Matcher, this);
    }

    /// <summary>That of a newsroom without sources.</summary>
    public static SourceLibrary None { get; } = Over(new Newsroom { Root = Path.GetPathRoot(Environment.CurrentDirectory)! });

    private static SourceLibrary Over(Newsroom newsroom) =>
        new(newsroom, new SourceIndex(IndexArrays.Empty), new DocumentShelf(newsroom), ImmutableSortedDictionary.Create<string, Diagnostic[]>(StringComparer.Ordinal));

    /// <summary>True where the newsroom has no sources: then there is nothing to check against.</summary>
    public bool IsEmpty => _index.FileCount == 0;

    /// <summary>How many sources there are.</summary>
    public int Count => _index.FileCount;

    /// <summary>Gives each direct and mixed attribution of an article its check.</summary>
    public AttributionChecker Checker { get; }

    public QuotationMatcher Matcher { get; }

    /// <summary>What is to be said about the sources, in the order of their paths: what could not be read when they were indexed, and what was found gone since.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => [.. _faults.Values.SelectMany(faults => faults), .. _shelf.Faults];

    /// <summary>
    /// Finds and indexes the sources of a newsroom. What a run before kept of those that did not change since is taken over. Costs a look for a folder where there are none.
    /// </summary>
    /// <param name="cacheFile">Where the index is kept between runs; null for the user's cache folder, empty for nowhere.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public static SourceLibrary Open(Newsroom newsroom, string? cacheFile = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(newsroom);
        var (files, diagnostics) = SourceDiscovery.Find(newsroom);
        if (files.IsEmpty && diagnostics.IsEmpty) return Over(newsroom);
        var faults = ImmutableSortedDictionary.CreateBuilder<string, Diagnostic[]>(StringComparer.Ordinal);
        foreach (var group in diagnostics.GroupBy(fault => newsroom.RelativePath(fault.Location.GetLineSpan().Path), StringComparer.Ordinal)) faults[group.Key] = [.. group];
        var (index, read) = IndexBuilder.Build(newsroom.Root, files, cacheFile, cancellation);
        foreach (var (path, found) in read) faults[path] = [.. faults.GetValueOrDefault(path, []), .. found];
        return new SourceLibrary(newsroom, index, new DocumentShelf(newsroom), faults.ToImmutable());
    }

    /// <summary>The same after one file changed, appeared or went; the others are not read again.</summary>
    /// <param name="path">A full path. What is no source leaves the library as it is.</param>
    /// <param name="text">The file's text in an editor; null for what is on disk.</param>
    public SourceLibrary With(string path, SourceText? text = null)
    {
        var relative = _newsroom.RelativePath(path);
        if (!SourceDiscovery.IsSource(_newsroom, path)) return this;
        var reading = text is null ? DocumentShelf.ReadFile(_newsroom, relative) : SourceReader.FromText(path, relative, text);
        var info = new FileInfo(path);
        var source = reading.Document is { } document
            ? IndexedSource.Of(new SourceFile(path, relative, info.Exists ? info.Length : 0, info.Exists ? info.LastWriteTimeUtc.Ticks : 0), document, !reading.Diagnostics.IsEmpty)
            : null;
        bool isGone = source is null && text is null && !info.Exists;
        var faults = reading.Diagnostics.IsEmpty || isGone ? _faults.Remove(relative) : _faults.SetItem(relative, [.. reading.Diagnostics]);
        return new SourceLibrary(_newsroom, _index.With([new(relative, source)]), _shelf.With(relative, text is null ? null : reading.Document), faults);
    }

    /// <summary>A source as it is now; null where it is gone or cannot be read.</summary>
    /// <param name="relativePath">From the newsroom's root, with slashes.</param>
    public SourceDocument? Document(string relativePath) => _shelf.Find(relativePath);

    /// <summary>The check of one attribution with all the other places where it was said; null for an indirect one.</summary>
    public QuotationFindings? Check(ArticleModel model, Attribution attribution) => Checker.Check(model, attribution);

    /// <summary>Where an indirect statement may come from: the best passage and its score, and no verdict; null where no source is near.</summary>
    public PassageHint? SeeHere(ArticleModel model, Attribution attribution)
    {
        var content = Quotation.OfContent(model, attribution);
        return Matcher.Nearest(content, CandidatesFor(content));
    }

    public ImmutableArray<CandidateWindow> CandidatesFor(Quotation quotation)
    {
        ArgumentNullException.ThrowIfNull(quotation);
        var windows = new List<CandidateWindow>();
        var hits = _index.Find(quotation.Features(), MaxCandidates);
        foreach (var hit in hits)
        {
            if (hit.Score < hits[0].Score * ScoreFrom) break;
            if (_shelf.Find(hit.RelativePath) is not { } document) continue;
            int margin = quotation.WordCount * 2 + IndexedSource.BlockWords / 2;
            int words = document.WordCount, first = hit.Block * IndexedSource.BlockWords;
            var window = words <= WholeWords
                ? new CandidateWindow(document, 0, words)
                : new CandidateWindow(document, Math.Clamp(first - margin, 0, words), Math.Clamp(first + IndexedSource.BlockWords + margin, 0, words));
            int same = windows.FindIndex(other => other.Document == document && other.From <= window.To && window.From <= other.To);
            if (same < 0) windows.Add(window);
            else windows[same] = new CandidateWindow(document, Math.Min(windows[same].From, window.From), Math.Max(windows[same].To, window.To));
        }
        return [.. windows];
    }
}
