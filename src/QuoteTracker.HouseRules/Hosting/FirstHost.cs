namespace QuoteTracker.HouseRules.Hosting;

/// <summary>A host that is started before anybody knows whether it is wanted; one that nobody took is ended.</summary>
internal sealed class FirstHost(RuleHostCommand command, RuleLimits limits) : IDisposable
{
    private Task<RuleHostProcess>? _starting = Task.Run(() => RuleHostProcess.Start(command, limits));

    /// <summary>It, once; then null.</summary>
    public Task<RuleHostProcess>? Take() => Interlocked.Exchange(ref _starting, null);

    public void Dispose() => Take()?.ContinueWith(static unwanted => unwanted.Result.Dispose(), TaskContinuationOptions.OnlyOnRanToCompletion);
}
