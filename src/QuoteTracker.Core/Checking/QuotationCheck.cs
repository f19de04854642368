using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace QuoteTracker.Core.Checking;

/// <summary>Whether the source has the words from the one whom the article names.</summary>
public enum SpeakerAgreement
{
    /// <summary>The source does not say who speaks, or the article does not.</summary>
    Unknown,

    Same,

    /// <summary>Somebody else said it.</summary>
    Other,
}

/// <summary>Who speaks in a source.</summary>
/// <param name="Name">As the source has it; the registry's name where one is linked.</param>
/// <param name="Id">The registry's id, null where none is linked.</param>
public sealed record SourceSpeaker(string Name, string? Id);

/// <summary>A place in a source.</summary>
public sealed record SourcePassage
{
    /// <summary>From the newsroom's root, with slashes.</summary>
    public required string Path { get; init; }

    /// <summary>In the source's text as it stands in its file; UTF-16 offsets, end exclusive.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>Where a person looks: a cue's time (<c>00:12:31</c>), or <c>line 14</c>.</summary>
    public required string Locator { get; init; }

    /// <summary>Null where the source does not say.</summary>
    public SourceSpeaker? Speaker { get; init; }

    /// <summary>SHA-256 of the source's bytes, 64 lower-case hexadecimal digits: other bytes, another check.</summary>
    public required string Hash { get; init; }

    /// <summary>As the source's front matter gives it; null where it gives none.</summary>
    public string? Title { get; init; }

    /// <summary>The day, as the source's front matter gives it; null where it gives none.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>As the source's front matter gives it; never fetched.</summary>
    public string? Url { get; init; }
}

/// <summary>Words that differ. Spans are UTF-16 offsets in the text of the article, or of the source; the end is exclusive.</summary>
/// <param name="Written">Where they stand in the article; empty where the source has words that the article leaves out.</param>
/// <param name="WrittenWords">What stands there.</param>
/// <param name="Said">Where they stand in the source; empty where the article has words that nobody said.</param>
/// <param name="SaidWords">What stands there.</param>
public sealed record WordEdit(TextSpan Written, string WrittenWords, TextSpan Said, string SaidWords);

/// <summary>One quotation held against the sources.</summary>
public sealed record QuotationCheck
{
    /// <summary>How the words compare with what the sources have.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The best passage; null exactly where the verdict is <see cref="Verdict.Absent"/>.</summary>
    public SourcePassage? Passage { get; init; }

    /// <summary>What differs, in text order: for <see cref="Verdict.Edited"/>, and for <see cref="Verdict.Stitched"/> what was left out at each seam.</summary>
    public ImmutableArray<WordEdit> Edits { get; init; } = [];

    /// <summary>A finding apart from the verdict: the words may be right and the speaker wrong.</summary>
    public SpeakerAgreement Speaker { get; init; }
}
