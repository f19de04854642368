using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using QuoteTracker.Core.Rules;
using QuoteTracker.Core.Rules.House;
using QuoteTracker.Core.Speakers;
using QuoteTracker.Core.Text;
using QuoteTracker.HouseRules.Wire;

namespace QuoteTracker.HouseRules.Hosting;

/// <summary>
/// The newsroom's rules in C# as one rule among the others: it sends each article to the host, and reports what comes back. A rule that breaks or takes too
/// much is reported once for each article that it broke on, at its own file; one that took the host with it does not run again.
/// </summary>
internal sealed class HostedRules : ArticleRule
{
    /// <summary>So often the host may end without a rule to blame before all are off.</summary>
    private const int MostUnexplained = 3;

    private readonly ImmutableArray<HostedRule> _rules;
    private readonly RuleHostPool _pool;
    private readonly RuleLimits _limits;
    private readonly string _root;
    private readonly bool _stopsAtFirstFault;
    private readonly RulesOff _off = new();
    private readonly Func<string, int>? _numberOf;
    private int _unexplained;

    /// <param name="request">What the rules were loaded for; they see paths from its root.</param>
    /// <param name="stopsAtFirstFault">A rule that threw once is off; else it is tried on the next article, so that what is found does not depend on the order of articles.</param>
    public HostedRules(ImmutableArray<HostedRule> rules, RuleHostPool pool, RuleLimits limits, CodeRuleRequest request, bool stopsAtFirstFault)
    {
        (_rules, _pool, _limits, _root, _numberOf, _stopsAtFirstFault) = (rules, pool, limits, request.Root, request.NumberOf, stopsAtFirstFault);
        SupportedDiagnostics = [.. rules.Select(static rule => rule.Descriptor)];
        OfNewsroom = rules.Any(static rule => rule.Description!.HasWorkspaceActions) ? new HostedNewsroomRules(this) : null;
    }

    /// <summary>Those of the rules that look at the newsroom as a whole, as one rule; null where none does.</summary>
    public ArticleRule? OfNewsroom { get; }

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    /// <summary>Told of each rule that broke, beside the finding.</summary>
    public Action<Diagnostic>? Stopped { get; set; }

    public override void Initialize(RuleContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.RegisterArticleAction(CheckArticle);
    }

    private void CheckArticle(RuleActionContext context)
    {
        var article = context.Model.Article;
        var path = Path.IsPathRooted(article.Path) ? Path.GetRelativePath(_root, article.Path).Replace('\\', '/') : article.Path;
        var data = new WireWriter();
        ModelWire.Write(data, context.Model, path);
        BackgroundWire.Write(data, context.Background);
        int number = _numberOf?.Invoke(article.Path) ?? 0;
        var result = Ask(FrameKind.Article, data, number, context.Registry, _limits.PerArticle, context.Cancellation);
        foreach (var finding in result.Findings)
        {
            if (finding.Span.End > article.Text.Length || !HasFixesInside(finding, article.Text.Length))
                result = result with { Failures = result.Failures.Add(new HostedFailure(finding.Rule, "reported a place outside the text", false)) };
            else context.ReportFinished(_rules[finding.Rule].Descriptor, finding.Span, finding.Message, finding.Properties);
        }
        foreach (var failure in Blamed(result, number)) context.ReportAt(HouseFaults.RuleStopped, _rules[failure.Rule].Location, Tell(failure, path));
    }

    private void CheckWorkspace(WorkspaceActionContext context)
    {
        var data = new WireWriter();
        data.Many(context.Articles, article => RegistryWire.Write(data, article));
        int behindAll = _numberOf is null ? 0 : int.MaxValue;
        var result = Ask(FrameKind.Workspace, data, behindAll, context.Registry, _limits.PerNewsroom, context.Cancellation);
        var known = result.Findings.IsEmpty ? [] : PlacesOf(context);
        foreach (var finding in result.Findings)
        {
            if (known.TryGetValue(finding.Path, out var places) && places.Find(place => place.SourceSpan == finding.Span) is { } place)
                context.ReportFinished(_rules[finding.Rule].Descriptor, place, finding.Message);
            else result = result with { Failures = result.Failures.Add(new HostedFailure(finding.Rule, "reported a place that it was not given", false)) };
        }
        foreach (var failure in Blamed(result, behindAll)) context.Report(HouseFaults.RuleStopped, _rules[failure.Rule].Location, Tell(failure, "the newsroom"));
    }

    /// <summary>What a rule may report at, by path.</summary>
    private static Dictionary<string, List<Location>> PlacesOf(WorkspaceActionContext context)
    {
        var places = new Dictionary<string, List<Location>>(StringComparer.Ordinal);
        foreach (var article in context.Articles)
        {
            Add(article.Location);
            foreach (var statement in article.Statements) Add(statement.Location);
        }
        foreach (var entry in context.Registry.Entries) Add(entry.Location);
        return places;

        void Add(Location place)
        {
            string path = place.GetLineSpan().Path ?? "";
            if (!places.TryGetValue(path, out var there)) places[path] = there = [];
            there.Add(place);
        }
    }

