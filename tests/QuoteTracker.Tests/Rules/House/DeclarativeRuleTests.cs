using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core;
using QuoteTracker.Core.Rules;
using QuoteTracker.Core.Rules.House;
using QuoteTracker.Tests.Fixtures;
using QuoteTracker.Workspace;
using Xunit;

namespace QuoteTracker.Tests.RuleTests.House;

/// <summary>What rules of the configuration find: a fixture with what one looks for.</summary>
public sealed class DeclarativeRuleTests
{
    private const string Registry = """

        -- speakers.yaml --
        speakers:
          - id: vaughn
            name: Ada Vaughn
            pronouns: she/her
            roles:
              - { title: Mayor, of: Harrow Bay, from: 2020-01-01, until: null }
          - id: orr
            name: Cy Orr
        """;

    [Theory]
    [InlineData("“We knew,” Ada Vaughn {|HR0101:slammed|}.")]
    [InlineData("“We knew,” {|HR0101:slams|} Ada Vaughn.")]
    [InlineData("Ada Vaughn {|HR0101:points out|} that they knew. Cy Orr {|HR0101:pointed out|} that they did not.")]
    [InlineData("“She slammed it,” Ada Vaughn said. The door slammed.")]
    public void A_cue_is_found_in_its_forms_and_only_as_a_cue(string article) => Check("{ cue: [slam, point out] }", article);

    [Fact]
    public void A_cue_may_be_one_speakers_and_one_kind_of_quotations_alone()
    {
        Check("{ cue: [claim], speaker: [vaughn] }", "“We knew,” Ada Vaughn {|HR0101:claimed|}. “We did not,” Cy Orr claimed.");
        Check("{ cue: [claim], quotation: indirect }", "“We knew,” Ada Vaughn claimed. Cy Orr {|HR0101:claimed|} that they did not.");
    }

    [Theory]
    [InlineData("{|HR0101:At the end of  the day|} we knew. “At the end of the day we knew,” Ada Vaughn said.")]
    [InlineData("{|HR0101:At the end\nof the day|}, it's {|HR0101:24/7|}.")]
    [InlineData("That is the end of the daylight, and 124/7 or 24/70 is a number.")]
    [InlineData("{|HR0101:Ain’t|} it, “ain’t” it.")]
    public void A_phrase_is_found_in_the_newsrooms_own_words(string article) => Check("{ phrase: [at the end of the day, 24/7, ain't] }", article);

    [Fact]
    public void A_phrase_may_be_looked_for_in_quotations_alone_or_anywhere()
    {
        const string Text = "At all costs. “We knew at all costs,” Ada Vaughn said.";
        Check("{ phrase: at all costs, in: quotation }", Text.Replace("at all costs", "{|HR0101:at all costs|}", StringComparison.Ordinal));
        Check("{ phrase: at all costs, in: anywhere }", "{|HR0101:At all costs|}. “We knew {|HR0101:at all costs|},” Ada Vaughn said.");
    }

    [Theory]
    [InlineData("[0-9]+ ?(?:am|pm)", "At {|HR0101:6pm|} and “7 pm” and {|HR0101:8 am|}.")]
    [InlineData("\\bwoman(?= doctor)", "A {|HR0101:woman|} doctor and a woman.")]
    [InlineData("x*", "No such letter.")]
    public void A_regular_expression_is_found_in_copy(string expression, string article) => Check($"{{ pattern: '{expression}' }}", article);

    [Fact]
    public void An_expression_that_backtracks_without_end_breaks_its_rule_and_nothing_else()
    {
        var rule = RuleOf("{ pattern: '(?=((a+)+)$)' }");
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var model = new ArticleAnalyzer(Core.Speakers.Registry.Empty).Analyze(new Core.Model.Article("a.txt", new string('a', 40) + "!"));
        var found = new RuleRunner([rule], RuleSeverities.Default).Run(model);
        Assert.Equal("QT0930", Assert.Single(found).Id);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Theory]
    [InlineData("anonymous", "{|HR0101:A senior official|} said the bridge would close. Ada Vaughn said it would not.")]
    [InlineData("[person]", "A senior official said the bridge would close. {|HR0101:Ada Vaughn|} said it would not. Vaughn said so twice.")]
    public void A_source_is_found_by_its_kind_and_once(string kinds, string article) => Check($"{{ source: {kinds} }}", article);

    [Theory]
    [InlineData("{|HR0101:Cy Orr|} said the bridge would close. Orr said so twice.")]
    [InlineData("Councillor Cy Orr said the bridge would close.")]
    [InlineData("Cy Orr, the harbour's engineer, said the bridge would close.")]
    [InlineData("Cy Orr, 44, a councillor, said the bridge would close.")]
    [InlineData("Cy Orr, who runs the harbour, said the bridge would close.")]
    [InlineData("Harrow Bay mayor Ada Vaughn said the bridge would close.")]
    [InlineData("“Cy Orr knew,” said Mayor Ada Vaughn. {|HR0101:Cy Orr|} did not answer.")]
    [InlineData("Cy Orr wins\n\nThe engineer Cy Orr said the bridge would close.")]
    public void A_first_reference_says_who_this_is(string article) => Check("{ first-reference: title }", article);

