using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Rules;
using QuoteTracker.Core.Speakers;

namespace QuoteTracker.Core.Model;

/// <summary>How much of the content stands in quotation marks.</summary>
public enum AttributionKind
{
    /// <summary>All of it.</summary>
    Direct,

    /// <summary>Some of it.</summary>
    Mixed,

    /// <summary>None of it.</summary>
    Indirect,
}

/// <summary>Why an attribution was made.</summary>
/// <param name="Sieve">The sieve that decided, in kebab case: <c>cue-adjacent-subject</c>, <c>continuation-paragraph</c>.</param>
/// <param name="Spans">The words it decided by; UTF-16 offsets, end exclusive.</param>
public sealed record Evidence(string Sieve, ImmutableArray<TextSpan> Spans);

/// <summary>Source, cue and content of one statement: the relation of PARC 3.0 (Pareti 2016). Spans are UTF-16 offsets in the article's text, end exclusive.</summary>
public sealed record Attribution
{
    /// <summary><c>a1</c>, <c>a2</c> … in text order; unique in its article.</summary>
    public required string Id { get; init; }

    /// <summary>Direct, mixed or indirect.</summary>
    public required AttributionKind Kind { get; init; }

    /// <summary>What is attributed, in text order; a direct part includes its marks. UTF-16 offsets, end exclusive.</summary>
    public required ImmutableArray<TextSpan> Content { get; init; }

    /// <summary>The words that attribute: <c>said</c>, <c>according to</c>. Null for a colon or a continuation without one.</summary>
    public TextSpan? Cue { get; init; }

    /// <summary>The mention that the content is attributed to, with its titles and appositions.</summary>
    public TextSpan? Source { get; init; }

    /// <summary>Who is behind the source; null where nothing decides.</summary>
    public Entity? Speaker { get; init; }

    /// <summary>The source is unnamed on purpose (<c>a senior official</c>): not the same as unattributed.</summary>
    public bool IsAnonymous { get; init; }

    /// <summary>The chance that source and content are right, 0 to 1, calibrated: of what is shown at .9, nine of ten are right.</summary>
    public required double Confidence { get; init; }

    /// <summary>Why it was made.</summary>
    public required Evidence Evidence { get; init; }

    /// <summary>Where <see cref="Speaker"/> is null because several would fit as well: those. Otherwise empty.</summary>
    public ImmutableArray<Entity> Candidates { get; init; } = [];

    /// <summary>What rules have found out about it; a field, as <see cref="QuotationRegion.Notes"/>.</summary>
    internal AttributionNotes Notes;

    /// <summary>The confidence from which on a finding is fit to be shown to a person as a fact.</summary>
    public const double ShownFrom = 0.6;

    /// <summary>From the first content, cue or source to the last.</summary>
    public TextSpan Extent
    {
        get
        {
            int start = Content[0].Start, end = Content[^1].End;
            foreach (var span in (ReadOnlySpan<TextSpan?>)[Cue, Source])
            {
                if (span is not { } s) continue;
                start = Math.Min(start, s.Start);
                end = Math.Max(end, s.End);
            }
            return TextSpan.FromBounds(start, end);
        }
    }
}
