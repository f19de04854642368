using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Rules;

namespace QuoteTracker.Ide.Completing;

/// <summary>Inside a comment that ignores findings: <c>ignore</c> and the names of rules, those that the article breaks first.</summary>
internal static class IgnoreCompletions
{
    private const string Marker = "quotetracker:";

    /// <returns>Null outside such a comment.</returns>
    public static ImmutableArray<Completion>? At(OpenFile file, int offset)
    {
        var line = file.Text.Lines.GetLineFromPosition(offset);
        string before = file.Text.ToString(TextSpan.FromBounds(line.Start, offset));
        int marker = before.LastIndexOf(Marker, StringComparison.Ordinal);
        if (marker < 0) return null;
        string opening = before[..marker].TrimEnd();
        string rest = before[(marker + Marker.Length)..];
        bool isOpen = (opening.EndsWith("<!--", StringComparison.Ordinal) && !rest.Contains("-->", StringComparison.Ordinal))
            || (opening.Trim() == "[" && !rest.Contains(']', StringComparison.Ordinal));
        if (!isOpen) return null;
        // Behind the second colon stands the reason, which only its writer knows.
        if (rest.Contains(':', StringComparison.Ordinal)) return [];

        int word = rest.Length;
        while (word > 0 && (char.IsAsciiLetterOrDigit(rest[word - 1]) || rest[word - 1] == '-')) word--;
        var span = TextSpan.FromBounds(offset - (rest.Length - word), offset);
        string head = rest[..word].Trim();
        if (head.Length == 0) return [new Completion("ignore", CompletionKind.Key, span, "ignore ")];

        var broken = file.Diagnostics.Select(static finding => finding.Id).ToHashSet(StringComparer.Ordinal);
        var named = head.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        return [.. file.Tools.AllRules.SelectMany(static rule => rule.SupportedDiagnostics)
            .Where(rule => !named.Contains(rule.Name))
            .OrderBy(rule => !broken.Contains(rule.Id))
            .Select(rule => RuleCompletion.Of(rule, span, rule.Name))];
    }
}

/// <summary>A rule's name as a completion.</summary>
internal static class RuleCompletion
{
    public static Completion Of(DiagnosticDescriptor rule, TextSpan span, string newText) => new(rule.Name, CompletionKind.Rule, span, newText)
    {
        Detail = $"{rule.Id}, {rule.Category}: {RuleSeverities.WordFor(rule.DefaultSeverity)}",
        Documentation = () => RulePages.FindAlone(rule),
    };
}
