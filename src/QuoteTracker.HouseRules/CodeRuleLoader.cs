using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using QuoteTracker.Core.Rules;
using QuoteTracker.Core.Rules.House;
using QuoteTracker.HouseRules.Caching;
using QuoteTracker.HouseRules.Compiling;
using QuoteTracker.HouseRules.Hosting;
using QuoteTracker.HouseRules.Wire;

namespace QuoteTracker.HouseRules;

/// <summary>
/// Makes rules of C# files: compiles them in one process, has them loaded in another, and keeps what was compiled. This process compiles nothing and runs
/// nothing of them. Thread-safe.
/// </summary>
/// <param name="folders">Null for no cache.</param>
/// <param name="stopsAtFirstFault">A rule that threw is off until it is loaded again; else it is tried on the next article.</param>
/// <param name="headStart">Made with the same; null for none. Whoever made it disposes it.</param>
public sealed class CodeRuleLoader(RuleHostCommand command, RuleLimits limits, CacheFolders? folders, bool stopsAtFirstFault, RuleHeadStart? headStart = null) : ICodeRuleLoader
{
    private readonly Lazy<CompiledRuleCache?> _cache = new(() => headStart is not null ? headStart.Cache.GetAwaiter().GetResult() : folders is null ? null : CompiledRuleCache.Open(folders));

    public CodeRules Load(CodeRuleRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        if (request.Files.IsEmpty) return new Loaded(null, [], null);
        // It starts while the cache is read.
        using var hosts = headStart?.TakeHost() ?? new FirstHost(command, limits);
        var rules = ImmutableArray.CreateBuilder<HostedRule>();
        var fresh = new List<CodeRuleFile>();
        foreach (var file in request.Files)
        {
            if (_cache.Value?.Find(file) is { } known) rules.Add(known);
            else fresh.Add(file);
        }
        rules.AddRange(Compile(fresh, diagnostics, cancellation));
        // In the order of the files, so that of two rules with one id the same one is left out each time.
        rules.Sort(static (one, other) => string.CompareOrdinal(one.File.Path, other.File.Path));
        var loading = new Loading(request, diagnostics);
        RuleHostPool? pool = null;
        if (rules.Any(static rule => rule.Description is null))
        {
            pool = Describe(rules, hosts, diagnostics, cancellation);
            foreach (var rule in rules.Where(rule => fresh.Contains(rule.File))) _cache.Value?.Keep(rule);
        }
        ImmutableArray<HostedRule> usable = [.. rules.Where(loading.IsUsable)];
        if (pool is not null && usable.Length != rules.Count)
        {
            pool.Dispose();
            pool = null;
        }
        if (usable.IsEmpty) return new Loaded(null, diagnostics.ToImmutable(), pool);
        pool ??= PoolOf(usable, hosts);
        return new Loaded(new HostedRules(usable, pool, limits, request, stopsAtFirstFault), diagnostics.ToImmutable(), pool);
    }

    private RuleHostPool PoolOf(IReadOnlyList<HostedRule> rules, FirstHost hosts)
    {
        var load = new WireWriter();
        load.Int(rules.Count);
        foreach (var rule in rules)
        {
            load.Bytes(rule.Assembly);
            load.Text(rule.Class);
        }
        return new RuleHostPool(command, limits, load.Written.ToArray(), rules.Count, hosts.Take());
    }

    private List<HostedRule> Compile(List<CodeRuleFile> files, ImmutableArray<Diagnostic>.Builder diagnostics, CancellationToken cancellation)
    {
        var rules = new List<HostedRule>(files.Count);
        if (files.Count == 0) return rules;
        cancellation.ThrowIfCancellationRequested();
        var request = new WireWriter();
        request.Int(files.Count);
        foreach (var file in files)
        {
            request.Text(file.Path);
            request.Text(file.Text.ToString());
        }
        ImmutableArray<CompiledRule> compiled;
        try
        {
            using var host = RuleHostProcess.Start(command, limits);
            compiled = host.Ask(FrameKind.Compile, request.Written, limits.Compiling, cancellation: cancellation).Many(RuleWire.ReadCompiled);
        }
        catch (Exception fault) when (fault is HostEndedException or InvalidDataException or IOException)
        {
            // One of them is too much for the compiler: each has a process of its own then.
            if (files.Count > 1) return [.. files.SelectMany(file => Compile([file], diagnostics, cancellation))];
            diagnostics.Add(Diagnostic.Create(
                HouseFaults.UnusableRule, files[0].LocationOf(default), fault is IOException ? fault.Message : "the compiler ended over it"));
            return rules;
        }
        foreach (var (file, result) in files.Zip(compiled))
        {
            if (result.Faults.IsEmpty) rules.Add(new HostedRule(file, [.. result.Assembly], result.Class, result.ClassSpan, null));
            foreach (var fault in result.Faults)
                if (RuleCatalogue.Find(fault.Id) is { } descriptor) diagnostics.Add(Diagnostic.Create(descriptor, file.LocationOf(fault.Span), fault.Message));
        }
        return rules;
    }

