using System.Globalization;
using System.Text;

namespace QuoteTracker.Benchmarks.HouseRules;

/// <summary>The same newsroom again and again, each time with other rules of its own.</summary>
internal static class RuleNewsrooms
{
    /// <summary>How many rules a newsroom has of its own, where it has any.</summary>
    private const int Rules = 100;

    private static readonly string[] Words =
    [
        "lifeboat", "quay", "pump", "tugboat", "tender", "calendar", "slipway", "harbour", "ferry", "council", "timetable", "budget", "survey", "channel", "vote", "letter", "delay", "paper", "money", "wall",
    ];

    /// <summary>What a rule in C# does on its action; <c>@</c> stands for a word.</summary>
    private static readonly (string Action, string Parameters, string Body)[] Checks =
    [
        ("RegisterAttributionAction", "RuleActionContext context, Attribution attribution", """
            if (attribution.Confidence >= Attribution.ShownFrom && attribution.Cue is { } cue && context.TextOf(cue).StartsWith("@", StringComparison.OrdinalIgnoreCase)) context.Report(cue);
            """),
        ("RegisterQuotationAction", "RuleActionContext context, QuotationRegion region", """
            if (region.Attribution is null && context.TextOf(region.Span).Contains("@", StringComparison.OrdinalIgnoreCase)) context.Report(region.Span);
            """),
        ("RegisterArticleAction", "RuleActionContext context", """
            foreach (var sentence in context.Model.Sentences.Take(3))
                if (context.TextOf(sentence).Contains("the @ the @", StringComparison.OrdinalIgnoreCase)) context.Report(sentence);
            """),
        ("RegisterArticleAction", "RuleActionContext context", """
            foreach (var said in context.Model.Attributions.Where(said => said.Speaker is not null).GroupBy(said => said.Speaker!.Name).Where(said => said.Count() > 12 && said.Key.Contains("@", StringComparison.Ordinal)))
                context.Report(said.First().Content[0]);
            """),
        ("RegisterAttributionAction", "RuleActionContext context, Attribution attribution", """
            if (attribution.Kind == AttributionKind.Direct && attribution.Content.Length > 1 && attribution.Content.Any(part => part.Length > 90 && context.TextOf(part).Contains("@", StringComparison.Ordinal))) context.Report(attribution.Content[0]);
            """),
    ];

    private static readonly string[] Searches =
    [
        "{ cue: [@, @ed] }", "{ phrase: [the @ the @, a @ of the @] }", "{ pattern: '@s? [0-9]+ times' }", "{ phrase: [our own @], in: quotation }", "{ cue: [@ing], quotation: mixed }",
    ];

    /// <param name="declarative">Of a hundred rules how many are in the configuration.</param>
    /// <param name="code">And how many in C#.</param>
    public static void Write(string folder, int articles, int declarative, int code)
    {
        var configuration = new StringBuilder("articles: [\"**/*.txt\"]\n");
        if (declarative > 0) configuration.Append("house:\n");
        for (int k = 0; k < declarative * Rules / 100; k++)
            configuration.Append(CultureInfo.InvariantCulture, $"  - id: HR{k:0000}\n    name: search-{k}\n    message: \"'{{words}}'\"\n    find: {Pick(Searches, k)}\n");
        for (int k = 0; k < articles; k++)
        {
            var desk = Directory.CreateDirectory(Path.Combine(folder, $"desk-{k % 20:00}")).FullName;
            File.WriteAllText(Path.Combine(desk, $"story-{k:0000}.txt"), string.Create(CultureInfo.InvariantCulture, $"{GeneratedArticles.All[k % GeneratedArticles.All.Count]}Copy {k}.\n"));
        }
        File.WriteAllText(Path.Combine(folder, "quotetracker.yaml"), configuration.ToString());
        if (code == 0) return;
        var rules = Directory.CreateDirectory(Path.Combine(folder, "house-rules")).FullName;
        for (int k = 0; k < code * Rules / 100; k++) File.WriteAllText(Path.Combine(rules, $"check-{k}.cs"), Rule(k));
    }

    private static string Rule(int k)
    {
        var (action, parameters, body) = Checks[k % Checks.Length];
        return string.Create(CultureInfo.InvariantCulture, $$"""
            using System.Collections.Immutable;
            using Microsoft.CodeAnalysis;
            using QuoteTracker.Core.Model;
            using QuoteTracker.Core.Rules;

            public sealed class Check{{k}} : ArticleRule
            {
                private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create("HR{{1000 + k}}", "check-{{k}}", RuleGroup.House, DiagnosticSeverity.Warning, "found");

                public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptor];

                public override void Initialize(RuleContext context) => context.{{action}}(Check);

                private static void Check({{parameters}})
                {
            {{WithWord(body, k)}}
                }
            }
            """);
    }

    private static string Pick(string[] from, int k) => WithWord(from[k % from.Length], k);

    private static string WithWord(string text, int k) => text.Replace("@", Words[k / Checks.Length % Words.Length], StringComparison.Ordinal);
}
