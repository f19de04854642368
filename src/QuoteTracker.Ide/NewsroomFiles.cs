using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Ide.Checking;
using QuoteTracker.Ide.Findings;
using QuoteTracker.Workspace.Ledger;

namespace QuoteTracker.Ide;

/// <summary>A configuration, a registry, a ledger, a rule in C# or a source of the workspace that something is said about, as it is in the editor or else on disk.</summary>
/// <param name="Path">A full path.</param>
/// <param name="Text">Empty where the file cannot be read.</param>
/// <param name="Diagnostics">In text order.</param>
public sealed record NewsroomFile(string Path, SourceText Text, ImmutableArray<Diagnostic> Diagnostics)
{
    // To find them reads all sources that the ledger names: once for each time it was read.
    private static readonly ConditionalWeakTable<LedgerReading, Found> OfLedgers = [];

    private sealed record Found(ImmutableArray<Diagnostic> Diagnostics);

    /// <summary>Those that are there, or that something is said about; by path, in ordinal order.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public static IReadOnlyList<NewsroomFile> Of(IdeSnapshot snapshot, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var files = new SortedDictionary<string, NewsroomFile>(StringComparer.Ordinal);
        foreach (var tools in snapshot.NewsroomTools)
        {
            var newsroom = tools.Newsroom;
            if (snapshot.RecordsOf(tools).Ledger is { Document: { } ledger } reading)
            {
                var found = OfLedgers.GetValue(reading, read => new Found(read.DiagnosticsFor(newsroom))).Diagnostics.AddRange(LedgerFindings.OfLost(snapshot, tools, ledger, cancellation));
                files[ledger.Path] = new NewsroomFile(ledger.Path, ledger.Text, [.. found.OrderBy(static finding => finding.Location.SourceSpan.Start)]);
            }
            foreach (var (path, text) in new[] { (newsroom.ConfigurationPath, newsroom.ConfigurationDocument?.Text), (newsroom.RegistryPath, newsroom.RegistryDocument?.Text) })
            {
                var read = text ?? SourceText.From("");
                ImmutableArray<Diagnostic> found =
                [
                    .. newsroom.Diagnostics.Where(diagnostic => diagnostic.Location.GetLineSpan().Path == path),
                    .. snapshot.WorkspaceFindings.In(path).Select(finding => finding.In(read)),
                ];
                if (text is not null || !found.IsEmpty) files[path] = new NewsroomFile(path, read, found);
            }
        }
        foreach (var sources in snapshot.NewsroomTools.Select(tools => snapshot.RecordsOf(tools).Sources).OfType<CheckedSources>())
        {
            // They are of whole files.
            foreach (var found in sources.Library.Diagnostics.GroupBy(static diagnostic => diagnostic.Location.GetLineSpan().Path, StringComparer.Ordinal))
                files[found.Key] = new NewsroomFile(found.Key, SourceText.From(""), [.. found]);
        }
        foreach (var loaded in snapshot.CodeRules.Values)
        {
            foreach (var file in loaded.Files)
                files[file.Path] = new NewsroomFile(file.Path, file.Text, [.. loaded.Diagnostics.Where(diagnostic => diagnostic.Location.GetLineSpan().Path == file.Path)]);
        }
        return [.. files.Values];
    }
}
