using System.Collections.Immutable;
using System.Text;

namespace QuoteTracker.Core.Claims;

/// <summary>
/// The ledger's bytes, changed entry by entry. Lines that nobody changed keep their bytes, whatever they are: a line that is no entry (a conflict's
/// marks, a slip, a newer version's) stays behind the entry it stood behind.
/// </summary>
public static class LedgerLines
{
    /// <param name="Id">Null for lines before the first entry.</param>
    /// <param name="Lines">The entry's line and those behind it that are none, without their <c>\n</c>.</param>
    private sealed record Block(string? Id, List<ReadOnlyMemory<byte>> Lines);

    /// <summary>The same ledger with these entries in it, sorted by id.</summary>
    /// <param name="file">UTF-8, an entry a line.</param>
    /// <param name="claims">Each replaces the first one of its id, or is new.</param>
    public static byte[] With(ReadOnlyMemory<byte> file, IEnumerable<Claim> claims)
    {
        ArgumentNullException.ThrowIfNull(claims);
        claims = [.. claims];
        if (!claims.Any()) return file.ToArray();
        var (mark, blocks) = Split(file);
        var isCrLf = blocks.Exists(static block => block.Lines.Exists(static line => line.Span.EndsWith("\r"u8)));
        var byId = new Dictionary<string, Block>(StringComparer.Ordinal);
        foreach (var block in blocks.Where(static block => block.Id is not null)) byId.TryAdd(block.Id!, block);
        foreach (var claim in claims)
        {
            ReadOnlyMemory<byte> line = isCrLf ? (byte[])[.. ClaimWriter.Line(claim), (byte)'\r'] : ClaimWriter.Line(claim);
            if (byId.TryGetValue(claim.Id, out var known))
            {
                known.Lines[0] = line;
                continue;
            }
            byId[claim.Id] = known = new Block(claim.Id, [line]);
            blocks.Add(known);
        }
        var output = new MemoryStream(file.Length + 1024);
        output.Write(mark.Span);
        // A stable sort: entries that share an id stay in their order.
        foreach (var block in blocks.OrderBy(static block => block.Id, StringComparer.Ordinal))
        {
            foreach (var line in block.Lines)
            {
                output.Write(line.Span);
                output.WriteByte((byte)'\n');
            }
        }
        return output.ToArray();
    }

    /// <summary>The entries of a ledger's bytes, in their order; of those that share an id, the first.</summary>
    public static ImmutableArray<Claim> ClaimsIn(ReadOnlyMemory<byte> file) =>
        [.. Rows(file).Rows.Select(static row => ClaimReader.Read(row.Span).Claim).OfType<Claim>().DistinctBy(static claim => claim.Id, StringComparer.Ordinal)];

    private static (ReadOnlyMemory<byte> Mark, List<Block> Blocks) Split(ReadOnlyMemory<byte> file)
    {
        var (mark, rows) = Rows(file);
        var blocks = new List<Block>();
        foreach (var row in rows)
        {
            if (ClaimReader.Read(row.Span).Claim is { } claim) blocks.Add(new Block(claim.Id, [row]));
            else if (blocks.Count > 0) blocks[^1].Lines.Add(row);
            else blocks.Add(new Block(null, [row]));
        }
        return (mark, blocks);
    }

    private static (ReadOnlyMemory<byte> Mark, List<ReadOnlyMemory<byte>> Rows) Rows(ReadOnlyMemory<byte> file)
    {
        var mark = file.Span.StartsWith(Encoding.UTF8.Preamble) ? file[..Encoding.UTF8.Preamble.Length] : default;
        var rows = new List<ReadOnlyMemory<byte>>();
        for (int start = mark.Length; start < file.Length;)
        {
            var length = file.Span[start..].IndexOf((byte)'\n') is var at and >= 0 ? at : file.Length - start;
            rows.Add(file.Slice(start, length));
            start += length + 1;
        }
        return (mark, rows);
    }
}
