using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core;
using QuoteTracker.Core.Claims;
using QuoteTracker.Core.Model;
using QuoteTracker.Tests.Fixtures;
using Xunit;

namespace QuoteTracker.Tests.Claims;

/// <summary>How claims find their words again, by example; <see cref="ClaimFinderProperties"/> has what holds of any edit.</summary>
public class ClaimFinderTests
{
    private const string Story = """
        Ferry back on Monday

        “We asked for fourteen people to get their jobs back,” Owen Tallis told reporters. “Nobody wanted a strike.”

        Nadia Brennick said the boat would sail on time. “No,” she said when asked about the wind.
        """;

    private static readonly Claim Split = LedgerChecks.ClaimOf(Story, "“We asked for fourteen people to get their jobs back,”", "“Nobody wanted a strike.”");

    private static string WordsAt(string text, ClaimPlace place) => string.Join(" | ", place.Spans.Select(span => text.Substring(span.Start, span.Length)));

    private static ClaimPlace Place(string text, Claim claim)
    {
        var place = Assert.Single(LedgerChecks.Resolve(text, claim).Places);
        Assert.Same(claim, place.Claim);
        return place;
    }

    [Fact]
    public void An_anchor_is_the_words_without_their_marks_and_what_stands_around_them()
    {
        Assert.Equal("We asked for fourteen people to get their jobs back,\nNobody wanted a strike.", Split.Anchor.Exact);
        Assert.EndsWith("Monday “", Split.Anchor.Prefix, StringComparison.Ordinal);
        Assert.StartsWith("” Nadia Brennick", Split.Anchor.Suffix, StringComparison.Ordinal);
        Assert.Equal(ClaimWords.Hash(Split.Anchor.Exact), Split.Anchor.Hash);
    }

    [Fact]
    public void Untouched_words_are_found_as_the_content_they_are()
    {
        var place = Place(Story, Split);
        Assert.False(place.IsStale);
        Assert.Equal("“We asked for fourteen people to get their jobs back,” | “Nobody wanted a strike.”", WordsAt(Story, place));
    }

    [Theory]
    [InlineData("told reporters", "told a packed hall on the quay")]
    [InlineData("“We asked", "'We asked")]
    [InlineData("Ferry back on Monday\n\n", "")]
    [InlineData("jobs back,” Owen Tallis told reporters. “Nobody", "jobs back. Nobody")]
    [InlineData("told reporters. “Nobody wanted a strike.”", "told reporters. “Nobody wanted a strike,” he added.")]
    [InlineData("We asked for fourteen people", "We asked,” Owen Tallis told the hall, “for fourteen people")]
    public void Edits_around_the_words_leave_the_check_good(string old, string fresh)
    {
        Assert.Contains(old, Story, StringComparison.Ordinal);
        Assert.False(Place(Story.Replace(old, fresh, StringComparison.Ordinal), Split).IsStale);
    }

    [Theory]
    [InlineData("fourteen", "fifteen", "“fourteen” is now “fifteen”")]
    [InlineData("Nobody wanted", "Nobody ever wanted", "“ever” was put in")]
    [InlineData(" to get their jobs back", "", "“to get their jobs back” was taken out")]
    [InlineData("jobs back,”", "jobs back by Friday,”", "“by Friday” was put in")]
    [InlineData("“Nobody wanted", "“Believe me, nobody wanted", "“Believe me” was put in")]
    [InlineData("a strike.”", "a strike. Least of all the crews.”", "“Least of all the crews” was put in")]
    public void An_edit_of_the_words_makes_the_check_stale_and_says_what_changed(string old, string fresh, string expected)
    {
        var place = Place(Story.Replace(old, fresh, StringComparison.Ordinal), Split);
        Assert.True(place.IsStale);
        Assert.Equal(expected, place.Difference);
    }

