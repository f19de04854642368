using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using QuoteTracker.Core.Rules;

namespace QuoteTracker.Tests.RuleTests;

/// <summary>A fenced block of a page.</summary>
/// <param name="Section">The heading it stands under.</param>
/// <param name="Info">What follows the fence: <c>article</c>, <c>yaml speakers</c>.</param>
internal sealed record PageExample(string Section, string Info, string Body);

/// <summary>The page of one rule under <c>docs/rules</c>. Prose is the page's; the header is written from the rule.</summary>
internal sealed partial record RulePage(DiagnosticDescriptor Rule)
{
    public static ImmutableArray<string> Sections { get; } =
        ["What it does", "Why is this bad?", "Example", "Use instead", "Options", "When to ignore"];

    public static string Folder { get; } = Repository.PathOf("docs", "rules");

    public string FilePath => Repository.PathOf(Rule.HelpLinkUri.Split('/'));

    public string Text => File.ReadAllText(FilePath);

    /// <summary>What the page must begin with.</summary>
    public string Header => $"""
        # {Rule.Name} ({Rule.Id})

        | Group | Default severity | Fix |
        | --- | --- | --- |
        | {Rule.Category} | {RuleSeverities.WordFor(Rule.DefaultSeverity)} | {FixWord(Rule)} |


        """;

    public IEnumerable<string> Headings => Heading().Matches(Text).Select(match => match.Groups["title"].Value);

    public IEnumerable<PageExample> Examples
    {
        get
        {
            var text = Text;
            return Fence().Matches(text).Select(match => new PageExample(
                Heading().Matches(text[..match.Index]).LastOrDefault()?.Groups["title"].Value ?? "",
                match.Groups["info"].Value.Trim(),
                match.Groups["body"].Value.TrimEnd('\n')));
        }
    }

    public static string FixWord(DiagnosticDescriptor rule) => RuleCatalogue.IsFixable(rule.Id) ? "yes" : "no";

    /// <summary>The index of all pages.</summary>
    public static string Index()
    {
        var rows = RuleCatalogue.Descriptors.Select(rule =>
            $"| [{rule.Id}]({Path.GetFileName(rule.HelpLinkUri)}) | {rule.Name} | {rule.Category} | {RuleSeverities.WordFor(rule.DefaultSeverity)} | {FixWord(rule)} |\n");
        return $$"""
            # Rules

            A rule's name states the fault. `quotetracker.yaml` sets how bad it is, by name (`unattributed-quotation: error`; `off`, `hint`, `info`,
            `warning` or `error`), and a comment hides one finding where the copy is meant so:

            - in Markdown `<!-- quotetracker: ignore unattributed-quotation: the reason -->`
            - in text, on a line of its own, `[quotetracker: ignore unattributed-quotation: the reason]`

            Several names are set apart by commas. On a line of its own the comment covers the paragraph that follows; at the end of a line of copy, or
            between two, the paragraph that it stands in. It is no part of the copy. A reason is required, and a comment that hides nothing is reported.

            In the examples of these pages, `{|QT0201:` and `|}` stand around what is found.

            | Id | Name | Group | Default | Fix |
            | --- | --- | --- | --- | --- |
            {{string.Concat(rows)}}
            """;
    }

    [GeneratedRegex("^## (?<title>.+)$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex("^```(?<info>[^`\n]*)\n(?<body>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Fence();
}
