using QuoteTracker.Core.Model;
using Xunit;
using static QuoteTracker.Tests.Marks.MarkChecks;

namespace QuoteTracker.Tests.Marks;

/// <summary>What the rules of form read off a region: its marks, and those it lacks.</summary>
public sealed class RegionFormTests
{
    [Fact]
    public void A_part_knows_its_marks()
    {
        const string copy = "He said ''no'' twice.";
        var (region, parts) = Only(copy);
        Assert.Equal(["''no''"], parts);
        Assert.Equal((8, 2), (region.Parts[0].OpenMark.Start, region.Parts[0].OpenMark.Length));
        Assert.Equal((12, 2), (region.Parts[0].CloseMark.Start, region.Parts[0].CloseMark.Length));
        Assert.Equal("no", copy.Substring(region.Parts[0].Inner.Start, region.Parts[0].Inner.Length));
        Assert.True(region.IsClosed);
        Assert.False(region.IsRunning);
    }

    [Fact]
    public void A_running_region_is_open_at_the_end_of_all_parts_but_the_last()
    {
        var (region, parts) = Only("“One.\n\n“Two.\n\n“Three,” she said.");
        Assert.Equal(["“One.", "“Two.", "“Three,”"], parts);
        Assert.Equal([false, false, true], region.Parts.Select(part => part.IsClosed));
        Assert.All(region.Parts, part => Assert.True(part.IsOpened));
        Assert.True(region.IsClosed);
    }

    [Fact]
    public void A_missing_continuation_mark_is_an_empty_mark_at_the_paragraphs_start()
    {
        var (region, parts) = Only("“One.\n\nTwo,” she said.");
        Assert.Equal(["“One.", "Two,”"], parts);
        Assert.Equal([true, false], region.Parts.Select(part => part.IsOpened));
        Assert.Equal(region.Parts[1].Span.Start, region.Parts[1].OpenMark.Start);
    }

    [Fact]
    public void An_unclosed_region_has_an_empty_mark_at_its_end()
    {
        var (region, parts) = Only("She said “never and left. \n\nThe end came in May.");
        Assert.Equal(["“never and left."], parts);
        Assert.False(region.IsClosed);
        Assert.Equal(region.Parts[0].Span.End, region.Parts[0].CloseMark.End);
        Assert.Equal(0, region.Parts[0].CloseMark.Length);
    }

    [Fact]
    public void Regions_are_ordered_and_know_their_depth()
    {
        const string copy = "“She read ‘no’ aloud,” he said. “I heard.”";
        Assert.Equal([(0, 0), (10, 1), (32, 0)], Pair(copy).Select(region => (region.Span.Start, region.Depth)));
        Assert.All(Pair(copy), region => Assert.Equal(RegionRole.Quotation, region.Role));
    }
}
