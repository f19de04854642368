using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Checking;
using QuoteTracker.Core.Claims;
using QuoteTracker.Core.Model;
using Xunit;

namespace QuoteTracker.Tests.Claims;

/// <summary>What a check of an article writes into the ledger.</summary>
public class ClaimRecorderTests
{
    private const string Text = "“We counted fourteen bolts that day,” Ada Vaughn said.\n\n“Three of them were missing by noon,” Cy Orr said.";

    private static readonly ArticleModel Model = LedgerChecks.Analyse(Text);

    private static readonly DateOnly Today = new(2026, 3, 12);

    private static QuotationCheck CheckOf(Verdict verdict, SpeakerAgreement speaker = SpeakerAgreement.Same, string hash = "aa") => new()
    {
        Verdict = verdict,
        Speaker = speaker,
        Passage = verdict == Verdict.Absent ? null : new SourcePassage { Path = "sources/x.vtt", Span = new TextSpan(0, 5), Locator = "00:00:05", Hash = hash },
    };

    private static ImmutableArray<Claim> Record(ClaimLedger ledger, QuotationCheck first, QuotationCheck second, ArticleModel? model = null, string by = "Ann")
    {
        model ??= Model;
        var checks = model.Attributions.Zip((QuotationCheck[])[first, second]).ToImmutableDictionary(pair => pair.First.Id, pair => pair.Second);
        return ClaimRecorder.Record(ledger, "a.txt", model, checks, by, Today);
    }

