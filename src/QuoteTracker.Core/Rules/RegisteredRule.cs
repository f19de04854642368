using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Core.Rules;

/// <summary>A rule with the actions it registered.</summary>
internal sealed class RegisteredRule : RuleContext
{
    private readonly List<Action<RuleActionContext, QuotationRegion>> _quotation = [];
    private readonly List<Action<RuleActionContext, Attribution>> _attribution = [];
    private readonly List<Action<RuleActionContext>> _article = [];
    private readonly List<(Action<WorkspaceActionContext> Run, Func<Attribution, bool> LooksAt)> _workspace = [];
    private readonly Exception? _fault;

    public RegisteredRule(ArticleRule rule)
    {
        Descriptor = rule.SupportedDiagnostics[0];
        Type = rule.GetType();
        Names = [.. rule.SupportedDiagnostics.Select(static descriptor => descriptor.Name)];
        try
        {
            rule.Initialize(this);
        }
        catch (Exception fault)
        {
            // Told where the rule should have run, so that it is one more broken rule and not a broken tool.
            _fault = fault;
        }
    }

    /// <summary>The first: the one that the rule is known by.</summary>
    public DiagnosticDescriptor Descriptor { get; }

    /// <summary>What it is called in comments, by each of its descriptors.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>The rule's class.</summary>
    public Type Type { get; }

    /// <summary>What broke when the rule registered its actions, null where nothing did.</summary>
    public Exception? Fault => _fault;

    public bool HasArticleActions => _fault is not null || _article.Count + _quotation.Count + _attribution.Count > 0;

    public bool HasWorkspaceActions => _workspace.Count > 0;

    public override void RegisterQuotationAction(Action<RuleActionContext, QuotationRegion> action) => _quotation.Add(action);

    public override void RegisterAttributionAction(Action<RuleActionContext, Attribution> action) => _attribution.Add(action);

    public override void RegisterArticleAction(Action<RuleActionContext> action) => _article.Add(action);

    public override void RegisterWorkspaceAction(Action<WorkspaceActionContext> action) => RegisterWorkspaceAction(action, static _ => true);

    internal override void RegisterWorkspaceAction(Action<WorkspaceActionContext> action, Func<Attribution, bool> looksAt) => _workspace.Add((action, looksAt));

    /// <summary>One of its workspace actions does.</summary>
    public bool LooksAt(Attribution attribution)
    {
        foreach (var (_, looksAt) in _workspace)
        {
            if (looksAt(attribution)) return true;
        }
        return false;
    }

    public void Run(RuleActionContext context)
    {
        ThrowIfFaulty();
        foreach (var action in _article) action(context);
        foreach (var action in _quotation)
        {
            foreach (var region in context.Model.Regions)
            {
                context.Cancellation.ThrowIfCancellationRequested();
                action(context, region);
            }
        }
        foreach (var action in _attribution)
        {
            foreach (var attribution in context.Model.Attributions)
            {
                context.Cancellation.ThrowIfCancellationRequested();
                action(context, attribution);
            }
        }
    }

    public void RunOnWorkspace(WorkspaceActionContext context)
    {
        foreach (var (run, _) in _workspace) run(context);
    }

    private void ThrowIfFaulty()
    {
        if (_fault is not null) throw new InvalidOperationException($"it could not start: {_fault.Message}", _fault);
    }
}
