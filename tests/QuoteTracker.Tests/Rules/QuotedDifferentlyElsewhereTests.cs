using QuoteTracker.Core.Rules;
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
        {|QT0406:{|QT0406:“We lost the ferry in April and the school in May,”|}|} Ada Vaughn said.
        -- third.txt --
        It was late.

        {|QT0406:“We lost the ferry in March and the school in May,”|} Ada Vaughn said.
        """);

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
}
