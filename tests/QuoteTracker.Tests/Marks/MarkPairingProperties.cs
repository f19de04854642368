using System.Collections.Immutable;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Marks;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Text;
using Xunit;
using static QuoteTracker.Tests.Marks.MarkChecks;

namespace QuoteTracker.Tests.Marks;

/// <summary>What holds of any text.</summary>
public sealed class MarkPairingProperties
{
    /// <summary>Copy as bad as it gets: mostly marks, with just enough words, stops and breaks between them to make every reading possible.</summary>
    private static readonly Arbitrary<string> _copy = Gen.Elements(
            "\"", "\"", "“", "”", "'", "'", "‘", "’", "''", "'''", "``", "`", "„", "‚", "«", "»", "‹", "›", "′", "″", "\u0093", "\uFF02",
            "we", "It", "leaders", "goin", "em", "90s", "n", "6", "é", "\U0001F600", "\uD83D", "\uDE00",
            " ", " ", " ", ".", ",", "?", "—", "(", ")", "[", "…", "\n", "\n", "\n\n", "\r\n", "\r", "\u2028", "\uFFFE", "\u200B", "\u00A0")
        .ListOf().Select(string.Concat).ToArbitrary();

    private static readonly Config _config = Config.QuickThrowOnFailure.WithMaxTest(1000).WithEndSize(120);

    [Fact]
    public void Parts_lie_in_range_on_character_boundaries_and_in_one_paragraph() => Check.One(_config, Prop.ForAll(_copy, copy =>
    {
        var paragraphs = ParagraphSplitter.Split(copy);
        foreach (var region in MarkPairing.Pair(copy, paragraphs))
        {
            Assert.NotEmpty(region.Parts);
            Assert.InRange(region.Depth, 0, 2);
            foreach (var part in region.Parts)
            {
                Assert.Single(paragraphs, paragraph => paragraph.Contains(part.Span));
                Assert.True(part.Span.Length > 0);
                Assert.Equal((part.Span.Start, part.Span.End), (part.OpenMark.Start, part.CloseMark.End));
                Assert.True(part.OpenMark.End <= part.CloseMark.Start);
                AssertIsMark(copy, part.OpenMark);
                AssertIsMark(copy, part.CloseMark);
            }
            Assert.True(region.Parts[0].IsOpened);
            Assert.All(region.Parts.SkipLast(1), part => Assert.False(part.IsClosed));
        }
    }));

    [Fact]
    public void Regions_nest_or_stand_apart() => Check.One(_config, Prop.ForAll(_copy, copy =>
    {
        var regions = Pair(copy);
        for (int i = 0; i < regions.Length; i++)
        {
            for (int j = i + 1; j < regions.Length; j++)
            {
                Assert.True(regions[i].Span.Start < regions[j].Span.Start);
                if (regions[i].Span.End <= regions[j].Span.Start) continue;
                Assert.True(regions[i].Depth < regions[j].Depth, "a region that starts inside another is nested in it");
                Assert.True(regions[j].Span.End <= regions[i].Span.End, "a nested region ends with the one around it");
                foreach (var inner in regions[j].Parts)
                {
                    foreach (var outer in regions[i].Parts)
                        Assert.True(outer.Span.Contains(inner.Span) || !outer.Span.OverlapsWith(inner.Span), "a part of the nested one lies in a part of the other");
                }
            }
        }
    }));

    [Fact]
    public void A_mark_has_one_use() => Check.One(_config, Prop.ForAll(_copy, copy =>
    {
        var used = Pair(copy).SelectMany(region => region.Parts).SelectMany(part => (TextSpan[])[part.OpenMark, part.CloseMark])
            .Where(mark => mark.Length > 0).OrderBy(mark => mark.Start).ToList();
        foreach (var (first, second) in used.Zip(used.Skip(1))) Assert.True(first.End <= second.Start);
    }));

    [Fact]
    public void The_same_text_pairs_the_same() =>
        Check.One(_config, Prop.ForAll(_copy, copy => AssertSame(Pair(copy), Pair(new string(copy)))));

    [Fact]
    public void Text_before_and_after_that_is_settled_changes_nothing() => Check.One(_config, Prop.ForAll(_copy, copy =>
    {
        const string before = "The council met.\n\n";
        var moved = Pair(before + copy).Select(region => region with
        {
            Parts = [.. region.Parts.Select(part => new RegionPart(Move(part.Span), Move(part.OpenMark), Move(part.CloseMark)))],
        });
        AssertSame(Pair(copy), [.. moved]);

        TextSpan Move(TextSpan span) => new(span.Start - before.Length, span.Length);
    }));

    [Fact]
    public void Resuming_after_any_paragraph_equals_starting_over() => Check.One(_config, Prop.ForAll(_copy, _copy, (copy, other) =>
    {
        var paragraphs = ParagraphSplitter.Split(copy);
        var scratch = Steps(copy, paragraphs, PairingState.Settled);
        var expected = MarkPairing.Regions(paragraphs, scratch);
        AssertSame(expected, MarkPairing.Pair(copy, paragraphs));
        for (int kept = 0; kept <= paragraphs.Length; kept++)
        {
            var state = kept == 0 ? PairingState.Settled : scratch[kept - 1].End;
            ParagraphPairing[] resumed = [.. scratch[..kept], .. Steps(copy, paragraphs[kept..], state)];
            AssertSame(expected, MarkPairing.Regions(paragraphs, resumed));
        }
    }));

