using System.Diagnostics;

namespace QuoteTracker.Core.Marks;

/// <summary>A quotation mark by its shape. Which way a shape points is told by <see cref="MarkGlyphs"/>; copy breaks it often enough.</summary>
internal enum MarkGlyph : byte
{
    None,
    StraightDouble,
    LeftDouble,
    RightDouble,
    LowDouble,

    /// <summary>Two straight single marks typed for a double one.</summary>
    TwinSingles,

    /// <summary>Two backticks, as TeX opens a quotation.</summary>
    TwinTicks,
    DoublePrime,
    StraightSingle,
    LeftSingle,
    RightSingle,
    LowSingle,
    Tick,
    Acute,
    Prime,
    LeftGuillemet,
    RightGuillemet,
    LeftSingleGuillemet,
    RightSingleGuillemet,
}

/// <summary>Glyphs that may open and close one another without surprise.</summary>
internal enum MarkFamily : byte
{
    None,
    Double,
    Single,
    Guillemet,
    SingleGuillemet,
}

/// <summary>What a glyph is used for in clean copy, and what it costs to read it otherwise. Costs are tenths of a point.</summary>
internal static class MarkGlyphs
{
    private const int Count = (int)MarkGlyph.RightSingleGuillemet + 1;
    /// <summary>The typist's finger slipped; with a comma or a stop before it, for it is then no apostrophe.</summary>
    private const int AnotherFamily = 30;
    private const int AnotherFamilyAfterWord = 70;
    private const int AnotherKind = 60;
    private const int OddGlyph = 15;
    private const int AgainstDirection = 40;

    private static readonly byte[] _pairCosts = PairCosts(AnotherFamily);
    private static readonly byte[] _pairCostsAfterWord = PairCosts(AnotherFamilyAfterWord);

    public static MarkGlyph Of(char c) => c switch
    {
        '"' or '\uFF02' => MarkGlyph.StraightDouble,
        '\'' or '\uFF07' => MarkGlyph.StraightSingle,
        '“' or '‟' or '\u0093' => MarkGlyph.LeftDouble,
        '”' or '\u0094' => MarkGlyph.RightDouble,
        '‘' or '‛' or '\u0091' => MarkGlyph.LeftSingle,
        '’' or '\u0092' => MarkGlyph.RightSingle,
        '„' => MarkGlyph.LowDouble,
        '‚' => MarkGlyph.LowSingle,
        '`' => MarkGlyph.Tick,
        '´' => MarkGlyph.Acute,
        '′' => MarkGlyph.Prime,
        '″' => MarkGlyph.DoublePrime,
        '«' => MarkGlyph.LeftGuillemet,
        '»' => MarkGlyph.RightGuillemet,
        '‹' => MarkGlyph.LeftSingleGuillemet,
        '›' => MarkGlyph.RightSingleGuillemet,
        _ => MarkGlyph.None,
    };

    /// <summary>The double mark that two of <paramref name="single"/> side by side stand for; <see cref="MarkGlyph.None"/> where they stand for themselves.</summary>
    public static MarkGlyph Twin(MarkGlyph single) => single switch
    {
        MarkGlyph.StraightSingle => MarkGlyph.TwinSingles,
        MarkGlyph.LeftSingle => MarkGlyph.LeftDouble,
        MarkGlyph.RightSingle => MarkGlyph.RightDouble,
        MarkGlyph.Tick => MarkGlyph.TwinTicks,
        _ => MarkGlyph.None,
    };

    public static MarkFamily Family(MarkGlyph glyph) => glyph switch
    {
        MarkGlyph.None => MarkFamily.None,
        <= MarkGlyph.DoublePrime => MarkFamily.Double,
        <= MarkGlyph.Prime => MarkFamily.Single,
        <= MarkGlyph.RightGuillemet => MarkFamily.Guillemet,
        _ => MarkFamily.SingleGuillemet,
    };

    /// <summary>As a typewriter makes it, without a direction.</summary>
    public static bool IsStraight(MarkGlyph glyph) =>
        glyph is MarkGlyph.StraightDouble or MarkGlyph.StraightSingle or MarkGlyph.TwinSingles or MarkGlyph.TwinTicks or MarkGlyph.Tick;

