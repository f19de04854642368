using System.Buffers;
using System.Runtime.CompilerServices;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Workspace.Articles;

/// <summary>
/// Finds the copy in Markdown. Nothing is copy until Markdig says that it is words: of each literal the text's own units are taken over at the literal's own
/// place, so that an offset can never shift.
/// </summary>
internal static class MarkdownCopy
{
    // No extension that reads more into the dollar signs, braces and dashes of copy than its writer meant.
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePreciseSourceLocation()
        .UsePipeTables()
        .UseFootnotes()
        .UseTaskLists()
        .UseAlertBlocks()
        .UseEmphasisExtras()
        .Build();

    // About a second; a paragraph of prose has an effort of a few hundred.
    private const long MaxEffort = 100_000_000;

    private static readonly SearchValues<char> Markup = SearchValues.Create("*_[]()<>&~`\\!^|");

    /// <param name="body">The UTF-16 offset behind the front matter.</param>
    /// <param name="isTangled">True where Markdig gives up and all of the body is taken as copy.</param>
    // Inlined into the reader of all articles it would load Markdig for plain text too.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static string Of(string text, int body, out bool isTangled)
    {
        var document = Parse(body == 0 ? text : text[body..]);
        isTangled = document is null;
        return string.Create(text.Length, (text, body, document), static (copy, state) =>
        {
            for (var i = 0; i < copy.Length; i++) copy[i] = state.text[i] is '\r' or '\n' ? state.text[i] : Article.NotCopy;
            if (state.document is null) state.text.AsSpan(state.body).CopyTo(copy[state.body..]);
            else new Painter(state.text, state.body, copy).Paint(state.document);
        });
    }

    /// <returns>Null for hostile or broken copy: nested beyond Markdig's limit, or so full of markup that to pair it all would take seconds.</returns>
    private static MarkdownDocument? Parse(string text)
    {
        if (Effort(text) > MaxEffort) return null;
        try
        {
            return Markdown.Parse(text, Pipeline);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The time that pairing takes grows with the square of the markup in a block: the sum of these squares.</summary>
    private static long Effort(ReadOnlySpan<char> text)
    {
        long effort = 0, inBlock = 0;
        foreach (var line in text.EnumerateLines())
        {
            if (line.IsWhiteSpace())
            {
                effort += inBlock * inBlock;
                inBlock = 0;
            }
            for (var rest = line; rest.IndexOfAny(Markup) is >= 0 and var at; rest = rest[(at + 1)..]) inBlock++;
        }
        return effort + inBlock * inBlock;
    }

    /// <summary>Takes over into the copy what is words.</summary>
    private readonly ref struct Painter(string text, int body, Span<char> copy)
    {
        private readonly ReadOnlySpan<char> _text = text;
        private readonly Span<char> _copy = copy;

        public void Paint(MarkdownDocument document)
        {
            foreach (var block in document.Descendants<LeafBlock>())
            {
                if (block is HtmlBlock html) PaintHtml(html);
                else if (block.Inline is not null) PaintLeaf(block);
            }
        }

        private void PaintHtml(HtmlBlock block)
        {
            int start = body + block.Span.Start, end = Math.Min(body + block.Span.End + 1, _copy.Length);
            HtmlCopy.Take(_text, _copy, start, end);
            // What a line begins with in a list or a block quote is no part of the HTML.
            foreach (var line in block.Lines.Lines.AsSpan(0, block.Lines.Count))
            {
                foreach (ref var unit in _copy[start..Math.Clamp(body + line.Slice.Start, start, end)])
                {
                    if (unit is not ('\r' or '\n')) unit = Article.NotCopy;
                }
                start = Math.Clamp(body + line.Slice.End + 1, start, end);
            }
        }

        private void PaintLeaf(LeafBlock block)
        {
            if (block is ParagraphBlock) JoinLines(block.Span);
            for (var inline = block.Inline!.FirstChild; inline is not null; inline = inline.NextSibling) PaintInline(inline);
        }

        private void PaintInline(Inline inline)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    Take(literal);
                    break;
                case LinkInline { IsImage: true }:
                    break;
                case ContainerInline container:
                    for (var child = container.FirstChild; child is not null; child = child.NextSibling) PaintInline(child);
                    break;
            }
        }

        /// <summary>A line break in a paragraph is a space.</summary>
        private void JoinLines(SourceSpan span)
        {
            for (var i = body + span.Start; i <= body + span.End && i < _copy.Length; i++)
            {
                if (_copy[i] is '\r' or '\n') _copy[i] = ' ';
            }
        }

        private void Take(LiteralInline literal)
        {
            if (literal.Span.IsEmpty) return;
            var start = body + literal.Span.Start + (literal.IsFirstCharacterEscaped ? 1 : 0);
            var end = Math.Min(body + literal.Span.End + 1, _copy.Length);
            for (var i = start; i < end; i++)
            {
                if (_text[i] is not ('\r' or '\n')) _copy[i] = _text[i];
            }
        }
    }
}
