using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Rules;
using QuoteTracker.Tests.Fixtures;
using Xunit;

namespace QuoteTracker.Tests.RuleTests;

public class RuleRunnerTests
{
    private static readonly ArticleModel _model = FixtureAnalysis.Analyse(Fixture.Parse("“One,” Ada Vaughn claimed. “Two,” she claimed.")).Single().Model;

    [Fact]
    public void Findings_come_by_place_and_each_once() =>
        Assert.Equal(
            ["HR0001 [0..1)", "HR0001 [5..6)", "HR0001 [9..10)"],
            Run(new Reporting((context, descriptor) =>
            {
                foreach (var start in (ReadOnlySpan<int>)[9, 0, 5, 0]) context.Report(descriptor, new TextSpan(start, 1));
            })).Select(found => $"{found.Id} {found.Location.SourceSpan}"));

    [Fact]
    public void A_rule_that_breaks_is_one_finding_and_costs_only_itself()
    {
        var found = Run(
            new Reporting((_, _) => throw new InvalidCastException("no such luck")),
            new Reporting((context, descriptor) => context.Report(descriptor, new TextSpan(2, 1))));

        Assert.Equal(["QT0930", "HR0001"], found.Select(diagnostic => diagnostic.Id));
        Assert.Equal(
            "The rule test-rule broke on this file (InvalidCastException: no such luck), so its findings here are incomplete; all other rules ran. "
            + "Please report it to the rule's author",
            found[0].GetMessage());
        Assert.Equal("article.txt", found[0].Location.GetLineSpan().Path);
    }

    [Fact]
    public void A_rule_that_breaks_for_every_quotation_is_one_finding_still() =>
        Assert.Single(Run(new Registering(context => context.RegisterQuotationAction((_, _) => throw new InvalidOperationException()))), found => found.Id == "QT0930");

    [Fact]
    public void A_rule_that_cannot_start_is_one_finding() =>
        Assert.Single(Run(new Registering(_ => throw new InvalidOperationException())), found => found.Id == "QT0930");

    [Fact]
    public void A_span_outside_the_text_breaks_the_rule_and_not_the_tool() =>
        Assert.Single(Run(new Reporting((context, descriptor) => context.Report(descriptor, new TextSpan(10_000, 1)))), found => found.Id == "QT0930");

    [Fact]
    public void The_callers_cancellation_is_no_fault()
    {
        using var source = new CancellationTokenSource();
        var runner = new RuleRunner([new Reporting((_, _) => source.Cancel()), new Reporting((_, _) => { })], RuleSeverities.Default);
        Assert.Throws<OperationCanceledException>(() => runner.Run(_model, source.Token));
    }

    [Fact]
    public void A_cancellation_of_the_rules_own_is_a_fault() =>
        Assert.Single(Run(new Reporting((_, _) => throw new OperationCanceledException())), found => found.Id == "QT0930");

    [Theory]
    [InlineData("off", null)]
    [InlineData("hint", DiagnosticSeverity.Hidden)]
    [InlineData("info", DiagnosticSeverity.Info)]
    [InlineData("warning", DiagnosticSeverity.Warning)]
    [InlineData("error", DiagnosticSeverity.Error)]
    public void The_configuration_says_how_bad_a_finding_is(string word, DiagnosticSeverity? expected)
    {
        Assert.True(RuleSeverities.TryParse(word, out var severity));
        var severities = new RuleSeverities(new Dictionary<string, DiagnosticSeverity?> { ["test-rule"] = severity });
        var found = new RuleRunner([new Reporting((context, descriptor) => context.Report(descriptor, default(TextSpan)))], severities).Run(_model);

        Assert.Equal(expected is null ? [] : [expected.Value], found.Select(diagnostic => diagnostic.Severity));
        Assert.Equal(found.Select(_ => word), found.Select(diagnostic => RuleSeverities.WordFor(diagnostic.Severity)));
    }

    [Fact]
    public void A_word_that_is_no_severity_is_refused() => Assert.False(RuleSeverities.TryParse("fatal", out _));

