using System.Globalization;
using Microsoft.CodeAnalysis;
using QuoteTracker.Cli.Execution;
using QuoteTracker.Cli.Lint;
using QuoteTracker.Core;
using QuoteTracker.Core.Claims;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Rules;
using QuoteTracker.Workspace;
using QuoteTracker.Workspace.Articles;
using QuoteTracker.Workspace.Discovery;
using QuoteTracker.Workspace.Ledger;

namespace QuoteTracker.Cli.Claims;

/// <summary>An article with its claims.</summary>
/// <param name="Key">The path from the newsroom's root, with slashes.</param>
public sealed record DeskArticle(string Key, ArticleModel Model, FrontMatter FrontMatter, ArticleClaims Claims);

/// <summary>A newsroom's ledger with its articles, as far as a command asks for them. Not thread-safe.</summary>
public sealed class ClaimDesk
{
    private readonly NewsroomFinder _finder = new(RuleCatalogue.Descriptors);
    private readonly Dictionary<string, DeskArticle?> _articles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _hashes = new(StringComparer.Ordinal);
    private readonly ArticleAnalyzer _analyzer;
    private bool _hasSearchedAll;

    /// <param name="folder">A folder of the newsroom, or a file in it.</param>
    public ClaimDesk(string folder)
    {
        Newsroom = _finder.For(folder);
        _analyzer = new ArticleAnalyzer(Newsroom.Registry);
    }

    public Newsroom Newsroom { get; }

    public ClaimLedger Ledger => Newsroom.Ledger.Ledger;

    /// <summary>Something could not be read; standard error says what.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>Tells on standard error what is wrong with the ledger's lines; what can be read counts.</summary>
    public void TellFaults()
    {
        foreach (var fault in Newsroom.Ledger.Faults) Tell(fault);
    }

    /// <summary>Tells a diagnostic on standard error.</summary>
    public void Tell(Diagnostic diagnostic)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        HasFailed |= diagnostic.Severity >= DiagnosticSeverity.Error;
        var place = diagnostic.Location.GetLineSpan();
        Complaint.Write(string.Create(CultureInfo.InvariantCulture, $"{DisplayPath.Of(place.Path)}:{place.StartLinePosition.Line + 1}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}"));
    }

    /// <summary>The newsroom's article at a path from its root; null where there is none.</summary>
    public DeskArticle? Article(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (_articles.TryGetValue(key, out var known)) return known;
        // A path of the ledger is a stranger's: it is looked at as one from the command line is, and must lead to where it says.
        var file = ArticleDiscovery.Find([Path.Combine(Newsroom.Root, key)], _finder).Files.FirstOrDefault(file => IsOurs(file) && Newsroom.RelativePath(file.Path) == key);
        return _articles[key] = file is null ? null : Read(file);
    }

    /// <summary>The articles at paths of the command line, in their order; what is wrong with a path is told, and what belongs to another newsroom.</summary>
    public List<DeskArticle> Articles(IEnumerable<string> paths)
    {
        var found = ArticleDiscovery.Find(paths, _finder);
        foreach (var diagnostic in found.Diagnostics) Tell(diagnostic);
        foreach (var other in found.Files.Where(file => !IsOurs(file)).Select(static file => file.Newsroom.Root).Distinct(StringComparer.Ordinal))
        {
            HasFailed = true;
            Complaint.Write($"{DisplayPath.Of(other)} is a newsroom of its own, with a ledger of its own; its articles were left out");
        }
        return ReadAll(found);
    }

    /// <summary>Where a claim's words stand: in its article, or where that is gone in the one that has them; null where they are lost.</summary>
    public (DeskArticle Article, ClaimPlace Place)? PlaceOf(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        if (Article(claim.Article) is { } own) return own.Claims.Find(claim.Id) is { } here ? (own, here) : null;
        if (!_hasSearchedAll)
        {
            _hasSearchedAll = true;
            ReadAll(ArticleDiscovery.Find([Newsroom.Root], _finder));
        }
        foreach (var article in _articles.Values)
            if (article?.Claims.Find(claim.Id) is { } there) return (article, there);
        return null;
    }

    /// <summary>What happened to the file that a claim was checked against, as a part of a sentence; null where it is as it was, or there is none.</summary>
    public string? ChangedSourceOf(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        if (claim.Status == ClaimStatus.Unchecked || claim.Check.Source is not { Path: { } path } source) return null;
        if (!_hashes.TryGetValue(path, out var hash)) _hashes[path] = hash = LedgerReading.HashOf(Newsroom, path);
        return hash is null ? $"{path} is not there any more" : source.Hash is { } known && known != hash ? $"{path} has changed" : null;
    }

    private List<DeskArticle> ReadAll(FoundArticles found)
    {
        var articles = new List<DeskArticle>();
        foreach (var file in found.Files.Where(IsOurs))
        {
            var key = Newsroom.RelativePath(file.Path);
            if (!_articles.ContainsKey(key)) _articles[key] = Read(file);
            if (_articles[key] is { } article) articles.Add(article);
        }
        return articles;
    }

    private bool IsOurs(ArticleFile file) => file.Newsroom.Root == Newsroom.Root;

    private DeskArticle? Read(ArticleFile file)
    {
        var reading = ArticleReader.Read(file.Path);
        foreach (var diagnostic in reading.Diagnostics.Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Error)) Tell(diagnostic);
        if (reading.Article is not { } article) return null;
        var model = _analyzer.Analyze(article);
        var key = Newsroom.RelativePath(file.Path);
        return new DeskArticle(key, model, reading.FrontMatter, Ledger.Resolve(key, model));
    }
}
