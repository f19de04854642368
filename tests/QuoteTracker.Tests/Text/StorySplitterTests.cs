using FsCheck;
using FsCheck.Fluent;
using QuoteTracker.Core.Text;
using Xunit;

namespace QuoteTracker.Tests.Text;

public sealed class StorySplitterTests
{
    private const string Prose = "The harbour board voted on Tuesday to keep the old lighthouse lit through the winter, whatever it costs.";
    private const string OtherProse = "Bakers in the valley say that flour has become so dear that most of them will open on three days a week only.";
    private const string Headline = "Lighthouse to stay lit through the winter";
    private const string OtherHeadline = "Valley bakers to open on three days a week";

    /// <summary>Each story must begin with one of <paramref name="beginnings"/>, in their order.</summary>
    private static void CheckStories(string[] lines, params string[] beginnings)
    {
        string copy = string.Join("\n\n", lines);
        var stories = StorySplitter.Split(copy, ParagraphSplitter.Split(copy));
        Assert.Equal(beginnings, stories.Select(story => copy.Substring(story.Start, story.Length).Split('\n')[0]));
    }

    [Fact]
    public void An_ordinary_article_is_one_story() => CheckStories(
        [Headline, "By Ines Calder", "3 hours ago", Prose, "“Comments like these do not help,” she said.", "Related work goes on.", OtherProse, "Share this"],
        Headline, "Share this");

    [Fact]
    public void A_headline_may_stand_twice_above_its_own_story() =>
        CheckStories([Headline, Headline, "Harbour Gazette", "2 days ago", Headline, Prose, OtherProse], Headline);

    [Theory]
    [InlineData("More Stories")]
    [InlineData("More Storieslogo")]
    [InlineData("RELATED ARTICLES")]
    [InlineData("Related Articles:")]
    [InlineData("Recommended for you")]
    [InlineData("More from Harbour Gazette")]
    [InlineData("Trending now (5)")]
    public void A_heading_over_other_stories_begins_one(string heading) => CheckStories([Headline, Prose, heading, OtherHeadline, OtherProse], Headline, heading);

    [Theory]
    [InlineData("Related articles of clothing were found on the beach")]
    [InlineData("Trending upwards")]
    [InlineData("Sponsored by the town, the choir sang.")]
    [InlineData("More from the harbour was not to be had that day.")]
    public void A_line_that_only_begins_like_a_heading_does_not(string line) => CheckStories([Headline, Prose, line, OtherProse], Headline);

    [Fact]
    public void A_headline_that_stands_twice_begins_a_story() =>
        CheckStories([Headline, Prose, OtherHeadline, OtherHeadline, "Valley News", "• Valley News", OtherHeadline, OtherProse], Headline, OtherHeadline);

    [Theory]
    [InlineData("Valley News", "34 minutes ago")]
    [InlineData("Valley News", "timean hour ago")]
    [InlineData("Valley Newsa day ago", "Valley")]
    [InlineData("Food", "By Tom Okoro and Ann Lee")]
    public void A_headline_above_an_outlet_and_an_age_or_a_byline_begins_a_story(string first, string second) =>
        CheckStories([Headline, Prose, OtherHeadline, first, second, OtherProse], Headline, OtherHeadline);

    [Fact]
    public void An_age_or_a_byline_below_prose_begins_none() =>
        CheckStories([Headline, Prose, "By Tom Okoro, Valley News", OtherProse, "Updated 3 hours ago", Prose], Headline);

    [Fact]
    public void Comments_are_a_part_of_their_own() =>
        CheckStories([Headline, Prose, "Comments", "No comments yet...", "Related Articles", OtherHeadline, OtherProse], Headline, "Comments", "Related Articles");

    [Fact]
    public void Promotions_at_a_pages_end_are_a_part_of_their_own() => CheckStories(
        [Headline, Prose, "DOWNLOAD THE APP", "Never miss a tide again, wherever you are: download our app from your store and start reading today."],
        Headline, "DOWNLOAD THE APP");

    [Fact]
    public void A_promotion_inside_a_story_does_not_cut_it() => CheckStories([Headline, "SHARE ME", Prose, "SHARE ME", OtherProse, Prose], Headline);

    [Fact]
    public void Stories_cover_all_of_the_text_in_order()
    {
        var copies = Gen.Elements(Headline, OtherHeadline, Prose, OtherProse, "More Stories", "Comments", "SHARE ME", "2 days ago", "By Ann Lee", "", "\uFFFE", "\"")
            .ListOf().Select(lines => string.Join("\n", lines));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(copies.ToArbitrary(), copy =>
        {
            var stories = StorySplitter.Split(copy, ParagraphSplitter.Split(copy));
            Assert.Equal(0, stories[0].Start);
            Assert.Equal(copy.Length, stories[^1].End);
            foreach (var (story, next) in stories.Zip(stories.Skip(1)))
            {
                Assert.Equal(story.End, next.Start);
                Assert.False(story.IsEmpty);
            }
        }));
    }
}
