using QuoteTracker.Core.Model;

namespace QuoteTracker.Core.Rules;

/// <summary>A rule with the actions it registered.</summary>
internal sealed class RegisteredRule : RuleContext
{
    private readonly List<Action<RuleActionContext, QuotationRegion>> _quotation = [];
    private readonly List<Action<RuleActionContext, Attribution>> _attribution = [];
    private readonly List<Action<RuleActionContext>> _article = [];
    private readonly List<Action<RegistryActionContext>> _registry = [];
    private readonly Exception? _fault;

    public RegisteredRule(Rule rule)
    {
        Name = rule.SupportedDiagnostics[0].Name;
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

    public string Name { get; }

    public override void RegisterQuotationAction(Action<RuleActionContext, QuotationRegion> action) => _quotation.Add(action);

    public override void RegisterAttributionAction(Action<RuleActionContext, Attribution> action) => _attribution.Add(action);

    public override void RegisterArticleAction(Action<RuleActionContext> action) => _article.Add(action);

    public override void RegisterRegistryAction(Action<RegistryActionContext> action) => _registry.Add(action);

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

    public void RunOnRegistry(RegistryActionContext context)
    {
        ThrowIfFaulty();
        foreach (var action in _registry) action(context);
    }

    private void ThrowIfFaulty()
    {
        if (_fault is not null) throw new InvalidOperationException($"it could not start: {_fault.Message}", _fault);
    }
}
