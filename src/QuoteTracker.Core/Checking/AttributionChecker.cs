using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Core.Checking;

/// <summary>Finds where in the sources words may come from.</summary>
public interface ICandidateSource
{
    /// <summary>The likeliest stretches first; empty where no source has enough of the words.</summary>
    ImmutableArray<CandidateWindow> CandidatesFor(Quotation quotation);
}

/// <summary>Checks the attributions of an article against sources. Safe to use from several threads where its candidates are.</summary>
public sealed class AttributionChecker(QuotationMatcher matcher, ICandidateSource candidates)
{
    /// <summary>The check of each direct and mixed attribution with words in marks, by the attribution's id.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public ImmutableDictionary<string, QuotationCheck> Check(ArticleModel model, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        var checks = ImmutableDictionary.CreateBuilder<string, QuotationCheck>(StringComparer.Ordinal);
        foreach (var attribution in model.Attributions)
        {
            cancellation.ThrowIfCancellationRequested();
            if (Check(model, attribution) is { } findings) checks.Add(attribution.Id, findings.Best);
        }
        return checks.ToImmutable();
    }

    /// <returns>Null for an indirect attribution, and where no words stand in marks: a paraphrase gets no verdict.</returns>
    public QuotationFindings? Check(ArticleModel model, Attribution attribution)
    {
        var quotations = Quotation.Of(model, attribution);
        if (quotations.IsEmpty) return null;
        var found = quotations.Select(quotation => matcher.Check(quotation, candidates.CandidatesFor(quotation))).ToList();
        return found.Count == 1 ? found[0] : Together(quotations, found);
    }

    /// <summary>The fragments of a mixed quotation have one check: the worst verdict, at the passage of the longest fragment.</summary>
    private static QuotationFindings Together(ImmutableArray<Quotation> quotations, List<QuotationFindings> found)
    {
        int all = 0, there = 0, longest = -1;
        for (int i = 0; i < found.Count; i++)
        {
            int words = quotations[i].Words.Length;
            all += words;
            if (found[i].Best.Passage is null) continue;
            there += words;
            if (longest < 0 || words > quotations[longest].Words.Length) longest = i;
        }
        if (there * 2 < all || longest < 0) return QuotationFindings.Absent;
        var best = found[longest].Best;
        var edits = ImmutableArray.CreateBuilder<WordEdit>();
        var verdict = Verdict.Exact;
        for (int i = 0; i < found.Count; i++)
        {
            var check = found[i].Best;
            if (check.Passage is null)
            {
                var written = TextSpan.FromBounds(quotations[i].Parts[0].Start, quotations[i].Parts[^1].End);
                edits.Add(new WordEdit(written, quotations[i].Copy.Substring(written.Start, written.Length), new TextSpan(best.Passage!.Span.End, 0), ""));
            }
            else edits.AddRange(check.Edits);
            verdict = Worse(verdict, check.Passage is null ? Verdict.Edited : check.Verdict);
        }
        return found[longest] with { Best = best with { Verdict = verdict, Edits = edits.ToImmutable() } };
    }

    private static Verdict Worse(Verdict one, Verdict other) =>
        one == Verdict.Edited || other == Verdict.Edited ? Verdict.Edited : one > other ? one : other;
}