    [Fact]
    public void What_nobody_checked_cannot_be_stale()
    {
        var place = Place(Story.Replace("fourteen", "fifteen", StringComparison.Ordinal), Split with { Check = new ClaimCheck { Status = ClaimStatus.Unchecked } });
        Assert.False(place.IsStale);
        Assert.NotEmpty(place.Changes);
    }

    [Fact]
    public void Words_replaced_altogether_are_stale_where_their_neighbours_stayed()
    {
        var claim = LedgerChecks.ClaimOf(Story, "“No,”");
        var place = Place(Story.Replace("“No,”", "“Ask me tomorrow,”", StringComparison.Ordinal), claim);
        Assert.Equal("“No” is now “Ask me tomorrow”", place.Difference);
    }

    [Fact]
    public void Words_that_were_cut_are_lost_and_not_taken_for_others()
    {
        var claim = LedgerChecks.ClaimOf(Story, "“No,”");
        var cut = Story.Replace(" “No,” she said when asked about the wind.", "", StringComparison.Ordinal) + "\n\nThere is no hurry, the harbour board said in a statement.";
        var claims = LedgerChecks.Resolve(cut, claim);
        Assert.Empty(claims.Places);
        Assert.Same(claim, Assert.Single(claims.Lost));
    }

    [Fact]
    public void A_short_quotation_is_found_where_it_moved_with_its_attribution()
    {
        var claim = LedgerChecks.ClaimOf(Story, "“No,”");
        var moved = "“No,” she said when asked about the wind.\n\n" + Story.Replace(" “No,” she said when asked about the wind.", "", StringComparison.Ordinal);
        Assert.Equal("“No,”", WordsAt(moved, Place(moved, claim)));
    }

    [Fact]
    public void Equal_quotations_keep_each_its_own()
    {
        const string text = "“It was far too late,” Ada Vaughn said of the boat.\n\nThen the train came. “It was far too late,” Cy Orr said of that.\n\nSupper was cold. “It was far too late,” Bo Lund said.";
        int[] starts = [text.IndexOf('“'), text.IndexOf("“It", 10, StringComparison.Ordinal), text.LastIndexOf('“')];
        var claims = starts.Select((start, i) => LedgerChecks.ClaimAt(text, [new TextSpan(start, "“It was far too late,”".Length)], $"c{i}")).ToArray();
        // The first and the last change places, and what stood around the middle one is rewritten.
        const string now = "Supper was cold. “It was far too late,” Bo Lund said.\n\nNobody minded, but “it was far too late,” as somebody put it.\n\n“It was far too late,” Ada Vaughn said of the boat.";

        var resolved = LedgerChecks.Resolve(now, claims);

        Assert.Equal(["c2", "c1", "c0"], resolved.Places.Select(place => place.Claim.Id));
        Assert.All(resolved.Places, place => Assert.False(place.IsStale));
    }

    [Fact]
    public void Words_given_to_somebody_else_are_a_stale_check()
    {
        const string fixture = """
            “The wall will hold for ten years,” Ada Vaughn said.
            -- speakers.yaml --
            speakers:
              - id: vaughn
                name: Ada Vaughn
              - id: orr
                name: Cy Orr
            """;
        var analyzer = new ArticleAnalyzer(FixtureAnalysis.RegistryOf(Fixture.Parse(fixture)));
        var text = Fixture.Parse(fixture).Article.Text;
        var claim = LedgerChecks.ClaimOf(text, "“The wall will hold for ten years,”") with { Speaker = "vaughn" };
        var ledger = new ClaimLedger([claim]);

        var place = Assert.Single(ledger.Resolve("a.txt", analyzer.Analyze(new Article("a.txt", text.Replace("Ada Vaughn", "Cy Orr", StringComparison.Ordinal)))).Places);

        Assert.True(place.IsStale);
        Assert.Equal("the words are now Cy Orr's", place.Difference);
        Assert.False(ledger.Resolve("a.txt", analyzer.Analyze(new Article("a.txt", text))).Places[0].IsStale);
    }

