using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using QuoteTracker.Core.Marks;

namespace QuoteTracker.Core.Rules;

internal enum MarkForm
{
    Straight,
    Curly,
    Other,
}

/// <summary>An opening and a closing mark that belong together. There is one of each: they are equal where they are the same.</summary>
internal sealed record MarkPair(string Open, string Close, MarkFamily Family, MarkForm Form)
{
    public static MarkPair CurlyDouble { get; } = new("“", "”", MarkFamily.Double, MarkForm.Curly);

    public static MarkPair StraightDouble { get; } = new("\"", "\"", MarkFamily.Double, MarkForm.Straight);

    public static MarkPair CurlySingle { get; } = new("‘", "’", MarkFamily.Single, MarkForm.Curly);

    public static MarkPair StraightSingle { get; } = new("'", "'", MarkFamily.Single, MarkForm.Straight);

    /// <summary>Marks that do not belong together.</summary>
    public static MarkPair None { get; } = new("", "", MarkFamily.None, MarkForm.Other);

    /// <summary>The commonest in English first: of two that would do as well, the first is taken.</summary>
    public static ImmutableArray<MarkPair> All { get; } = Numbered(
    [
        CurlyDouble,
        StraightDouble,
        CurlySingle,
        StraightSingle,
        new("«", "»", MarkFamily.Guillemet, MarkForm.Other),
        new("‹", "›", MarkFamily.SingleGuillemet, MarkForm.Other),
        new("„", "“", MarkFamily.Double, MarkForm.Other),
        new("„", "”", MarkFamily.Double, MarkForm.Other),
        new("‚", "‘", MarkFamily.Single, MarkForm.Other),
        new("‚", "’", MarkFamily.Single, MarkForm.Other),
        new("»", "«", MarkFamily.Guillemet, MarkForm.Other),
        new("›", "‹", MarkFamily.SingleGuillemet, MarkForm.Other),
        new("``", "''", MarkFamily.Double, MarkForm.Other),
        new("''", "''", MarkFamily.Double, MarkForm.Other),
        new("``", "``", MarkFamily.Double, MarkForm.Other),
        new("`", "'", MarkFamily.Single, MarkForm.Other),
        new("‘‘", "’’", MarkFamily.Double, MarkForm.Other),
    ]);

    /// <summary>Its place in <see cref="All"/>, -1 for <see cref="None"/>.</summary>
    public int Number { get; private set; } = -1;

    public bool Equals(MarkPair? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    private static ImmutableArray<MarkPair> Numbered(ImmutableArray<MarkPair> pairs)
    {
        for (int k = 0; k < pairs.Length; k++) pairs[k].Number = k;
        return pairs;
    }

    /// <summary>Null where the two do not belong together.</summary>
    /// <param name="open">Not empty.</param>
    /// <param name="close">Not empty.</param>
    public static MarkPair? Of(ReadOnlySpan<char> open, ReadOnlySpan<char> close)
    {
        foreach (var pair in All.AsSpan())
        {
            if (open[0] == pair.Open[0] && close[0] == pair.Close[0] && open.SequenceEqual(pair.Open) && close.SequenceEqual(pair.Close)) return pair;
        }
        return null;
    }

    public static MarkPair With(MarkFamily family, MarkForm form) => (family, form) switch
    {
        (MarkFamily.Double, MarkForm.Straight) => StraightDouble,
        (MarkFamily.Double, _) => CurlyDouble,
        (MarkFamily.Single, MarkForm.Straight) => StraightSingle,
        _ => CurlySingle,
    };

    /// <summary>The family of a mark, whichever way it points.</summary>
    public static MarkFamily FamilyOf(string mark) => mark.Length > 1 ? MarkFamily.Double : MarkGlyphs.Family(MarkGlyphs.Of(mark[0]));

    /// <summary>With words between: a bare <c>''</c> would look like one double mark.</summary>
    public override string ToString() => $"{Open}…{Close}";
}
