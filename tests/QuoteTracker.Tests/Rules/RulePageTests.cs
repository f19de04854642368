using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Rules;
using QuoteTracker.Tests.Claims;
using QuoteTracker.Tests.Fixtures;
using QuoteTracker.Workspace;
using QuoteTracker.Workspace.Speakers;
using Xunit;

namespace QuoteTracker.Tests.RuleTests;

/// <summary>One rule, one file, one page, one test file. <c>QUOTETRACKER_UPDATE=1</c> writes what is generated afresh.</summary>
public class RulePageTests
{
    private static readonly bool _update = Environment.GetEnvironmentVariable("QUOTETRACKER_UPDATE") == "1";

    public static TheoryData<string> Ids => [.. RuleCatalogue.Descriptors.Select(rule => rule.Id)];

    public static TheoryData<string> RuleNames => [.. RuleCatalogue.Rules.Select(rule => rule.GetType().Name)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_has_the_header_of_its_rule_and_every_section(string id)
    {
        var page = PageOf(id);
        Assert.True(File.Exists(page.FilePath), $"{id} has no page at {page.Rule.HelpLinkUri}");
        var body = page.Text[Math.Max(0, page.Text.IndexOf("## ", StringComparison.Ordinal))..];
        if (_update) File.WriteAllText(page.FilePath, page.Header + body);

        Assert.Equal(page.Header + body, page.Text);
        Assert.Equal(RulePage.Sections, page.Headings);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_examples_of_a_page_show_the_fault_and_what_to_use_instead_does_not(string id)
    {
        foreach (var example in PageOf(id).Examples)
        {
            bool isFaulty = example.Section == "Example";
            switch (example.Info)
            {
                case "article":
                    Assert.Equal(isFaulty, example.Body.Contains($"{{|{id}:", StringComparison.Ordinal));
                    CheckArticle(id, example.Body);
                    break;
                case "yaml speakers":
                    Assert.Equal(isFaulty, RegistryReader.Read("speakers.yaml", SourceText.From(example.Body)).Diagnostics.Any(found => found.Id == id));
                    break;
                case "yaml quotetracker":
                    var configuration = ConfigurationReader.Read("quotetracker.yaml", SourceText.From(example.Body), RuleCatalogue.Descriptors);
                    Assert.Equal(isFaulty, configuration.Diagnostics.Any(found => found.Id == id));
                    break;
                case "newsroom":
                    Assert.Equal(isFaulty, LedgerChecks.DiagnosticsOf(example.Body).Any(found => found.Id == id));
                    break;
                default:
                    Assert.Equal("text", example.Info);
                    break;
            }
        }
    }

    [Theory]
    [MemberData(nameof(RuleNames))]
    public void A_rule_has_a_file_and_a_test_file_of_its_own_and_runs_its_examples(string rule)
    {
        Assert.Single(Directory.GetFiles(Repository.PathOf("src", "QuoteTracker.Core", "Rules"), rule + ".cs", SearchOption.AllDirectories));
        Assert.True(File.Exists(Repository.PathOf("tests", "QuoteTracker.Tests", "Rules", rule + "Tests.cs")), $"{rule}Tests.cs is missing");
        var descriptor = Assert.Single(RuleCatalogue.Rules.Single(other => other.GetType().Name == rule).SupportedDiagnostics);
        Assert.Equal(rule, string.Concat(descriptor.Name.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..])));
        Assert.Equal(["Example", "Use instead"], PageOf(descriptor.Id).Examples.Where(example => example.Info == "article").Select(example => example.Section).Distinct());
    }

    [Fact]
    public void Every_page_is_some_rules_page()
    {
        var pages = Directory.GetFiles(RulePage.Folder).Select(Path.GetFileName).Where(name => name != "README.md").Order(StringComparer.Ordinal);
        Assert.Equal(RuleCatalogue.Descriptors.Select(rule => Path.GetFileName(rule.HelpLinkUri)).Order(StringComparer.Ordinal), pages);
    }

    [Fact]
    public void The_index_is_fresh()
    {
        var path = Path.Combine(RulePage.Folder, "README.md");
        if (_update) File.WriteAllText(path, RulePage.Index());
        Assert.Equal(RulePage.Index(), File.ReadAllText(path));
    }

    [Fact]
    public void Ids_and_names_are_unique_and_in_order()
    {
        var rules = RuleCatalogue.Descriptors;
        Assert.Equal(rules.Length, rules.Select(rule => rule.Name).Distinct().Count());
        Assert.Equal(rules.Select(rule => rule.Id).Distinct().Order(StringComparer.Ordinal), rules.Select(rule => rule.Id));
    }

    private static RulePage PageOf(string id) => new(RuleCatalogue.Find(id)!);

    /// <summary>A rule alone, so that an example need not be without fault in other ways; a fault of the run itself with all of them.</summary>
    private static void CheckArticle(string id, string example)
    {
        var rule = RuleCatalogue.Rules.FirstOrDefault(rule => rule.SupportedDiagnostics.Any(descriptor => descriptor.Id == id));
        RuleChecks.Check(example, rule is null ? RuleCatalogue.Rules : [rule]);
    }
}
