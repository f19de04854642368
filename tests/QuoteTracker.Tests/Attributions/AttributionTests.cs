using QuoteTracker.Core;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Speakers;
using Xunit;
using static QuoteTracker.Tests.Fixtures.AttributionChecks;

namespace QuoteTracker.Tests.Attributions;

public class AttributionTests
{
    [Fact]
    public void Marks_source_and_cue() => CheckAttributions("""
        {|q1:“The ferry will not sail tonight,”|} {|s1@nadia-brennick:Nadia Brennick|} {|c1:said|}.
        """);

    [Fact]
    public void Marks_cue_and_source_with_an_apposition() => CheckAttributions("""
        {|q1:“The ferry will not sail tonight,”|} {|c1:said|} {|s1@nadia-brennick:Nadia Brennick, a harbour pilot in Whitby|}.
        """);

    [Fact]
    public void A_sentence_in_marks_behind_the_attribution_goes_on_with_it() => CheckAttributions("""
        {|q1:“The ferry will not sail tonight,”|} {|s1:Brennick|} {|c1:said|}. {|q1:“We will look again at six.”|}
        """);

    [Fact]
    public void A_sentence_split_by_its_attribution_is_one() => CheckAttributions("""
        {|q1:“Every time we sail in this,”|} {|s1:Brennick|} {|c1:said|}, looking at the swell, {|q1:“we ask the crew to be lucky.”|}
        """);

    [Fact]
    public void Words_in_marks_that_begin_in_mid_sentence_take_the_clause_before_with_them() => CheckAttributions("""
        {|i1:While the wind drops tonight|}, {|s1:she|} {|c1:said|}, {|q1:“the swell will be there until Friday and nobody should sail in it.”|}
        """);

    [Fact]
    public void A_date_before_the_attribution_is_none_of_its_content() => CheckAttributions("""
        On Tuesday, {|s1:Brennick|} {|c1:said|}, {|q1:“The swell will be there until Friday.”|}
        """);

    [Fact]
    public void Unmarked_content_begins_with_its_that() => CheckAttributions("""
        {|s1:The harbour office|} {|c1:said|} {|i1:that the ferry would not sail|}.
        """);

    [Fact]
    public void A_partial_quote_stands_in_content_without_marks() => CheckAttributions("""
        {|s1:Brennick|} {|c1:said|} {|i1:that the crossing had become|} {|q1:“a bet with other people's lives”|}.
        """);

    [Fact]
    public void According_to_a_source_behind_its_content() => CheckAttributions("""
        {|i1:Three crossings were cancelled last week|}, {|c1:according to|} {|s1:the harbour office|}.
        """);

    [Fact]
    public void Nested_words_of_others_are_not_reported_on_a_weak_cue() => CheckAttributions("""
        {|q1:“They think the harbour belongs to them, and they forget who built it,”|} {|s1:Brennick|} {|c1:said|}.
        """);

    [Fact]
    public void One_statement_of_a_colon_and_not_two() => CheckAttributions("""
        {|s1:Brennick|} {|c1:put it more bluntly:|} {|q1:“Nobody should sail in this.”|}
        """);

    [Fact]
    public void A_running_quotation_without_a_cue_of_its_own_goes_on() => CheckAttributions("""
        {|q1:“The ferry will not sail tonight,”|} {|s1:Brennick|} {|c1:said|}. {|q1:“We will look again at six.|}

        {|q1:“And at eight, if the wind has dropped by then.”|}
        """);

    [Fact]
    public void A_quoted_paragraph_goes_on_with_the_one_before_it_that_lost_its_opening_mark() => CheckAttributions("""
        {|q1:“The ferry will not sail tonight,”|} {|s1:Brennick|} {|c1:said|}. {|q1:“We have looked at the swell from the bridge and from the pier.|}

        {|q1:We will look again at six, when the tide has turned and the wind has dropped.”|}

        {|q1:“And at eight we will open the doors, if the swell lets us, and tell everybody who waits what we know.”|}

        The pier was closed on Tuesday.
        """);

    [Fact]
    public void A_heading_in_other_marks_does_not_go_on_with_the_quotation_above_it() => CheckAttributions("""
        The pilots met the council on Tuesday and asked for a rope that holds.

        {|q1:“The ferry will not sail tonight,”|} {|s1:Brennick|} {|c1:said|}.

        {|x1:'A harbour that no longer sleeps.'|}

        A mile to the north, the new pier is lit until the last boat is in.
        """);