    [Fact]
    public void Words_that_the_source_has_are_recorded_with_their_place_in_it()
    {
        var claims = Record(ClaimLedger.Empty, CheckOf(Verdict.Exact), CheckOf(Verdict.Normalised));
        Assert.Equal([Verdict.Exact, Verdict.Normalised], claims.Select(claim => claim.Check.Verdict!.Value));
        Assert.Equal(["Ada Vaughn", "Cy Orr"], claims.Select(claim => claim.Speaker));
        Assert.All(claims, claim =>
        {
            Assert.Equal((ClaimStatus.Verified, "Ann", Today), (claim.Status, claim.Check.CheckedBy, claim.Check.CheckedOn));
            Assert.Equal(new ClaimSource { Path = "sources/x.vtt", Locator = "00:00:05", Hash = "aa" }, claim.Check.Source);
            Assert.StartsWith("a-", claim.Id, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Words_that_differ_and_words_of_somebody_else_are_not() => Assert.Empty(
        Record(ClaimLedger.Empty, CheckOf(Verdict.Exact, SpeakerAgreement.Other), CheckOf(Verdict.Edited))
            .Concat(Record(ClaimLedger.Empty, CheckOf(Verdict.Absent), CheckOf(Verdict.Elided))));

    [Fact]
    public void The_same_article_recorded_twice_by_two_has_the_same_ids_and_nothing_to_add()
    {
        var one = Record(ClaimLedger.Empty, CheckOf(Verdict.Exact), CheckOf(Verdict.Exact));
        Assert.Equal(one.Select(claim => claim.Id), Record(ClaimLedger.Empty, CheckOf(Verdict.Exact), CheckOf(Verdict.Exact), by: "Bo").Select(claim => claim.Id));
        Assert.Empty(Record(new ClaimLedger(one), CheckOf(Verdict.Exact), CheckOf(Verdict.Exact), by: "Bo"));
    }

    [Fact]
    public void The_same_words_twice_are_two_claims()
    {
        var model = LedgerChecks.Analyse("“We counted them all again,” Ada Vaughn said.\n\nLater it rained. “We counted them all again,” Cy Orr said.");
        var claims = Record(ClaimLedger.Empty, CheckOf(Verdict.Exact), CheckOf(Verdict.Exact), model);
        Assert.Equal(2, claims.Select(claim => claim.Id).Distinct().Count());
        Assert.Equal(["Ada Vaughn", "Cy Orr"], new ClaimLedger(claims).Resolve("a.txt", model).Places.Select(place => place.Claim.Speaker));
    }

    [Theory]
    [InlineData(ClaimStatus.Disputed)]
    [InlineData(ClaimStatus.Corrected)]
    [InlineData(ClaimStatus.Retracted)]
    public void Nobodys_decision_is_overruled(ClaimStatus status)
    {
        var claims = Record(ClaimLedger.Empty, CheckOf(Verdict.Exact), CheckOf(Verdict.Exact)).Select(claim => claim.With(claim.Check with { Status = status }));
        Assert.Empty(Record(new ClaimLedger(claims), CheckOf(Verdict.Exact), CheckOf(Verdict.Exact)));
    }

    [Fact]
    public void A_stale_check_whose_new_words_the_source_has_is_made_again_and_kept()
    {
        var ledger = new ClaimLedger(Record(ClaimLedger.Empty, CheckOf(Verdict.Exact), CheckOf(Verdict.Exact)));
        var model = LedgerChecks.Analyse(Text.Replace("fourteen", "fifteen", StringComparison.Ordinal));
        var claim = Assert.Single(Record(ledger, CheckOf(Verdict.Exact), CheckOf(Verdict.Exact), model, by: "Bo"), claim => claim.Check.CheckedBy == "Bo");
        Assert.Contains("fifteen", claim.Anchor.Exact, StringComparison.Ordinal);
        Assert.Contains("fourteen", Assert.Single(claim.History).Exact, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stale_check_whose_new_words_no_source_has_stays_stale()
    {
        var ledger = new ClaimLedger(Record(ClaimLedger.Empty, CheckOf(Verdict.Exact), CheckOf(Verdict.Exact)));
        var model = LedgerChecks.Analyse(Text.Replace("fourteen", "fifteen", StringComparison.Ordinal));
        var recorded = ledger.With(Record(ledger, CheckOf(Verdict.Edited), CheckOf(Verdict.Exact), model));
        Assert.Equal("“fourteen” is now “fifteen”", Assert.Single(recorded.Resolve("a.txt", model).Places, place => place.IsStale).Difference);
    }

    [Fact]
    public void A_source_that_changed_and_still_has_the_words_is_a_new_check()
    {
        var ledger = new ClaimLedger(Record(ClaimLedger.Empty, CheckOf(Verdict.Exact), CheckOf(Verdict.Exact)));
        var claims = Record(ledger, CheckOf(Verdict.Exact, hash: "bb"), CheckOf(Verdict.Edited, hash: "bb"));
        Assert.Equal("bb", Assert.Single(claims).Check.Source!.Hash);
        Assert.Equal("aa", claims[0].History[0].Check.Source!.Hash);
    }

    [Fact]
    public void Other_quotations_are_entered_where_that_is_asked_for()
    {
        var entered = ClaimRecorder.Record(ClaimLedger.Empty, "a.txt", Model, ImmutableDictionary<string, QuotationCheck>.Empty, "Ann", Today, entersAll: true);
        Assert.Equal(["Ada Vaughn", "Cy Orr"], entered.Select(claim => claim.Speaker));
        Assert.All(entered, claim => Assert.Equal(new ClaimCheck { Status = ClaimStatus.Unchecked }, claim.Check));
        Assert.Empty(ClaimRecorder.Record(new ClaimLedger(entered), "a.txt", Model, ImmutableDictionary<string, QuotationCheck>.Empty, "Bo", Today, entersAll: true));
    }

    [Fact]
    public void Words_that_nobody_checked_are_those_of_now()
    {
        var entered = ClaimRecorder.Record(ClaimLedger.Empty, "a.txt", Model, ImmutableDictionary<string, QuotationCheck>.Empty, "Ann", Today, entersAll: true);
        var model = LedgerChecks.Analyse(Text.Replace("fourteen", "fifteen", StringComparison.Ordinal));
        var again = ClaimRecorder.Record(new ClaimLedger(entered), "a.txt", model, ImmutableDictionary<string, QuotationCheck>.Empty, "Bo", Today);
        Assert.Equal("We counted fifteen bolts that day,", again.Single(claim => claim.Id == entered[0].Id).Anchor.Exact);
        Assert.Empty(again[0].History);
    }

    [Fact]
    public void Entries_move_with_their_words()
    {
        var ledger = new ClaimLedger(Record(ClaimLedger.Empty, CheckOf(Verdict.Exact), CheckOf(Verdict.Exact)), path => path == "b.txt");
        var model = LedgerChecks.Analyse("It rained. " + Text);
        var moved = ClaimRecorder.Record(ledger, "b.txt", model, ImmutableDictionary<string, QuotationCheck>.Empty, "Bo", Today);
        Assert.All(moved, claim => Assert.Equal(("b.txt", "Ann"), (claim.Article, claim.Check.CheckedBy)));
        Assert.Equal(2, moved.Length);
        Assert.StartsWith("It rained.", moved[0].Anchor.Prefix, StringComparison.Ordinal);
    }
}
