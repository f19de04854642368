using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core;
using QuoteTracker.Core.Claims;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Rules;
using QuoteTracker.Core.Rules.House;
using QuoteTracker.Workspace;
using QuoteTracker.Workspace.Articles;
using QuoteTracker.Workspace.Discovery;

namespace QuoteTracker.Cli.Lint;

/// <summary>What is to be done with the fixes.</summary>
public enum FixMode
{
    /// <summary>They are only named.</summary>
    None,

    /// <summary>The files are mended.</summary>
    Write,

    /// <summary>The changes are shown and nothing is written.</summary>
    Show,
}

/// <summary>What came of one file.</summary>
/// <param name="Report">What is left to say of it, in the text with the fixes in it.</param>
/// <param name="Original">The text as it was read; null where it could not be.</param>
/// <param name="Mended">The text with the fixes in it; null where there was none to make, or none was asked for.</param>
/// <param name="Fixes">How many are in <paramref name="Mended"/>.</param>
public sealed record LintedFile(FileReport Report, SourceText? Original, SourceText? Mended, int Fixes)
{
    /// <summary>What came to light about other files: rules that broke on this one.</summary>
    public ImmutableArray<FileReport> Elsewhere { get; init; } = [];
}

/// <summary>Lints single articles, many at once.</summary>
public sealed class ArticleLinter : IDisposable
{
    private sealed record Engine(Newsroom Newsroom, ArticleAnalyzer Analyzer, RuleRunner Runner, CodeRuleSet Code, Lazy<ClaimSearch> Claims)
    {
        /// <summary>Of the articles that were linted, by path, where a rule asks for them.</summary>
        public ConcurrentDictionary<string, ArticleSummary> Summaries { get; } = new(StringComparer.Ordinal);
    }

    /// <summary>A fix may make room for another; a fix that calls for itself must end too.</summary>
    private const int MostRounds = 10;

    private readonly Dictionary<Newsroom, Engine> _engines;
    private readonly FindingFilter _filter;
    private readonly FixMode _mode;

    /// <param name="codeRules">Null where the user did not allow them.</param>
    public ArticleLinter(FoundArticles found, FindingFilter filter, FixMode mode, ICodeRuleLoader? codeRules, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(found);
        var numbers = new Lazy<Dictionary<string, int>>(() => NumbersOf(found.Files));
        _engines = found.Newsrooms.ToDictionary(
            newsroom => newsroom,
            newsroom =>
            {
                var code = CodeRuleSet.Of(newsroom, codeRules, path => numbers.Value[path], cancellation);
                return new Engine(
                    newsroom, new ArticleAnalyzer(newsroom.Registry), newsroom.CreateRunner(code.Rules), code, new(() => new ClaimSearch(newsroom.Ledger.Ledger)));
            },
            (IEqualityComparer<Newsroom>)ReferenceEqualityComparer.Instance);
        _filter = filter;
        _mode = mode;
    }

    private static Dictionary<string, int> NumbersOf(ImmutableArray<ArticleFile> files)
    {
        var numbers = new Dictionary<string, int>(files.Length, StringComparer.Ordinal);
        foreach (var file in files) numbers.Add(file.Path, numbers.Count);
        return numbers;
    }

    /// <summary>The newsrooms' own rules; of those in C# that do not run only the names are known.</summary>
    public IEnumerable<DiagnosticDescriptor> HouseRules => _engines.Values.SelectMany(static engine => engine.Newsroom.Rules.Where(static rule => rule is DeclarativeRule)
        .Concat(engine.Code.Rules?.Rules ?? [])
        .SelectMany(static rule => rule.SupportedDiagnostics)
        .Concat(engine.Newsroom.CodeRulePaths.Select(static path => new DiagnosticDescriptor("HR", CodeRuleFile.NameOf(path), "", RuleGroup.House, DiagnosticSeverity.Hidden, true))));

    /// <summary>The findings about a newsroom's own files, one report a file; a file without any has none.</summary>
    public IEnumerable<FileReport> LintNewsroom(Newsroom newsroom)
    {
        ArgumentNullException.ThrowIfNull(newsroom);
        return ByFile(newsroom, [.. newsroom.Diagnostics, .. newsroom.Ledger.DiagnosticsFor(newsroom), .. _engines[newsroom].Code.Diagnostics]);
    }

    public void Dispose()
    {
        foreach (var engine in _engines.Values) engine.Code.Rules?.Dispose();
    }

    /// <summary>The findings about a newsroom as a whole and about its sources, when its articles were linted; one report a file.</summary>
    /// <param name="isWhole">Whether these were all articles of the newsroom; asked where it matters.</param>
    public IEnumerable<FileReport> LintWhole(Newsroom newsroom, Func<bool> isWhole, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(newsroom);
        var engine = _engines[newsroom];
        ImmutableArray<Diagnostic> ofSources = newsroom.HasOpenedSources ? newsroom.Sources.Diagnostics : [];
        ImmutableArray<Diagnostic> ofLedger = newsroom.Ledger.Document is not { } ledger ? []
            : LedgerDiagnostics.OfLost(ledger, newsroom.Ledger.Ledger, engine.Claims.Value.Lost(isWhole));
        ImmutableArray<Diagnostic> ofAll = engine.Runner.HasWorkspaceActions
            ? engine.Runner.RunOnWorkspace(newsroom.Registry, engine.Summaries.Values, newsroom.ConfigurationPath, cancellation)
            : [];
        return ByFile(newsroom, [.. ofSources, .. ofLedger, .. ofAll]);
    }

