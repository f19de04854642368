using System.Globalization;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Speakers;

namespace QuoteTracker.Ide.Reading;

/// <summary>The engine's reasons in plain words.</summary>
internal static class Reasons
{
    /// <summary>Why the words are this source's: <c>the quotation comes first, then the source and the cue</c>.</summary>
    public static string Of(Evidence evidence) => evidence.Sieve switch
    {
        "announced-before" => "the paragraph before announces these words",
        "continuation-paragraph" => "the paragraph goes on with the quotation before it",
        "transcript-turn" => "a name and a colon open a turn in a transcript",
        "cue-before-region" => "the cue comes first and leads to the quotation",
        "region-cue-source" => "behind the quotation come the cue and then the source",
        "region-source-cue" => "behind the quotation come the source and then the cue",
        "content-wraps-cue" => "the cue interrupts the words",
        "clause-before-cue" => "the words come first, then the cue",
        "clause-after-cue" => "the cue leads to the words",
        "clause-after-cue:that" => "the cue leads to the words with 'that'",
        "byline-under-quotation" => "a dash and a name stand under the quotation",
        var other => InWords(other),
    };

    /// <summary>How a mention was linked to its entity.</summary>
    public static string Of(Mention mention, Entity? entity) => mention.How switch
    {
        _ when entity is not null && mention.Span == entity.Introduction && mention.Form is (MentionForm.FullName or MentionForm.ShortName) =>
            entity.Entry is null ? "first named here" : "first named here, by a name that the registry has",
        "same-name" => "the same name stands earlier",
        "short-for-full-name" or "established-short-name" => "short for the full name",
        "own-name" or "own-description" => "first named here",
        "nearest-full-name" => "the nearest full name that fits",
        "joined-names" => "two people who speak as one",
        "same-description" or "same-head-noun" => "the same description stands earlier",
        "unnamed" => "the source is not named on purpose",
        "noun-of-name" => "the one body named before whose name has this noun",
        "title-of-person" => "the article gives this person that title",
        "role-on-date" => "the registry has this person in that role on the article's date",
        "last-speaker" => "whoever spoke last",
        "antecedent-of-relative" => "the name right before it",
        "speaker-of-sentence-before" => "whoever speaks in the sentence before",
        "nearest-agreeing-subject" => "the nearest subject that the pronoun can stand for",
        "nearest-agreeing-mention" => "the nearest mention that the pronoun can stand for",
        "" => "nothing decides",
        "several" => "more than one would fit",
        var other => InWords(other),
    };

    /// <summary><c>almost certain (97%)</c>.</summary>
    public static string Sureness(double confidence)
    {
        string word = confidence switch
        {
            >= 0.95 => "almost certain",
            >= 0.85 => "very likely",
            >= 0.75 => "likely",
            >= Attribution.ShownFrom => "more likely than not",
            _ => "doubtful",
        };
        return string.Create(CultureInfo.InvariantCulture, $"{word} ({Math.Round(confidence * 100, MidpointRounding.AwayFromZero)}%)");
    }

    private static string InWords(string name) => name.Replace('-', ' ').Replace(":", ": ", StringComparison.Ordinal);
}
