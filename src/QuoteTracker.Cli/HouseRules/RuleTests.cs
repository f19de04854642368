using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core;
using QuoteTracker.Core.Fixtures;
using QuoteTracker.Core.Rules;
using QuoteTracker.Core.Rules.House;
using QuoteTracker.Core.Speakers;
using QuoteTracker.Workspace;
using QuoteTracker.Workspace.Articles;
using QuoteTracker.Workspace.House;
using QuoteTracker.Workspace.Speakers;

namespace QuoteTracker.Cli.HouseRules;

/// <summary>One example that went wrong.</summary>
/// <param name="Path">The file that has it, a full path.</param>
/// <param name="Line">From 1.</param>
public sealed record RuleTestFailure(string Path, int Line, string What);

/// <summary>What the examples of one rule came to.</summary>
public sealed record RuleTestResult(string Id, string Name, int Examples, ImmutableArray<RuleTestFailure> Failures);

/// <summary>Runs the examples of a newsroom's own rules, each rule alone, with the newsroom's speakers unless an example has some of its own.</summary>
public sealed class RuleTests(Newsroom newsroom)
{
    private const string RegistryName = "speakers.yaml";

    /// <summary>Rules of the configuration, in its order.</summary>
    public IEnumerable<RuleTestResult> OfConfiguration()
    {
        foreach (var definition in newsroom.Configuration.House)
        {
            // What is off in the configuration is tested all the same.
            var rule = new DeclarativeRule(definition with { Severity = definition.Severity ?? DiagnosticSeverity.Warning });
            var runner = new RuleRunner([rule], RuleSeverities.Default);
            ImmutableArray<RuleTestFailure> failures =
            [
                .. definition.Ok.SelectMany(example => Check(runner, definition.Id, example.Text, isFlagged: false).Select(what => At(example, what))),
                .. definition.Flag.SelectMany(example => Check(runner, definition.Id, example.Text, isFlagged: true).Select(what => At(example, what))),
            ];
            yield return new RuleTestResult(definition.Id, definition.Name, definition.Ok.Length + definition.Flag.Length, failures);
        }
    }

    /// <summary>Rules in C#, by file.</summary>
    /// <param name="code">All of them, loaded with every rule on.</param>
    public IEnumerable<RuleTestResult> OfCode(ImmutableArray<CodeRuleFile> files, CodeRules code)
    {
        ArgumentNullException.ThrowIfNull(code);
        var runner = new RuleRunner(code.Rules, RuleSeverities.Default);
        var ids = code.Rules.SelectMany(static rule => rule.SupportedDiagnostics).DistinctBy(static rule => rule.Name).ToDictionary(static rule => rule.Name, static rule => rule.Id);
        foreach (var file in files)
        {
            if (!ids.TryGetValue(file.RuleName, out var id)) continue;
            var examples = CodeRuleExamples.Of(file);
            yield return new RuleTestResult(
                id, file.RuleName, examples.Length, [.. examples.SelectMany(example => Check(runner, id, example.Fixture, isFlagged: null).Select(what => new RuleTestFailure(example.Path, example.Line, what)))]);
        }
    }

    private RuleTestFailure At(HouseExample example, string what) => new(newsroom.ConfigurationPath, example.Line, what);

    /// <param name="isFlagged">Whether an example without labels has to have findings; null where its labels say all.</param>
    /// <returns>What is wrong; nothing where nothing is.</returns>
    private IEnumerable<string> Check(RuleRunner runner, string id, string example, bool? isFlagged)
    {
        Fixture fixture;
        try
        {
            fixture = Fixture.Parse(example);
        }
        catch (FormatException fault)
        {
            return [$"it is no example: {fault.Message}"];
        }
        var registry = fixture.TextOf(RegistryName) is { } speakers ? RegistryReader.Read(RegistryName, SourceText.From(speakers)).Registry : newsroom.Registry;
        var found = Run(runner, fixture, registry);
        // What a rule in C# cannot do is a finding about its file.
        if (found.FirstOrDefault(one => one.Id == HouseFaults.RuleStopped.Id || one.Id == RunFaults.RuleFailed.Id) is { } broken)
            return [broken.GetMessage(CultureInfo.InvariantCulture)];
        var mine = found.Where(one => one.Id == id).ToList();
        bool hasLabels = fixture.Articles.Any(static file => file.Spans.Any(static label => label.IsRuleId));
        if (isFlagged == true && !hasLabels) return mine.Count > 0 ? [] : ["nothing is found in it, and something should be"];
        return fixture.Articles.SelectMany(file =>
        {
            var comparison = FixtureComparison.Of(
                file, mine.Where(one => one.Location.GetLineSpan().Path == file.Name).Select(static one => (one.Id, one.Location.SourceSpan)), label => label == id);
            return comparison.Missing.Select(one => $"not found: {Words(file, one.Span)}").Concat(comparison.Surplus.Select(one => $"found and not expected: {Words(file, one.Span)}"));
        });
    }

    private static List<Diagnostic> Run(RuleRunner runner, Fixture fixture, Registry registry)
    {
        var analyzer = new ArticleAnalyzer(registry);
        var models = fixture.Articles
            .Select(static file => ArticleReader.FromText(file.Name, SourceText.From(file.Text)).Article)
            .Select(article => analyzer.Analyze(article!))
            .ToList();
        var found = models.SelectMany(model => runner.Run(model)).ToList();
        if (runner.HasWorkspaceActions) found.AddRange(runner.RunOnWorkspace(registry, models.Select(runner.Summarize), RegistryName));
        return found;
    }

    private static string Words(FixtureFile file, TextSpan span)
    {
        var position = SourceText.From(file.Text).Lines.GetLinePosition(span.Start);
        return string.Create(CultureInfo.InvariantCulture, $"“{file.Text.AsSpan(span.Start, span.Length)}” in line {position.Line + 1} of {file.Name}");
    }
}
