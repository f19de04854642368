using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using QuoteTracker.Core.Rules;

/// <summary>Finds an entry of the registry that no article quotes any more: who keeps the registry may want to archive it.</summary>
/// <example>
/// “We knew,” said Ada Vaughn.
///
/// -- speakers.yaml --
/// speakers:
///   - { id: vaughn, name: Ada Vaughn }
/// </example>
public sealed class IdleSpeaker : ArticleRule
{
    /// <summary>With fewer articles it says nothing about anybody.</summary>
    private const int FewestArticles = 5;

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        "HR0003", "idle-speaker", RuleGroup.House, DiagnosticSeverity.Info,
        "None of the {1} articles quotes {0}. Is the entry still wanted?");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptor];

    public override void Initialize(RuleContext context) => context.RegisterWorkspaceAction(Check);

    private static void Check(WorkspaceActionContext context)
    {
        if (context.Articles.Length < FewestArticles) return;
        var quoted = context.Articles.SelectMany(article => article.Statements).Select(statement => statement.SpeakerId).ToHashSet();
        foreach (var entry in context.Registry.Entries)
            if (!quoted.Contains(entry.Id)) context.Report(entry.Location, entry.Name, context.Articles.Length);
    }
}
