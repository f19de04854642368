using System.IO.Pipelines;

namespace QuoteTracker.LanguageServer.Transport;

/// <summary>
/// Reads the client's messages. It blocks, and wants a thread of its own: standard input has no asynchronous reading, and a thread of the pool may be
/// late when the pool is busy with analysis, while a cancellation must be seen at once.
/// </summary>
public sealed class FrameReader(Stream input)
{
    private const int ReadSize = 32 * 1024;

    private readonly FrameParser _parser = new();

    // No back pressure: one thread fills the pipe and empties it.
    private readonly Pipe _pipe = new(new PipeOptions(pauseWriterThreshold: 0, useSynchronizationContext: false));
    private bool _hasRest;

    /// <summary>The messages until the input ends.</summary>
    /// <exception cref="FramingException">The stream is broken, or ends inside a message.</exception>
    public IEnumerable<Frame> ReadAll()
    {
        while (Fill())
        {
            while (TryRead(out var frame)) yield return frame;
        }
        if (_hasRest || !_parser.IsAtBoundary) throw new FramingException("The input ended inside a message.");
    }

    private bool Fill()
    {
        int count;
        try
        {
            count = input.Read(_pipe.Writer.GetSpan(ReadSize));
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The other side is gone: the same to us as an end.
            return false;
        }
        _pipe.Writer.Advance(count);
        var flushed = _pipe.Writer.FlushAsync();
        if (!flushed.IsCompleted) throw new InvalidOperationException("A pipe without back pressure made its writer wait.");
        flushed.GetAwaiter().GetResult();
        return count > 0;
    }

    private bool TryRead(out Frame frame)
    {
        frame = default;
        if (!_pipe.Reader.TryRead(out var read)) return false;
        var buffer = read.Buffer;
        bool found = _parser.TryRead(ref buffer, out frame);
        _hasRest = !buffer.IsEmpty;
        if (found) _pipe.Reader.AdvanceTo(buffer.Start);
        else _pipe.Reader.AdvanceTo(buffer.Start, buffer.End);
        return found;
    }
}
