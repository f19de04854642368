using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Checking;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Speakers;

namespace QuoteTracker.Core.Rules;

/// <summary>What a rule's action sees of the article, and where it reports.</summary>
public sealed class RuleActionContext
{
    private readonly DiagnosticDescriptor _descriptor;
    private readonly RuleSeverities _severities;
    private readonly Action<Diagnostic> _report;

    internal RuleActionContext(
        ArticleModel model, ArticleBackground background, DiagnosticDescriptor descriptor, RuleSeverities severities, Action<Diagnostic> report,
        CancellationToken cancellation)
    {
        Model = model;
        Background = background;
        _descriptor = descriptor;
        _severities = severities;
        _report = report;
        Cancellation = cancellation;
    }

    /// <summary>What was understood of the article.</summary>
    public ArticleModel Model { get; }

    /// <summary>What is known of the article beyond its text; <see cref="ArticleBackground.None"/> where nobody provided it.</summary>
    public ArticleBackground Background { get; }

    /// <summary>The newsroom's known speakers.</summary>
    public Registry Registry => Model.Registry;

    /// <summary>Cancelled where nobody waits for the findings any more; a long action looks at it.</summary>
    public CancellationToken Cancellation { get; }

    /// <summary>Reports the first of the rule's descriptors.</summary>
    /// <param name="span">UTF-16 offsets in the article's text, end exclusive.</param>
    /// <param name="arguments">For the message: the first is its <c>{0}</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="span"/> is not inside the text.</exception>
    public void Report(TextSpan span, params object[] arguments) => Report(_descriptor, span, null, arguments);

    /// <inheritdoc cref="Report(TextSpan, object[])"/>
    /// <param name="descriptor">One of the rule's descriptors.</param>
    /// <summary>Reports one of the rule's descriptors.</summary>
    public void Report(DiagnosticDescriptor descriptor, TextSpan span, params object[] arguments) => Report(descriptor, span, null, arguments);

    /// <inheritdoc cref="Report(DiagnosticDescriptor, TextSpan, object[])"/>
    /// <param name="properties">Handed to the rule's fixes.</param>
    public void Report(DiagnosticDescriptor descriptor, TextSpan span, ImmutableDictionary<string, string?>? properties, params object[] arguments)
    {
        if (_severities.Create(descriptor, LocationOf(span), properties, arguments) is { } diagnostic) _report(diagnostic);
    }

    /// <summary>Reports what another process found, with the message that was made there.</summary>
    internal void ReportFinished(DiagnosticDescriptor descriptor, TextSpan span, string message, ImmutableDictionary<string, string?> properties)
    {
        if (_severities.CreateFinished(descriptor, LocationOf(span), message, properties) is { } diagnostic) _report(diagnostic);
    }

    /// <summary>Reports something of another file, such as the rule's own.</summary>
    internal void ReportAt(DiagnosticDescriptor descriptor, Location location, params object[] arguments)
    {
        if (_severities.Create(descriptor, location, null, arguments) is { } diagnostic) _report(diagnostic);
    }

    /// <summary>A place in the article as a diagnostic has it.</summary>
    /// <param name="span">UTF-16 offsets in the article's text, end exclusive.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="span"/> is not inside the text.</exception>
    public Location LocationOf(TextSpan span) => Model.Article.LocationOf(span);

    /// <summary>The words at a span.</summary>
    /// <param name="span">UTF-16 offsets in the article's text, end exclusive.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="span"/> is not inside the text.</exception>
    public string TextOf(TextSpan span) => Model.Article.Text.ToString(span);
}
