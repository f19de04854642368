using System.Text.RegularExpressions;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Spectre.Console;
using Spectre.Console.Rendering;
using MarkdownTable = Markdig.Extensions.Tables.Table;
using MarkdownTableCell = Markdig.Extensions.Tables.TableCell;
using MarkdownTableRow = Markdig.Extensions.Tables.TableRow;

namespace QuoteTracker.Cli.Formats;

/// <summary>A page of our own documentation as a terminal shows it: as much of Markdown as these pages use.</summary>
public static partial class MarkdownPage
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().Build();

    private static readonly Style Heading = new(decoration: Decoration.Bold);
    private static readonly Style Code = new(foreground: Color.Teal);
    private static readonly Style Found = new(foreground: Color.Yellow, decoration: Decoration.Underline);

    public static IEnumerable<IRenderable> Render(string markdown)
    {
        foreach (var block in Markdown.Parse(markdown, Pipeline))
        {
            yield return RenderBlock(block);
            yield return new Text("\n");
        }
    }

    private static IRenderable RenderBlock(Block block) => block switch
    {
        HeadingBlock heading => Line(heading.Inline, Heading),
        ParagraphBlock paragraph => Line(paragraph.Inline, Style.Plain),
        ListBlock list => new Padder(new Rows(list.OfType<ListItemBlock>().Select((item, i) => Item(list, item, i))), new Padding(2, 0, 0, 0)),
        CodeBlock code => new Padder(CodeLines(code.Lines.ToString()), new Padding(4, 0, 0, 0)),
        MarkdownTable table => RenderTable(table),
        ContainerBlock container => new Padder(new Rows(container.Select(RenderBlock)), new Padding(2, 0, 0, 0)),
        _ => Text.Empty,
    };

    private static Columns Item(ListBlock list, ListItemBlock item, int index) =>
        new Columns(
            new Text(list.IsOrdered ? $"{(index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)}." : "•"),
            new Rows(item.Select(RenderBlock)))
        { Expand = false };

    private static Table RenderTable(MarkdownTable source)
    {
        var table = new Table().Border(TableBorder.None);
        foreach (var row in source.OfType<MarkdownTableRow>())
        {
            var cells = row.OfType<MarkdownTableCell>().Select(cell => (IRenderable)new Rows(cell.Select(RenderBlock))).ToArray();
            if (row.IsHeader) table.AddColumns([.. cells.Select(cell => new TableColumn(cell))]);
            else table.AddRow(cells);
        }
        return table;
    }

    /// <summary>Code as it stands; in an example article the words that the rule finds, which are marked there, are underlined.</summary>
    private static Paragraph CodeLines(string code)
    {
        var paragraph = new Paragraph();
        var at = 0;
        foreach (Match match in ExpectedFinding().Matches(code))
        {
            paragraph.Append(code[at..match.Index], Code);
            paragraph.Append(match.Groups["words"].Value, Found);
            at = match.Index + match.Length;
        }
        return paragraph.Append(code[at..], Code);
    }

    private static Paragraph Line(ContainerInline? inlines, Style style)
    {
        var paragraph = new Paragraph();
        if (inlines is not null) Append(paragraph, inlines, style);
        return paragraph;
    }

    private static void Append(Paragraph paragraph, ContainerInline inlines, Style style)
    {
        foreach (var inline in inlines)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    paragraph.Append(literal.Content.ToString(), style);
                    break;
                case CodeInline code:
                    paragraph.Append(code.Content, Code);
                    break;
                case LineBreakInline:
                    paragraph.Append(" ", style);
                    break;
                case EmphasisInline emphasis:
                    Append(paragraph, emphasis, style.Decoration(emphasis.DelimiterCount > 1 ? Decoration.Bold : Decoration.Italic));
                    break;
                case ContainerInline container:
                    Append(paragraph, container, style);
                    break;
            }
        }
    }

    [GeneratedRegex(@"\{\|[A-Z]{2}[0-9]{4}:(?<words>.*?)\|\}", RegexOptions.Singleline)]
    private static partial Regex ExpectedFinding();
}
