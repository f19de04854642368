namespace QuoteTracker.LanguageServer.Conversion;

/// <summary>What a position's character counts.</summary>
public enum PositionEncoding
{
    /// <summary>Bytes of the line in UTF-8.</summary>
    Utf8,

    /// <summary>UTF-16 code units, the protocol's default.</summary>
    Utf16,

    /// <summary>Code points.</summary>
    Utf32,
}

/// <summary>The encodings' names in the protocol (PositionEncodingKind).</summary>
public static class PositionEncodingNames
{
    /// <returns>Null for an encoding not spoken here.</returns>
    public static PositionEncoding? Parse(string name) => name switch
    {
        "utf-8" => PositionEncoding.Utf8,
        "utf-16" => PositionEncoding.Utf16,
        "utf-32" => PositionEncoding.Utf32,
        _ => null,
    };

    public static string Name(this PositionEncoding encoding) => encoding switch
    {
        PositionEncoding.Utf8 => "utf-8",
        PositionEncoding.Utf32 => "utf-32",
        _ => "utf-16",
    };
}
