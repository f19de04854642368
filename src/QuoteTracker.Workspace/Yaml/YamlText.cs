using System.Buffers;
using System.Globalization;
using System.Text;

namespace QuoteTracker.Workspace.Yaml;

/// <summary>Writes words as YAML scalars.</summary>
internal static class YamlText
{
    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(":#,[]{}&*!|>'\"%@`\\?=<");

    /// <summary>As it stands where that reads back as the same text in any YAML, else in double quotation marks.</summary>
    public static string Scalar(string value)
    {
        if (IsPlain(value)) return value;
        var quoted = new StringBuilder(value.Length + 2).Append('"');
        foreach (var c in value)
        {
            if (c is '"' or '\\') quoted.Append('\\').Append(c);
            else if (char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFEFF') quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
            else quoted.Append(c);
        }
        return quoted.Append('"').ToString();
    }

    private static bool IsPlain(string value)
    {
        if (value.Length == 0 || !char.IsLetter(value[0]) || value[^1] == ' ' || value.AsSpan().ContainsAny(NeedQuotes)) return false;
        foreach (var c in value)
        {
            if (char.IsControl(c) || (char.IsWhiteSpace(c) && c != ' ') || c is '\u2028' or '\u2029' or '\uFEFF') return false;
        }
        // Words that YAML 1.1 or 1.2 reads as something else than text.
        return value.ToLowerInvariant() is not ("true" or "false" or "yes" or "no" or "on" or "off" or "null" or "y" or "n");
    }
}
