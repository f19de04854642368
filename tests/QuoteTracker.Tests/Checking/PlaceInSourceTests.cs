using System.Collections.Immutable;
using QuoteTracker.Core.Checking;
using QuoteTracker.Core.Speakers;
using Xunit;

namespace QuoteTracker.Tests.Checking;

/// <summary>What is found of a quotation does not depend on how many words stand before the passage, nor on how many behind it.</summary>
public sealed class PlaceInSourceTests
{
    private const string Passage =
        "We looked at the harbour wall, um, twice last winter. The divers, you know, found a crack as long as a bus. Nobody told the council until May, and by then the tide had taken the lower steps.";

    [Theory]
    [InlineData("The divers found a crack as long as a lorry.", Verdict.Edited)]
    [InlineData("We looked at the harbour wall twice last winter.", Verdict.Normalised)]
    [InlineData("We looked at the harbour wall … by then the tide had taken the lower steps.", Verdict.Elided)]
    [InlineData("We looked at the harbour wall twice last winter. Nobody told the council until May.", Verdict.Stitched)]
    [InlineData("Nobody [in the town hall] told the council till May and by then the tide took the lower steps.", Verdict.Edited)]
    [InlineData("The lighthouse was painted by volunteers who brought their own ladders.", Verdict.Absent)]
    public void A_passage_is_found_wherever_it_stands(string words, Verdict verdict)
    {
        var first = Check(words, 0, 0);
        Assert.Equal(verdict, first.Verdict);
        for (int before = 0; before < 40; before++)
        {
            var found = Check(words, before, 40 - before);
            int shift = before * Pad(0).Length;
            Assert.Equal(verdict, found.Verdict);
            Assert.Equal(first.Edits.Select(edit => (edit.WrittenWords, edit.SaidWords, edit.Said.Start)), found.Edits.Select(edit => (edit.WrittenWords, edit.SaidWords, edit.Said.Start - shift)));
            Assert.Equal(first.Passage?.Span.Start, found.Passage?.Span.Start - shift);
            Assert.Equal(first.Passage?.Span.Length, found.Passage?.Span.Length);
        }
    }

    private static string Pad(int number) => $"word{number % 10} ";

    private static QuotationCheck Check(string words, int before, int behind)
    {
        var text = string.Concat(Enumerable.Range(0, before).Select(Pad)) + Passage + " " + string.Concat(Enumerable.Range(0, behind).Select(Pad));
        var source = new SourceDocument("sources/harbour.txt", text, text, "", new SourceHeading(), ImmutableArray<SourceTurn>.Empty, ImmutableArray<SourceTime>.Empty);
        return new QuotationMatcher(Registry.Empty).Check(Quotation.Of(words), [new CandidateWindow(source, 0, source.WordCount)]).Best;
    }
}
