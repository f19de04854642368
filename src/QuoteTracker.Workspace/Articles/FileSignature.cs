namespace QuoteTracker.Workspace.Articles;

/// <summary>Tells by its first bytes what a file is that is not text, in an editor's words.</summary>
internal static class FileSignature
{
    /// <returns>Null for a file that may be text.</returns>
    public static string? Describe(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("%PDF-"u8)) return "a PDF document";
        if (bytes.StartsWith("{\\rtf"u8)) return "a rich text (RTF) document";
        if (bytes.StartsWith("PK\x03\x04"u8)) return bytes[..Math.Min(bytes.Length, 4096)].IndexOf("word/"u8) >= 0 ? "a Word document" : "a ZIP archive or an office document";
        if (bytes is [0xD0, 0xCF, 0x11, 0xE0, ..]) return "an old Word or office document";
        if (bytes is [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [0xFF, 0xD8, 0xFF, ..] || bytes.StartsWith("GIF8"u8)) return "a picture";
        if (bytes is [0x1F, 0x8B, ..]) return "a compressed file";
        return null;
    }
}