    /// <returns>The arguments of the message.</returns>
    private object[] Tell(HostedFailure failure, string where)
    {
        object[] arguments = [_rules[failure.Rule].Descriptor.Name, failure.What, where];
        Stopped?.Invoke(Diagnostic.Create(HouseFaults.RuleStopped, _rules[failure.Rule].Location, arguments));
        return arguments;
    }

    /// <summary>What fails in this article for the first time.</summary>
    private IEnumerable<HostedFailure> Blamed(HostedResult result, int article)
    {
        var told = new HashSet<int>();
        foreach (var failure in result.Failures)
        {
            if (!told.Add(failure.Rule)) continue;
            if (!_stopsAtFirstFault || _off.Add(failure.Rule, article) || failure.IsMemory) yield return failure;
        }
    }

    private static bool HasFixesInside(HostedFinding finding, int length)
    {
        try
        {
            foreach (var fix in CarriedFixes.Of(finding.Properties))
            {
                var changes = fix.Changes.ToArray();
                InsertionSort.Sort(changes, static (one, other) => one.Span.CompareTo(other.Span));
                int last = 0;
                foreach (var change in changes)
                {
                    if (change.Span.Start < last || change.Span.End > length) return false;
                    last = change.Span.End;
                }
            }
            return true;
        }
        catch (Exception fault) when (fault is FormatException or OverflowException or ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Asks a host; where it ends, asks another one that announces each rule, to learn which one it was.</summary>
    /// <param name="article">Its number in the order of the articles.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    private HostedResult Ask(FrameKind kind, WireWriter data, int article, Registry registry, TimeSpan limit, CancellationToken cancellation)
    {
        var failures = ImmutableArray.CreateBuilder<HostedFailure>();
        try
        {
            var host = _pool.Take(cancellation);
            for (bool isCareful = false; ; isCareful = true)
            {
                try
                {
                    var result = RuleWire.ReadResult(host.Ask(kind, Request(data, article, host, registry, isCareful).Written, limit, perRule: isCareful, cancellation), _rules.Length);
                    foreach (var failure in result.Failures.Where(static failure => failure.IsMemory)) _off.Add(failure.Rule, article);
                    _pool.Return(result.Failures.Any(static failure => failure.IsMemory) ? _pool.Replace(host) : host);
                    // Once is an accident; again and again it is one of the rules, though nobody knows which.
                    bool isUnexplained = isCareful && failures.Count == 0 && Interlocked.Increment(ref _unexplained) > MostUnexplained;
                    if (isUnexplained) return AllOff(failures, article, "took the process that runs the rules with it, or another rule did");
                    failures.AddRange(result.Failures);
                    return result with { Failures = failures.ToImmutable() };
                }
                catch (OperationCanceledException)
                {
                    _pool.Renew(host);
                    throw;
                }
                catch (Exception fault) when (fault is HostEndedException or InvalidDataException)
                {
                    var (end, last) = fault is HostEndedException ended ? (ended.End, ended.LastRule) : (HostEnd.Died, null);
                    if (last is { } guilty && guilty >= 0 && guilty < _rules.Length)
                    {
                        if (_off.Add(guilty, article)) failures.Add(new HostedFailure(guilty, WordFor(end, limit), true));
                    }
                    else if (isCareful)
                    {
                        _pool.Drop(host);
                        return AllOff(failures, article, "took the process that runs the rules with it, or another rule did");
                    }
                    host = _pool.Replace(host);
                }
            }
        }
        catch (Exception fault) when (fault is HostEndedException or IOException)
        {
            return AllOff(failures, article, "could not be started in a process of its own");
        }
        catch (ObjectDisposedException)
        {
            // Nobody wants these rules any more: the newsroom has others by now.
            return new HostedResult([], []);
        }
    }

    private WireWriter Request(WireWriter data, int article, RuleHostProcess host, Registry registry, bool isCareful)
    {
        var request = new WireWriter();
        // A host keeps the registry that it has: mostly it is the same for all articles.
        request.Bool(host.Registry != registry);
        if (host.Registry != registry) RegistryWire.Write(request, registry);
        host.Registry = registry;
        request.Bool(isCareful);
        request.Int(_rules.Length);
        for (int rule = 0; rule < _rules.Length; rule++) request.Bool(!_off.Holds(rule, article));
        request.Raw(data.Written);
        return request;
    }

    private HostedResult AllOff(ImmutableArray<HostedFailure>.Builder failures, int article, string what)
    {
        for (int rule = 0; rule < _rules.Length; rule++)
        {
            if (_off.Add(rule, article)) failures.Add(new HostedFailure(rule, what, true));
        }
        return new HostedResult([], failures.ToImmutable());
    }

    private sealed class HostedNewsroomRules(HostedRules rules) : ArticleRule
    {
        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
            [.. rules._rules.Where(static rule => rule.Description!.HasWorkspaceActions).Select(static rule => rule.Descriptor)];

        public override void Initialize(RuleContext context) => context.RegisterWorkspaceAction(rules.CheckWorkspace);
    }

    private static string WordFor(HostEnd end, TimeSpan limit) => end == HostEnd.OutOfTime
        ? FormattableString.Invariant($"did not end within {limit.TotalSeconds:0.#} seconds")
        : "broke off the process that runs it (its stack or its memory ran out)";
}