    /// <summary>The way of an editor: paragraphs are replaced, redone until the state is the old one again, and the rest is kept.</summary>
    [Fact]
    public void Redoing_damaged_paragraphs_until_the_state_is_the_old_one_equals_starting_over() =>
        Check.One(_config, Prop.ForAll(_copy, _copy, Gen.Choose(0, 100).Two().ToArbitrary(), (copy, replacement, cut) =>
        {
            var old = ParagraphSplitter.Split(copy);
            if (old.IsEmpty) return;
            var steps = Steps(copy, old, PairingState.Settled);
            int first = cut.Item1 * old.Length / 101, last = first + cut.Item2 * (old.Length - first) / 101;
            string before = copy[..old[first].Start], after = copy[old[last].End..];
            string edited = before + "x" + replacement + "x" + after;

            var paragraphs = ParagraphSplitter.Split(edited);
            int tail = old.Length - 1 - last, damagedEnd = paragraphs.Length - tail;
            var redone = new List<ParagraphPairing>(steps[..first]);
            var state = first == 0 ? PairingState.Settled : steps[first - 1].End;
            for (int i = first; i < paragraphs.Length; i++)
            {
                int same = i - damagedEnd + last;
                if (same >= last && state.Equals(steps[same].End) && i >= damagedEnd)
                {
                    redone.AddRange(steps[(same + 1)..]);
                    break;
                }
                redone.Add(MarkPairing.Step(state, edited.AsSpan(paragraphs[i].Start, paragraphs[i].Length)));
                state = redone[^1].End;
            }
            AssertSame(Pair(edited), MarkPairing.Regions(paragraphs, [.. redone]));
        }));

    [Fact]
    public void Clean_copy_leaves_nothing_in_doubt()
    {
        var state = PairingState.Settled;
        foreach (string paragraph in (string[])["“We knew,” she said. “All of us.”", "The leaders' plan isn't new.", "It took 6'2\" of hose."])
        {
            state = MarkPairing.Step(state, paragraph).End;
            Assert.True(state.IsSettled, paragraph);
        }
        Assert.False(MarkPairing.Step(state, "“We knew.").End.IsSettled);
    }

    /// <summary>Each of these is seconds of work for a search that is linear, and days for one that is not.</summary>
    [Theory]
    [InlineData("\"", 200_000)]
    [InlineData("'", 300_000)]
    [InlineData("\" '", 100_000)]
    [InlineData("“‘„«", 50_000)]
    [InlineData("\"\uFFFE\uFFFE\u200B'", 100_000)]
    [InlineData("leaders' 6' 2\" '90s", 50_000)]
    [InlineData("\"a\n", 100_000)]
    [InlineData("a\"\n", 100_000)]
    [InlineData("He said “we know it’s true” and went. ", 200_000)]
    [InlineData("                                        ' \uFFFE\uFFFE\uFFFE\uFFFE\uFFFE\uFFFE\uFFFE\uFFFE", 50_000)]
    public void Pathological_copy_takes_linear_time(string unit, int times)
    {
        string copy = new StringBuilder().Insert(0, unit, times).ToString();
        Assert.All(Pair(copy), region => Assert.InRange(region.Span.End, 1, copy.Length));
    }

    [Fact]
    public void Long_gaps_of_what_is_not_copy_take_linear_time()
    {
        string gap = new(Article.NotCopy, 2_000_000), spaces = new(' ', 2_000_000);
        Assert.Equal(2, Pair($"“a{gap}”{spaces}“b”{gap}‘{spaces}").Length);
    }

    private static ParagraphPairing[] Steps(string copy, ImmutableArray<TextSpan> paragraphs, PairingState state)
    {
        var steps = new List<ParagraphPairing>();
        foreach (var paragraph in paragraphs)
        {
            steps.Add(MarkPairing.Step(state, copy.AsSpan(paragraph.Start, paragraph.Length)));
            state = steps[^1].End;
        }
        return [.. steps];
    }

    private static void AssertIsMark(string copy, TextSpan mark)
    {
        Assert.InRange(mark.Length, 0, 2);
        foreach (char c in copy.AsSpan(mark.Start, mark.Length)) Assert.False(char.IsSurrogate(c) || char.IsLetterOrDigit(c) || char.IsWhiteSpace(c));
        if (mark.Length == 0 && mark.Start > 0 && mark.Start < copy.Length)
            Assert.False(char.IsHighSurrogate(copy[mark.Start - 1]) && char.IsLowSurrogate(copy[mark.Start]));
    }

    private static void AssertSame(ImmutableArray<QuotationRegion> expected, ImmutableArray<QuotationRegion> found)
    {
        Assert.Equal(expected.Select(region => region.Depth), found.Select(region => region.Depth));
        Assert.Equal(expected.SelectMany(region => region.Parts), found.SelectMany(region => region.Parts));
        Assert.Equal(expected.Select(region => region.Parts.Length), found.Select(region => region.Parts.Length));
    }
}
