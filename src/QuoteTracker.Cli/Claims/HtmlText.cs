using System.Net;
using QuoteTracker.Cli.Formats;

namespace QuoteTracker.Cli.Claims;

/// <summary>Text of strangers for a page.</summary>
public static class HtmlText
{
    /// <summary>Escaped for content and for attributes in quotation marks; each run of blanks is one, and what would steer a reader's eye is made visible.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var flat = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return WebUtility.HtmlEncode(VisibleText.Of(flat));
    }
}
