using System.Buffers;
using System.Text;
using QuoteTracker.Cli.Lint;

namespace QuoteTracker.Cli.Formats;

/// <summary>
/// One way to write findings down, as UTF-8. A report is written apart from the others, several at once on different threads; the pieces are put
/// together in the order of the files, with <see cref="Separator"/> between those that are not empty.
/// </summary>
public abstract class ReportFormat
{
    /// <summary>Between two pieces.</summary>
    public virtual ReadOnlySpan<byte> Separator => default;

    /// <summary>Findings need their fingerprints.</summary>
    public virtual bool UsesFingerprints => false;

    public virtual void WriteHeader(IBufferWriter<byte> output)
    {
    }

    /// <summary>Thread-safe. Writes nothing where the format has nothing to say of the file.</summary>
    public abstract void Write(FileReport report, IBufferWriter<byte> output);

    public virtual void WriteFooter(RunTotals totals, IBufferWriter<byte> output)
    {
    }

    protected static void Write(StringBuilder text, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var chunk in text.GetChunks()) Encoding.UTF8.GetBytes(chunk.Span, output);
    }
}
