using System.Buffers;

namespace QuoteTracker.Cli.Extract;

/// <summary>Whole lines as they were read.</summary>
/// <param name="Lines">UTF-8, each with its line break but perhaps the last. Empty where the batch is one line that was too long and was dropped.</param>
/// <param name="FirstLine">The number of the first line, from 1.</param>
/// <param name="Buffer">What <paramref name="Lines"/> lies in, of the shared pool.</param>
public sealed record LineBatch(ReadOnlyMemory<byte> Lines, long FirstLine, byte[] Buffer) : IDisposable
{
    /// <summary>In bytes. An article has some thousand; a line past this is a mistake that would cost all the memory.</summary>
    public const int MaximalLine = 1 << 24;

    private const int ReadSize = 1 << 17;

    public bool IsTooLong => Lines.IsEmpty;

    /// <summary>Gives the memory back; the lines must not be read any more.</summary>
    public void Dispose()
    {
        if (Buffer.Length > 0) ArrayPool<byte>.Shared.Return(Buffer);
    }

    /// <summary>Cuts a stream into batches as its bytes arrive: what is there is handed on, so that a slow producer gets its answers.</summary>
    public static async IAsyncEnumerable<LineBatch> ReadAsync(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var buffer = ArrayPool<byte>.Shared.Rent(ReadSize);
        int filled = 0, read;
        long line = 1;
        var dropping = false;
        while ((read = await stream.ReadAsync(buffer.AsMemory(filled)).ConfigureAwait(false)) > 0)
        {
            var newline = buffer.AsSpan(filled, read).LastIndexOf((byte)'\n');
            if (newline < 0)
            {
                filled = dropping ? 0 : filled + read;
                if (filled < buffer.Length) continue;
                dropping = filled >= MaximalLine;
                if (dropping) filled = 0;
                else buffer = Grow(buffer);
                continue;
            }
            int start = 0, end = filled + newline + 1;
            if (dropping)
            {
                dropping = false;
                start = buffer.AsSpan(0, read).IndexOf((byte)'\n') + 1;
                yield return new LineBatch(default, line++, []);
            }
            var rest = buffer.AsMemory(end, filled + read - end);
            var next = ArrayPool<byte>.Shared.Rent(Math.Max(ReadSize, rest.Length + 1));
            rest.CopyTo(next);
            var count = buffer.AsSpan(start, end - start).Count((byte)'\n');
            if (count > 0) yield return new LineBatch(buffer.AsMemory(start, end - start), line, buffer);
            line += count;
            (buffer, filled) = (next, rest.Length);
        }
        if (dropping) yield return new LineBatch(default, line, []);
        else if (filled > 0) yield return new LineBatch(buffer.AsMemory(0, filled), line, buffer);
    }

    private static byte[] Grow(byte[] buffer)
    {
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }
}
