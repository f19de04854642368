using System.Globalization;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;
using QuoteTracker.Core.Checking;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Workspace.Sources;

/// <summary>
/// Finds the words of a saved page at their places in its file. AngleSharp reads the page as a browser does; what it tells of each token's place is taken over. Nothing
/// that the page names is opened.
/// </summary>
internal static class HtmlSource
{
    private static readonly HashSet<string> Silent = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "noscript", "template", "textarea", "select", "button", "svg", "math", "iframe", "object", "head", "nav", "form",
    };

    private static readonly HashSet<string> Inline = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
    };

    public static SourceReader.Content Read(string text)
    {
        var reading = new Reading(text);
        var parser = new HtmlParser(new HtmlParserOptions
        {
            IsNotConsumingCharacterReferences = true,
            IsKeepingSourceReferences = false,
            SkipComments = true,
            OnToken = reading.OnToken,
        });
        // A carriage return would be dropped and shift what follows.
        using var document = parser.ParseDocument(text.Replace('\r', '\n').Replace('\0', ' '));
        return reading.Result(document.Title);
    }

    private sealed class Reading
    {
        private readonly string _text;
        private readonly char[] _copy;
        private readonly Stack<string> _silent = new();
        private string? _url;
        private DateOnly? _date;

        public Reading(string text)
        {
            _text = text;
            _copy = new char[text.Length];
            Array.Fill(_copy, Article.NotCopy);
        }

        public void OnToken(HtmlToken token, TextRange range)
        {
            int start = Math.Clamp(range.Start.Index, 0, _text.Length), end = Math.Clamp(range.End.Index, start, _text.Length);
            switch (token.Type)
            {
                case HtmlTokenType.StartTag:
                    StartTag(token.AsTag(), start);
                    break;
                case HtmlTokenType.EndTag:
                    if (_silent.TryPeek(out var silent) && silent.Equals(token.Name, StringComparison.OrdinalIgnoreCase)) _silent.Pop();
                    BreakAt(token.Name, start);
                    break;
                case HtmlTokenType.Character when _silent.Count == 0:
                    TakeWords(start, end);
                    break;
            }
        }

        public SourceReader.Content Result(string? title)
        {
            var (turns, times) = SourceTurns.TakeLabels(_copy);
            return new SourceReader.Content(_copy, new SourceHeading(string.IsNullOrWhiteSpace(title) ? null : title.Trim(), _date, Url: _url), turns, times, []);
        }

        private void StartTag(HtmlTagToken tag, int start)
        {
            if (tag.Name == "body") _silent.Clear();
            else if (Silent.Contains(tag.Name) && !tag.IsSelfClosing) _silent.Push(tag.Name);
            else if (tag.Name == "link" && Is(tag, "rel", "canonical")) _url ??= Value(tag, "href");
            else if (tag.Name == "meta" && (Is(tag, "property", "article:published_time") || Is(tag, "name", "date"))) _date ??= DayOf(Value(tag, "content"));
            BreakAt(tag.Name, start);
        }

        /// <summary>A tag that does not stand inside a line ends one.</summary>
        private void BreakAt(string name, int start)
        {
            if (!Inline.Contains(name) && start < _copy.Length && _silent.Count == 0) _copy[start] = '\n';
        }

        private void TakeWords(int start, int end)
        {
            for (int at = start; at < end;)
            {
                char c = _text[at];
                if (c == '&')
                {
                    at = CharacterReference.Take(_text, _copy, at, end);
                    continue;
                }
                // A line break in the file is a blank on the page.
                _copy[at++] = c is '\r' or '\n' ? ' ' : c;
            }
        }

        private static string? Value(HtmlTagToken tag, string name)
        {
            var value = tag.GetAttribute(name);
            return string.IsNullOrWhiteSpace(value) ? null : value;
        }

        private static bool Is(HtmlTagToken tag, string name, string value) => value.Equals(Value(tag, name), StringComparison.OrdinalIgnoreCase);

        private static DateOnly? DayOf(string? written) =>
            written is { Length: >= 10 } && DateOnly.TryParseExact(written.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }
}
