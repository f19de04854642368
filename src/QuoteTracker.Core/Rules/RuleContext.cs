using QuoteTracker.Core.Model;

namespace QuoteTracker.Core.Rules;

/// <summary>Where a rule registers what it wants to see.</summary>
public abstract class RuleContext
{
    /// <summary>Runs once for each region in quotation marks, in text order; a nested one after the one around it.</summary>
    public abstract void RegisterQuotationAction(Action<RuleActionContext, QuotationRegion> action);

    /// <summary>Runs once for each attribution, in the order of their first content.</summary>
    public abstract void RegisterAttributionAction(Action<RuleActionContext, Attribution> action);

    /// <summary>Runs once for each article, before the actions for its parts.</summary>
    public abstract void RegisterArticleAction(Action<RuleActionContext> action);

    /// <summary>Runs once for the newsroom, when all of its articles were looked at.</summary>
    public abstract void RegisterWorkspaceAction(Action<WorkspaceActionContext> action);

    /// <summary>The same for an action that looks at some statements alone, so that the others need not be kept until all articles were looked at.</summary>
    /// <param name="looksAt">The action may yet be shown others.</param>
    internal abstract void RegisterWorkspaceAction(Action<WorkspaceActionContext> action, Func<Attribution, bool> looksAt);
}
