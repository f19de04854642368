using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace QuoteTracker.Core.Text;

/// <summary>
/// Splits a page saved from the web into its articles, by what any page shows: headings over other stories, headlines that stand twice or above an
/// outlet's name and an age, bylines, comments. An ordinary file is one story.
/// </summary>
public static class StorySplitter
{
    private const int ShortestProse = 80;
    private const int ShortestHeadline = 20;
    private const int LongestHeadline = 250;

    /// <summary>An outlet's name, a section and the like may stand between a headline and the story's age.</summary>
    private const int MostLinesUnderHeadline = 3;

    /// <summary>More paragraphs than this below a promotion, and the story goes on below it.</summary>
    private const int MostPromotion = 6;

    private enum Cue
    {
        None,
        Headline,
        MoreStories,
        Comments,
        Promotion,
    }

    /// <summary>The stories in text order, covering all of the text; comments and promotions at a page's end are parts of their own.</summary>
    /// <param name="copy">The article's copy.</param>
    /// <param name="paragraphs">Its paragraphs, in text order.</param>
    public static ImmutableArray<TextSpan> Split(string copy, ImmutableArray<TextSpan> paragraphs)
    {
        ArgumentNullException.ThrowIfNull(copy);
        var page = new Page(copy, paragraphs);
        var stories = ImmutableArray.CreateBuilder<TextSpan>(1);
        int start = 0;
        // A page opens with the headline of its first story.
        var opening = Cue.Headline;
        bool hasProse = false;
        for (int i = 0; i < paragraphs.Length; i++)
        {
            var cue = page.CueAt(i);
            if (cue != Cue.None && Begins(cue, opening, hasProse, isFirst: start == 0))
            {
                stories.Add(TextSpan.FromBounds(start, paragraphs[i].Start));
                start = paragraphs[i].Start;
                (opening, hasProse) = (cue, false);
            }
            hasProse = hasProse || page.IsProse(i);
        }
        stories.Add(TextSpan.FromBounds(start, copy.Length));
        return stories.DrainToImmutable();
    }

    /// <summary>The headline of a story, which on a page stands under menus and links; null where nothing but its place tells what its headline is.</summary>
    /// <param name="story">One of those that <see cref="Split"/> finds; UTF-16 offsets, end exclusive.</param>
    public static TextSpan? FindHeadline(string copy, ImmutableArray<TextSpan> paragraphs, TextSpan story)
    {
        ArgumentNullException.ThrowIfNull(copy);
        var page = new Page(copy, paragraphs);
        for (int i = 0; i < paragraphs.Length && paragraphs[i].Start < story.End; i++)
        {
            if (paragraphs[i].Start < story.Start) continue;
            if (page.IsHeadline(i)) return paragraphs[i];
            if (page.IsProse(i)) break;
        }
        return null;
    }

    /// <summary>What stands above a story's first prose is its own head, however often it says its headline.</summary>
    private static bool Begins(Cue cue, Cue opening, bool hasProse, bool isFirst) => cue switch
    {
        Cue.Headline => hasProse || opening != Cue.Headline,
        Cue.MoreStories => hasProse || !isFirst,
        _ => hasProse,
    };

    private readonly struct Page(string copy, ImmutableArray<TextSpan> paragraphs)
    {
        private readonly PageFurniture _furniture = PageFurniture.English;

        public Cue CueAt(int index)
        {
            var line = Text(index);
            if (line.Length <= PageFurniture.LongestLine)
            {
                if (_furniture.IsMoreStories(line)) return Cue.MoreStories;
                if (_furniture.IsComments(line)) return Cue.Comments;
                if (_furniture.IsPromotion(line) && OnlyPromotionFollows(index)) return Cue.Promotion;
            }
            return IsHeadline(index) ? Cue.Headline : Cue.None;
        }

        public bool IsProse(int index)
        {
            var text = Text(index);
            return text.Length >= ShortestProse && PageFurniture.EndsSentence(text);
        }

        private ReadOnlySpan<char> Text(int index) => copy.AsSpan(paragraphs[index].Start, paragraphs[index].Length);

        /// <summary>It stands twice, or above the story's age or byline.</summary>
        public bool IsHeadline(int index)
        {
            var line = Text(index);
            if (line.Length is < ShortestHeadline or > LongestHeadline) return false;
            if (index + 1 < paragraphs.Length && line.SequenceEqual(Text(index + 1))) return true;
            if (PageFurniture.EndsSentence(line)) return false;
            for (int below = index + 1; below < paragraphs.Length && below <= index + 1 + MostLinesUnderHeadline; below++)
            {
                var text = Text(below);
                if (_furniture.IsAge(text) || _furniture.IsByline(text)) return true;
                if (text.Length > PageFurniture.LongestLine || PageFurniture.EndsSentence(text)) return false;
            }
            return false;
        }

        private bool OnlyPromotionFollows(int index)
        {
            for (int below = index + 1; below <= index + MostPromotion; below++)
            {
                if (below >= paragraphs.Length) return true;
                var text = Text(below);
                if (_furniture.IsMoreStories(text) || _furniture.IsComments(text) || IsHeadline(below)) return true;
                if (IsProse(below) && !_furniture.Promotes(text)) return false;
            }
            return false;
        }
    }
}
