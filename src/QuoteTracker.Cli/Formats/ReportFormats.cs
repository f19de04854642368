using QuoteTracker.Core.Rules;
using QuoteTracker.Ide;

namespace QuoteTracker.Cli.Formats;

/// <summary>The formats by the names of the command line.</summary>
public static class ReportFormats
{
    /// <summary>The default first.</summary>
    public static IReadOnlyList<string> Names { get; } = ["text", "json", "jsonl", "sarif", "github", "checkstyle", "junit"];

    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="style">For text.</param>
    /// <param name="width">For text: the cells of a line.</param>
    public static ReportFormat Create(string name, TextStyle style, int width) => name switch
    {
        "text" => new TextFormat(style, width),
        "json" => new JsonFormat(asLines: false),
        "jsonl" => new JsonFormat(asLines: true),
        "sarif" => new SarifFormat(RuleCatalogue.Descriptors, RulePages.FindAlone, ToolVersion.Current),
        "github" => new GitHubFormat(),
        "checkstyle" => new CheckstyleFormat(),
        "junit" => new JunitFormat(),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "not a format"),
    };
}
