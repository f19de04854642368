using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using QuoteTracker.Core.Rules;

namespace QuoteTracker.Ide;

/// <summary>The pages of <c>docs/rules</c>, which the build puts into this assembly.</summary>
public static partial class RulePages
{
    /// <returns>The page in Markdown; null where the rule has none.</returns>
    public static string? Find(DiagnosticDescriptor rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        using var stream = typeof(RulePages).Assembly.GetManifestResourceStream($"rules/{rule.Id}-{rule.Name}.md");
        if (stream is null) return null;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    /// <summary>The page apart from its folder: without links to other pages, and without the marks that its examples are tested by.</summary>
    public static string? FindAlone(DiagnosticDescriptor rule) =>
        Find(rule) is { } page ? TestMarks().Replace(PageLinks().Replace(page, "${words}"), "${words}") : null;

    [GeneratedRegex(@"\[(?<words>[^\]\n]*)\]\([\w-]+\.md\)", RegexOptions.CultureInvariant)]
    private static partial Regex PageLinks();

    [GeneratedRegex(@"\{\|[A-Z]{2}[0-9]{4}:(?<words>.*?)\|\}", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex TestMarks();
}
