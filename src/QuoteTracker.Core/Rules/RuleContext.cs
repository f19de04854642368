using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
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
public sealed class RuleActionContext(ArticleModel model, Action<Diagnostic> report, CancellationToken cancellation)
{
    public ArticleModel Model { get; } = model;

    public Registry Registry => Model.Registry;

    public CancellationToken Cancellation { get; } = cancellation;

    /// <param name="span">UTF-16 offsets in the article's text, end exclusive.</param>
    /// <param name="properties">Handed to the rule's fixes.</param>
    public void Report(DiagnosticDescriptor descriptor, TextSpan span, ImmutableDictionary<string, string?>? properties, params object[] arguments) =>
        report(Diagnostic.Create(descriptor, LocationOf(span), properties, arguments));

    public void Report(DiagnosticDescriptor descriptor, TextSpan span, params object[] arguments) => Report(descriptor, span, null, arguments);

    public Location LocationOf(TextSpan span) => Location.Create(Model.Article.Path, span, Model.Article.Text.Lines.GetLinePositionSpan(span));
}

/// <summary>What a registry action sees.</summary>
public sealed class RegistryActionContext(Registry registry, Action<Diagnostic> report)
{
    public Registry Registry { get; } = registry;

    public void Report(Diagnostic diagnostic) => report(diagnostic);
}
