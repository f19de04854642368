using System.Buffers;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Cli.Formats;
using QuoteTracker.Cli.Lint;
using QuoteTracker.Core;
using QuoteTracker.Core.Rules;
using QuoteTracker.Core.Speakers;
using QuoteTracker.Workspace.Articles;
using QuoteTracker.Workspace.Discovery;

namespace QuoteTracker.Cli.Execution;

/// <summary>
/// Gets the engine ready while the command line and the newsroom's files are still read: another core loads its tables and goes once through its code, which an
/// article that is all there is to lint would wait for.
/// </summary>
internal static class EngineHeadStart
{
    /// <summary>Something of what nearly every article has: a quotation, reported words, a name that comes again, a pronoun, an unnamed source.</summary>
    private const string Text = """
        Harrow Bay to lose its ferry

        “The last boat goes on Monday,” said Ada Vaughn, the mayor of Harrow Bay. According to her office, 40 people work for the line.

        She told reporters that the town "did not ask for this". A senior official said: “Nobody did.”

        """;

    /// <summary>
    /// Only where single articles are named and there is another core. Over a folder the second core has work of its own: the articles, and what hosts the newsroom's
    /// rules.
    /// </summary>
    public static void BeginFor(string[] arguments)
    {
        if (Environment.ProcessorCount > 1 && arguments is ["lint", .. var rest] && Array.Exists(rest, IsArticle))
            new Thread(Run) { IsBackground = true, Name = "Engine head start" }.Start();
    }

    private static bool IsArticle(string argument) => argument == ArticleDiscovery.StandardInput || File.Exists(argument);

    private static void Run()
    {
        var article = ArticleReader.FromText("", SourceText.From(Text)).Article!;
        var model = new ArticleAnalyzer(Registry.Empty).Analyze(article);
        var found = new RuleRunner(RuleCatalogue.Rules, RuleSeverities.Default).Run(model);
        var findings = found.Select(diagnostic => new Finding(diagnostic, diagnostic.Severity, RuleCatalogue.FixesFor(diagnostic, model)));
        new TextFormat(TextStyle.Plain, TextFormat.DefaultWidth).Write(new FileReport("", "", article.Text, [.. findings]), new ArrayBufferWriter<byte>());
    }
}
