using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Ide;
using QuoteTracker.Ide.Articles;
using QuoteTracker.Ide.Findings;
using QuoteTracker.Ide.Index;
using QuoteTracker.LanguageServer.Conversion;
using QuoteTracker.LanguageServer.Documents;
using QuoteTracker.LanguageServer.Hosting;
using QuoteTracker.LanguageServer.Protocol;
using Finding = Microsoft.CodeAnalysis.Diagnostic;

namespace QuoteTracker.LanguageServer.Features;

/// <summary>
/// The findings of all articles of the workspace, as far as they are indexed, and of the newsrooms' configurations, registries and ledgers, for clients
/// that ask for them.
/// </summary>
internal static class PulledWorkspaceDiagnostics
{
    /// <summary>The index holds no text, so the file is read for the findings' lines: once for each time that it was indexed or the sources were read.</summary>
    private static readonly ConditionalWeakTable<object, ConditionalWeakTable<IndexedArticle, ClosedReport>> OfIndexed = [];

    /// <summary>In the place of the sources of a newsroom that has none.</summary>
    private static readonly object NoSources = new();

    private sealed record Report(IReadOnlyList<Diagnostic> Items, string Id);

    /// <param name="Own">What the article and the newsroom's records tell.</param>
    /// <param name="OfNewsroom">What the other articles tell, by which the report was made.</param>
    private sealed record ClosedReport(ImmutableArray<Finding> Own, ImmutableArray<WorkspaceFinding> OfNewsroom, Report Report);

    public static WorkspaceDiagnosticReport OfWorkspace(WorkspaceDiagnosticParams parameters, ReadContext context)
    {
        var previous = new Dictionary<string, PreviousResultId>(StringComparer.Ordinal);
        foreach (var result in parameters.PreviousResultIds) previous[DocumentUri.KeyOf(result.Uri)] = result;
        var open = OpenByPath(context.State);
        var items = new List<WorkspaceDocumentDiagnosticReport>();
        foreach (var article in context.State.Ide.Articles)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            var document = open.GetValueOrDefault(article.Path);
            Add(article.Path, document, document is not null && context.State.Ide.File(article.Path) is { } file
                ? ReportOf(FileFindings.Of(context.State.Ide, file, context.Cancellation).All, document.Positions, context)
                : OfClosed(article, context));
        }
        foreach (var file in NewsroomFile.Of(context.State.Ide, context.Cancellation))
        {
            var document = open.GetValueOrDefault(file.Path);
            Add(file.Path, document, ReportOf(file.Diagnostics, document?.Positions ?? new PositionMap(file.Text, context.State.Client.Encoding), context));
        }
        // What is no article any more, or no more at all.
        foreach (var (path, gone) in previous)
        {
            if (!open.ContainsKey(path)) items.Add(new WorkspaceFullDocumentDiagnosticReport(gone.Uri, null, []));
        }
        var whole = new WorkspaceDiagnosticReport(items);
        return context.TrySendPart(parameters, whole, ProtocolJson.Default.WorkspaceDiagnosticReport) ? new WorkspaceDiagnosticReport([]) : whole;

        void Add(string path, Document? document, Report report)
        {
            bool isKnown = previous.Remove(path, out var before);
            string uri = document?.Uri ?? before?.Uri ?? DocumentUri.Of(path);
            if (before?.Value == report.Id) items.Add(new WorkspaceUnchangedDocumentDiagnosticReport(uri, document?.Version, report.Id));
            else if (isKnown || report.Items.Count > 0) items.Add(new WorkspaceFullDocumentDiagnosticReport(uri, document?.Version, report.Items, report.Id));
        }
    }

    private static Dictionary<string, Document> OpenByPath(ServerState state)
    {
        var open = new Dictionary<string, Document>(StringComparer.Ordinal);
        foreach (var document in state.Documents.All)
        {
            if (document.Path is { } path) open[path] = document;
        }
        return open;
    }

    private static Report OfClosed(IndexedArticle article, ReadContext context)
    {
        var ide = context.State.Ide;
        var known = OfIndexed.GetOrCreateValue(ide.RecordsOf(ide.NewsroomOf(article.Path)).Sources ?? NoSources);
        var ofNewsroom = ide.WorkspaceFindings.In(article.Path);
        if (known.TryGetValue(article, out var report) && report.OfNewsroom == ofNewsroom) return report.Report;
        context.StandAside();
        var found = report is null ? ide.FindDiagnostics(article, context.Cancellation) : new ClosedFindings(null, report.Own);
        var text = found.Text ?? (found.Diagnostics.IsEmpty && ofNewsroom.IsEmpty ? null : new Destination(article.Path, null, default).ReadText()) ?? SourceText.From("");
        // What changed on disk since has its places when it is read again.
        bool isAsRead = !ofNewsroom.IsEmpty && !article.TextHash.IsDefault && text.GetContentHash().SequenceEqual(article.TextHash);
        ImmutableArray<Finding> all = isAsRead ? [.. found.Diagnostics, .. ofNewsroom.Select(finding => finding.In(text))] : found.Diagnostics;
        report = new ClosedReport(found.Diagnostics, ofNewsroom, ReportOf(all, new PositionMap(text, context.State.Client.Encoding), context));
        known.AddOrUpdate(article, report);
        return report.Report;
    }

    private static Report ReportOf(ImmutableArray<Finding> findings, PositionMap positions, ReadContext context)
    {
        var items = DiagnosticConversion.ToProtocol(findings, positions, context.ClientCan.TextDocument?.PublishDiagnostics);
        return new Report(items, PulledDiagnostics.ResultId(items));
    }
}
