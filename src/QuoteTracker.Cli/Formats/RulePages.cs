using Microsoft.CodeAnalysis;
using QuoteTracker.Core.Rules;

namespace QuoteTracker.Cli.Formats;

/// <summary>The pages of <c>docs/rules</c>, which the build puts into the command.</summary>
public static class RulePages
{
    /// <returns>The page in Markdown; null where the rule has none.</returns>
    public static string? Find(DiagnosticDescriptor rule)
    {
        using var stream = typeof(RulePages).Assembly.GetManifestResourceStream($"rules/{rule.Id}-{rule.Name}.md");
        if (stream is null) return null;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