    [Fact]
    public void Findings_made_elsewhere_get_their_configured_severity_too()
    {
        var severities = RuleSeverities.Default.With(
        [
            new("empty-file", null),
            new("guessed-encoding", DiagnosticSeverity.Error),
        ]);
        var place = Location.Create("a.txt", new TextSpan(1, 2), new LinePositionSpan(new(0, 1), new(0, 3)));
        var found = severities.Apply(
        [
            Diagnostic.Create(ToolFaults.EmptyFile, place),
            Diagnostic.Create(ToolFaults.GuessedEncoding, place, "Windows-1252 {0}"),
            Diagnostic.Create(ToolFaults.LinkLoop, place, "there"),
        ]).ToList();

        Assert.Equal(["QT0915 Error", "QT0914 Warning"], found.Select(diagnostic => $"{diagnostic.Id} {diagnostic.Severity}"));
        Assert.Equal(Diagnostic.Create(ToolFaults.GuessedEncoding, place, "Windows-1252 {0}").GetMessage(), found[0].GetMessage());
        Assert.Equal(place, found[0].Location);
        Assert.Equal("guessed-encoding", found[0].Descriptor.Name);
    }

    [Fact]
    public void A_workspace_rule_sees_all_articles_and_reports_at_their_statements_and_at_entries()
    {
        var registry = FixtureAnalysis.RegistryOf(Fixture.Parse("-- speakers.yaml --\nspeakers:\n  - id: vaughn\n    name: Ada Vaughn"));
        var rule = new Registering(context => context.RegisterWorkspaceAction(action =>
        {
            foreach (var entry in action.Registry.Entries) action.Report(entry.Location);
            foreach (var statement in action.Articles.SelectMany(article => article.Statements)) action.Report(statement.Location);
        }));
        var runner = new RuleRunner([rule], RuleSeverities.Default);
        var analyzer = new ArticleAnalyzer(registry);
        string[] paths = ["b.txt", "a.txt"];
        var summaries = paths.Select(path => ArticleSummary.Of(analyzer.Analyze(new Article(path, "“We knew,” said Ada Vaughn.")))).ToList();

        Assert.True(runner.HasWorkspaceActions);
        Assert.Equal("vaughn “We knew,” said", summaries[0].Statements.Select(statement => $"{statement.SpeakerId} {statement.Words} {statement.Cue}").Single());
        Assert.Equal(
            ["a.txt: (0,0)-(0,10)", "b.txt: (0,0)-(0,10)", "speakers.yaml: (2,10)-(2,20)"],
            runner.RunOnWorkspace(registry, summaries, "speakers.yaml").Select(found => found.Location.GetLineSpan().ToString()));
        Assert.Empty(runner.Run(_model));
    }

    [Fact]
    public void A_rule_reports_its_first_descriptor_without_naming_it() => Assert.Equal(
        "article.txt(1,1): warning HR0001: a finding",
        Describe(Run(new Registering(context => context.RegisterArticleAction(action => action.Report(new TextSpan(0, 2)))))));

    [Fact]
    public void One_runner_serves_many_threads()
    {
        var runner = new RuleRunner(RuleCatalogue.Rules, RuleSeverities.Default);
        var alone = Describe(runner.Run(_model));
        Assert.NotEqual("", alone);
        Assert.All(ParallelEnumerable.Range(0, 64).Select(_ => Describe(runner.Run(_model))).ToList(), other => Assert.Equal(alone, other));
    }

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create("HR0001", "test-rule", RuleGroup.Form, DiagnosticSeverity.Warning, "a finding");

    private static ImmutableArray<Diagnostic> Run(params ArticleRule[] rules) => new RuleRunner(rules, RuleSeverities.Default).Run(_model);

    private static string Describe(IEnumerable<Diagnostic> found) => string.Join('\n', found.Select(diagnostic => diagnostic.ToString()));

    private sealed class Registering(Action<RuleContext> register) : ArticleRule
    {
        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptor];

        public override void Initialize(RuleContext context) => register(context);
    }

    private sealed class Reporting(Action<RuleActionContext, DiagnosticDescriptor> action) : ArticleRule
    {
        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptor];

        public override void Initialize(RuleContext context) => context.RegisterArticleAction(article => action(article, Descriptor));
    }
}
