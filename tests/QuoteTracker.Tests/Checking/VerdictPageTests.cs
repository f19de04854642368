using QuoteTracker.Core.Checking;
using QuoteTracker.Core.Speakers;
using QuoteTracker.Tests.RuleTests;
using QuoteTracker.Workspace.Sources;
using Xunit;

namespace QuoteTracker.Tests.Checking;

/// <summary>The examples of docs/verdicts.md.</summary>
public sealed class VerdictPageTests
{
    public static TheoryData<string, string, string> Examples()
    {
        var examples = new TheoryData<string, string, string>();
        var lines = File.ReadAllLines(Repository.PathOf("docs", "verdicts.md"));
        for (int i = 0; i + 3 < lines.Length; i++)
        {
            if (lines[i].StartsWith("```", StringComparison.Ordinal) && lines[i].Length > 3 && lines[i + 3] == "```") examples.Add(lines[i][3..], lines[i + 1], lines[i + 2]);
        }
        return examples;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_has_the_verdict_of_its_section(string verdict, string quotation, string source)
    {
        var document = SourceReader.FromText("a.txt", "a.txt", Microsoft.CodeAnalysis.Text.SourceText.From(source)).Document!;
        var found = new QuotationMatcher(Registry.Empty).Check(Quotation.Of(quotation), [new CandidateWindow(document, 0, document.WordCount)]);
        Assert.Equal(verdict, found.Best.Verdict.Name());
    }

    [Fact]
    public void Every_verdict_has_an_example() =>
        Assert.Equal(Enum.GetValues<Verdict>().Select(verdict => verdict.Name()).Order(), Examples().Select(row => (string)row[0]).Distinct().Order());
}
