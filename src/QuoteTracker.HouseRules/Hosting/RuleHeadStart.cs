using QuoteTracker.HouseRules.Caching;

namespace QuoteTracker.HouseRules.Hosting;

/// <summary>
/// What the first loading of rules waits for most, begun ahead of it: a host that starts, and the cache of compiled rules. No rule comes near the host before a
/// loader takes it.
/// </summary>
/// <param name="folders">Null for no cache.</param>
public sealed class RuleHeadStart(RuleHostCommand command, RuleLimits limits, CacheFolders? folders) : IDisposable
{
    private FirstHost? _host = new(command, limits);

    internal Task<CompiledRuleCache?> Cache { get; } = Task.Run(() => folders is null ? null : CompiledRuleCache.Open(folders));

    /// <summary>The host, once; then null.</summary>
    internal FirstHost? TakeHost() => Interlocked.Exchange(ref _host, null);

    public void Dispose() => TakeHost()?.Dispose();
}