    /// <param name="standardInput">Its bytes, for the file that comes from there.</param>
    public LintedFile Lint(ArticleFile file, ReadOnlyMemory<byte> standardInput, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(file);
        var read = file.IsStandardInput ? ArticleReader.FromBytes(file.Path, standardInput.Span) : ArticleReader.Read(file.Path);
        var (diagnostics, model) = Diagnose(file, read, cancellation);
        var linted = Lint(file, read, diagnostics, model, cancellation);
        if (diagnostics.All(diagnostic => IsIn(file.Path, diagnostic))) return linted;
        return linted with { Elsewhere = [.. ByFile(file.Newsroom, [.. diagnostics.Where(diagnostic => !IsIn(file.Path, diagnostic))])] };
    }

    private LintedFile Lint(ArticleFile file, ArticleReading read, ImmutableArray<Diagnostic> diagnostics, ArticleModel? model, CancellationToken cancellation)
    {
        var (report, fixes) = (ReportOf(file, read, diagnostics, model), 0);
        if (_mode == FixMode.None || read.Article is not { } original) return new LintedFile(report, read.Article?.Text, null, 0);

        var text = original.Text;
        for (var round = 0; round < MostRounds; round++)
        {
            var (changes, applied) = FixSelection.Together(report.Findings.Where(static finding => finding.IsFixable).Select(static finding => finding.Fixes[0]));
            if (applied == 0) break;
            text = text.WithChanges(changes);
            fixes += applied;
            var anew = ArticleReader.FromText(file.Path, text);
            anew = anew with { Diagnostics = [.. read.Diagnostics.Where(IsOfBytes), .. anew.Diagnostics] };
            var (left, mended) = Diagnose(file, anew, cancellation);
            report = ReportOf(file, anew, left, mended);
        }
        if (fixes == 0) return new LintedFile(report, text, null, 0);
        if (_mode == FixMode.Write && !file.IsStandardInput
            && ArticleWriter.Replace(file.Path, original.Text, text, file.Newsroom.Root) is { } fault)
        {
            return new LintedFile(ReportOf(file, read, [fault, .. diagnostics], model), original.Text, null, 0);
        }
        return new LintedFile(report, original.Text, text, fixes);
    }

    /// <summary>A report of the diagnostics about one file; those about others are left out.</summary>
    public FileReport ReportOf(string path, Newsroom newsroom, SourceText? text, ImmutableArray<Diagnostic> diagnostics, ArticleModel? model)
    {
        ArgumentNullException.ThrowIfNull(newsroom);
        var findings = ImmutableArray.CreateBuilder<Finding>(diagnostics.Length);
        foreach (var diagnostic in diagnostics)
        {
            if (!IsIn(path, diagnostic)) continue;
            if (_filter.SeverityOf(diagnostic, newsroom.Configuration.Severities) is not { } severity) continue;
            findings.Add(new Finding(diagnostic, severity, model is null ? [] : RuleCatalogue.FixesFor(diagnostic, model)));
        }
        return new FileReport(DisplayPath.Of(path), newsroom.RelativePath(path), text, InOrder(findings));
    }

    /// <summary>Mostly they are: the rules' are.</summary>
    private static ImmutableArray<Finding> InOrder(ImmutableArray<Finding>.Builder findings)
    {
        for (var k = 1; k < findings.Count; k++)
        {
            if (findings[k].Span.Start < findings[k - 1].Span.Start) return [.. findings.OrderBy(static finding => finding.Span.Start)];
        }
        return findings.DrainToImmutable();
    }

    private FileReport ReportOf(ArticleFile file, ArticleReading reading, ImmutableArray<Diagnostic> diagnostics, ArticleModel? model) =>
        ReportOf(file.Path, file.Newsroom, reading.Article?.Text, diagnostics, model);

    private static bool IsIn(string path, Diagnostic diagnostic) => diagnostic.Location.GetLineSpan().Path == path;

    private (ImmutableArray<Diagnostic> Diagnostics, ArticleModel? Model) Diagnose(ArticleFile file, ArticleReading reading, CancellationToken cancellation)
    {
        if (reading.Article is not { } article) return (reading.Diagnostics, null);
        var engine = _engines[file.Newsroom];
        var model = engine.Analyzer.Analyze(article, cancellation: cancellation);
        if (engine.Runner.HasWorkspaceActions) engine.Summaries[file.Path] = engine.Runner.Summarize(model);
        var background = file.Newsroom.BackgroundOf(model);
        // Mended, it may have words again that were lost.
        if (background.Claims is { } claims) engine.Claims.Value.Add(file.Path, claims);
        return (reading.Diagnostics.AddRange(engine.Runner.Run(model, background, cancellation)), model);
    }

    /// <summary>About how the file was stored, which a change of the text leaves as it is.</summary>
    private static bool IsOfBytes(Diagnostic diagnostic) =>
        diagnostic.Id == ToolFaults.GuessedEncoding.Id || diagnostic.Id == ToolFaults.DamagedText.Id;

    private IEnumerable<FileReport> ByFile(Newsroom newsroom, ImmutableArray<Diagnostic> diagnostics) => diagnostics
        .GroupBy(diagnostic => diagnostic.Location.GetLineSpan().Path, StringComparer.Ordinal)
        .Select(group => ReportOf(group.Key, newsroom, TextOf(newsroom, group.Key), [.. group], model: null))
        .Where(report => !report.Findings.IsEmpty);

    private SourceText? TextOf(Newsroom newsroom, string path) =>
        path == newsroom.ConfigurationDocument?.Path ? newsroom.ConfigurationDocument.Text
        : path == newsroom.RegistryDocument?.Path ? newsroom.RegistryDocument.Text
        : path == newsroom.LedgerPath ? newsroom.Ledger.Document?.Text
        : _engines[newsroom].Code.Files.FirstOrDefault(file => file.Path == path)?.Text;
}
