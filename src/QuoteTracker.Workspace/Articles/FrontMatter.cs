using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Rules;
using QuoteTracker.Workspace.Yaml;

namespace QuoteTracker.Workspace.Articles;

/// <summary>What the lines between <c>---</c> at the top of an article or a source say about it; a key that is not given is null.</summary>
/// <param name="Span">With both <c>---</c> lines and the line break after them; empty where there is no front matter.</param>
public sealed record FrontMatter(string? Title, DateOnly? Date, string? Speaker, string? Url, TextSpan Span)
{
    public static FrontMatter None { get; } = new(null, null, null, null, default);

    /// <summary>Where <see cref="Url"/> is written, quotation marks included; null where it is not.</summary>
    public TextSpan? UrlSpan { get; init; }

    // Longer than any that people write: beyond it the dashes are a line in the copy.
    private const int MaxLength = 65_536;

    /// <returns>
    /// The front matter and its faults. Lines between dashes that do not begin with a key and a colon are copy, not front matter: nothing that
    /// somebody wrote to be read may get lost.
    /// </returns>
    internal static (FrontMatter FrontMatter, ImmutableArray<Diagnostic> Diagnostics) Read(string path, SourceText source, string text)
    {
        if (!text.StartsWith("---", StringComparison.Ordinal) || Lines(text) is not var (body, end) || !BeginsWithKey(text.AsSpan(body.Start, body.Length)))
            return (None, []);

        return FromKeys(path, source, body, TextSpan.FromBounds(0, end));
    }

    /// <param name="body">The lines of keys.</param>
    /// <param name="span">With what stands around them.</param>
    internal static (FrontMatter FrontMatter, ImmutableArray<Diagnostic> Diagnostics) FromKeys(string path, SourceText source, TextSpan body, TextSpan span)
    {
        var faults = new FaultList(path, source);
        var (root, yamlFaults) = YamlFile.Parse(source, body);
        foreach (var fault in yamlFaults) faults.Add(ToolFaults.InvalidFrontMatter, fault.Span, fault.Message);
        var mapping = root as YamlMapping;
        DateOnly? date = null;
        if (mapping?["date"] is { IsNull: false } value)
        {
            date = value is YamlScalar scalar ? DayOf(scalar.Value) : null;
            if (date is null) faults.Add(ToolFaults.InvalidFrontMatter, value.Span, "a date is year-month-day, such as 2026-11-22");
        }
        var found = new FrontMatter(Words(mapping, "title"), date, Words(mapping, "speaker"), Words(mapping, "url"), span);
        if (found.Url is not null) found = found with { UrlSpan = mapping!["url"]!.Span };
        return (found, faults.ToImmutable());
    }

    /// <returns>What stands between the two lines of dashes, and where the copy begins after them; null where the second is missing.</returns>
    private static (TextSpan Body, int End)? Lines(string text)
    {
        var bodyStart = NextLine(text, 0, out var first);
        if (first.TrimEnd() is not "---") return null;
        for (var position = bodyStart; position < Math.Min(text.Length, MaxLength);)
        {
            var next = NextLine(text, position, out var line);
            if (line.TrimEnd() is "---" or "...") return (TextSpan.FromBounds(bodyStart, position), next);
            position = next;
        }
        return null;
    }

    private static int NextLine(string text, int position, out ReadOnlySpan<char> line)
    {
        var length = text.AsSpan(position).IndexOfAny('\r', '\n');
        line = length < 0 ? text.AsSpan(position) : text.AsSpan(position, length);
        if (length < 0) return text.Length;
        var lineBreak = position + length;
        return lineBreak + (text[lineBreak] == '\r' && lineBreak + 1 < text.Length && text[lineBreak + 1] == '\n' ? 2 : 1);
    }

    internal static bool BeginsWithKey(ReadOnlySpan<char> body)
    {
        foreach (var range in body.SplitAny('\r', '\n'))
        {
            var line = body[range].Trim();
            if (line.IsEmpty || line[0] == '#') continue;
            var colon = line.IndexOf(':');
            return colon > 0 && (colon + 1 == line.Length || line[colon + 1] == ' ') && IsKey(line[..colon]);
        }
        return true;
    }

    private static bool IsKey(ReadOnlySpan<char> word)
    {
        foreach (char c in word)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_')) return false;
        }
        return true;
    }

    private static string? Words(YamlMapping? mapping, string key) =>
        mapping?[key] is YamlScalar { IsNull: false } scalar && !string.IsNullOrWhiteSpace(scalar.Value) ? scalar.Value.Trim() : null;

    /// <summary>The day of <c>2026-11-22</c>, with or without a time behind it: the day as written, whatever the time zone.</summary>
    private static DateOnly? DayOf(string written)
    {
        written = written.Trim();
        if (written.Length > 10 && written[10] is not ('T' or 't' or ' ')) return null;
        return DateOnly.TryParseExact(written.AsSpan(0, Math.Min(10, written.Length)), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;
    }
}
