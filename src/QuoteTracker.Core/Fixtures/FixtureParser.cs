using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace QuoteTracker.Core.Fixtures;

internal static partial class FixtureParser
{
    public static Fixture Parse(string source)
    {
        var files = ImmutableArray.CreateBuilder<FixtureFile>();
        var goldens = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (var (name, body) in Sections(source))
        {
            if (name.StartsWith('@')) goldens.Add(name[1..], body);
            else files.Add(ParseFile(name, body));
        }
        return new Fixture(files.ToImmutable(), goldens.ToImmutable());
    }

    private static IEnumerable<(string Name, string Body)> Sections(string source)
    {
        var name = Fixture.FirstFile;
        int start = 0;
        foreach (Match header in Header().Matches(source))
        {
            var body = Body(start, header.Index);
            if (start > 0 || body.Length > 0) yield return (name, body);
            name = header.Groups["name"].Value;
            start = Math.Min(header.Index + header.Length + 1, source.Length);
        }
        yield return (name, Body(start, source.Length));

        // The line break before a header belongs to the header.
        string Body(int from, int to) => source[from..(to > from && to < source.Length ? to - 1 : to)];
    }

    private static FixtureFile ParseFile(string name, string marked)
    {
        var text = new StringBuilder(marked.Length);
        var open = new Stack<(int Start, string Labels)>();
        var spans = ImmutableArray.CreateBuilder<LabelledSpan>();
        int? cursor = null;
        int at = 0;
        while (at < marked.Length)
        {
            var rest = marked.AsSpan(at);
            if (rest.StartsWith("{|"))
            {
                var labels = Labels().Match(marked, at);
                if (!labels.Success) throw new FormatException($"{name}: no label after '{{|' in: {Excerpt(marked, at)}");
                open.Push((text.Length, labels.Groups["labels"].Value));
                at += labels.Length;
            }
            else if (rest.StartsWith("|}"))
            {
                if (!open.TryPop(out var opened)) throw new FormatException($"{name}: nothing to close at: {Excerpt(marked, at)}");
                foreach (var label in opened.Labels.Split(','))
                {
                    var parts = label.Split('@', 2);
                    spans.Add(new LabelledSpan(TextSpan.FromBounds(opened.Start, text.Length), parts[0], parts.Length > 1 ? parts[1] : null));
                }
                at += 2;
            }
            else if (rest.StartsWith("$$"))
            {
                if (cursor is not null) throw new FormatException($"{name}: a second cursor at: {Excerpt(marked, at)}");
                cursor = text.Length;
                at += 2;
            }
            else
            {
                text.Append(marked[at++]);
            }
        }
        if (open.Count > 0) throw new FormatException($"{name}: '{{|{open.Peek().Labels}:' is never closed.");
        return new FixtureFile(name, text.ToString(), [.. spans.OrderBy(span => span.Span.Start).ThenByDescending(span => span.Span.End)], cursor);
    }

    private static string Excerpt(string text, int at) => text[at..Math.Min(at + 30, text.Length)];

    [GeneratedRegex(@"^-- (?<name>[@\w][\w./@ -]*?) --$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Header();

    [GeneratedRegex(@"\G\{\|(?<labels>[A-Za-z][\w-]*(@[\w?.-]+)?(,[A-Za-z][\w-]*(@[\w?.-]+)?)*):", RegexOptions.CultureInvariant)]
    private static partial Regex Labels();
}
