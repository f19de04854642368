using System.Globalization;
using System.Text;
using QuoteTracker.Cli.Formats;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Cli.Claims;

/// <summary>An article with a footnote for each claim: who checked it and against what. A draft for whoever publishes notes.</summary>
public static class MarkdownDraft
{
    /// <summary>What Markdown would read as more than the sign it is.</summary>
    private const string Meaningful = "\\`*_[]<>#|~&$";

    public static string Write(IEnumerable<ReportArticle> articles)
    {
        ArgumentNullException.ThrowIfNull(articles);
        return string.Join("\n---\n\n", articles.Select(Draft));
    }

    private static string Draft(ReportArticle report)
    {
        var model = report.Article.Model;
        var isMarkdown = Path.GetExtension(report.Article.Key).ToUpperInvariant() is ".MD" or ".MARKDOWN";
        var text = new StringBuilder();
        if (isMarkdown) AppendMarked(text, model, report, report.Article.FrontMatter.Span.End, model.Article.Text.Length, static words => words.ReplaceLineEndings("\n"));
        else
        {
            foreach (var paragraph in model.Paragraphs)
            {
                if (paragraph.End <= report.Article.FrontMatter.Span.End) continue;
                var start = text.Length;
                AppendMarked(text, model, report, paragraph.Start, paragraph.End, Escaped);
                if (ListSignOf(text, start) is var sign and >= 0) text.Insert(sign, '\\');
                text.Append("\n\n");
            }
        }
        var body = text.ToString().Trim('\n');
        text.Clear().Append(body).Append("\n\n");
        foreach (var item in report.Items) AppendNote(text, item);
        return text.ToString();
    }

    private static void AppendMarked(StringBuilder text, ArticleModel model, ReportArticle report, int from, int to, Func<string, string> written)
    {
        var at = from;
        foreach (var item in report.Items)
        {
            var end = item.Spans[^1].End;
            if (end <= at || end > to) continue;
            text.Append(written(model.Article.Text.ToString(Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(at, end))));
            text.Append(CultureInfo.InvariantCulture, $"[^{item.Number}]");
            at = end;
        }
        text.Append(written(model.Article.Text.ToString(Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(at, to))));
    }

    private static void AppendNote(StringBuilder text, ReportItem item)
    {
        text.Append(CultureInfo.InvariantCulture, $"[^{item.Number}]: ");
        if (item.Place is not { } place)
        {
            text.Append("Not checked.\n");
            return;
        }
        var check = place.Claim.Check;
        var words = ClaimText.Of(check);
        text.Append(Escaped(char.ToUpperInvariant(words[0]) + words[1..]));
        if (place.IsStale) text.Append(", but since then ").Append(Escaped(place.Difference));
        text.Append('.');
        if (item.Speaker.Length > 0) text.Append(' ').Append(Escaped(item.Speaker)).Append(':');
        if (item.Passage is { } passage) text.Append(" “").Append(Escaped(passage.Said)).Append("”.");
        else text.Append(' ').Append(Escaped(ClaimText.WordsOf(place.Claim.Anchor.Exact))).Append('.');
        if (ClaimText.SourceOf(check) is { Length: > 0 } source) text.Append(' ').Append(Escaped(source)).Append('.');
        if (check.Note is { } note) text.Append(' ').Append(Escaped(note));
        text.Append('\n');
    }

    /// <summary>On one line, with a backslash before every sign that would mean more.</summary>
    private static string Escaped(string words)
    {
        var text = new StringBuilder(words.Length);
        foreach (var character in VisibleText.Of(string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))))
        {
            if (Meaningful.Contains(character, StringComparison.Ordinal)) text.Append('\\');
            text.Append(character);
        }
        var blankBefore = words.Length > 0 && char.IsWhiteSpace(words[0]) && text.Length > 0 ? " " : "";
        var blankBehind = words.Length > 1 && char.IsWhiteSpace(words[^1]) && text.Length > 0 ? " " : "";
        return blankBefore + text + blankBehind;
    }

    /// <summary>Where the sign stands that would make a paragraph the item of a list; -1 where there is none.</summary>
    private static int ListSignOf(StringBuilder text, int start)
    {
        var line = text.ToString(start, Math.Min(12, text.Length - start));
        if (line.Length > 0 && line[0] is '-' or '+' or '=') return start;
        var digits = line.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return digits > 0 && line[digits] is '.' or ')' ? start + digits : -1;
    }
}
