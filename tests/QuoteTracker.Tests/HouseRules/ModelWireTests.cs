using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core;
using QuoteTracker.Core.Checking;
using QuoteTracker.Core.Claims;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Rules;
using QuoteTracker.HouseRules.Wire;
using QuoteTracker.Tests.Fixtures;
using QuoteTracker.Tests.Incremental;
using Xunit;

namespace QuoteTracker.Tests.HouseRules;

/// <summary>A model goes to another process as plain data and comes out equal.</summary>
public sealed class ModelWireTests
{
    private const string Article = """
        ---
        date: 2024-05-01
        ---
        Bridge to close

        “We knew,” said Mayor Ada Vaughn. “It was old,

        “and it leaked,” she added.

        A senior official said the bridge was ‘“safe” as it was’. Ada and Bo Vaughn said they “knew”. According to Orr, it was.

        [quotetracker: ignore anonymous-source: the editor knows]
        Sources said so. “Nobody asked.”

        -- speakers.yaml --
        speakers:
          - id: vaughn
            name: Ada Vaughn
            aliases: [Addie Vaughn]
            pronouns: she/her
            roles:
              - { title: Mayor, of: Harrow Bay, from: 2020-01-01, until: null }
            links: ["https://example.org/vaughn"]
            note: n
          - { id: orr, name: Cy Orr }
          - { id: orr-2, name: Dee Orr }
        """;

    [Fact]
    public void A_model_comes_out_as_it_went_in()
    {
        var model = FixtureAnalysis.Analyse(Fixture.Parse(Article)).Single().Model;
        var registry = new WireWriter();
        RegistryWire.Write(registry, model.Registry);
        var read = RegistryWire.Read(new WireReader(registry.Written.ToArray()));
        var data = new WireWriter();
        ModelWire.Write(data, model, model.Article.Path);
        var other = ModelWire.Read(new WireReader(data.Written.ToArray()), read);

        Assert.Equal(ModelText.Of(model), ModelText.Of(other));
        Assert.Equal(model.Article.Text.ToString(), other.Article.Text.ToString());
        Assert.Equal(model.Article.Copy, other.Article.Copy);
        Assert.Equal(model.Registry.Entries.Select(Describe), read.Entries.Select(Describe));
        Assert.Equal(
            new RuleRunner(RuleCatalogue.Rules, RuleSeverities.Default).Run(model).Select(found => found.ToString()),
            new RuleRunner(RuleCatalogue.Rules, RuleSeverities.Default).Run(other).Select(found => found.ToString()));
    }

    [Fact]
    public void What_was_checked_goes_along()
    {
        var check = new QuotationCheck
        {
            Verdict = Verdict.Edited,
            Speaker = SpeakerAgreement.Other,
            Passage = new SourcePassage { Path = "a.vtt", Span = new TextSpan(3, 4), Locator = "00:01", Speaker = new SourceSpeaker("Ada", "vaughn"), Hash = "ab", Title = "t", Date = new DateOnly(2024, 5, 1), Url = "u" },
            Edits = [new WordEdit(new TextSpan(1, 2), "a", new TextSpan(5, 6), "b")],
        };
        var background = ArticleBackground.None with { Checks = ImmutableDictionary<string, QuotationCheck>.Empty.Add("a1", check) };
        var (key, read) = Assert.Single(SentAndRead(background, new ArticleAnalyzer(Core.Speakers.Registry.Empty).Analyze(new Article("a.txt", ""))).Checks);
        Assert.Equal("a1", key);
        Assert.Equal((check.Verdict, check.Speaker, check.Passage, check.Edits[0]), (read.Verdict, read.Speaker, read.Passage, read.Edits[0]));
    }