    [Fact]
    public void Words_changed_in_the_ledger_alone_are_no_check()
    {
        var claim = LedgerChecks.ClaimOf(Story, "“Nobody wanted a strike.”");
        var text = Story.Replace("a strike", "a walkout", StringComparison.Ordinal);
        var forged = claim with { Anchor = claim.Anchor with { Exact = "Nobody wanted a walkout." } };
        Assert.Equal("the words in the ledger were changed without a check", Place(text, forged).Difference);
        Assert.True(Place(text, forged).IsStale);
    }

    [Fact]
    public void A_renamed_article_takes_its_claims_along()
    {
        var claims = new[] { Split with { Id = "c1" }, LedgerChecks.ClaimOf(Story, "“No,”") with { Id = "c2" } };
        var ledger = new ClaimLedger(claims, path => path == "new.txt");

        var resolved = ledger.Resolve("new.txt", LedgerChecks.Analyse(Story));

        Assert.Equal(["c1", "c2"], resolved.Places.Select(place => place.Claim.Id).Order());
        Assert.Empty(ledger.Resolve("new.txt", LedgerChecks.Analyse("Something else altogether. “No,” she said.")).Places);
        Assert.Empty(new ClaimLedger(claims, _ => true).Resolve("new.txt", LedgerChecks.Analyse(Story)).Places);
    }

    [Fact]
    public void A_renamed_article_takes_its_claims_along_through_edits()
    {
        var claims = new[] { Split with { Id = "c1" }, LedgerChecks.ClaimOf(Story, "“No,”") with { Id = "c2" } };
        var ledger = new ClaimLedger(claims, path => path == "new.txt");
        var place = Assert.Single(ledger.Resolve("new.txt", LedgerChecks.Analyse(Story.Replace("“No,”", "“Never,”", StringComparison.Ordinal))).Places, place => place.Claim.Id == "c2");
        Assert.Equal("“No” is now “Never”", place.Difference);
    }

    [Fact]
    public void Thousands_of_claims_of_articles_that_are_gone_do_not_slow_the_others_down()
    {
        var gone = Enumerable.Range(0, 50_000).Select(i => new Claim { Id = $"g{i}", Article = $"gone/{i / 5}.txt", Anchor = new ClaimAnchor($"before {i}", $"they said so and number {i} was no other", "after") });
        var ledger = new ClaimLedger([.. gone, Split with { Article = "old.txt" }], path => path == "new.txt");
        var model = LedgerChecks.Analyse(Story);
        ledger.Resolve("new.txt", model);
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        for (int i = 0; i < 100; i++) Assert.Single(ledger.Resolve("new.txt", model).Places);
        // A look at each of the claims for each article would take seconds.
        Assert.True(System.Diagnostics.Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void A_claim_written_by_hand_needs_no_context()
    {
        var claim = new Claim { Id = "c", Article = "a.txt", Anchor = new ClaimAnchor("", "No", "") };
        Assert.Equal("“No,”", WordsAt(Story, Place(Story, claim)));
    }

    [Fact]
    public void A_check_of_new_words_keeps_the_old_ones_in_the_history()
    {
        var text = Story.Replace("fourteen", "fifteen", StringComparison.Ordinal);
        var place = Place(text, Split);
        var again = Split.Check with { CheckedBy = "Bo Lund" };

        var claim = Split.With(again, ClaimAnchors.Of(new Article("a.txt", text), place.Spans));

        Assert.False(Place(text, claim).IsStale);
        var past = Assert.Single(claim.History);
        Assert.Equal(("Ann Lee", Split.Anchor.Exact), (past.Check.CheckedBy, past.Exact));
        Assert.Same(claim.History[0], Assert.Single(claim.With(again).History));
        Assert.Equal(2, claim.With(again with { Status = ClaimStatus.Disputed }).History.Length);
    }
}
