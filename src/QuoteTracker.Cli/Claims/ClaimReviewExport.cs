using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using QuoteTracker.Core.Claims;
using QuoteTracker.Core.Speakers;

namespace QuoteTracker.Cli.Claims;

/// <summary>
/// Published checks as schema.org's ClaimReview, JSON-LD. Published is a check that was made on a day, of words that still stand as they were checked,
/// in an article whose front matter has the <c>url</c> that it is read at.
/// </summary>
public static class ClaimReviewExport
{
    private static readonly JsonWriterOptions Options = new()
    {
        // Legible in every script, and safe where the whole is pasted into a page: < > & stay escaped.
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Indented = true,
        NewLine = "\n",
    };

    /// <summary>The claims whose checks are published, with their articles.</summary>
    public static IEnumerable<(Claim Claim, DeskArticle Article)> Published(IEnumerable<Claim> claims, ClaimDesk desk)
    {
        ArgumentNullException.ThrowIfNull(claims);
        ArgumentNullException.ThrowIfNull(desk);
        foreach (var claim in claims)
        {
            if (claim.Status == ClaimStatus.Unchecked || claim.Check.CheckedOn is null || desk.ChangedSourceOf(claim) is not null) continue;
            if (desk.PlaceOf(claim) is var (article, place) && !place.IsStale && IsWebAddress(article.FrontMatter.Url)) yield return (claim, article);
        }
    }

    public static ReadOnlyMemory<byte> Write(IEnumerable<(Claim Claim, DeskArticle Article)> published, Registry registry)
    {
        ArgumentNullException.ThrowIfNull(published);
        ArgumentNullException.ThrowIfNull(registry);
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            json.WriteString("@context"u8, "https://schema.org"u8);
            json.WriteStartArray("@graph"u8);
            foreach (var (claim, article) in published) WriteReview(json, claim, article, registry);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        output.Write("\n"u8);
        return output.WrittenMemory;
    }

    private static void WriteReview(Utf8JsonWriter json, Claim claim, DeskArticle article, Registry registry)
    {
        var check = claim.Check;
        json.WriteStartObject();
        json.WriteString("@type"u8, "ClaimReview"u8);
        json.WriteString("identifier"u8, claim.Id);
        json.WriteString("url"u8, article.FrontMatter.Url);
        json.WriteString("datePublished"u8, ClaimText.DayOf(check));
        json.WriteString("claimReviewed"u8, claim.Anchor.Exact.Replace("\n", " … ", StringComparison.Ordinal).TrimEnd(',', ';', ':'));
        if (check.CheckedBy is { } by) WriteThing(json, "author"u8, "Person", by);
        json.WriteStartObject("reviewRating"u8);
        json.WriteString("@type"u8, "Rating"u8);
        // A word, and no number: how wrong a disputed claim is, nobody has decided.
        json.WriteString("alternateName"u8, char.ToUpperInvariant(check.Status.Name()[0]) + check.Status.Name()[1..]);
        json.WriteEndObject();
        WriteClaim(json, claim, article, registry);
        // A file of the newsroom is nobody's business, and a note is for colleagues.
        if (check.Source is { Url: { } url } source && IsWebAddress(url))
        {
            json.WriteStartObject("isBasedOn"u8);
            json.WriteString("@type"u8, "CreativeWork"u8);
            json.WriteString("url"u8, url);
            if (source.Locator is { } locator) json.WriteString("pagination"u8, locator);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void WriteClaim(Utf8JsonWriter json, Claim claim, DeskArticle article, Registry registry)
    {
        json.WriteStartObject("itemReviewed"u8);
        json.WriteString("@type"u8, "Claim"u8);
        var entry = registry.Entries.FirstOrDefault(entry => entry.Id == claim.Speaker);
        if (entry is not null || claim.Speaker is not null)
        {
            var type = entry?.Kind switch { EntityKind.Organisation => "Organization", EntityKind.Document => "CreativeWork", EntityKind.Person => "Person", _ => "Thing" };
            WriteThing(json, "author"u8, type, entry?.Name ?? claim.Speaker!, entry?.Links.FirstOrDefault());
        }
        json.WriteStartObject("appearance"u8);
        json.WriteString("@type"u8, "NewsArticle"u8);
        json.WriteString("url"u8, article.FrontMatter.Url);
        if (article.FrontMatter.Title is { } title) json.WriteString("headline"u8, title);
        if (article.FrontMatter.Date is { } date) json.WriteString("datePublished"u8, date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteThing(Utf8JsonWriter json, ReadOnlySpan<byte> property, string type, string name, string? link = null)
    {
        json.WriteStartObject(property);
        json.WriteString("@type"u8, type);
        json.WriteString("name"u8, name);
        if (IsWebAddress(link)) json.WriteString("sameAs"u8, link);
        json.WriteEndObject();
    }

    /// <summary>Nothing else becomes a link: a ledger is a stranger's.</summary>
    public static bool IsWebAddress(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);
}