    /// <summary>The cost of opening with a glyph that points the other way.</summary>
    public static int OpeningCost(MarkGlyph glyph) => glyph switch
    {
        MarkGlyph.RightDouble or MarkGlyph.Acute => AgainstDirection,
        // Word processors turn the mark after a space or a bracket the wrong way often.
        MarkGlyph.RightSingle => 20,
        MarkGlyph.DoublePrime or MarkGlyph.Prime => 20,
        MarkGlyph.RightGuillemet or MarkGlyph.RightSingleGuillemet => 10,
        _ => 0,
    };

    /// <summary>The cost of closing with <paramref name="close"/> what <paramref name="open"/> opened.</summary>
    /// <param name="afterWord">A letter or digit stands before the closing mark.</param>
    public static int PairCost(MarkGlyph open, MarkGlyph close, bool afterWord) =>
        (afterWord ? _pairCostsAfterWord : _pairCosts)[(int)open * Count + (int)close];

    private static byte[] PairCosts(int anotherFamily)
    {
        var costs = new byte[Count * Count];
        for (var open = MarkGlyph.StraightDouble; (int)open < Count; open++)
        {
            for (var close = MarkGlyph.StraightDouble; (int)close < Count; close++)
                costs[(int)open * Count + (int)close] = (byte)ComputePairCost(open, close, anotherFamily);
        }
        return costs;
    }

    private static int ComputePairCost(MarkGlyph open, MarkGlyph close, int anotherFamily)
    {
        if (ArePartners(open, close)) return 0;
        int direction = close switch
        {
            MarkGlyph.LeftDouble or MarkGlyph.LeftSingle or MarkGlyph.TwinTicks or MarkGlyph.Tick => AgainstDirection,
            MarkGlyph.LowDouble or MarkGlyph.LowSingle => AnotherKind,
            MarkGlyph.LeftGuillemet or MarkGlyph.RightGuillemet => AgainstDirection,
            MarkGlyph.LeftSingleGuillemet or MarkGlyph.RightSingleGuillemet => AgainstDirection,
            _ => 0,
        };
        var (first, second) = (Family(open), Family(close));
        Debug.Assert(first != MarkFamily.None && second != MarkFamily.None);
        if (first == second) return direction + OddGlyph;
        bool quotes = first <= MarkFamily.Single && second <= MarkFamily.Single;
        return direction + (quotes ? anotherFamily : AnotherKind);
    }

    private static bool ArePartners(MarkGlyph open, MarkGlyph close) => (open, close) switch
    {
        (MarkGlyph.StraightDouble, MarkGlyph.StraightDouble) => true,
        (MarkGlyph.LeftDouble or MarkGlyph.RightDouble, MarkGlyph.RightDouble) => true,
        (MarkGlyph.LowDouble, MarkGlyph.LeftDouble or MarkGlyph.RightDouble) => true,
        (MarkGlyph.TwinSingles or MarkGlyph.TwinTicks, MarkGlyph.TwinSingles) => true,
        (MarkGlyph.DoublePrime, MarkGlyph.DoublePrime) => true,
        (MarkGlyph.StraightSingle or MarkGlyph.Tick, MarkGlyph.StraightSingle) => true,
        (MarkGlyph.LeftSingle or MarkGlyph.RightSingle, MarkGlyph.RightSingle) => true,
        (MarkGlyph.LowSingle, MarkGlyph.LeftSingle or MarkGlyph.RightSingle) => true,
        (MarkGlyph.Tick or MarkGlyph.Acute, MarkGlyph.Acute) => true,
        (MarkGlyph.Prime, MarkGlyph.Prime) => true,
        (MarkGlyph.LeftGuillemet, MarkGlyph.RightGuillemet) => true,
        (MarkGlyph.RightGuillemet, MarkGlyph.LeftGuillemet) => true,
        (MarkGlyph.LeftSingleGuillemet, MarkGlyph.RightSingleGuillemet) => true,
        (MarkGlyph.RightSingleGuillemet, MarkGlyph.LeftSingleGuillemet) => true,
        _ => false,
    };
}
