using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using QuoteTracker.Workspace;
using QuoteTracker.Workspace.House;

namespace QuoteTracker.Cli.HouseRules;

/// <summary>A new rule in C#: small, complete, and tested, for whoever wants to change it into their own.</summary>
/// <param name="Files">Full paths and what to write there.</param>
public sealed partial record RuleTemplate(string Id, ImmutableArray<(string Path, string Text)> Files)
{
    private const string Folder = "house-rules";

    private const int FirstNumber = 1;

    public static bool IsName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Length is > 0 and <= 60 && Name().IsMatch(name);
    }

    /// <summary>With the first id that no rule of the newsroom has.</summary>
    public static RuleTemplate For(Newsroom newsroom, string name)
    {
        ArgumentNullException.ThrowIfNull(newsroom);
        var taken = CodeRuleFiles.Read(newsroom).Files.SelectMany(static file => HouseId().Matches(file.Text.ToString()).Select(static match => match.Value))
            .Concat(newsroom.Configuration.House.Select(static rule => rule.Id))
            .ToHashSet(StringComparer.Ordinal);
        var id = Enumerable.Range(FirstNumber, 9999).Select(static number => string.Create(CultureInfo.InvariantCulture, $"HR{number:0000}")).First(candidate => !taken.Contains(candidate));
        var stem = Path.Combine(newsroom.Root, Folder, name);
        var className = string.Concat(name.Split('-', StringSplitOptions.RemoveEmptyEntries).Select(static word => char.ToUpperInvariant(word[0]) + word[1..]));
        return new RuleTemplate(id, [(stem + ".cs", Rule(id, name, className)), (stem + ".md", Page(id, name)), (stem + ".txt", Tests(id))]);
    }

    private static string Rule(string id, string name, string className) => $$"""
        using System.Collections.Immutable;
        using Microsoft.CodeAnalysis;
        using QuoteTracker.Core.Model;
        using QuoteTracker.Core.Rules;

        /// <summary>Finds the cue "boasted". Say here what yours finds.</summary>
        /// <example>
        /// “We knew,” Mayor Ada Vaughn {|{{id}}:boasted|}. “It was old,” she said.
        /// </example>
        public sealed class {{className}} : ArticleRule
        {
            private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
                "{{id}}", "{{name}}", RuleGroup.House, DiagnosticSeverity.Warning,
                "'{0}' judges {1}. Write 'said'");

            public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptor];

            public override void Initialize(RuleContext context) => context.RegisterAttributionAction(Check);

            private static void Check(RuleActionContext context, Attribution attribution)
            {
                // What is less sure than this is not fit to be shown to a person as a fact.
                if (attribution.Confidence < Attribution.ShownFrom || attribution.Cue is not { } cue) return;
                if (context.TextOf(cue).Contains("boast", StringComparison.OrdinalIgnoreCase))
                    context.Report(cue, context.TextOf(cue), attribution.Speaker?.Name ?? "the speaker");
            }
        }

        """.ReplaceLineEndings("\n");

    private static string Page(string id, string name) => $$"""
        # {{name}} ({{id}})

        ## What it does

        Finds the cue "boasted".

        ## Why is this bad?

        The verb judges where the reader should.

        ## Example

        ```article
        “We knew,” Mayor Ada Vaughn {|{{id}}:boasted|}.
        ```

        ## Use instead

        ```article
        “We knew,” Mayor Ada Vaughn said.
        ```

        ## When to ignore

        Where the article shows that it was a boast.

        """.ReplaceLineEndings("\n");

    private static string Tests(string id) => $$"""
        -- found.txt --
        Mayor Ada Vaughn {|{{id}}:boasted|} that the bridge would hold.

        -- in-a-quotation.txt --
        “He boasted of it,” Mayor Ada Vaughn said.

        -- no-cue.txt --
        The town boasted a bridge. “We knew,” Mayor Ada Vaughn said.

        """.ReplaceLineEndings("\n");

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex("HR[0-9]{4}", RegexOptions.CultureInvariant)]
    private static partial Regex HouseId();
}
