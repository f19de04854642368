using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Speakers;

namespace QuoteTracker.Core.Checking;

/// <summary>A stretch of a document where a quotation may come from. Indices of its spoken words, end exclusive.</summary>
public readonly record struct CandidateWindow(SourceDocument Document, int From, int To);

/// <summary>A check with all the other places where the same was said.</summary>
/// <param name="Places">The other passages with the quotation's words, the best first; without that of <paramref name="Best"/>.</param>
public sealed record QuotationFindings(QuotationCheck Best, ImmutableArray<SourcePassage> Places)
{
    internal static QuotationFindings Absent { get; } = new(new QuotationCheck { Verdict = Verdict.Absent }, []);
}

/// <summary>"See here": a passage that a paraphrase may come from.</summary>
/// <param name="Score">The share of the paraphrase's words that say something which the passage has, 0 to 1.</param>
public sealed record PassageHint(SourcePassage Passage, double Score);

/// <summary>Holds quotations against candidate passages and picks the best. Stateless but for what it knows of speakers.</summary>
public sealed class QuotationMatcher(Registry registry)
{
    /// <summary>Words so few may stand anywhere: they count only where the speaker agrees, or the source does not tell.</summary>
    private const int FewWords = 2;

    private const int MaxPlaces = 24, OtherSpeakerCost = 80;

    public SpeakerNames Speakers { get; } = new(registry);

    /// <param name="windows">In the order in which equals are preferred.</param>
    public QuotationFindings Check(Quotation quotation, IEnumerable<CandidateWindow> windows)
    {
        ArgumentNullException.ThrowIfNull(quotation);
        ArgumentNullException.ThrowIfNull(windows);
        var all = windows.ToList();
        var found = new List<Ranked>();
        foreach (var window in all)
        {
            foreach (var match in PassageFinder.FindWhole(quotation, window.Document, window.From, window.To)) AddIfFound(found, quotation, match);
        }
        // Word for word from somebody else: the one who is named may have said it with a filler in between.
        if (!found.Exists(ranked => ranked.Speaker != SpeakerAgreement.Other))
        {
            foreach (var window in all)
            {
                if (PassageFinder.FindNearest(quotation, window.Document, window.From, window.To) is { } match) AddIfFound(found, quotation, match);
            }
        }
        if (!found.Exists(ranked => ranked.Match.HasRightWords))
        {
            foreach (var document in all.Select(window => window.Document).Distinct())
            {
                if (StitchFinder.Find(quotation, document) is { } stitched) AddIfFound(found, quotation, stitched);
            }
        }
        if (found.Count == 0) return QuotationFindings.Absent;
        // A stable sort: among equals the windows' order counts.
        var ranked = found.OrderBy(one => one.Tier).ThenBy(one => one.Cost).ToList();
        var best = ranked[0];
        var places = ranked.Skip(1)
            .Where(one => one.Tier == best.Tier && one.Match.HasRightWords == best.Match.HasRightWords && one.Match.Alignment.Cost <= best.Match.Alignment.Cost)
            .DistinctBy(one => (one.Match.Document.Path, one.Match.Span))
            .Where(one => one.Match.Document != best.Match.Document || !one.Match.Span.OverlapsWith(best.Match.Span))
            .Take(MaxPlaces)
            .Select(one => PassageOf(one.Match));
        return new QuotationFindings(
            new QuotationCheck { Verdict = best.Match.Verdict, Passage = PassageOf(best.Match), Edits = best.Match.Edits, Speaker = best.Speaker }, [.. places]);
    }

    /// <summary>Where a paraphrase may come from: the passage that shares the most words with it. Never a verdict: that the words are there does not say that the sense is.</summary>
    /// <returns>Null where no passage has a third of the words that say something.</returns>
    public PassageHint? Nearest(Quotation paraphrase, IEnumerable<CandidateWindow> windows)
    {
        ArgumentNullException.ThrowIfNull(paraphrase);
        ArgumentNullException.ThrowIfNull(windows);
        (SourceDocument Document, TextSpan Span, double Score)? best = null;
        foreach (var window in windows)
        {
            if (OverlapFinder.Find(paraphrase, window) is not var (span, score)) continue;
            if (Speakers.Compare(paraphrase.Speaker, window.Document, span.Start) == SpeakerAgreement.Other) score *= OtherSpeakerShare;
            if (best is null || score > best.Value.Score) best = (window.Document, span, score);
        }
        return best is var (document, place, share) && share >= NearFrom ? new PassageHint(PassageOf(document, place), share) : null;
    }

    private const double NearFrom = 1.0 / 3, OtherSpeakerShare = 0.5;

    /// <param name="Tier">0 where all words are there, 1 where they are not.</param>
    /// <param name="Cost">The lower, the better, in its tier.</param>
    private sealed record Ranked(PassageMatch Match, SpeakerAgreement Speaker, int Tier, int Cost);

    private void AddIfFound(List<Ranked> found, Quotation quotation, PassageMatch match)
    {
        if (match.Verdict == Verdict.Absent) return;
        var speaker = Speakers.Compare(quotation.Speaker, match.Document, match.Span.Start);
        if (quotation.Words.Length <= FewWords && quotation.Speaker is not null && speaker == SpeakerAgreement.Other) return;
        found.Add(match.HasRightWords
            ? new Ranked(match, speaker, 0, speaker switch { SpeakerAgreement.Same => 0, SpeakerAgreement.Unknown => 10, _ => 20 } + (int)match.Verdict)
            : new Ranked(match, speaker, 1, match.Alignment.Cost + (speaker == SpeakerAgreement.Other ? OtherSpeakerCost : 0)));
    }

    private SourcePassage PassageOf(PassageMatch match) => PassageOf(match.Document, match.Span);

    private SourcePassage PassageOf(SourceDocument document, TextSpan span) =>
        document.PassageAt(span, Speakers.Find(document.SpeakerAt(span.Start), document.Heading.Date));
}
