using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace QuoteTracker.Ide.Reading;

/// <summary>What a stretch of copy is; the order is the legend's.</summary>
public enum TokenKind
{
    Quotation,
    Speaker,
    Cue,
    Term,
}

/// <summary>What more is known of a <see cref="TokenKind.Quotation"/>, and of whatever stands within one; the bits are the legend's.</summary>
[Flags]
public enum TokenTraits
{
    None = 0,
    Direct = 1 << 0,
    Indirect = 1 << 1,
    Mixed = 1 << 2,
    Attributed = 1 << 3,
    Unattributed = 1 << 4,
    Verified = 1 << 5,
    Disputed = 1 << 6,
}

/// <summary>One stretch of copy that an editor shows in its own way.</summary>
/// <param name="Span">UTF-16 offsets, end exclusive; may run over lines.</param>
public readonly record struct CopyToken(TextSpan Span, TokenKind Kind, TokenTraits Traits);

/// <summary>The names that a theme uses. Their order never changes: the numbers are sent.</summary>
public static class TokenLegend
{
    /// <summary>By <see cref="TokenKind"/>.</summary>
    public static ImmutableArray<string> Kinds { get; } = ["quotation", "speaker", "cue", "term"];

    /// <summary>By the bit of <see cref="TokenTraits"/>.</summary>
    public static ImmutableArray<string> Traits { get; } = ["direct", "indirect", "mixed", "attributed", "unattributed", "verified", "disputed"];
}
