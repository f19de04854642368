using System.Globalization;

namespace QuoteTracker.EndToEnd.Tests.HouseRules;

/// <summary>A newsroom with rules in C# in a folder of a test's own, and a home of its own for the cache.</summary>
internal sealed class HouseNewsroom : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TemporaryFolder _home = new();

    public HouseNewsroom(string configuration = "articles: [\"*.txt\"]\n") => _folder.Write("quotetracker.yaml", configuration);

    public string Root => _folder.Root;

    public string Home => _home.Root;

    public IReadOnlyDictionary<string, string?> Environment => new Dictionary<string, string?>
    {
        ["HOME"] = Home, ["XDG_CACHE_HOME"] = Path.Combine(Home, "cache"), ["XDG_DATA_HOME"] = Path.Combine(Home, "data"),
    };

    public string Write(string name, string text) => _folder.Write(name, text);

    /// <summary>A rule that runs <paramref name="statements"/> on each article.</summary>
    public string WriteRule(string name, int number, string statements, string members = "") => Write($"house-rules/{name}.cs", RuleText(name, number, statements, members));

    public static string RuleText(string name, int number, string statements, string members = "")
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"HR{number:0000}");
        return $$"""
            using System.Collections.Immutable;
            using Microsoft.CodeAnalysis;
            using Microsoft.CodeAnalysis.Text;
            using QuoteTracker.Core.Model;
            using QuoteTracker.Core.Rules;

            public sealed class TheRule : ArticleRule
            {
                private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create("{{id}}", "{{name}}", RuleGroup.House, DiagnosticSeverity.Warning, "{0}");

                public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptor];

                public override void Initialize(RuleContext context) => context.RegisterArticleAction(Check);

                private static void Check(RuleActionContext context)
                {
                    {{statements}}
                }

                {{members}}
            }
            """;
    }

    public RunResult Run(params string[] arguments) => QuoteTrackerProcess.Run(Root, arguments, input: null, Environment);

    public void Dispose()
    {
        _folder.Dispose();
        _home.Dispose();
    }
}
