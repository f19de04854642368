namespace QuoteTracker.Core.Marks;

/// <summary>
/// What it costs to read a mark one way or another, by its neighbours. Tenths of a point: ten is mildly odd, sixty is what nobody meant.
/// Counted on news copy; only sums over a whole reading are compared.
/// </summary>
internal static class MarkCosts
{
    /// <summary>A mark that is nothing at all.</summary>
    public const int Stray = 60;

    /// <summary>A region that its paragraph left open and nothing took up.</summary>
    public const int Unclosed = 50;

    /// <summary>A region that the next paragraph takes up with a mark of its own.</summary>
    private const int Continuation = 3;

    /// <summary>Nobody changes from straight to curly marks in the middle of a quotation.</summary>
    private const int ContinuationInAnotherStyle = 50;

    /// <summary>A region that the next paragraph takes up without a mark.</summary>
    public const int MissingContinuation = 60;

    /// <summary>A nested region that goes on where only the one around it has its mark.</summary>
    public const int MissingNestedContinuation = 10;

    /// <summary>A region that its own paragraph left open in the middle: the next one opens, or the one around it closes.</summary>
    public const int Abandoned = 50;

    private const int NestedInAnotherFamily = 5;
    private const int NestedInAnotherStyle = 15;
    private const int NestedInTheSame = 40;

    /// <summary>The cost of opening <paramref name="glyph"/> inside a region that <paramref name="around"/> opened.</summary>
    public static int Nesting(MarkGlyph around, MarkGlyph glyph) =>
        MarkGlyphs.Family(around) != MarkGlyphs.Family(glyph) ? NestedInAnotherFamily
        : MarkGlyphs.IsStraight(around) != MarkGlyphs.IsStraight(glyph) ? NestedInAnotherStyle
        : NestedInTheSame;

    /// <summary>The cost of taking up with <paramref name="mark"/> what <paramref name="open"/> opened in the paragraph before.</summary>
    public static int TakingUp(MarkGlyph open, in Mark mark) =>
        Continuation + mark.Open + (MarkGlyphs.IsStraight(open) == MarkGlyphs.IsStraight(mark.Glyph) ? 0 : ContinuationInAnotherStyle);

    public static int Open(in MarkContext context, MarkGlyph glyph)
    {
        int cost = MarkGlyphs.OpeningCost(glyph) + context.Before switch
        {
            Neighbour.Space or Neighbour.OpenBracket or Neighbour.Dash or Neighbour.Mark => 0,
            Neighbour.Letter or Neighbour.Digit => 60,
            Neighbour.Symbol => 20,
            _ => 40,
        };
        if (context.After == Neighbour.Space)
            cost += glyph is MarkGlyph.LeftGuillemet or MarkGlyph.LeftSingleGuillemet ? 0 : 40;
        else if (context.After == Neighbour.Stop && !BeginsEllipsis(context))
            cost += 30;
        if (MarkGlyphs.Family(glyph) == MarkFamily.Single && context.IsFreeBefore && BeginsElision(context)) cost += 18;
        return cost;
    }

    public static int Close(in MarkContext context, MarkGlyph glyph)
    {
        int cost = context.After switch
        {
            Neighbour.Letter => 40,
            Neighbour.Digit => 30,
            Neighbour.Symbol => 25,
            Neighbour.OpenBracket => 10,
            _ => 0,
        };
        if (context.Before == Neighbour.Space)
            cost += glyph is MarkGlyph.RightGuillemet or MarkGlyph.RightSingleGuillemet ? 0 : 35;
        else if (context.Before == Neighbour.OpenBracket)
            cost += 30;
        return cost;
    }

    public static int Skip(in MarkContext context, MarkGlyph glyph)
    {
        switch (glyph)
        {
            case MarkGlyph.Prime or MarkGlyph.DoublePrime:
                return context.Before == Neighbour.Digit ? 0 : 30;
            case MarkGlyph.LeftSingleGuillemet or MarkGlyph.RightSingleGuillemet or MarkGlyph.LeftGuillemet or MarkGlyph.RightGuillemet:
                // Arrows of a page's navigation.
                return 40;
        }
        return MarkGlyphs.Family(glyph) switch
        {
            MarkFamily.Single => Apostrophe(context, glyph),
            MarkFamily.Double when context.Before == Neighbour.Digit => FollowsFeet(context) ? 2 : 40,
            _ => Stray,
        };
    }

    private static int Apostrophe(in MarkContext context, MarkGlyph glyph)
    {
        int wrongGlyph = glyph == MarkGlyph.RightSingle || glyph == MarkGlyph.StraightSingle ? 0 : 10;
        bool wordBefore = context.Before is Neighbour.Letter or Neighbour.Digit;
        bool wordAfter = context.After is Neighbour.Letter or Neighbour.Digit;
        if (wordBefore && wordAfter) return wrongGlyph;
        if (context.Before == Neighbour.Digit) return 10;
        if (wordBefore)
        {
            char last = char.ToLowerInvariant(context.Text[context.BeforeAt]);
            if (last is 's' or 'x' or 'z') return 12 + wrongGlyph;
            return (Elisions.English.IsClippedAtEnd(context.WordBefore) ? 10 : 40) + wrongGlyph;
        }
        if (wordAfter) return (BeginsElision(context) ? 3 : 50) + wrongGlyph;
        return Stray;
    }

    private static bool BeginsEllipsis(in MarkContext context)
    {
        var rest = context.Text[context.AfterAt..];
        return rest[0] == '…' || rest is ['.', '.', ..] || rest is ['.', ' ', '.', ..] || (rest.Length > 1 && char.IsLetterOrDigit(rest[1]));
    }

    /// <summary>Decades (<c>'90s</c>), years (<c>'16</c>) and words that lost their beginning (<c>'em</c>).</summary>
    private static bool BeginsElision(in MarkContext context)
    {
        var word = context.WordAfter;
        if (word.Length is 2 or 3 && char.IsAsciiDigit(word[0]) && char.IsAsciiDigit(word[1])) return word.Length == 2 || word[2] is 's' or 'S';
        return Elisions.English.IsClippedAtStart(word);
    }

    /// <summary>The digits before the mark follow a mark for feet: <c>6'2"</c>.</summary>
    private static bool FollowsFeet(in MarkContext context)
    {
        int at = context.BeforeAt;
        for (int digits = 0; at >= 0 && digits < 3 && char.IsAsciiDigit(context.Text[at]); digits++) at--;
        while (at > 0 && context.Text[at] == ' ') at--;
        return at > 0 && MarkGlyphs.Family(MarkGlyphs.Of(context.Text[at])) == MarkFamily.Single && char.IsAsciiDigit(context.Text[at - 1]);
    }
}
