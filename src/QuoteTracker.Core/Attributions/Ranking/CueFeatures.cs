using QuoteTracker.Core.Language;
using QuoteTracker.Core.Text;

namespace QuoteTracker.Core.Attributions.Ranking;

/// <summary>What speaks for a word being the head of a cue, and for where the cue around it begins and ends.</summary>
internal static class CueFeatures
{
    /// <summary>A cue reaches at most so many tokens left and right of its head.</summary>
    public const int ReachLeft = 6, ReachRight = 5;

    public static FeatureRange Head(in SentenceView s, int i, FeatureColumns columns)
    {
        var f = columns.Begin();
        ref readonly var t = ref s.Tokens[i];
        int subject = s.BehindAuxiliaries(i);
        uint stem = t.Stem, word = t.Word, form = FormOf(s, i);
        uint before = s.Word(i - 1), behind = s.Word(i + 1), shapeBefore = s.Shape(i - 1), shapeBehind = s.Shape(i + 1);
        uint subjectShape = s.Shape(subject), group = Group(s, subject + 1, i);
        uint that = (uint)Find(s, i + 1, 6, WordClass.That), marks = MarksNear(s, i), inside = t.Is(TokenFlags.InMarks) ? 1u : 0, fromComma = CommaBefore(s, i);
        var (left, right, count) = Neighbours(s, i);
        f.Add(1, word);
        f.Add(2, s.Rates[i] / 8u);
        f.Add(3, before);
        f.Add(4, behind);
        f.Add(5, s.Word(i - 2));
        f.Add(6, s.Word(i + 2));
        f.Add(7, stem, behind);
        f.Add(8, word, shapeBefore);
        f.Add(9, form, shapeBefore, shapeBehind);
        f.Add(10, before, behind);
        f.Add(11, s.Shape(i - 2), shapeBefore);
        f.Add(12, shapeBehind, s.Shape(i + 2));
        f.Add(13, behind, s.Word(i + 2));
        f.Add(14, s.Word(i + 3));
        f.Add(15, s.Word(i - 3));
        f.Add(16, s.Word(subject));
        f.Add(17, subjectShape, group);
        f.Add(18, form, group);
        f.Add(19, form, subjectShape, s.Shape(subject - 1));
        f.Add(20, stem, s.Word(subject));
        f.Add(21, that);
        f.Add(22, marks);
        f.Add(23, form, marks);
        f.Add(24, inside, form);
        f.Add(25, stem, inside);
        f.Add(26, left);
        f.Add(27, right);
        f.Add(28, count);
        f.Add(29, SentenceView.Bin(i - s.First), form);
        f.Add(30, SentenceView.Bin(s.End - i), form);
        f.Add(31, s.Headline ? 1u : 0, form);
        f.Add(32, stem, ObjectAfter(s, i));
        f.Add(33, FeatureBuffer.Mix(s.Rates[i] / 16u, marks), subjectShape, shapeBehind);
        f.Add(34, fromComma, subjectShape);
        f.Add(35, stem, form, shapeBehind);
        f.Add(36, fromComma, form, shapeBehind);
        f.Add(37, inside, s.Shape(i - 2));
        f.Add(38, behind, count, fromComma);
        f.Add(39, inside);
        return columns.End(f);
    }

    /// <summary>As <see cref="SourceFeatures.EndMargin"/>, for where a cue starts: four of five starts are farther behind, or alone.</summary>
    public const float StartMargin = 1.5f;

    /// <summary>What speaks at a first look for a cue that starts with token <paramref name="start"/>.</summary>
    public static FeatureRange CoarseStart(in SentenceView s, int head, int start, FeatureColumns columns)
    {
        var f = columns.Begin();
        uint offset = (uint)(head - start);
        f.Add(1, offset);
        f.Add(2, offset, s.Stem(head));
        f.Add(3, s.Word(start - 1), offset == 0 ? 1u : 0);
        f.Add(4, s.Word(start), offset);
        f.Add(5, s.Shape(start - 1), s.Shape(start));
        return columns.End(f);
    }

    /// <summary>What else speaks for it.</summary>
    public static FeatureRange FineStart(in SentenceView s, int head, int start, FeatureColumns columns)
    {
        var f = columns.Begin();
        uint stem = s.Stem(head), offset = (uint)(head - start), gap = s.Gap(start, head);
        f.Add(6, FeatureBuffer.Mix(s.Shape(start - 1), offset), stem);
        f.Add(7, gap, offset);
        f.Add(8, s.Word(start - 1), s.Word(start));
        f.Add(9, FormOf(s, head), offset, s.Shape(start - 1));
        f.Add(10, stem, gap);
        f.Add(11, s.Shape(start - 2), s.Shape(start - 1), s.Shape(start));
        f.Add(12, s.Word(start - 2), s.Word(start - 1));
        return columns.End(f);
    }

    /// <summary>As <see cref="StartMargin"/>, for where a cue ends.</summary>
    public const float EndMargin = 2f;

