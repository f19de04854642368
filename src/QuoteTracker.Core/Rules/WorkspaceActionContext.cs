using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using QuoteTracker.Core.Speakers;

namespace QuoteTracker.Core.Rules;

/// <summary>What a rule's workspace action sees of the newsroom, and where it reports.</summary>
public sealed class WorkspaceActionContext
{
    private readonly DiagnosticDescriptor _descriptor;
    private readonly RuleSeverities _severities;
    private readonly Action<Diagnostic> _report;

    internal WorkspaceActionContext(
        Registry registry, ImmutableArray<ArticleSummary> articles, DiagnosticDescriptor descriptor, RuleSeverities severities, Action<Diagnostic> report,
        CancellationToken cancellation)
    {
        Registry = registry;
        Articles = articles;
        _descriptor = descriptor;
        _severities = severities;
        _report = report;
        Cancellation = cancellation;
    }

    /// <summary>The newsroom's known speakers.</summary>
    public Registry Registry { get; }

    /// <summary>What the newsroom's articles say, by path in ordinal order.</summary>
    public ImmutableArray<ArticleSummary> Articles { get; }

    /// <summary>Cancelled where nobody waits for the findings any more; a long action looks at it.</summary>
    public CancellationToken Cancellation { get; }

    /// <summary>Reports the first of the rule's descriptors.</summary>
    /// <param name="location">That of a statement (<see cref="StatementSummary.Location"/>), of an article or of an entry of the registry.</param>
    /// <param name="arguments">For the message: the first is its <c>{0}</c>.</param>
    public void Report(Location location, params object[] arguments) => Report(_descriptor, location, arguments);

    /// <inheritdoc cref="Report(Location, object[])"/>
    /// <param name="descriptor">One of the rule's descriptors.</param>
    /// <summary>Reports one of the rule's descriptors.</summary>
    public void Report(DiagnosticDescriptor descriptor, Location location, params object[] arguments)
    {
        if (_severities.Create(descriptor, location, null, arguments) is { } diagnostic) _report(diagnostic);
    }

    /// <summary>Reports the first of the rule's descriptors, with the place that it is held against.</summary>
    internal void ReportBeside(Location location, Location other, params object[] arguments)
    {
        if (_severities.CreateBeside(_descriptor, location, [other], null, arguments) is { } diagnostic) _report(diagnostic);
    }

    /// <summary>Reports what another process found, with the message that was made there.</summary>
    internal void ReportFinished(DiagnosticDescriptor descriptor, Location location, string message)
    {
        if (_severities.CreateFinished(descriptor, location, message, ImmutableDictionary<string, string?>.Empty) is { } diagnostic) _report(diagnostic);
    }
}
