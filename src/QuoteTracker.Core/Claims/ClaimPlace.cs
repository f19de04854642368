using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Core.Claims;

/// <summary>Where a claim's words stand in its article now, and what is different about them.</summary>
public sealed record ClaimPlace
{
    private const int ChangesTold = 3;
    private const int LongestTold = 60;

    /// <summary>The entry as the ledger has it.</summary>
    public required Claim Claim { get; init; }

    /// <summary>In text order, at least one; UTF-16 offsets, end exclusive. With the marks where the words are the content of <see cref="Attribution"/>.</summary>
    public required ImmutableArray<TextSpan> Spans { get; init; }

    /// <summary>The attribution that the words are the content of, or most of it; null where the article attributes them to nobody.</summary>
    public Attribution? Attribution { get; init; }

    /// <summary>What is different from the words that were checked, in text order; empty where the words are the same.</summary>
    public ImmutableArray<WordChange> Changes { get; init; } = [];

    /// <summary>The article now says that somebody else said it, and both are in the registry.</summary>
    public bool HasOtherSpeaker { get; init; }

    /// <summary>The words in the ledger are not those that were checked: somebody changed them there.</summary>
    public bool IsRewrittenInLedger => Claim.Anchor.Hash is { } hash && hash != ClaimWords.Hash(Claim.Anchor.Exact);

    /// <summary>It was checked, and what was checked is not what the article says now.</summary>
    public bool IsStale => Claim.Status != ClaimStatus.Unchecked && (!Changes.IsEmpty || HasOtherSpeaker || IsRewrittenInLedger);

    /// <summary>What is different, as a part of a sentence: <c>“fourteen” is now “fifteen”</c>. Empty where nothing is.</summary>
    public string Difference
    {
        get
        {
            var told = Changes.Take(ChangesTold).Select(Tell).ToList();
            if (Changes.Length > ChangesTold) told.Add($"and {Changes.Length - ChangesTold} more");
            if (HasOtherSpeaker) told.Add($"the words are now {Attribution!.Speaker!.Name}'s");
            if (Changes.IsEmpty && IsRewrittenInLedger) told.Add("the words in the ledger were changed without a check");
            return string.Join(", ", told);
        }
    }

    private static string Tell(WordChange change) =>
        change.Checked.Length == 0 ? $"“{Short(change.Current)}” was put in"
        : change.Current.Length == 0 ? $"“{Short(change.Checked)}” was taken out"
        : $"“{Short(change.Checked)}” is now “{Short(change.Current)}”";

    private static string Short(string words)
    {
        words = words.Replace('\n', ' ');
        if (words.Length <= LongestTold) return words;
        var end = words.LastIndexOf(' ', LongestTold);
        return words[..(end > 0 ? end : LongestTold)] + " …";
    }
}