    [Fact]
    public void A_byline_ends_its_quotation() => CheckAttributions("""
        The ferry has a page of its own in our guest book.

        {|q1:“Nobody who sails in a swell like this has ever looked over the side of that boat.”|} {|c1:―|} {|s1:Nadia Brennick|}

        {|x1:“We were told to wait for the next one, and there was no next one. My mother slept on a bench.”|}
        """);

    [Fact]
    public void A_byline_under_words_in_marks_has_them_whatever_was_said_before() => CheckAttributions("""
        We print three claims and what is true of each. The last of them was on every wall of the town this spring, and the harbour office never explained it.

        {|q1:“The ferry has not been late for a year, and nobody has ever waited more than an hour for it.”|}

        {|c1:-|} {|s1:Nadia Brennick|}.

        Records of the harbour office show eleven days on which it was late.
        """);

    [Fact]
    public void The_words_before_a_noun_that_announces_are_no_source() => CheckAttributions("""
        Then came a new and blunter {|c1:warning:|} {|q1:“Nobody sails in this swell.”|}
        """);

    [Fact]
    public void Who_puts_up_a_notice_is_its_source_and_not_the_words_before_its_noun() => CheckAttributions("""
        {|s1:The harbour office|} {|c1:has put up|} a new and blunter warning: {|q1:“Nobody sails in this swell.”|}
        """);

    [Fact]
    public void Who_is_the_subject_of_the_clause_before_is_not_the_one_who_said() => CheckAttributions("""
        On Tuesday, when {|s1:the mayor|} {|c1:mentioned|} {|i1:the swell to the pilots at the pier|}, {|s2:Brennick|} nodded and {|c2:said|}, {|q2:“Nobody should sail in this.”|}
        """);

    [Fact]
    public void Whoever_leaves_in_a_clause_before_is_not_the_one_who_turned_and_spoke() => CheckAttributions("""
        As the mayor left the hall, {|s1:Brennick|} turned and {|c1:told|} reporters, {|q1:“Nobody should sail in this.”|}
        """);

    [Fact]
    public void A_participle_behind_a_name_is_no_part_of_it() => CheckAttributions("""
        The crews have spoken to their union, with {|s1:Brennick|} {|c1:stating:|} {|q1:“Nobody should sail in this.”|}
        """);

    [Fact]
    public void Words_that_end_in_a_comma_are_not_the_name_of_who_said_them() => CheckAttributions("""
        {|q1:“We knew,”|} {|c1:boasted|} {|s1:Mayor Nadia Brennick|}.
        """);

    [Theory]
    [InlineData("‘We knew about the swell’,")]
    [InlineData("“We knew about the swell”,")]
    [InlineData("«We knew about the swell»,")]
    [InlineData("\"We knew about the swell\",")]
    public void Words_before_a_comma_are_not_the_name_of_who_said_them(string words) => CheckAttributions($$"""
        {|q1:{{words[..^1]}}|}, {|c1:said|} {|s1:Nadia Brennick, the mayor of Selby|}.
        """);

    [Fact]
    public void A_nickname_before_a_comma_may_be_part_of_who_spoke() => CheckAttributions("""
        {|x1:“Tiny”|}, {|s1:the club's coach,|} {|c1:said|} {|i1:the match was over|}.
        """);

    [Theory]
    [InlineData("In {|s1:Ida Brennick|}'s {|c1:words|}, {|q1:“the pier is a ruin”|}.")]
    [InlineData("In {|s1:her|} own {|c1:words|}: {|q1:“The pier is a ruin.”|}")]
    [InlineData("In the {|c1:words|} of {|s1:the harbour master|}, {|q1:“the pier is a ruin”|}.")]
    [InlineData("The pier is, in {|s1:the harbour master|}'s {|c1:view|}, {|q1:“a ruin”|}.")]
    [InlineData("The pier is {|q1:“a ruin”|}, in the {|c1:words|} of {|s1:Ida Brennick|}.")]
    public void Words_are_of_whom_they_are_said_to_be(string sentence) => CheckAttributions(sentence);

