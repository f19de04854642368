using System.Diagnostics.CodeAnalysis;

namespace QuoteTracker.Ide;

/// <summary>
/// Work that is done once for all who ask for its result. It stops when nobody waits for it any more, and begins again with the next who asks.
/// Thread-safe; who asks first does it, the others wait.
/// </summary>
/// <param name="work">Looks at its cancellation often.</param>
internal sealed class SharedWork<T>(Func<CancellationToken, T> work)
{
    private readonly Lock _gate = new();
    private Run? _run;
    private T _result = default!;
    private volatile bool _isDone;

    public bool IsDone => _isDone;

    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled; those who wait besides get the result all the same.</exception>
    public T Get(CancellationToken cancellation = default)
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            if (_isDone) return _result;
            Run run;
            bool isMine, isStopped;
            lock (_gate)
            {
                if (_isDone) return _result;
                isMine = _run is null;
                run = _run ??= new Run();
                isStopped = !run.TryJoin();
            }
            if (isStopped)
            {
                run.WaitForEnd(cancellation);
                continue;
            }
            using var leaving = cancellation.Register(run.Leave);
            if (isMine) Do(run);
            else run.WaitForEnd(cancellation);
        }
    }

    private void Do(Run run)
    {
        try
        {
            _result = work(run.Stop);
            _isDone = true;
        }
        catch (OperationCanceledException) when (run.Stop.IsCancellationRequested)
        {
            // Nobody waits for it any more, or somebody new, who begins again.
        }
        finally
        {
            lock (_gate) _run = null;
            run.End();
        }
    }

    /// <summary>One attempt at the work, and those who wait for it.</summary>
    [SuppressMessage("Design", "CA1001", Justification = "The source has no timer and no handle, and who waits may leave at any time.")]
    private sealed class Run
    {
        private readonly CancellationTokenSource _stop = new();
        private readonly TaskCompletionSource _ended = new();
        private int _waiting;
        private bool _isStopped;

        public CancellationToken Stop => _stop.Token;

        /// <returns>False where the work was told to stop already.</returns>
        public bool TryJoin()
        {
            lock (_stop)
            {
                if (!_isStopped) _waiting++;
                return !_isStopped;
            }
        }

        public void Leave()
        {
            lock (_stop)
            {
                _isStopped |= --_waiting == 0;
                if (!_isStopped) return;
            }
            _stop.Cancel();
        }

        public void End() => _ended.SetResult();

        public void WaitForEnd(CancellationToken cancellation) => _ended.Task.Wait(cancellation);
    }
}
