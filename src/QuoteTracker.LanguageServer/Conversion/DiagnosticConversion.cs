using System.Collections.Concurrent;
using System.Globalization;
using QuoteTracker.Core.Rules;
using QuoteTracker.Ide;
using QuoteTracker.Ide.Findings;
using QuoteTracker.LanguageServer.Hosting;
using QuoteTracker.LanguageServer.Protocol;
using Finding = Microsoft.CodeAnalysis.Diagnostic;

namespace QuoteTracker.LanguageServer.Conversion;

/// <summary>Findings as the protocol has them.</summary>
internal static class DiagnosticConversion
{
    public const string Source = "quotetracker";

    // Files that come with the server do not come and go.
    private static readonly ConcurrentDictionary<string, string?> Pages = new(StringComparer.Ordinal);

    /// <param name="positions">Of the text that the findings are in.</param>
    public static IReadOnlyList<Diagnostic> ToProtocol(IEnumerable<Finding> findings, PositionMap positions, PublishDiagnosticsClientCapabilities? client) =>
        [.. findings.Select(finding => ToProtocol(finding, positions, client))];

    /// <summary>With the places in other files that a finding tells of, where the client shows them.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public static IReadOnlyList<Diagnostic> ToProtocol(IEnumerable<Finding> findings, OpenFile file, PositionMap positions, ServerState state, CancellationToken cancellation)
    {
        var client = state.Client.Capabilities.TextDocument?.PublishDiagnostics;
        if (client?.RelatedInformation != true) return ToProtocol(findings, positions, client);
        var places = new PlaceConversion(state);
        return [.. findings.Select(finding => ToProtocol(finding, positions, client) with { RelatedInformation = RelatedTo(finding, file, state.Ide, places, cancellation) })];
    }

    private static IReadOnlyList<DiagnosticRelatedInformation>? RelatedTo(Finding finding, OpenFile file, IdeSnapshot ide, PlaceConversion places, CancellationToken cancellation) =>
        RelatedPlace.Of(ide, file, finding, cancellation) is { } related && places.LocationOf(related.Place) is { } location
            ? [new DiagnosticRelatedInformation(location, related.Message)]
            : null;

    private static Diagnostic ToProtocol(Finding finding, PositionMap positions, PublishDiagnosticsClientCapabilities? client) => new(
        positions.RangeOf(finding.Location.SourceSpan),
        finding.GetMessage(CultureInfo.InvariantCulture),
        SeverityOf(finding),
        finding.Id,
        client?.CodeDescriptionSupport == true && PageOf(finding.Descriptor.HelpLinkUri) is { } page ? new CodeDescription(page) : null,
        Source,
        client?.TagSupport?.ValueSet?.Contains((int)DiagnosticTag.Unnecessary) == true && IsUnnecessary(finding) ? [DiagnosticTag.Unnecessary] : null);

    private static string? PageOf(string link) => Pages.GetOrAdd(link, FindPage);

    /// <returns>The rule's page: on the web for a rule that says so, else the file that comes with the server; null where there is none.</returns>
    private static string? FindPage(string link)
    {
        if (link.Contains("://", StringComparison.Ordinal)) return link;
        string file = Path.Combine(AppContext.BaseDirectory, link);
        return link.Length > 0 && File.Exists(file) ? DocumentUri.Of(file) : null;
    }

    /// <summary>An ignore comment that ignores nothing can go.</summary>
    private static bool IsUnnecessary(Finding finding) => finding.Id == RunFaults.UnusedSuppression.Id;

    private static DiagnosticSeverity SeverityOf(Finding finding) => finding.Severity switch
    {
        Microsoft.CodeAnalysis.DiagnosticSeverity.Error => DiagnosticSeverity.Error,
        Microsoft.CodeAnalysis.DiagnosticSeverity.Warning => DiagnosticSeverity.Warning,
        Microsoft.CodeAnalysis.DiagnosticSeverity.Info => DiagnosticSeverity.Information,
        _ => DiagnosticSeverity.Hint,
    };
}
