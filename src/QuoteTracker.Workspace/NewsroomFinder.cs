using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Claims;
using QuoteTracker.Core.Rules;
using QuoteTracker.Core.Rules.House;
using QuoteTracker.Workspace.Articles;
using QuoteTracker.Workspace.Discovery;
using QuoteTracker.Workspace.House;
using QuoteTracker.Workspace.Ledger;
using QuoteTracker.Workspace.Sources;
using QuoteTracker.Workspace.Speakers;

namespace QuoteTracker.Workspace;

/// <summary>
/// Finds the newsroom of a file by walking up to <c>quotetracker.yaml</c>, each folder once in the life of the finder: make a new one to see what changed
/// on disk. Safe to use from several threads.
/// </summary>
/// <param name="rules">The rules that a configuration may name.</param>
/// <param name="openText">The text of a newsroom's own file that an editor has open, by full path; null for one that is as on disk.</param>
public sealed class NewsroomFinder(IEnumerable<DiagnosticDescriptor> rules, Func<string, SourceText?>? openText = null)
{
    // A registry of 8 MB has some 40,000 entries.
    private const int MaxBytes = 8 * 1024 * 1024;

    private readonly ImmutableArray<DiagnosticDescriptor> _rules = [.. rules];
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Newsroom?> _configured = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Newsroom> _unconfigured = new(StringComparer.Ordinal);

    /// <param name="path">A file or a folder; it need not exist.</param>
    /// <param name="fallbackRoot">The root where no folder upwards has a configuration; null for <paramref name="path"/>'s own folder.</param>
    public Newsroom For(string path, string? fallbackRoot = null)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        lock (_gate)
        {
            // A folder asked for before needs no look at the disk.
            var folder = _configured.ContainsKey(full) || Directory.Exists(full) ? full : Path.GetDirectoryName(full) ?? full;
            if (Configured(folder) is { } newsroom) return newsroom;
            var root = fallbackRoot is null ? folder : Path.TrimEndingDirectorySeparator(Path.GetFullPath(fallbackRoot));
            if (!_unconfigured.TryGetValue(root, out newsroom)) _unconfigured[root] = newsroom = Load(root, isConfigured: false);
            return newsroom;
        }
    }

    private Newsroom? Configured(string folder)
    {
        if (_configured.TryGetValue(folder, out var known)) return known;
        var file = Path.Combine(folder, Configuration.FileName);
        var newsroom = File.Exists(file) || openText?.Invoke(file) is not null ? Load(folder, isConfigured: true)
            : Path.GetDirectoryName(folder) is { } parent ? Configured(parent)
            : null;
        _configured[folder] = newsroom;
        return newsroom;
    }

    private Newsroom Load(string root, bool isConfigured)
    {
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        var newsroom = new Newsroom { Root = root };
        if (isConfigured && TextOf(newsroom, newsroom.ConfigurationPath, diagnostics) is { } text)
        {
            ImmutableArray<string> codeRules = [];
            var document = ConfigurationReader.Read(newsroom.ConfigurationPath, text, _rules, patterns =>
            {
                codeRules = CodeRuleFiles.Find(root, patterns);
                return codeRules.Select(CodeRuleFile.NameOf);
            });
            newsroom = newsroom with { ConfigurationDocument = document, CodeRulePaths = codeRules };
            diagnostics.AddRange(document.Diagnostics);
        }
        newsroom = newsroom with { RegistryDocument = LoadRegistry(newsroom, diagnostics) };
        newsroom = newsroom with { Diagnostics = diagnostics.ToImmutable() };
        return newsroom with { ReadLedger = new(() => LoadLedger(newsroom)), OpenSources = new(() => SourceLibrary.Open(newsroom)) };
    }

    private LedgerReading LoadLedger(Newsroom newsroom)
    {
        var path = newsroom.LedgerPath;
        return openText?.Invoke(path) is { } open ? LedgerReading.Of(newsroom.Root, LedgerDocument.Read(path, open)) : LedgerReading.FromFile(newsroom.Root, path);
    }

    private RegistryDocument? LoadRegistry(Newsroom newsroom, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        var path = newsroom.RegistryPath;
        var isThere = openText?.Invoke(path) is not null || File.Exists(path);
        if (isThere && TextOf(newsroom, path, diagnostics) is { } text)
        {
            var document = RegistryReader.Read(path, text);
            diagnostics.AddRange(document.Diagnostics);
            return document;
        }
        if (!isThere && newsroom.ConfigurationDocument is { RegistrySpan: { } span } configuration)
        {
            diagnostics.Add(Diagnostic.Create(
                ToolFaults.MissingConfiguredFile,
                Location.Create(configuration.Path, span, configuration.Text.Lines.GetLinePositionSpan(span)),
                "registry", newsroom.Configuration.Registry));
        }
        return null;
    }

    private SourceText? TextOf(Newsroom newsroom, string path, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        if (openText?.Invoke(path) is { } open) return open;
        if (RealPath.LeavesRoot(path, newsroom.Root) is { } fault)
        {
            diagnostics.Add(fault);
            return null;
        }
        var file = FileReader.Read(path, MaxBytes);
        // An empty configuration or registry is a good one.
        if (file.Diagnostic is { } diagnostic && diagnostic.Id != ToolFaults.EmptyFile.Id) diagnostics.Add(diagnostic);
        return file.Text;
    }
}
