using System.Buffers.Binary;

namespace QuoteTracker.HouseRules.Wire;

/// <summary>What a frame is, its first byte.</summary>
internal enum FrameKind : byte
{
    /// <summary>To the host: files to compile. Back: what became of each.</summary>
    Compile = 1,

    /// <summary>To the host: the rules' assemblies. Back: what each rule says of itself.</summary>
    Load,

    /// <summary>To the host: an article, with the registry where it is another one. Back: what the rules found.</summary>
    Article,

    /// <summary>To the host: what all articles say, with the registry where it is another one. Back: what the rules found.</summary>
    Workspace,

    /// <summary>From the host: the number of the rule that runs next.</summary>
    Progress,
}

/// <summary>Frames on a stream: the length of what follows as four bytes, the kind, and the data.</summary>
internal static class Frames
{
    private const int Head = sizeof(int) + 1;

    public static void Write(Stream to, FrameKind kind, ReadOnlySpan<byte> data)
    {
        Span<byte> head = stackalloc byte[Head];
        BinaryPrimitives.WriteInt32LittleEndian(head, data.Length);
        head[^1] = (byte)kind;
        to.Write(head);
        to.Write(data);
        to.Flush();
    }

    /// <returns>Null where the stream ended.</returns>
    /// <exception cref="InvalidDataException">The frame is larger than <paramref name="most"/> bytes, or of no kind.</exception>
    public static (FrameKind Kind, byte[] Data)? Read(Stream from, int most)
    {
        Span<byte> head = stackalloc byte[Head];
        if (from.ReadAtLeast(head, Head, throwOnEndOfStream: false) < Head) return null;
        int length = BinaryPrimitives.ReadInt32LittleEndian(head);
        if (length < 0 || length > most || head[^1] is < (byte)FrameKind.Compile or > (byte)FrameKind.Progress) throw new InvalidDataException("No such frame.");
        var data = GC.AllocateUninitializedArray<byte>(length);
        return from.ReadAtLeast(data, length, throwOnEndOfStream: false) < length ? null : ((FrameKind)head[^1], data);
    }
}