    [Theory]
    [InlineData("In other words, the {|x1:“Toothpick”|} stays shut.")]
    [InlineData("There was comfort in her words when the {|x1:“Toothpick”|} was shut.")]
    public void Words_of_nobody_beside_quote_nobody(string sentence) => CheckAttributions(sentence);

    [Fact]
    public void A_coinage_quotes_nobody() => CheckAttributions("""
        The town calls its new pier the {|x1:“Toothpick”|} these days.
        """);

    [Theory]
    [InlineData("“The ferry will not sail,” Ida Brennick said, “")]
    [InlineData("While the swell is there, Ida Brennick said, “")]
    [InlineData("“, Ida Brennick said, “and nobody should.”")]
    [InlineData("“,” Ida Brennick said, “")]
    public void A_mark_that_somebody_has_only_just_typed_is_read_as_any_other(string typed)
    {
        var analyzer = new ArticleAnalyzer(Registry.Empty);
        for (int length = 1; length <= typed.Length; length++) Assert.NotNull(analyzer.Analyze(new Article("a.txt", typed[..length])));
    }

    [Fact]
    public void Whom_a_sentence_in_marks_is_written_to_is_none_of_its_content() => CheckAttributions("""
        {|s1:Nadia Brennick|} {|c1:wrote|} to the forty pilots, {|q1:“It is time to sell the ferry,”|} and left.
        """);

    [Fact]
    public void Words_in_marks_take_a_subordinate_clause_before_with_them_whatever_its_verb() => CheckAttributions("""
        {|i1:When the wind rose in spring and the mayor warned everybody|}, {|s1:Nadia Brennick|} {|c1:said|}, {|q1:“we were ready.”|}
        """);

    [Fact]
    public void A_sentence_half_in_marks_without_a_cue_goes_on_with_the_attribution_before() => CheckAttributions("""
        {|q1:“We thought only of the harbour,”|} {|c1:said|} {|s1:Nadia Brennick, who steers the smallest of the boats|}. {|i1:The ferry|} {|q1:“was too slow for this swell.”|}
        """);

    [Fact]
    public void A_colon_at_the_end_of_a_paragraph_announces_the_next() => CheckAttributions("""
        On Tuesday {|s1:the mayor|} made the following comment{|c1::|}

        {|q1:“The ferry will not sail tonight. It stays in the harbour until the wind drops.”|}
        """);

    [Fact]
    public void A_part_behind_a_dash_goes_on_with_the_sentence() => CheckAttributions("""
        {|q1:“We knew,”|} {|c1:said|} {|s1:Ann Lee|} – who runs the ferry – {|q1:“that it was late.”|}
        """);

    [Fact]
    public void Words_in_marks_beside_each_other_have_one_speaker() => CheckAttributions("""
        {|q1:“Yes, we sail,”|} {|q1:“No, we do not,”|} {|c1:said|} {|s1:Nadia Brennick|}.
        """);

    [Fact]
    public void Somebodys_words_at_the_start_of_a_sentence_with_marks_further_on() => CheckAttributions("""
        In {|s1:her|} {|c1:words|}, {|i1:the ferry was|} {|q1:“a ruin”|}.
        """);

    [Fact]
    public void What_words_in_marks_do_in_a_headline_is_not_who_says_so() => CheckAttributions("""
        {|q1:'Heavy swell'|} {|i1:closed port|}, {|c1:says|} {|s1:mayor|}
        """);

    [Fact]
    public void A_name_is_no_part_of_a_cue_though_it_is_written_like_an_article() => CheckAttributions("""
        Ferry stays in port

        {|s1:Trần Văn An|} {|c1:said|} {|i1:the ferry would not sail|}. It was a long day for the pilots.
        """);

    [Fact]
    public void A_paragraph_with_more_regions_than_can_be_numbered_is_read_up_to_them()
    {
        string text = string.Concat(Enumerable.Repeat("“We knew,” she said. ", 3)) + string.Concat(Enumerable.Repeat("“a” ", 32_766)) + string.Concat(Enumerable.Repeat("“We knew,” she said. ", 3));
        var model = new ArticleAnalyzer(Registry.Empty).Analyze(new Article("a.txt", text));
        Assert.Equal(32_772, model.Regions.Length);
        Assert.True(model.Attributions.Length >= 3);
    }
}