    /// <summary>Our own rules of the ledger find the same on the other side.</summary>
    [Fact]
    public void What_the_ledger_has_goes_along()
    {
        var past = new PastCheck(new ClaimCheck { Status = ClaimStatus.Verified, CheckedBy = "Di", CheckedOn = new DateOnly(2024, 4, 1) }, "we knew");
        var source = new ClaimSource { Path = "sources/a.vtt", Locator = "00:01", Hash = "ab" };
        var doubted = ClaimOf("c1", "We knew,") with
        {
            Speaker = "vaughn", Kind = AttributionKind.Direct, History = [past],
            Check = new ClaimCheck { Status = ClaimStatus.Disputed, Source = source, Verdict = Verdict.Edited, CheckedBy = "Bo", CheckedOn = new DateOnly(2024, 5, 1), Note = "she did not" },
        };
        var stale = ClaimOf("c2", "And all of it leaked badly,") with { Check = new ClaimCheck { Status = ClaimStatus.Verified } };
        var model = new ArticleAnalyzer(Core.Speakers.Registry.Empty).Analyze(new Article("a.txt", "“We knew,” said Ada Vaughn.\n\n“And all of it leaked,” said Bo Lund.\n\n“Nobody asked,” said Bo Lund."));
        var ledger = new ClaimLedger([doubted, stale, ClaimOf("c3", "Words that went elsewhere long ago")]);
        var background = ArticleBackground.None with { Claims = ledger.Resolve("a.txt", model) };

        var read = SentAndRead(background, model).Claims!;
        Assert.Equal(["c1", "c2"], read.Places.Select(place => place.Claim.Id));
        Assert.Equal(["c3"], read.Lost.Select(claim => claim.Id));
        Assert.Same(model.Attributions[0], read.Places[0].Attribution);
        var claim = read.Places[0].Claim;
        Assert.Equal((doubted.Check, doubted.Speaker, doubted.Kind, doubted.Anchor, past), (claim.Check, claim.Speaker, claim.Kind, claim.Anchor, claim.History.Single()));

        var found = Find(background);
        Assert.Equal(["QT0403", "QT0404", "QT0405"], found.Select(one => one.Id).Order());
        Assert.Equal(found.Select(one => one.ToString()), Find(SentAndRead(background, model)).Select(one => one.ToString()));

        ImmutableArray<Microsoft.CodeAnalysis.Diagnostic> Find(ArticleBackground known) =>
            new RuleRunner([new UncheckedClaim(), new DisputedClaim(), new StaleCheck()], RuleSeverities.Default).Run(model, known);
        static Claim ClaimOf(string id, string words) => new() { Id = id, Article = "a.txt", Anchor = new ClaimAnchor("", words, "") };
    }

    private static ArticleBackground SentAndRead(ArticleBackground background, ArticleModel model)
    {
        var data = new WireWriter();
        BackgroundWire.Write(data, background);
        return BackgroundWire.Read(new WireReader(data.Written.ToArray()), model);
    }

    /// <summary>What a rule's process writes may be anything.</summary>
    [Fact]
    public void Broken_data_is_refused_and_nothing_else()
    {
        var model = new ArticleAnalyzer(Core.Speakers.Registry.Empty).Analyze(new Article("a.txt", "“We knew,” said Ada Vaughn."));
        var data = new WireWriter();
        ModelWire.Write(data, model, "a.txt");
        var good = data.Written.ToArray();
        var random = new Random(1);
        for (int round = 0; round < 2000; round++)
        {
            var bad = good[..random.Next(good.Length + 1)];
            for (int change = random.Next(4); change > 0 && bad.Length > 0; change--) bad[random.Next(bad.Length)] = (byte)random.Next(256);
            try
            {
                ModelWire.Read(new WireReader(bad), Core.Speakers.Registry.Empty);
            }
            catch (Exception fault) when (fault is InvalidDataException or OverflowException or ArgumentException)
            {
                Assert.NotEqual("", fault.Message);
            }
        }
    }

    private static string Describe(Core.Speakers.RegistryEntry entry) =>
        $"{entry.Id} {entry.Name} {entry.Kind} {string.Join('/', entry.Aliases)} {entry.Pronouns} {string.Join('/', entry.Roles)} {string.Join('/', entry.Links)} {entry.Note} {entry.Location.GetLineSpan()}";
}
