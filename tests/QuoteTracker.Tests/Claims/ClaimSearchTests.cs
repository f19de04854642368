using QuoteTracker.Core.Claims;
using Xunit;

namespace QuoteTracker.Tests.Claims;

public class ClaimSearchTests
{
    private const string Renamed = """
        “We asked for fourteen people to get their jobs back,” Owen Tallis told reporters.
        """;

    private const string Rewritten = """
        Owen Tallis had no comment.
        """;

    private static readonly ClaimLedger Ledger =
        new([LedgerChecks.ClaimOf(Renamed, "“We asked for fourteen people to get their jobs back,”") with { Article = "old.txt" }], static path => path != "old.txt");

    private static ClaimSearch Told(params (string Path, string Text)[] articles)
    {
        var search = new ClaimSearch(Ledger);
        foreach (var (path, text) in articles) search.Add(path, Ledger.Resolve(path, LedgerChecks.Analyse(text)));
        return search;
    }

    [Fact]
    public void An_entry_whose_article_was_renamed_is_not_lost() => Assert.Empty(Told(("new.txt", Renamed), ("other.txt", Rewritten)).Lost(static () => true));

    [Fact]
    public void An_entry_that_nobody_has_is_lost_once_all_articles_were_told()
    {
        var search = Told(("new.txt", Rewritten));
        Assert.Empty(search.Lost(static () => false));
        Assert.Equal("c1", Assert.Single(search.Lost(static () => true)).Id);
    }

    [Fact]
    public void A_second_look_takes_back_that_the_words_were_found() =>
        Assert.Equal("c1", Assert.Single(Told(("new.txt", Renamed), ("new.txt", Rewritten)).Lost(static () => true)).Id);

    [Fact]
    public void What_one_article_loses_another_may_still_have() => Assert.Empty(Told(("new.txt", Renamed), ("copy.txt", Renamed), ("new.txt", Rewritten)).Lost(static () => true));
}