    [Theory]
    [InlineData("{|HR0101:Ada Vaughn|} said the bridge would close. Cy Orr agreed.")]
    [InlineData("Mayor Ada Vaughn said the bridge would close. Vaughn said so twice.")]
    [InlineData("Ada Vaughn, the mayor of Harrow Bay, said the bridge would close.")]
    [InlineData("The engineer {|HR0101:Ada Vaughn|} said the bridge would close.")]
    public void A_first_reference_has_the_role_of_the_registry(string article) => Check("{ first-reference: role }", article);

    [Theory]
    [InlineData("Mayor Ada Vaughn said the plan was “bold” and that it was “cheap”.")]
    [InlineData("Mayor Ada Vaughn said the plan was “bold”. She said it was “cheap”. Vaughn said it was {|HR0101:“a joy”|} and said that it was “safe”.")]
    [InlineData("Mayor Ada Vaughn said the plan was “bold”. She said it was “cheap”. “We knew it would be safe,” she said. Vaughn said it was “a joy”.")]
    public void Partial_quotes_in_a_row_are_counted(string article) => Check("{ partial-quotes: 2 }", article);

    [Fact]
    public void A_message_names_what_was_found()
    {
        var rule = RuleOf("{ first-reference: role }", message: "{name} is {role}, not '{words}' { so } {count}");
        Assert.Equal("Ada Vaughn is Mayor, not 'Ada Vaughn' { so } 1", Assert.Single(Run(rule, "Ada Vaughn said the bridge would close.")).GetMessage());
    }

    [Theory]
    [InlineData("{ cue: [slam] }", "said", "“We knew,” Ada Vaughn slammed.", "“We knew,” Ada Vaughn said.")]
    [InlineData("{ phrase: [prior to] }", "before", "Prior to that, we knew prior to that.", "Before that, we knew before that.")]
    [InlineData("{ phrase: [very] }", "\"\"", "It was very bold.", "It was bold.")]
    public void A_fix_puts_other_words_there(string find, string fix, string article, string mended)
    {
        var rule = RuleOf(find, fix: fix);
        var model = Analyse(article);
        var fixes = new RuleRunner([rule], RuleSeverities.Default).Run(model).SelectMany(found => RuleCatalogue.FixesFor(found, model)).ToList();
        Assert.All(fixes, one => Assert.True(one.IsSafe));
        Assert.Equal(mended, model.Article.Text.WithChanges(FixSelection.Together(fixes).Changes).ToString());
    }

    [Fact]
    public void The_configuration_weighs_and_an_article_suppresses_a_house_rule_like_any()
    {
        var document = Read("house: [{ id: HR0101, name: own-rule, message: m, find: { phrase: bold } }]\nrules:\n  own-rule: error\n");
        Assert.Empty(document.Diagnostics);
        var runner = new RuleRunner(document.Configuration.House.Select(rule => new DeclarativeRule(rule)), document.Configuration.Severities);
        Assert.Equal(DiagnosticSeverity.Error, Assert.Single(runner.Run(Analyse("It was bold."))).Severity);
        Assert.Empty(runner.Run(Analyse("[quotetracker: ignore own-rule: so it was]\nIt was bold.")));
    }

    private static void Check(string find, string article)
    {
        foreach (var (file, model) in FixtureAnalysis.Analyse(Fixture.Parse(article + Registry)))
        {
            Comparison.AssertSame(
                file,
                file.Spans.Where(label => label.IsRuleId).Select(label => new Finding(label.Label, [label.Span])),
                new RuleRunner([RuleOf(find)], RuleSeverities.Default).Run(model).Select(found => new Finding(found.Id, [found.Location.SourceSpan])));
        }
    }

    private static ImmutableArray<Diagnostic> Run(ArticleRule rule, string article) => new RuleRunner([rule], RuleSeverities.Default).Run(Analyse(article));

    private static Core.Model.ArticleModel Analyse(string article) => FixtureAnalysis.Analyse(Fixture.Parse(article + Registry)).Single().Model;

    private static DeclarativeRule RuleOf(string find, string message = "m", string fix = "~")
    {
        var document = Read($"house:\n  - id: HR0101\n    name: own-rule\n    message: \"{message}\"\n    find: {find}\n    fix: {fix}\n");
        Assert.Empty(document.Diagnostics);
        return new DeclarativeRule(Assert.Single(document.Configuration.House));
    }

    private static ConfigurationDocument Read(string yaml) => ConfigurationReader.Read("quotetracker.yaml", SourceText.From(yaml), RuleCatalogue.Descriptors);
}
