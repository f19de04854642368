using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Rules;

namespace QuoteTracker.Ide.Edits;

/// <summary>
/// Writes the comment that hides a rule's findings in a paragraph, in the form of the file's kind. Its reason is left for a person to type: until then the
/// comment hides nothing, and is itself a finding that says so.
/// </summary>
internal static class IgnoreComment
{
    /// <returns>Null where no comment can hide the finding: it is about the file, not the copy.</returns>
    public static TextChange? For(Diagnostic finding, ArticleModel model)
    {
        if (finding.Descriptor.Category == RuleGroup.Tool) return null;
        int at = finding.Location.SourceSpan.Start;
        int index = -1;
        for (int i = 0; i < model.Paragraphs.Length && model.Paragraphs[i].Start <= at; i++) index = i;
        if (index < 0 || (!model.Paragraphs[index].Contains(at) && at != model.Paragraphs[index].End)) return null;

        var text = model.Article.Text;
        var paragraph = model.Paragraphs[index];
        string name = finding.Descriptor.Name;
        if (IsMarkdown(model.Article.Path))
        {
            // At the end of the paragraph: on a line of its own it would break a list or a block quote in two.
            return new TextChange(new TextSpan(EndOfLine(text, paragraph.End), 0), $" <!-- quotetracker: ignore {name}: -->");
        }
        var line = text.Lines.GetLineFromPosition(paragraph.Start);
        return new TextChange(new TextSpan(line.Start, 0), $"[quotetracker: ignore {name}: ]{NewLineOf(text, line)}");
    }

    private static bool IsMarkdown(string path) =>
        Path.GetExtension(path.AsSpan()).Equals(".md", StringComparison.OrdinalIgnoreCase) || Path.GetExtension(path.AsSpan()).Equals(".markdown", StringComparison.OrdinalIgnoreCase);

    private static int EndOfLine(SourceText text, int offset)
    {
        int end = text.Lines.GetLineFromPosition(offset).End;
        while (end > offset && text[end - 1] is ' ' or '\t') end--;
        return end;
    }

    private static string NewLineOf(SourceText text, TextLine line) => line.EndIncludingLineBreak > line.End
        ? text.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak))
        : text.Lines[0] is { } first && first.EndIncludingLineBreak > first.End ? text.ToString(TextSpan.FromBounds(first.End, first.EndIncludingLineBreak)) : "\n";
}
