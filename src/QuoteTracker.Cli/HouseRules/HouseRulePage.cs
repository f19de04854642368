using System.Text;
using QuoteTracker.Core.Rules.House;
using QuoteTracker.Workspace;

namespace QuoteTracker.Cli.HouseRules;

/// <summary>The page of a rule of the newsroom's own, in Markdown.</summary>
public static class HouseRulePage
{
    /// <param name="given">An id or a name. Of a rule in C# only the name is known: its file's.</param>
    /// <returns>Null where the newsroom has no such rule.</returns>
    public static string? Find(Newsroom newsroom, string given)
    {
        ArgumentNullException.ThrowIfNull(newsroom);
        if (newsroom.Configuration.House.FirstOrDefault(rule => rule.Name == given || rule.Id.Equals(given, StringComparison.OrdinalIgnoreCase)) is { } rule) return PageOf(rule);
        if (newsroom.CodeRulePaths.FirstOrDefault(path => CodeRuleFile.NameOf(path) == given) is not { } file) return null;
        var page = Path.ChangeExtension(file, ".md");
        return File.Exists(page) ? File.ReadAllText(page).ReplaceLineEndings("\n") : $"# {given}\n\nA rule in C# without a page: {newsroom.RelativePath(file)}\n";
    }

    private static string PageOf(HouseRuleDefinition rule)
    {
        var page = new StringBuilder($"# {rule.Name} ({rule.Id})\n\nA rule of this newsroom's {Configuration.FileName}. It says: {rule.Message.Template}\n");
        Add("Example", rule.Flag);
        Add("Use instead", rule.Ok);
        return page.ToString();

        void Add(string title, IEnumerable<HouseExample> examples)
        {
            foreach (var example in examples.Take(1)) page.Append($"\n## {title}\n\n```article\n{example.Text.TrimEnd()}\n```\n");
        }
    }
}
