using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using QuoteTracker.Core.Checking;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Speakers;
using QuoteTracker.Core.Text;

namespace QuoteTracker.Core.Rules;

/// <summary>
/// Runs rules over articles. Immutable: one runner serves any number of threads. A rule that throws costs its own remaining findings in that file and
/// one <c>rule-failed</c>; the others go on.
/// </summary>
public sealed class RuleRunner
{
    private readonly ImmutableArray<RegisteredRule> _ofArticles, _ofWorkspace;
    private readonly RuleSeverities _severities;
    private readonly Dictionary<string, DiagnosticDescriptor> _enabled;

    private readonly HashSet<string> _absent;

    /// <summary>The names of rules that look at the newsroom as a whole: only that shows whether a comment hides anything of theirs.</summary>
    private readonly HashSet<string> _namesOfWorkspace;

    /// <summary>Initializes the rules; those that are off are left out.</summary>
    /// <param name="absent">The names of rules that there are, and that do not run here: a comment may name them.</param>
    public RuleRunner(IEnumerable<ArticleRule> rules, RuleSeverities severities, IEnumerable<string>? absent = null)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(severities);
        _severities = severities;
        var registered = ImmutableArray.CreateBuilder<RegisteredRule>();
        var enabled = new Dictionary<string, DiagnosticDescriptor>(StringComparer.Ordinal);
        foreach (var rule in rules)
        {
            var on = rule.SupportedDiagnostics.Where(descriptor => severities.Of(descriptor) is not null).ToList();
            if (on.Count == 0) continue;
            foreach (var descriptor in on) enabled[descriptor.Name] = descriptor;
            registered.Add(new RegisteredRule(rule));
        }
        _ofArticles = [.. registered.Where(static rule => rule.HasArticleActions)];
        _ofWorkspace = [.. registered.Where(static rule => rule.HasWorkspaceActions)];
        _namesOfWorkspace = _ofWorkspace.SelectMany(static rule => rule.Names).ToHashSet(StringComparer.Ordinal);
        _absent = new HashSet<string>(absent ?? [], StringComparer.Ordinal);
        _enabled = enabled;
    }

    /// <summary>All findings that the article's comments do not hide: by place, then by id; the same model gives the same findings.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public ImmutableArray<Diagnostic> Run(ArticleModel model, CancellationToken cancellation = default) => Run(model, ArticleBackground.None, cancellation);

    /// <inheritdoc cref="Run(ArticleModel, CancellationToken)"/>
    /// <param name="background">What is known of the article beyond its text.</param>
    public ImmutableArray<Diagnostic> Run(ArticleModel model, ArticleBackground background, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(background);
        var found = new List<Diagnostic>();
        Action<Diagnostic> report = found.Add;
        foreach (var rule in _ofArticles)
        {
            try
            {
                cancellation.ThrowIfCancellationRequested();
                rule.Run(new RuleActionContext(model, background, rule.Descriptor, _severities, report, cancellation));
            }
            catch (Exception fault) when (!IsCancellation(fault, cancellation))
            {
                AddFailure(rule, fault, model.Article.LocationOf(default), found);
            }
        }
        Suppressions.Apply(found, model, _severities, IsKnown, name => _enabled.ContainsKey(name) && !_namesOfWorkspace.Contains(name));
        return InOrder(found);
    }

    /// <summary>True where a rule looks at the newsroom as a whole: whoever runs the rules then keeps what <see cref="Summarize"/> gives of each article for <see cref="RunOnWorkspace"/>.</summary>
    public bool HasWorkspaceActions => !_ofWorkspace.IsEmpty;

    /// <summary>What to keep of an article for <see cref="RunOnWorkspace"/>: its statements that a rule looks at there.</summary>
    public ArticleSummary Summarize(ArticleModel model) => ArticleSummary.Of(model, IsLookedAt);

    /// <summary>
    /// The findings of all rules about the newsroom as a whole that no comment hides in the article where they stand: by path, then by place. A comment that hides
    /// none is not told of: not all articles may be here.
    /// </summary>
    /// <param name="articles">All of the newsroom's articles, in any order.</param>
    /// <param name="path">The newsroom's file at which a rule that breaks is reported.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public ImmutableArray<Diagnostic> RunOnWorkspace(
        Registry registry, IEnumerable<ArticleSummary> articles, string path, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(registry);
        ImmutableArray<ArticleSummary> all = [.. articles.OrderBy(static article => article.Path, StringComparer.Ordinal)];
        var found = new List<Diagnostic>();
        foreach (var rule in _ofWorkspace)
        {
            try
            {
                cancellation.ThrowIfCancellationRequested();
                rule.RunOnWorkspace(new WorkspaceActionContext(registry, all, rule.Descriptor, _severities, found.Add, cancellation));
            }
            catch (Exception fault) when (!IsCancellation(fault, cancellation))
            {
                AddFailure(rule, fault, Location.Create(path, default, default), found);
            }
        }
        if (all.All(static article => article.Suppressed.IsEmpty)) return InOrderOfPaths(found);
        var suppressed = all.Where(static article => !article.Suppressed.IsEmpty)
            .ToDictionary(static article => article.Location.GetLineSpan().Path, static article => article.Suppressed, StringComparer.Ordinal);
        found.RemoveAll(one => suppressed.TryGetValue(one.Location.GetLineSpan().Path, out var stretches) && stretches.Any(stretch => stretch.Hides(one)));
        return InOrderOfPaths(found);
    }

    private static ImmutableArray<Diagnostic> InOrderOfPaths(List<Diagnostic> found) =>
        found.Count == 0 ? [] : [.. InOrder(found).OrderBy(static diagnostic => diagnostic.Location.GetLineSpan().Path, StringComparer.Ordinal)];

    private bool IsKnown(string name) => _enabled.ContainsKey(name) || _absent.Contains(name) || RuleCatalogue.FindByName(name) is not null;

    private bool IsLookedAt(Attribution attribution)
    {
        foreach (var rule in _ofWorkspace)
        {
            if (rule.LooksAt(attribution)) return true;
        }
        return false;
    }

    private static bool IsCancellation(Exception fault, CancellationToken cancellation) => fault is OperationCanceledException && cancellation.IsCancellationRequested;

    private void AddFailure(RegisteredRule rule, Exception fault, Location place, List<Diagnostic> found)
    {
        if (_severities.Create(RunFaults.RuleFailed, place, null, rule.Descriptor.Name, fault.GetType().Name, fault.Message) is { } diagnostic) found.Add(diagnostic);
    }

    private static ImmutableArray<Diagnostic> InOrder(List<Diagnostic> found)
    {
        if (found.Count < 2) return [.. found];
        var ordered = new (Diagnostic Diagnostic, int Number)[found.Count];
        for (int k = 0; k < ordered.Length; k++) ordered[k] = (found[k], k);
        InsertionSort.Sort(ordered.AsSpan(), static (a, b) => ComparePlaces(a.Diagnostic, b.Diagnostic) is not 0 and var order ? order : a.Number.CompareTo(b.Number));
        var result = ImmutableArray.CreateBuilder<Diagnostic>(ordered.Length);
        int first = 0;
        foreach (var (diagnostic, _) in ordered)
        {
            // What was reported twice stands among those just before it.
            if (first < result.Count && ComparePlaces(result[first], diagnostic) != 0) first = result.Count;
            bool isNew = true;
            for (int k = first; k < result.Count && isNew; k++) isNew = result[k].Location.GetLineSpan().Path != diagnostic.Location.GetLineSpan().Path;
            if (isNew) result.Add(diagnostic);
        }
        return result.DrainToImmutable();
    }

    /// <summary>By place, then by id, then by message, which is made only where it decides.</summary>
    private static int ComparePlaces(Diagnostic a, Diagnostic b)
    {
        var (one, other) = (a.Location.SourceSpan, b.Location.SourceSpan);
        int order = one.Start != other.Start ? one.Start.CompareTo(other.Start) : one.End.CompareTo(other.End);
        if (order == 0) order = string.CompareOrdinal(a.Id, b.Id);
        return order != 0 ? order : string.CompareOrdinal(a.GetMessage(CultureInfo.InvariantCulture), b.GetMessage(CultureInfo.InvariantCulture));
    }
}
