using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Rules;
using QuoteTracker.Workspace;
using Xunit;

namespace QuoteTracker.Tests.Workspace;

/// <summary>Rules under <c>house</c>: a fault is reported at its place (§) and costs its rule alone.</summary>
public sealed class HouseRuleReaderTests
{
    private const string Good = "\n  - { id: HR0900, name: good, message: m, find: { cue: slam } }";

    [Theory]
    [InlineData("{ id: §HR1, name: a, message: m, find: { cue: b } }", "QT0903 'id' should be HR and four digits, such as HR0101; this value has no effect")]
    [InlineData("{ id: HR0101, name: §a b, message: m, find: { cue: b } }", "QT0903 'name' should be a name in small letters")]
    [InlineData("{ §id: HR0101, message: m, find: { cue: b } }", "QT0940 This rule has no 'name', so it is left out")]
    [InlineData("{ id: HR0101, name: a, message: §'{verb}', find: { cue: b } }", "QT0903 'message' should be a text with {words}, {name}, {role}, {count} for what was found; there is no {verb}")]
    [InlineData("{ id: HR0101, name: a, message: m, find: §{ cues: b } }", "QT0903 'find' should be one of cue, phrase")]
    [InlineData("{ id: HR0101, name: a, message: m, find: §{ cue: b, phrase: c } }", "QT0903 'find' should be one of cue, phrase")]
    [InlineData("{ id: HR0101, name: a, message: m, find: { cue: b, §in: copy } }", "QT0902 The configuration knows no key 'in', so it has no effect. With 'cue' goes speaker and quotation.")]
    [InlineData("{ id: HR0101, name: a, message: m, find: { pattern: §'(' } }", "QT0903 'pattern' should be a regular expression: the expression breaks off at character 2")]
    [InlineData("{ id: HR0101, name: a, message: m, find: { partial-quotes: §0 } }", "QT0903 'partial-quotes' should be how many may stand in a row, from 1 to 100")]
    [InlineData("{ id: HR0101, name: a, message: m, find: { source: anonymous }, fix: §b }", "QT0903 'fix' should be left out")]
    [InlineData("{ id: HR0101, name: §loaded-cue, message: m, find: { cue: b } }", "QT0941 'loaded-cue' is taken by a rule of quotetracker's own")]
    [InlineData("{ id: HR0101, name: a, §mesage: n, message: m, find: { cue: b } }", "QT0902 The configuration knows no key 'mesage', so it has no effect. Did you mean 'message'?", 2)]
    [InlineData("§just words", "QT0903 'house' should be a list of rules")]
    public void A_fault_is_told_at_its_place_and_costs_one_rule(string rule, string fault, int left = 1)
    {
        int mark = "  - ".Length + rule.IndexOf('§', StringComparison.Ordinal);
        var document = Read($"house:\n  - {rule.Replace("§", "", StringComparison.Ordinal)}{Good}\n");
        var found = document.Diagnostics[0];
        Assert.StartsWith(fault, $"{found.Id} {found.GetMessage()}", StringComparison.Ordinal);
        Assert.Equal((1, mark), (found.Location.GetLineSpan().StartLinePosition.Line, found.Location.GetLineSpan().StartLinePosition.Character));
        Assert.Equal(left, document.Configuration.House.Length);
        Assert.Equal("good", document.Configuration.House[^1].Name);
    }

    [Fact]
    public void A_rule_that_breaks_off_costs_itself()
    {
        var document = Read($"house:\n  - {{ id: HR0101, name: a, message: m, find: {{ cue: b }}{Good}\n");
        Assert.Equal("QT0901", Assert.Single(document.Diagnostics).Id);
        Assert.Equal("good", Assert.Single(document.Configuration.House).Name);
    }

    [Fact]
    public void An_id_that_comes_twice_is_told_with_the_line_of_the_first()
    {
        var document = Read($"house:{Good}{Good}\n");
        Assert.Equal("'HR0900' is taken by the rule in line 2, so this rule is left out. Give it one of its own", document.Diagnostics[0].GetMessage());
        Assert.Single(document.Configuration.House);
    }

    private static ConfigurationDocument Read(string yaml) => ConfigurationReader.Read("quotetracker.yaml", SourceText.From(yaml), RuleCatalogue.Descriptors);
}
