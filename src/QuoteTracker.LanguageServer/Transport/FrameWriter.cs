using System.Threading.Channels;

namespace QuoteTracker.LanguageServer.Transport;

/// <summary>Writes messages in the order of their posting, on a thread of its own: a client that is slow to read holds up nobody here.</summary>
public sealed class FrameWriter
{
    private readonly Stream _output;

    // Whoever posts wakes the thread itself: by way of the pool it would be late when the pool is busy.
    private readonly Channel<byte[]> _frames =
        Channel.CreateUnbounded<byte[]>(new UnboundedChannelOptions { SingleReader = true, AllowSynchronousContinuations = true });

    private readonly TaskCompletionSource _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public FrameWriter(Stream output)
    {
        _output = output;
        new Thread(Run) { IsBackground = true, Name = "protocol output" }.Start();
    }

    /// <summary>Completes when all was written, or the client stopped taking it.</summary>
    public Task Finished => _finished.Task;

    /// <param name="frame">Headers and body, whole. After <see cref="Complete"/> it is dropped.</param>
    public void Post(byte[] frame) => _frames.Writer.TryWrite(frame);

    /// <summary>Nothing more will be posted.</summary>
    public void Complete() => _frames.Writer.TryComplete();

    private void Run()
    {
        try
        {
            var reader = _frames.Reader;
            while (reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
            {
                while (reader.TryRead(out var frame)) _output.Write(frame);
                _output.Flush();
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The client is gone. Its input ends as well, which ends the server; until then there is nobody to tell.
            _frames.Writer.TryComplete();
        }
        finally
        {
            _finished.TrySetResult();
        }
    }
}
