using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Rules;

/// <summary>
/// Finds "says" in an article that mostly writes "said", and the other way round. The news pages write in the past tense, the features in the present;
/// either is fine, both are not.
/// </summary>
/// <example>
/// “We knew,” said Mayor Ada Vaughn. “It was old,” she said. “It leaked,” she {|HR0001:says|}.
/// </example>
public sealed class MixedCueTense : ArticleRule
{
    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        "HR0001", "mixed-cue-tense", RuleGroup.House, DiagnosticSeverity.Info,
        "This article mostly writes '{0}'. Write '{0}' here too");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptor];

    public override void Initialize(RuleContext context) => context.RegisterArticleAction(Check);

    internal static string? Other(string cue) => cue switch { "said" => "says", "says" => "said", _ => null };

    private static void Check(RuleActionContext context)
    {
        var cues = context.Model.Attributions
            .Where(attribution => attribution.Confidence >= Attribution.ShownFrom)
            .Select(attribution => attribution.Cue)
            .OfType<TextSpan>()
            .Distinct()
            .Where(cue => Other(context.TextOf(cue)) is not null)
            .ToList();
        int past = cues.Count(cue => context.TextOf(cue) == "said"), present = cues.Count - past;
        // One against one is nobody's habit.
        if (past == present) return;
        string usual = past > present ? "said" : "says";
        foreach (var cue in cues)
            if (context.TextOf(cue) != usual) context.Report(cue, usual);
    }
}

/// <summary>Writes the other tense.</summary>
public sealed class MixedCueTenseFix : FixProvider
{
    public override ImmutableArray<string> FixableIds { get; } = ["HR0001"];

    public override ImmutableArray<Fix> FixesFor(Diagnostic diagnostic, ArticleModel model)
    {
        var cue = diagnostic.Location.SourceSpan;
        if (MixedCueTense.Other(model.Article.Text.ToString(cue)) is not { } other) return [];
        // What was said once and what somebody always says are not the same: a person decides.
        return [new Fix($"Write '{other}'", "cue-tense", [new TextChange(cue, other)]) { IsSafe = false }];
    }
}
