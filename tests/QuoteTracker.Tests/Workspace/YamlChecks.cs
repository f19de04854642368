using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Rules;
using QuoteTracker.Tests.Fixtures;
using QuoteTracker.Workspace;
using QuoteTracker.Workspace.Speakers;
using Xunit;

namespace QuoteTracker.Tests.Workspace;

/// <summary>Checks both YAML files against fixtures: every fault on exactly its span, and no other.</summary>
internal static class YamlChecks
{
    public static ImmutableArray<DiagnosticDescriptor> Rules { get; } =
    [
        RuleDescriptor.Create("QT0201", "unattributed-quotation", RuleGroup.Attribution, DiagnosticSeverity.Warning, "x"),
        RuleDescriptor.Create("QT0204", "anonymous-source", RuleGroup.Attribution, DiagnosticSeverity.Info, "x"),
    ];

    public static Configuration CheckConfiguration(string marked)
    {
        var file = Fixture.Parse($"-- quotetracker.yaml --\n{marked}").Files.Single(f => f.IsYaml);
        var document = ConfigurationReader.Read(file.Name, SourceText.From(file.Text), Rules);
        Compare(file, document.Diagnostics);
        return document.Configuration;
    }

    public static RegistryDocument CheckRegistry(string marked)
    {
        var file = Fixture.Parse($"-- speakers.yaml --\n{marked}").Files.Single(f => f.IsYaml);
        var document = RegistryReader.Read(file.Name, SourceText.From(file.Text));
        Compare(file, document.Diagnostics);
        Assert.Equal(document.Registry.Entries.Length, document.Spans.Length);
        return document;
    }

    private static void Compare(FixtureFile file, ImmutableArray<Diagnostic> diagnostics)
    {
        Comparison.AssertSame(
            file,
            file.Spans.Select(span => new Finding(span.Label, [span.Span])),
            diagnostics.Select(d => new Finding(d.Id, [d.Location.SourceSpan])));
        var lines = SourceText.From(file.Text).Lines;
        foreach (var diagnostic in diagnostics)
        {
            Assert.Equal(file.Name, diagnostic.Location.GetLineSpan().Path);
            Assert.Equal(lines.GetLinePositionSpan(diagnostic.Location.SourceSpan), diagnostic.Location.GetLineSpan().Span);
        }
    }
}
