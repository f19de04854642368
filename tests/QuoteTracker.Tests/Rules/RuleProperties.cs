using FsCheck;
using FsCheck.Fluent;
using Microsoft.CodeAnalysis;
using QuoteTracker.Core;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Rules;
using QuoteTracker.Core.Speakers;
using QuoteTracker.Tests.Fixtures;
using Xunit;

namespace QuoteTracker.Tests.RuleTests;

/// <summary>What holds of any article.</summary>
public class RuleProperties
{
    private static readonly Config _config = Config.QuickThrowOnFailure.WithMaxTest(200);

    private static readonly Registry _registry = FixtureAnalysis.RegistryOf(Fixture.Parse("""
        -- speakers.yaml --
        speakers:
          - id: vaughn
            name: Ada Vaughn
            roles:
              - { title: Mayor, of: Harrow Falls, until: 2023-06-30 }
          - id: reyes
            name: Carla Reyes
          - id: tomas
            name: Tomas Reyes
        """));

    private static readonly ArticleAnalyzer _analyzer = new(_registry);

    /// <summary>Paragraphs as they come in, with every fault that has a fix and some that have none.</summary>
    private static readonly string[] _paragraphs =
    [
        "“We knew that the bridge was failing,” Mayor Ada Vaughn said on Monday.",
        "\"We knew that the bridge was failing,\" Ada Vaughn said. \"We closed it at once,\" she added.",
        "“We closed it as soon as we were told,\" said Carla Reyes, an engineer.",
        "‘It was the right thing to do that day,’ Reyes said.",
        "'We're ready in all three valleys,\" Tomas Reyes said on Friday.",
        "”It is over,” she said. “Nobody was hurt, and ‘nobody’ means nobody.”",
        "“We told the council,” said Ada Vaugnh, the mayor. “We told them twice.\n\n“We told the state as well.\n\nWe told everyone who would listen,” she said.",
        "A senior official claimed that the leaders' plan of the '90s was “a mess”.",
        "Vaughn said: “The wall was 6' 2\" tall.",
        "The ‘Iron Lady' of the valley slept. It was late.",
        "The harbour will stay shut. “No ship will come in before the spring, and that is final.”",
        "“«Never» is what he said,” Reyes told „the Courier“.",
        "Bridge ‘closed for good’, mayor says",
    ];

    /// <summary>No paragraph twice: a page that repeats itself is read as several articles.</summary>
    private static readonly Arbitrary<string> _article = (
        from paragraphs in Gen.Shuffle(_paragraphs)
        from count in Gen.Choose(0, _paragraphs.Length)
        select string.Join("\n\n", paragraphs.Take(count))).ToArbitrary();

    private static readonly Arbitrary<string> _junk = Gen.Elements(
            "\"", "“", "”", "'", "‘", "’", "«", "»", "``", "''", "said", "Ada Vaughn", "Ada Vaugnh", "Vaughn", "she", "Mayor", "former", "according to", "claimed", "sources",
            " ", " ", " ", ",", ".", ":", "—", "\n", "\n\n", "\r\n", "\uD83D", "\uFFFE", "é", "6", "[quotetracker: ignore loaded-cue: x]\n",
            "<!-- quotetracker: ignore", "-->", "[quotetracker:]", "é")
        .ListOf().Select(string.Concat).ToArbitrary();

    [Fact]
    public void A_fix_removes_its_finding_and_adds_none() => Check.One(_config, Prop.ForAll(_article, article =>
    {
        var model = Analyse(article);
        var found = RuleChecks.Run(RuleCatalogue.Rules, model);
        foreach (var diagnostic in found)
        {
            foreach (var fix in RuleCatalogue.FixesFor(diagnostic, model).Where(fix => fix.Changes.Length > 0))
            {
                var mended = Analyse(model.Article.Text.WithChanges(fix.Changes).ToString());
                var left = RuleChecks.Run(RuleCatalogue.Rules, mended);
                Assert.True(Count(left, diagnostic.Id) < Count(found, diagnostic.Id), $"{fix.Title} left {diagnostic}\n{mended.Article.Text}");
                foreach (var id in left.Select(other => other.Id).Distinct().Where(IsOfForm))
                    Assert.True(Count(left, id) <= Count(found, id), $"{fix.Title} for {diagnostic} brought {id}\n{mended.Article.Text}");
            }
        }
    }));

    [Fact]
    public void Every_finding_lies_in_the_text_and_its_message_is_whole() => Check.One(_config.WithEndSize(60), Prop.ForAll(_junk, text =>
    {
        var model = Analyse(text);
        foreach (var diagnostic in RuleChecks.Run(RuleCatalogue.Rules, model))
        {
            Assert.NotEqual(RunFaults.RuleFailed.Id, diagnostic.Id);
            Assert.InRange(diagnostic.Location.SourceSpan.End, 0, text.Length);
            Assert.False(diagnostic.GetMessage().Contains('{') && !text.Contains('{'), diagnostic.GetMessage());
            foreach (var fix in RuleCatalogue.FixesFor(diagnostic, model)) model.Article.Text.WithChanges(fix.Changes);
        }
    }));

    [Fact]
    public void What_is_suppressed_is_not_found() => Check.One(_config, Prop.ForAll(_article, article =>
    {
        var model = Analyse(article);
        var hidden = RuleChecks.Run(RuleCatalogue.Rules, model);
        // From the last, so that the places of the others stay.
        foreach (var place in hidden.GroupBy(found => LineStart(model, found)).OrderByDescending(group => group.Key))
        {
            var names = string.Join(", ", place.Select(found => found.Descriptor.Name).Distinct());
            article = article.Insert(place.Key, $"[quotetracker: ignore {names}: a test]\n");
        }
        var left = RuleChecks.Run(RuleCatalogue.Rules, Analyse(article));
        Assert.Empty(left);
    }));

    [Fact]
    public void The_same_article_gives_the_same_findings() => Check.One(_config, Prop.ForAll(_article, article =>
        Assert.Equal(
            RuleChecks.Run(RuleCatalogue.Rules, Analyse(article)).Select(found => found.ToString()),
            RuleChecks.Run(RuleCatalogue.Rules.Reverse(), new ArticleAnalyzer(_registry).Analyze(new Article("a.txt", article))).Select(found => found.ToString()))));

    private static ArticleModel Analyse(string text) => _analyzer.Analyze(new Article("a.txt", text));

    private static int Count(IEnumerable<Diagnostic> found, string id) => found.Count(diagnostic => diagnostic.Id == id);

    /// <summary>The marks decide what is read as a quotation, and so what else may be found: only faults of form are the fixes' own matter.</summary>
    private static bool IsOfForm(string id) => RuleCatalogue.Find(id)!.Category == RuleGroup.Form;

    private static int LineStart(ArticleModel model, Diagnostic found) =>
        model.Article.Text.Lines.GetLineFromPosition(found.Location.SourceSpan.Start).Start;
}