    /// <summary>Has the rules loaded, and puts what they say of themselves to them; those that cannot be loaded are left out.</summary>
    /// <returns>A pool with exactly the rules that are left; null where none is.</returns>
    private RuleHostPool? Describe(
        ImmutableArray<HostedRule>.Builder rules, FirstHost hosts, ImmutableArray<Diagnostic>.Builder diagnostics, CancellationToken cancellation)
    {
        while (rules.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var pool = PoolOf(rules, hosts);
            try
            {
                var descriptions = pool.Describe();
                int before = rules.Count;
                for (int i = before - 1; i >= 0; i--)
                {
                    rules[i] = rules[i] with { Description = descriptions[i] };
                    if (descriptions[i].Fault.Length == 0) continue;
                    diagnostics.Add(Diagnostic.Create(HouseFaults.UnusableRule, rules[i].Location, descriptions[i].Fault));
                    rules.RemoveAt(i);
                }
                if (rules.Count == before) return pool;
                pool.Dispose();
            }
            catch (Exception fault) when (fault is HostEndedException or IOException)
            {
                pool.Dispose();
                int guilty = fault is HostEndedException { LastRule: { } last } && last >= 0 && last < rules.Count ? last : -1;
                var what = fault is HostEndedException { End: HostEnd.OutOfTime } ? "its constructor does not end" : guilty < 0 ? fault.Message : "its constructor broke off the process that runs it";
                foreach (var rule in guilty < 0 ? rules.ToArray() : [rules[guilty]])
                {
                    diagnostics.Add(Diagnostic.Create(HouseFaults.UnusableRule, rule.Location, what));
                    rules.Remove(rule);
                }
            }
        }
        return null;
    }

    /// <summary>Which of the rules may run beside all others.</summary>
    private sealed class Loading(CodeRuleRequest request, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        private readonly Dictionary<string, string> _ids = request.Taken.DistinctBy(static rule => rule.Id).ToDictionary(static rule => rule.Id, static rule => $"the rule {rule.Name}");
        private readonly HashSet<string> _names = [.. request.Taken.Select(static rule => rule.Name)];

        public bool IsUsable(HostedRule rule)
        {
            var said = rule.Description!;
            if (said.Id.Length != 6 || !said.Id.StartsWith("HR", StringComparison.Ordinal) || said.Id.AsSpan(2).ContainsAnyExceptInRange('0', '9'))
                return Refuse(rule, HouseFaults.UnusableRule, $"its id '{said.Id}' is not HR and four digits");
            if (said.Name != rule.File.RuleName)
                return Refuse(rule, HouseFaults.UnusableRule, $"it is called '{said.Name}', and its file '{rule.File.RuleName}.cs': give both the same name");
            if (!_names.Add(said.Name)) return Refuse(rule, HouseFaults.DuplicateRule, said.Name, "another rule");
            if (!_ids.TryAdd(said.Id, $"the rule {said.Name}")) return Refuse(rule, HouseFaults.DuplicateRule, said.Id, _ids[said.Id]);
            return request.Severities.Of(rule.Descriptor) is not null;
        }

        private bool Refuse(HostedRule rule, DiagnosticDescriptor fault, params object[] arguments)
        {
            diagnostics.Add(Diagnostic.Create(fault, rule.Location, arguments));
            return false;
        }
    }

    private sealed class Loaded : CodeRules
    {
        private readonly RuleHostPool? _pool;

        public Loaded(HostedRules? rules, ImmutableArray<Diagnostic> diagnostics, RuleHostPool? pool)
        {
            _pool = pool;
            Rules = rules is null ? [] : rules.OfNewsroom is { } ofNewsroom ? [rules, ofNewsroom] : [rules];
            Diagnostics = diagnostics;
            if (rules is not null) rules.Stopped = OnStopped;
        }

        public override ImmutableArray<ArticleRule> Rules { get; }

        public override ImmutableArray<Diagnostic> Diagnostics { get; }

        protected override void Dispose(bool disposing) => _pool?.Dispose();
    }
}
