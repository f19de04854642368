using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace QuoteTracker.Core.Claims;

/// <summary>One line of a ledger. Spans are UTF-16 offsets in the ledger's text, end exclusive.</summary>
/// <param name="Span">Without its line break.</param>
/// <param name="Claim">Null for a blank line and for one that is no entry.</param>
/// <param name="Values">Where the entry's values stand.</param>
/// <param name="Fault">Why the line is no entry, as a part of a sentence; null for a blank or a good one.</param>
/// <param name="FaultSpan">Where it is wrong.</param>
public sealed record LedgerLine(TextSpan Span, Claim? Claim, ClaimValues Values, string? Fault, TextSpan FaultSpan);

/// <summary>The ledger as a text: an entry a line. Immutable; the text may be an editor's or a file's.</summary>
public sealed class LedgerDocument
{
    /// <summary>In bytes: some hundred thousand entries.</summary>
    public const int MaxBytes = 64 * 1024 * 1024;

    private LedgerDocument(string path, SourceText text, ImmutableArray<LedgerLine> lines)
    {
        Path = path;
        Text = text;
        Lines = lines;
    }

    /// <summary>Names the file in diagnostics.</summary>
    public string Path { get; }

    public SourceText Text { get; }

    /// <summary>In the order of the file, a last empty one left out.</summary>
    public ImmutableArray<LedgerLine> Lines { get; }

    /// <summary>The entries in the order of the file; of those that share an id, the first.</summary>
    public IEnumerable<Claim> Claims => Lines.Select(static line => line.Claim).OfType<Claim>().DistinctBy(static claim => claim.Id, StringComparer.Ordinal);

    /// <summary>Reads a ledger that is in memory, such as an editor's.</summary>
    /// <param name="path">Names the file; nothing is opened.</param>
    public static LedgerDocument Read(string path, SourceText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Read(path, text, Encoding.UTF8.GetBytes(text.ToString()));
    }

    /// <summary>Reads a ledger as its file has it: a line whose bytes are no UTF-8 is no entry, and costs no other.</summary>
    /// <param name="path">Names the file; nothing is opened.</param>
    public static LedgerDocument Read(string path, ReadOnlyMemory<byte> file)
    {
        var isMarked = file.Span.StartsWith(Encoding.UTF8.Preamble);
        var bytes = isMarked ? file[Encoding.UTF8.Preamble.Length..] : file;
        return Read(path, SourceText.From(Encoding.UTF8.GetString(bytes.Span), new UTF8Encoding(isMarked)), bytes);
    }

    private static LedgerDocument Read(string path, SourceText source, ReadOnlyMemory<byte> bytes)
    {
        var text = source.ToString();
        var lines = ImmutableArray.CreateBuilder<LedgerLine>();
        // By \n alone, as JSON lines are set apart: a line separator inside a string is no end of a line.
        for (int start = 0, from = 0; start < text.Length;)
        {
            int end = text.IndexOf('\n', start), to = bytes.Span[from..].IndexOf((byte)'\n');
            if (end < 0) (end, to) = (text.Length, bytes.Length - from);
            lines.Add(ReadLine(TextSpan.FromBounds(start, end > start && text[end - 1] == '\r' ? end - 1 : end), bytes.Slice(from, to)));
            (start, from) = (end + 1, from + to + 1);
        }
        return new LedgerDocument(path, source, lines.ToImmutable());
    }

    /// <summary>The line of the entry with this id; null where there is none.</summary>
    public LedgerLine? Find(string id) => Lines.FirstOrDefault(line => line.Claim?.Id == id);

    /// <summary>The line that <paramref name="position"/> is in, its end included; null behind the last.</summary>
    public LedgerLine? LineAt(int position) => Lines.FirstOrDefault(line => line.Span.IntersectsWith(position));

    /// <summary>The edit of this text that writes entries: each replaces the one of its id, or goes where its id belongs. For a ledger that is open in an editor.</summary>
    /// <returns>One change, as small as whole lines can be; none where nothing changes.</returns>
    public ImmutableArray<TextChange> ChangesFor(IEnumerable<Claim> claims)
    {
        var before = Text.ToString();
        var after = Encoding.UTF8.GetString(LedgerLines.With(Encoding.UTF8.GetBytes(before), claims));
        if (before == after) return [];
        int start = before.AsSpan().CommonPrefixLength(after);
        start = start == 0 ? 0 : before.LastIndexOf('\n', start - 1) + 1;
        int tail = 0, most = Math.Min(before.Length, after.Length) - start;
        while (tail < most && before[^(tail + 1)] == after[^(tail + 1)]) tail++;
        // Back to the end of a line, so that the change is of whole lines.
        var lineEnd = tail == 0 ? -1 : before.IndexOf('\n', before.Length - tail);
        tail = lineEnd < 0 ? 0 : before.Length - lineEnd - 1;
        return [new TextChange(TextSpan.FromBounds(start, before.Length - tail), after[start..^tail])];
    }

    /// <summary>The edits of this text that write another id in the place of a speaker's, in every entry; nothing else of a line changes.</summary>
    public ImmutableArray<TextChange> ChangesOfSpeaker(string id, string newId)
    {
        ArgumentNullException.ThrowIfNull(newId);
        var written = ClaimWriter.Text(newId);
        return [.. Lines.Where(line => line.Claim?.Speaker == id).Select(line => new TextChange(line.Values.Speaker, written))];
    }

    private static LedgerLine ReadLine(TextSpan span, ReadOnlyMemory<byte> bytes)
    {
        if (!bytes.Span.ContainsAnyExcept(" \t\r"u8)) return new LedgerLine(span, null, default, null, default);
        var reading = ClaimReader.Read(bytes.Span);
        if (reading.Fault is { } fault) return new LedgerLine(span, null, default, fault, InText(reading.FaultSpan));
        var values = reading.Values;
        return new LedgerLine(span, reading.Claim, new(
            InText(values.Id), InText(values.Article), InText(values.Exact), InText(values.Speaker), InText(values.Status), InText(values.Source), InText(values.SourceHash)), null, default);

        TextSpan InText(TextSpan inBytes)
        {
            var from = span.Start + Encoding.UTF8.GetCharCount(bytes.Span[..inBytes.Start]);
            var length = Encoding.UTF8.GetCharCount(bytes.Span.Slice(inBytes.Start, inBytes.Length));
            return TextSpan.FromBounds(Math.Min(from, span.End), Math.Min(from + length, span.End));
        }
    }
}
