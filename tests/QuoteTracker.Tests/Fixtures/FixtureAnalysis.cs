using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core;
using QuoteTracker.Core.Checking;
using QuoteTracker.Core.Claims;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Speakers;
using QuoteTracker.Workspace.Articles;
using QuoteTracker.Workspace.Sources;
using QuoteTracker.Workspace.Speakers;

namespace QuoteTracker.Tests.Fixtures;

/// <summary>What the engine makes of a fixture's articles, read the way files of a newsroom are read.</summary>
public static class FixtureAnalysis
{
    private const string RegistryFile = "speakers.yaml";
    private const string LedgerFile = "claims.jsonl";

    public static IEnumerable<(FixtureFile File, ArticleModel Model)> Analyse(Fixture fixture)
    {
        var analyzer = new ArticleAnalyzer(RegistryOf(fixture));
        return fixture.Articles.Select(file => (file, analyzer.Analyze(ArticleOf(file))));
    }

    /// <exception cref="FormatException">The file's front matter is not valid.</exception>
    public static Article ArticleOf(FixtureFile file)
    {
        var reading = ArticleReader.FromText(file.Name, SourceText.From(file.Text));
        return reading.Diagnostics.IsEmpty ? reading.Article! : throw new FormatException(reading.Diagnostics[0].ToString());
    }

    /// <exception cref="FormatException"><c>speakers.yaml</c> is not valid.</exception>
    public static Registry RegistryOf(Fixture fixture)
    {
        if (fixture.TextOf(RegistryFile) is not { } text) return Registry.Empty;
        var document = RegistryReader.Read(RegistryFile, SourceText.From(text));
        return document.Diagnostics.IsEmpty ? document.Registry : throw new FormatException(document.Diagnostics[0].ToString());
    }

    /// <summary>What the fixture's other files say of an article.</summary>
    /// <exception cref="FormatException"><c>claims.jsonl</c> is not valid.</exception>
    public static ArticleBackground BackgroundOf(Fixture fixture, ArticleModel model)
    {
        var background = ArticleBackground.None with { Checks = ChecksOf(fixture, model) };
        if (fixture.TextOf(LedgerFile) is not { } text) return background;
        var document = LedgerDocument.Read(LedgerFile, SourceText.From(text));
        if (document.Lines.FirstOrDefault(line => line.Fault is not null) is { } bad) throw new FormatException(bad.Fault);
        return background with
        {
            Claims = new ClaimLedger(document.Claims, path => fixture.TextOf(path) is not null).Resolve(model.Article.Path, model),
        };
    }

    private static ImmutableDictionary<string, QuotationCheck> ChecksOf(Fixture fixture, ArticleModel model)
    {
        var documents = fixture.Files.Where(file => file.IsSource).Select(file => SourceReader.FromText(file.Name, file.Name, SourceText.From(file.Text)).Document!).ToList();
        return documents.Count == 0 ? ImmutableDictionary<string, QuotationCheck>.Empty
            : new AttributionChecker(new QuotationMatcher(model.Registry), new AllOf(documents)).Check(model);
    }

    /// <summary>The few sources of a fixture are all looked at.</summary>
    private sealed class AllOf(IEnumerable<SourceDocument> documents) : ICandidateSource
    {
        public ImmutableArray<CandidateWindow> CandidatesFor(Quotation quotation) => [.. documents.Select(document => new CandidateWindow(document, 0, document.WordCount))];
    }

    internal static string TextAt(this FixtureFile file, TextSpan span) => file.Text.Substring(span.Start, span.Length);
}
