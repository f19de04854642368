using System.Runtime.ExceptionServices;

namespace QuoteTracker.Cli.Execution;

/// <summary>Takes numbered results from several threads and hands them on in order: whoever brings the next one hands on all that are ready.</summary>
/// <param name="capacity">A number is less than this above the first that was not handed on.</param>
/// <param name="consume">Runs for one result at a time.</param>
internal sealed class OrderedResults<T>(int capacity, Action<T> consume)
{
    private readonly (bool IsReady, T? Value, ExceptionDispatchInfo? Fault)[] _held = new (bool, T?, ExceptionDispatchInfo?)[capacity];
    private readonly Lock _lock = new();
    private long _next;
    private bool _isConsuming;

    /// <param name="number">From 0, without gaps over all calls.</param>
    /// <exception cref="Exception">What making or consuming a result threw, when it was its turn; no result behind it is handed on.</exception>
    public void Add<TIn>(long number, TIn item, Func<TIn, T> map)
    {
        T value;
        try
        {
            value = map(item);
        }
        catch (Exception fault)
        {
            Fail(number, fault);
            return;
        }
        Add(number, (true, value, null));
    }

    /// <inheritdoc cref="Add{TIn}"/>
    public void Fail(long number, Exception fault) => Add(number, (true, default, ExceptionDispatchInfo.Capture(fault)));

    private void Add(long number, (bool, T?, ExceptionDispatchInfo?) result)
    {
        lock (_lock)
        {
            _held[number % capacity] = result;
            if (_isConsuming) return;
            _isConsuming = true;
        }
        while (TakeNext() is { IsReady: true } next)
        {
            next.Fault?.Throw();
            consume(next.Value!);
        }
    }

    private (bool IsReady, T? Value, ExceptionDispatchInfo? Fault) TakeNext()
    {
        lock (_lock)
        {
            ref var held = ref _held[_next % capacity];
            var next = held;
            held = default;
            _isConsuming = next.IsReady;
            if (_isConsuming) _next++;
            return next;
        }
    }
}
