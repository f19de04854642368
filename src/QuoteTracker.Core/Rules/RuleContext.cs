using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Checking;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Speakers;

namespace QuoteTracker.Core.Rules;

/// <summary>Where a rule registers what it wants to see.</summary>
public abstract class RuleContext
{
    /// <summary>Runs once for each region in quotation marks.</summary>
    public abstract void RegisterQuotationAction(Action<RuleActionContext, QuotationRegion> action);

    /// <summary>Runs once for each attribution.</summary>
    public abstract void RegisterAttributionAction(Action<RuleActionContext, Attribution> action);

    /// <summary>Runs once for each article.</summary>
    public abstract void RegisterArticleAction(Action<RuleActionContext> action);

    /// <summary>Runs once for the registry, after its file was read.</summary>
    public abstract void RegisterRegistryAction(Action<RegistryActionContext> action);
}

/// <summary>What an action sees of the article, and where it reports.</summary>
public sealed class RuleActionContext
{
    private readonly RuleSeverities _severities;
    private readonly Action<Diagnostic> _report;

    internal RuleActionContext(
        ArticleModel model, ArticleBackground background, RuleSeverities severities, Action<Diagnostic> report, CancellationToken cancellation)
    {
        Model = model;
        Background = background;
        _severities = severities;
        _report = report;
        Cancellation = cancellation;
    }

    public ArticleModel Model { get; }

    /// <summary>What is known of the article beyond its text; <see cref="ArticleBackground.None"/> where nobody provided it.</summary>
    public ArticleBackground Background { get; }

    public Registry Registry => Model.Registry;

    public CancellationToken Cancellation { get; }

    /// <param name="span">UTF-16 offsets in the article's text, end exclusive.</param>
    /// <param name="properties">Handed to the rule's fixes.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="span"/> is not inside the text.</exception>
    public void Report(DiagnosticDescriptor descriptor, TextSpan span, ImmutableDictionary<string, string?>? properties, params object[] arguments)
    {
        if (_severities.Create(descriptor, LocationOf(span), properties, arguments) is { } diagnostic) _report(diagnostic);
    }

    public void Report(DiagnosticDescriptor descriptor, TextSpan span, params object[] arguments) => Report(descriptor, span, null, arguments);

    public Location LocationOf(TextSpan span) => Model.Article.LocationOf(span);

    /// <summary>The words at a span.</summary>
    public string TextOf(TextSpan span) => Model.Article.Text.ToString(span);
}

/// <summary>What a registry action sees, and where it reports.</summary>
public sealed class RegistryActionContext
{
    private readonly RuleSeverities _severities;
    private readonly Action<Diagnostic> _report;

    internal RegistryActionContext(Registry registry, RuleSeverities severities, Action<Diagnostic> report, CancellationToken cancellation)
    {
        Registry = registry;
        _severities = severities;
        _report = report;
        Cancellation = cancellation;
    }

    public Registry Registry { get; }

    public CancellationToken Cancellation { get; }

    /// <summary>Reports at the entry's place in the registry's file.</summary>
    public void Report(DiagnosticDescriptor descriptor, RegistryEntry entry, params object[] arguments)
    {
        if (_severities.Create(descriptor, entry.Location, null, arguments) is { } diagnostic) _report(diagnostic);
    }
}
