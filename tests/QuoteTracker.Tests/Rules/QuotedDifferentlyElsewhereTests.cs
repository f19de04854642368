using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using QuoteTracker.Core;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Rules;
using QuoteTracker.Core.Speakers;
using QuoteTracker.Tests.Fixtures;
using Xunit;

namespace QuoteTracker.Tests.RuleTests;

public class QuotedDifferentlyElsewhereTests
{
    private static void Check(string fixture) => RuleChecks.CheckRule<QuotedDifferentlyElsewhere>(fixture);

    [Fact]
    public void One_statement_with_two_sets_of_words_is_found_in_both_articles() => Check("""
        {|QT0406:“We lost the ferry in March and the school in May,”|} Ada Vaughn said.
        -- second.txt --
        The mayor, Ada Vaughn, was angry. {|QT0406:“We lost the ferry in April and the school in May,”|} Vaughn said.
        """);

    [Fact]
    public void A_part_is_compared_with_the_whole() => Check("""
        {|QT0406:“We lost the ferry in March and the school in May,”|} Ada Vaughn said.
        -- second.txt --
        {|QT0406:“It is a long list. We lost the ferry in March and the schools in May, and then the bank went,”|} Ada Vaughn said.
        """);

    [Fact]
    public void Each_article_that_has_the_same_copy_is_told() => Check("""
        {|QT0406:“We lost the ferry in March and the school in May,”|} Ada Vaughn said.
        -- second.txt --
        {|QT0406:“We lost the ferry in April and the school in May,”|} Ada Vaughn said.
        -- third.txt --
        It was late.

        {|QT0406:“We lost the ferry in March and the school in May,”|} Ada Vaughn said.
        """);

    [Fact]
    public void Of_several_other_wordings_it_is_held_against_the_one_that_most_articles_have() => Assert.Equal(
        [
            "a.txt: This quotation has 'March' where another article has 'June' (c.txt, line 1)",
            "b.txt: This quotation has 'April' where another article has 'June' (c.txt, line 1)",
            "c.txt: This quotation has 'June' where another article has 'March' (a.txt, line 1)",
            "d.txt: This quotation has 'June' where another article has 'March' (a.txt, line 1)",
        ],
        Messages("March", "April", "June", "June"));

    [Fact]
    public void Of_wordings_that_as_many_articles_have_it_is_held_against_the_one_most_like_it() => Assert.Equal(
        ["c.txt", "a.txt", "a.txt"],
        Find("March", "June and the bank in July", "April").Select(static one => Assert.Single(one.AdditionalLocations).GetLineSpan().Path));

    [Fact]
    public void It_leads_to_the_other_quotation()
    {
        var found = Find("March", "April");
        Assert.Equal(["b.txt: (0,0)-(0,51)", "a.txt: (0,0)-(0,51)"], found.Select(static one => Assert.Single(one.AdditionalLocations).GetLineSpan().ToString()));
    }

    [Theory]
    [InlineData("“We lost the ferry in March and the school in May,” Ada Vaughn said.")]
    [InlineData("“We lost the ferry in March … and the school in May,” Ada Vaughn said.")]
    [InlineData("“We lost the ferry in March,” Ada Vaughn said. “And the school in May.”")]
    [InlineData("“We lost the ferry in April and the school in May,” Bo Lund said.")]
    [InlineData("“We lost the vote,” Ada Vaughn said.")]
    [InlineData("“The school was lost to us in May, as was the ferry, which I still miss,” Ada Vaughn said.")]
    public void The_same_words_other_speakers_and_other_statements_are_in_order(string second) => Check($"""
        “We lost the ferry in March and the school in May,” Ada Vaughn said.
        -- second.txt --
        {second}
        """);

    [Fact]
    public void Within_one_article_a_speaker_may_say_it_again() => Check("""
        “We lost the ferry in March and the school in May,” Ada Vaughn said.

        “We lost the ferry in April and the school in May,” Ada Vaughn said later.
        """);

    [Fact]
    public void A_comment_hides_it_where_it_stands_and_nowhere_else_and_is_not_called_unused() => Check("""
        [quotetracker: ignore quoted-differently-elsewhere: the recording has it so]
        “We lost the ferry in March and the school in May,” Ada Vaughn said.
        -- second.txt --
        {|QT0406:“We lost the ferry in April and the school in May,”|} Ada Vaughn said.
        -- third.txt --
        [quotetracker: ignore quoted-differently-elsewhere: there was one in May]
        Nothing was said.
        """);

    private static IEnumerable<string> Messages(params string[] months) => Find(months).Select(static one =>
        $"{one.Location.GetLineSpan().Path}: {one.GetMessage(CultureInfo.InvariantCulture).Split(". ")[0]}");

    /// <summary>In articles a.txt, b.txt and so on, each with the statement in its own words.</summary>
    private static ImmutableArray<Diagnostic> Find(params string[] words)
    {
        var analyzer = new ArticleAnalyzer(Registry.Empty);
        var runner = new RuleRunner([new QuotedDifferentlyElsewhere()], RuleSeverities.Default);
        var summaries = words.Select((word, k) => runner.Summarize(analyzer.Analyze(new Article($"{(char)('a' + k)}.txt", $"“We lost the ferry in {word} and the school in May,” Ada Vaughn said."))));
        return runner.RunOnWorkspace(Registry.Empty, summaries, "quotetracker.yaml");
    }
}
