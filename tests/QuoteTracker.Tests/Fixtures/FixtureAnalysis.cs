using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Speakers;

namespace QuoteTracker.Tests.Fixtures;

/// <summary>What the engine makes of a fixture's articles, read the way files of a newsroom are read.</summary>
public static class FixtureAnalysis
{
    public static IEnumerable<(FixtureFile File, ArticleModel Model)> Analyse(Fixture fixture)
    {
        var analyzer = new ArticleAnalyzer(RegistryOf(fixture));
        return fixture.Articles.Select(file => (file, analyzer.Analyze(ArticleOf(file))));
    }

    public static Article ArticleOf(FixtureFile file) => new(file.Name, file.Text);

    public static Registry RegistryOf(Fixture fixture) =>
        fixture.TextOf("speakers.yaml") is null ? Registry.Empty : throw new NotSupportedException("no reader of speakers.yaml yet");

    internal static string TextAt(this FixtureFile file, TextSpan span) => file.Text.Substring(span.Start, span.Length);
}
