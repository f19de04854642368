using System.Buffers;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Core.Rules;

/// <summary>What rules ask about the places of an article. Offsets are UTF-16 units of its text, the end of a span exclusive.</summary>
public static class ArticleLayout
{
    /// <summary>A paragraph without a final stop is a headline, a subheading or a label where it has no more words than this.</summary>
    private const int MaxHeadlineWords = 24;

    private static readonly SearchValues<char> _wordBounds = SearchValues.Create(" \r\n\t\"“”‘'(");

    extension(ArticleModel model)
    {
        /// <summary>The index of the paragraph that <paramref name="offset"/> is in, or of the last one before it; -1 where there is none.</summary>
        public int ParagraphIndexAt(int offset)
        {
            int low = 0, high = model.Paragraphs.Length - 1;
            while (low <= high)
            {
                int middle = (low + high) / 2;
                if (model.Paragraphs[middle].Start <= offset) low = middle + 1;
                else high = middle - 1;
            }
            return high;
        }

        /// <summary>The index of the article on the page that <paramref name="offset"/> is in.</summary>
        public int StoryIndexAt(int offset)
        {
            for (int i = model.Stories.Length - 1; i > 0; i--)
                if (model.Stories[i].Start <= offset) return i;
            return 0;
        }

        /// <summary>True in a headline, subheading or label: short, and without a final stop.</summary>
        public bool IsInHeadline(int offset)
        {
            int index = model.ParagraphIndexAt(offset);
            if (index < 0) return false;
            var paragraph = model.Paragraphs[index];
            var copy = model.CopyAt(paragraph).TrimEnd(" \t\r\n\uFFFE\"'“”‘’»«)]*_");
            return !copy.IsEmpty && copy[^1] is not ('.' or '?' or '!' or '…' or ':' or ';' or ',') && !HasWords(copy, MaxHeadlineWords + 1);
        }

        /// <summary>True for what stands in quotation marks.</summary>
        public bool IsInMarks(TextSpan span)
        {
            foreach (var region in model.Regions)
            {
                if (region.Span.Start > span.Start) break;
                foreach (var part in region.Parts)
                {
                    if (part.Span.Contains(span)) return true;
                }
            }
            return false;
        }

        /// <summary>The copy at a span.</summary>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="span"/> is not inside the text.</exception>
        public ReadOnlySpan<char> CopyAt(TextSpan span) => model.Article.Copy.AsSpan(span.Start, span.Length);

        /// <summary>Words from the end of one span to the start of the other; 0 where they touch or overlap.</summary>
        /// <exception cref="ArgumentOutOfRangeException">What lies between is not inside the text.</exception>
        public int WordsBetween(TextSpan one, TextSpan other)
        {
            int start = Math.Min(one.End, other.End), end = Math.Max(one.Start, other.Start);
            return start < end ? CountWords(model.Article.Copy.AsSpan(start, end - start)) : 0;
        }
    }

    /// <summary>The word that <paramref name="before"/> ends with, apart from blanks; empty where something else stands there.</summary>
    public static ReadOnlySpan<char> LastWord(ReadOnlySpan<char> before)
    {
        if (!before.EndsWith(" ")) return [];
        before = before.TrimEnd(' ');
        return before[(before.LastIndexOfAny(_wordBounds) + 1)..];
    }

    /// <summary>True where the last word of <paramref name="before"/>, of that many UTF-16 units, begins a sentence, so that its capital says nothing.</summary>
    public static bool StartsSentence(ReadOnlySpan<char> before, int wordLength)
    {
        var head = before.TrimEnd(' ')[..^wordLength].TrimEnd(" \"“‘'(");
        return head.IsEmpty || head[^1] is '\n' or '\r' or '.' or '?' or '!' or '”' or ',';
    }

    /// <summary>Runs of letters and digits between blanks.</summary>
    public static int CountWords(ReadOnlySpan<char> copy) => CountWords(copy, int.MaxValue);

    /// <summary>True where there are so many at least, which need not be all counted.</summary>
    public static bool HasWords(ReadOnlySpan<char> copy, int least) => CountWords(copy, least) >= least;

    private static int CountWords(ReadOnlySpan<char> copy, int most)
    {
        int words = 0;
        bool inside = false;
        foreach (var character in copy)
        {
            if (char.IsWhiteSpace(character)) inside = false;
            else if (!inside && char.IsLetterOrDigit(character))
            {
                inside = true;
                if (++words == most) break;
            }
        }
        return words;
    }
}