    /// <summary>What speaks at a first look for a cue that ends before token <paramref name="end"/>.</summary>
    public static FeatureRange CoarseEnd(in SentenceView s, int head, int end, FeatureColumns columns)
    {
        var f = columns.Begin();
        uint stem = s.Stem(head), offset = (uint)(end - head);
        f.Add(1, offset);
        f.Add(2, offset, stem);
        f.Add(3, s.Word(end - 1), offset);
        f.Add(4, s.Word(end), offset == 1 ? 1u : 0);
        f.Add(5, s.Shape(end - 1), s.Shape(end));
        f.Add(6, FeatureBuffer.Mix(s.Shape(end), offset), stem);
        return columns.End(f);
    }

    /// <summary>What else speaks for it.</summary>
    public static FeatureRange FineEnd(in SentenceView s, int head, int end, FeatureColumns columns)
    {
        var f = columns.Begin();
        uint stem = s.Stem(head), offset = (uint)(end - head), gap = s.Gap(head + 1, end);
        f.Add(7, stem, s.Word(end - 1));
        f.Add(8, s.Word(end - 1), s.Word(end));
        f.Add(9, gap, s.Shape(end));
        f.Add(10, stem, gap);
        f.Add(11, FormOf(s, head), offset, s.Shape(end));
        f.Add(12, s.Word(end), s.Word(end + 1));
        f.Add(13, stem, s.Word(end));
        return columns.End(f);
    }

    /// <summary>The ending and capital of a cue's head, with what of the verb group tells its mood: <c>to</c>, a modal, a form of be or have.</summary>
    public static uint FormOf(in SentenceView s, int i)
    {
        ref readonly var t = ref s.Tokens[i];
        uint ending = t.Class != WordClass.None ? 900u : t.Shape & 15;
        return ending * 4 + (t.Is(TokenFlags.Capital) ? 1u : 0) + (t.Is(TokenFlags.Punctuation) ? 2u : 0);
    }

    private static uint Group(in SentenceView s, int from, int to)
    {
        WordClass all = WordClass.None;
        for (int i = from; i < to; i++) all |= s.Tokens[i].Class;
        return FeatureBuffer.Mix((uint)(all & (WordClass.Auxiliary | WordClass.Modal | WordClass.Negation)), from < to ? s.Tokens[from].Word : 0);
    }

    private static int Find(in SentenceView s, int from, int reach, WordClass what)
    {
        for (int i = from; i < from + reach; i++)
        {
            if (s.Is(i, what)) return i - from + 1;
        }
        return 0;
    }

    /// <summary>Where the nearest marks stand: one that closed before with or without a comma, one that opens behind.</summary>
    private static uint MarksNear(in SentenceView s, int i)
    {
        uint found = 0;
        for (int k = i - 1; k >= s.First && k >= i - 8; k--)
        {
            if (s.Tokens[k].Is(TokenFlags.OpenMark)) break;
            if (!s.Tokens[k].Is(TokenFlags.CloseMark)) continue;
            bool comma = s.Is(k - 1, TokenFlags.Comma | TokenFlags.Terminal) || s.Is(k + 1, TokenFlags.Comma);
            found = (i - k <= 1 ? 1u : i - k <= 3 ? 2u : 3u) + (comma ? 4u : 0);
            break;
        }
        for (int k = i + 1; k < s.End && k <= i + 6; k++)
        {
            if (s.Tokens[k].Is(TokenFlags.CloseMark)) break;
            if (!s.Tokens[k].Is(TokenFlags.OpenMark)) continue;
            bool comma = s.Is(k - 1, TokenFlags.Punctuation);
            bool capital = s.Is(k + 1, TokenFlags.Capital);
            found |= ((k - i <= 1 ? 1u : k - i <= 2 ? 2u : 3u) + (comma ? 4u : 0) + (capital ? 8u : 0)) << 4;
            break;
        }
        return found;
    }

    private static (uint Left, uint Right, uint Count) Neighbours(in SentenceView s, int i)
    {
        uint left = 0, right = 0, count = 0;
        for (int k = i - 1, first = Math.Max(s.First, i - SentenceView.Reach); k >= first; k--)
        {
            if (s.Rates[k] < 100) continue;
            if (left == 0) left = FeatureBuffer.Mix(s.Tokens[k].Stem, i - k <= 2 ? 1u : 0);
            count++;
        }
        for (int k = i + 1, end = Math.Min(s.End, i + SentenceView.Reach); k < end; k++)
        {
            if (s.Rates[k] < 100) continue;
            if (right == 0) right = FeatureBuffer.Mix(s.Tokens[k].Stem, k - i <= 2 ? 1u : 0);
            count += 4;
        }
        return (left, right, count > 15 ? 15 : count);
    }

    /// <summary>The shape of what follows behind adverbs and times.</summary>
    private static uint ObjectAfter(in SentenceView s, int i)
    {
        int k = i + 1;
        while (k < s.End && k < i + 4 && s.Tokens[k].Is(WordClass.Adverb | WordClass.Time | WordClass.Calendar)) k++;
        return FeatureBuffer.Mix(s.Shape(k), s.Shape(k + 1));
    }

    private static uint CommaBefore(in SentenceView s, int i)
    {
        for (int k = i - 1, first = Math.Max(s.First, i - SentenceView.Reach); k >= first; k--)
        {
            if (s.Tokens[k].Is(TokenFlags.Comma)) return SentenceView.Bin(i - k);
        }
        return 14;
    }
}
