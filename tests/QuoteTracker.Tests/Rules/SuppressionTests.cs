using QuoteTracker.Core.Model;
using QuoteTracker.Core.Rules;
using QuoteTracker.Tests.Fixtures;
using Xunit;

namespace QuoteTracker.Tests.RuleTests;

public class SuppressionTests
{
    [Fact]
    public void A_comment_covers_the_paragraph_that_follows_and_no_other() => RuleChecks.CheckRules("""
        [quotetracker: ignore loaded-cue: she denied it for a year]

        Ada Vaughn admitted that the bridge was unsafe.

        Carla Reyes {|QT0206:admitted|} that the road was unsafe.
        """);

    [Fact]
    public void In_Markdown_it_is_a_comment() => RuleChecks.CheckRules("""
        -- article.md --
        <!-- quotetracker: ignore loaded-cue: she denied it for a year -->
        Ada Vaughn admitted that the bridge was unsafe.

        Carla Reyes {|QT0206:admitted|} that the road was unsafe.
        """);

    [Fact]
    public void At_the_end_of_a_line_of_copy_it_covers_its_own_paragraph() => RuleChecks.CheckRules("""
        -- article.md --
        Ada Vaughn admitted that the bridge was unsafe. <!-- quotetracker: ignore loaded-cue: she denied it for a year -->

        Carla Reyes {|QT0206:admitted|} that the road was unsafe.
        """);

    [Fact]
    public void One_comment_may_name_several_rules() => RuleChecks.CheckRules("""
        [quotetracker: ignore loaded-cue, mismatched-quotation-marks: as it was sent]

        “The bridge is unsafe," Ada Vaughn admitted.
        """);

    [Fact]
    public void Two_comments_may_cover_one_paragraph() => RuleChecks.CheckRules("""
        [quotetracker: ignore loaded-cue: she denied it for a year]
        [quotetracker: ignore mismatched-quotation-marks: as it was sent]

        “The bridge is unsafe," Ada Vaughn admitted.
        """);

    [Fact]
    public void An_unused_one_is_found_at_its_name() => RuleChecks.CheckRules("""
        [quotetracker: ignore loaded-cue, {|QT0931:anonymous-source|}: agreed with the editor]

        Ada Vaughn admitted that the bridge was unsafe.
        """);

    [Fact]
    public void One_with_nothing_after_it_is_unused() => RuleChecks.CheckRules("""
        Ada Vaughn said that the bridge was unsafe.

        [quotetracker: ignore {|QT0931:loaded-cue|}: there was more copy once]
        """);

    [Fact]
    public void A_name_that_no_rule_has_is_found() => RuleChecks.CheckRules("""
        [quotetracker: ignore {|QT0904:loadedcue|}: she denied it for a year]

        Ada Vaughn {|QT0206:admitted|} that the bridge was unsafe.
        """);

    [Theory]
    [InlineData("[quotetracker: ignore loaded-cue]")]
    [InlineData("[quotetracker: ignore loaded-cue: ]")]
    [InlineData("[quotetracker: ignore: she denied it for a year]")]
    [InlineData("[quotetracker: disable loaded-cue: she denied it for a year]")]
    [InlineData("[quotetracker:]")]
    public void One_that_says_too_little_hides_nothing(string comment) =>
        RuleChecks.CheckRules($"{{|QT0932:{comment}|}}\n\nAda Vaughn {{|QT0206:admitted|}} that the bridge was unsafe.");

    [Fact]
    public void The_words_of_a_comment_are_no_copy() => RuleChecks.CheckRules("""
        [quotetracker: ignore loaded-cue: the sheriff claimed “as much]

        Ada Vaughn admitted that the bridge was unsafe.
        """);

    [Fact]
    public void A_rule_that_did_not_run_leaves_no_comment_unused() => RuleChecks.CheckRule<AnonymousSource>("""
        [quotetracker: ignore loaded-cue: she denied it for a year]

        Ada Vaughn said that the bridge was unsafe.
        """);

    [Theory]
    [InlineData("We wrote [quotetracker: ignore loaded-cue: x] into it.")]
    [InlineData("[quotetracker: ignore loaded-cue: x] follows")]
    [InlineData("<!-- quotetracker: ignore loaded-cue: x")]
    [InlineData("quotetracker: ignore loaded-cue: x")]
    [InlineData("[quotetracker ignore loaded-cue: x]")]
    public void What_only_looks_like_a_comment_is_copy(string text) => Assert.Empty(SuppressionComment.ReadAll(text));

    [Fact]
    public void Offsets_and_line_breaks_stay_where_they_were()
    {
        const string text = "One.\r\n[quotetracker: ignore loaded-cue: x]\r\n<!-- quotetracker: ignore\nloaded-cue: y --> Two.";
        var copy = SuppressionComment.WithoutComments(text);

        Assert.Equal(text.Length, copy.Length);
        Assert.Equal("One.\r\n\r\n\n Two.", copy.Replace(Article.NotCopy.ToString(), "", StringComparison.Ordinal));
    }
}
