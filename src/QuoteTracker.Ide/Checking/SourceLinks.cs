using System.Globalization;
using QuoteTracker.Core.Checking;

namespace QuoteTracker.Ide.Checking;

/// <summary>Addresses of sources on the web.</summary>
internal static class SourceLinks
{
    /// <summary>The address with the locator's time as a media fragment (<c>#t=751</c>); as it is where the locator is no time, or there is a fragment already.</summary>
    /// <returns>Null for what is no address of a page.</returns>
    public static string? At(string url, string? locator)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http")) return null;
        if (address.Fragment.Length > 0 || locator is null || SourceTime.Parse(locator) is not { } time) return address.AbsoluteUri;
        return string.Create(CultureInfo.InvariantCulture, $"{address.AbsoluteUri}#t={(long)time.TotalSeconds}");
    }
}
