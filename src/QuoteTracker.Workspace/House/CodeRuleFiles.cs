using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Microsoft.Extensions.FileSystemGlobbing;
using QuoteTracker.Core.Rules;
using QuoteTracker.Core.Rules.House;
using QuoteTracker.Workspace.Articles;
using QuoteTracker.Workspace.Discovery;

namespace QuoteTracker.Workspace.House;

/// <summary>The files of a newsroom with rules in C#: where they are, and what stands in them. A link is not followed.</summary>
public static class CodeRuleFiles
{
    public const string Extension = ".cs";

    /// <summary>What stands beside a rule and belongs to it: its page, and articles that test it.</summary>
    public static ImmutableArray<string> CompanionExtensions { get; } = [".md", ".txt"];

    private const int MostFiles = 500;

    private const int MaxBytes = 1 << 20;

    /// <summary>The files and their text; one that an editor has open as it is there.</summary>
    public static (ImmutableArray<CodeRuleFile> Files, ImmutableArray<Diagnostic> Diagnostics) Read(Newsroom newsroom, Func<string, SourceText?>? openText = null)
    {
        ArgumentNullException.ThrowIfNull(newsroom);
        var files = ImmutableArray.CreateBuilder<CodeRuleFile>();
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var path in newsroom.CodeRulePaths)
        {
            if (openText?.Invoke(path) is { } open)
            {
                files.Add(new CodeRuleFile(path, open));
                continue;
            }
            if (RealPath.LeavesRoot(path, newsroom.Root) is { } fault)
            {
                diagnostics.Add(fault);
                continue;
            }
            var (text, diagnostic) = FileReader.Read(path, MaxBytes);
            if (text is not null) files.Add(new CodeRuleFile(path, text));
            else if (diagnostic is not null) diagnostics.Add(diagnostic);
        }
        return (files.ToImmutable(), diagnostics.ToImmutable());
    }

    /// <summary>That there are rules and they do not run, at the first of them; null where there are none, or the configuration wants to hear nothing of it.</summary>
    public static Diagnostic? NotRun(Newsroom newsroom)
    {
        ArgumentNullException.ThrowIfNull(newsroom);
        if (newsroom.CodeRulePaths is not [var first, ..]) return null;
        var files = newsroom.CodeRulePaths.Length == 1 ? "1 file" : string.Create(CultureInfo.InvariantCulture, $"{newsroom.CodeRulePaths.Length} files");
        return newsroom.Configuration.Severities.Create(HouseFaults.CodeRulesNotRun, Location.Create(first, default, default), null, files);
    }

    /// <summary>True where the configuration's patterns make a rule of a file; it need not exist.</summary>
    public static bool Matches(Newsroom newsroom, string path)
    {
        ArgumentNullException.ThrowIfNull(newsroom);
        if (newsroom.ConfigurationDocument is null || !path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase)) return false;
        var matcher = new Matcher(StringComparison.OrdinalIgnoreCase);
        matcher.AddIncludePatterns(newsroom.Configuration.HouseRules);
        return matcher.Match(newsroom.Root, newsroom.RelativePath(path)).HasMatches;
    }

    /// <returns>Full paths, in ordinal order.</returns>
    internal static ImmutableArray<string> Find(string root, ImmutableArray<string> patterns)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var pattern in patterns)
        {
            var parts = pattern.Split('/', '\\');
            int fixedParts = parts.TakeWhile(static part => !part.Contains('*', StringComparison.Ordinal)).Count();
            var folder = Path.Combine([root, .. parts.Take(Math.Min(fixedParts, parts.Length - 1))]);
            if (!Directory.Exists(folder)) continue;
            var matcher = new Matcher(StringComparison.OrdinalIgnoreCase).AddInclude(pattern);
            foreach (var path in FilesIn(folder, isDeep: parts.Length - fixedParts > 1))
            {
                if (found.Count < MostFiles && matcher.Match(root, Path.GetRelativePath(root, path).Replace('\\', '/')).HasMatches) found.Add(path);
            }
        }
        return [.. found];
    }

    private static IEnumerable<string> FilesIn(string folder, bool isDeep)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = isDeep, AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden };
        try
        {
            return [.. Directory.EnumerateFiles(folder, "*" + Extension, options)];
        }
        catch (IOException)
        {
            // Gone between two looks: then it has no rules.
            return [];
        }
    }
}
