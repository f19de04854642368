using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Rules;
using QuoteTracker.Workspace;

namespace QuoteTracker.Ide.Edits;

/// <summary>What mends a finding in the configuration or the registry: another word in its place.</summary>
internal static class NewsroomFileFixes
{
    public static IEnumerable<EditAction> Of(OpenFile file, Diagnostic finding)
    {
        var words = InsteadOf(file, finding).ToList();
        foreach (string word in words)
        {
            yield return new EditAction(
                $"Write '{word}'", EditActionKind.Fix, [finding], () => [FileEdit.Of(file.Path, file.Text, [new TextChange(finding.Location.SourceSpan, word)])])
            {
                IsPreferred = words.Count == 1,
            };
        }
    }

    private static IEnumerable<string> InsteadOf(OpenFile file, Diagnostic finding)
    {
        if (finding.Properties.GetValueOrDefault(Spelling.InsteadProperty) is { } instead) return [instead];
        if (finding.Id == RegistryFaults.UnknownKind.Id) return ["person", "organisation", "document"];
        return finding.Id == RegistryFaults.DuplicateId.Id ? [FreeId(file, finding.Location.SourceSpan)] : [];
    }

    /// <summary>The id that is taken, with the first number that makes it free.</summary>
    private static string FreeId(OpenFile file, TextSpan span)
    {
        string id = file.Text.ToString(span).Trim('"', '\'');
        var taken = file.Newsroom.Registry.Entries.Select(static entry => entry.Id).ToHashSet(StringComparer.Ordinal);
        int number = 2;
        while (taken.Contains(Numbered(id, number))) number++;
        return Numbered(id, number);
    }

    private static string Numbered(string id, int number) => string.Create(CultureInfo.InvariantCulture, $"{id}-{number}");
}
