using System.Collections.Immutable;
using System.Net;
using System.Text;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Rules.House;
using QuoteTracker.Workspace.Articles;

namespace QuoteTracker.Workspace.House;

/// <summary>An example of a rule in C#: articles in the notation of fixtures.</summary>
/// <param name="Path">The file that has it, a full path.</param>
/// <param name="Line">The line from 1 on which it begins.</param>
public sealed record CodeRuleExample(string Path, int Line, string Fixture);

/// <summary>
/// Finds the examples of a rule in C#: what stands in <c>&lt;example&gt;</c> in its doc comments, the blocks <c>article</c> of the page beside it
/// (<c>the-rule.md</c>), and the articles in the text beside it (<c>the-rule.txt</c>).
/// </summary>
public static class CodeRuleExamples
{
    private const string Open = "<example>";
    private const string Close = "</example>";
    private const string Comment = "///";
    private const string Fence = "```";
    private const int MaxBytes = 1 << 20;

    public static ImmutableArray<CodeRuleExample> Of(CodeRuleFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return
        [
            .. InComments(file),
            .. TextBeside(file, ".md") is { } page ? InPage(page.Path, page.Text) : [],
            .. TextBeside(file, ".txt") is { Text: { Length: > 0 } articles } beside ? [new CodeRuleExample(beside.Path, 1, articles.ToString())] : Array.Empty<CodeRuleExample>(),
        ];
    }

    private static (string Path, SourceText Text)? TextBeside(CodeRuleFile file, string extension)
    {
        var path = Path.ChangeExtension(file.Path, extension);
        return File.Exists(path) && FileReader.Read(path, MaxBytes).Text is { } text ? (path, text) : null;
    }

    private static IEnumerable<CodeRuleExample> InComments(CodeRuleFile file)
    {
        StringBuilder? example = null;
        int begin = 0;
        foreach (var line in file.Text.Lines)
        {
            var words = line.ToString().TrimStart();
            if (!words.StartsWith(Comment, StringComparison.Ordinal))
            {
                example = null;
                continue;
            }
            words = words[Comment.Length..];
            if (words.StartsWith(' ')) words = words[1..];
            if (example is null && words.IndexOf(Open, StringComparison.Ordinal) is >= 0 and var open)
            {
                (example, begin) = (new StringBuilder(), line.LineNumber + 1);
                words = words[(open + Open.Length)..];
            }
            if (example is null) continue;
            int close = words.IndexOf(Close, StringComparison.Ordinal);
            example.Append(close < 0 ? words : words[..close]).Append('\n');
            if (close < 0) continue;
            yield return new CodeRuleExample(file.Path, begin, WebUtility.HtmlDecode(example.ToString()).Trim('\n', ' '));
            example = null;
        }
    }

    private static IEnumerable<CodeRuleExample> InPage(string path, SourceText page)
    {
        StringBuilder? article = null;
        int begin = 0;
        foreach (var line in page.Lines)
        {
            var words = line.ToString();
            if (!words.StartsWith(Fence, StringComparison.Ordinal)) article?.Append(words).Append('\n');
            else if (article is not null)
            {
                yield return new CodeRuleExample(path, begin, article.ToString().TrimEnd('\n'));
                article = null;
            }
            else if (words.TrimEnd() == Fence + "article") (article, begin) = (new StringBuilder(), line.LineNumber + 2);
        }
    }
}
