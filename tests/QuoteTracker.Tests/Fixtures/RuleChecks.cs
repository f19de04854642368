using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core;
using QuoteTracker.Core.Checking;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Rules;
using Xunit;

namespace QuoteTracker.Tests.Fixtures;

public static class RuleChecks
{
    /// <summary>The diagnostics of all rules are on exactly the spans labelled with their ids.</summary>
    public static void CheckRules(string fixture) => Check(fixture, RuleCatalogue.Rules);

    /// <summary>The same with one rule alone.</summary>
    public static void CheckRule<TRule>(string fixture) where TRule : ArticleRule => Check(fixture, [Rule<TRule>()]);

    /// <summary>
    /// The rule finds what is labelled; the first fix of each finding, all together, gives the text of the golden <c>fixed</c>, in which the rule finds
    /// nothing and no other rule finds anything new.
    /// </summary>
    public static void CheckFix<TRule>(string fixture) where TRule : ArticleRule
    {
        var rule = Rule<TRule>();
        Check(fixture, [rule]);
        var parsed = Fixture.Parse(fixture);
        var analyzer = new ArticleAnalyzer(FixtureAnalysis.RegistryOf(parsed));
        var model = analyzer.Analyze(FixtureAnalysis.ArticleOf(parsed.Article));
        var background = FixtureAnalysis.BackgroundOf(parsed, model);
        var fixes = Run([rule], model, background).Select(diagnostic => RuleCatalogue.FixesFor(diagnostic, model).First());

        var text = Apply(model.Article.Text, fixes);
        Assert.Equal(parsed.Goldens["fixed"].TrimEnd(), text.ToString().TrimEnd());

        var mended = analyzer.Analyze(FixtureAnalysis.ArticleOf(parsed.Article with { Text = text.ToString() }));
        Assert.Empty(Run([rule], mended, FixtureAnalysis.BackgroundOf(parsed, mended)));
        Assert.Equal(CountById(Run(RuleCatalogue.Rules, mended)), CountById(Run(RuleCatalogue.Rules, model).Where(found => !IsOf(rule, found))));
    }

    internal static TRule Rule<TRule>() where TRule : ArticleRule => RuleCatalogue.Rules.OfType<TRule>().Single();

    internal static ImmutableArray<Diagnostic> Run(IEnumerable<ArticleRule> rules, ArticleModel model, ArticleBackground? background = null) =>
        new RuleRunner(rules, RuleSeverities.Default).Run(model, background ?? ArticleBackground.None);

    /// <summary>Applies the fixes that do not touch what an earlier one changed.</summary>
    internal static SourceText Apply(SourceText text, IEnumerable<Fix> fixes)
    {
        var changes = new List<TextChange>();
        foreach (var fix in fixes)
            if (!fix.Changes.Any(change => changes.Any(other => other.Span.IntersectsWith(change.Span)))) changes.AddRange(fix.Changes);
        return text.WithChanges(changes.OrderBy(change => change.Span.Start));
    }

    internal static void Check(string fixture, ImmutableArray<ArticleRule> rules)
    {
        var parsed = Fixture.Parse(fixture);
        var models = FixtureAnalysis.Analyse(parsed).ToList();
        var ofAll = new RuleRunner(rules, RuleSeverities.Default)
            .RunOnWorkspace(FixtureAnalysis.RegistryOf(parsed), models.Select(pair => ArticleSummary.Of(pair.Model)), "quotetracker.yaml");
        foreach (var (file, model) in models)
        {
            Comparison.AssertSame(
                file,
                file.Spans.Where(label => label.IsRuleId).Select(label => new Finding(label.Label, [label.Span])),
                Run(rules, model, FixtureAnalysis.BackgroundOf(parsed, model)).Concat(ofAll.Where(found => found.Location.GetLineSpan().Path == file.Name)).Select(diagnostic => new Finding(diagnostic.Id, [diagnostic.Location.SourceSpan])));
        }
    }

    private static bool IsOf(ArticleRule rule, Diagnostic diagnostic) => rule.SupportedDiagnostics.Any(descriptor => descriptor.Id == diagnostic.Id);

    private static string CountById(IEnumerable<Diagnostic> diagnostics) =>
        string.Join(' ', diagnostics.CountBy(diagnostic => diagnostic.Id).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}×{pair.Value}"));
}
