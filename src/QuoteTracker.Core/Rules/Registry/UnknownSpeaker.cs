using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Speakers;

namespace QuoteTracker.Core.Rules;

/// <summary>A named source that the registry of speakers does not have, where the article first gives the full name.</summary>
public sealed class UnknownSpeaker : ArticleRule
{
    public static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        "QT0301", "unknown-speaker", RuleGroup.Registry, DiagnosticSeverity.Info,
        "{0} is not in the registry of speakers, so neither the spelling nor the title can be checked. Add an entry, or an alias to the right one");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptor];

    public override void Initialize(RuleContext context) => context.RegisterArticleAction(Check);

    /// <summary>True for a source with a full name that neither is in the registry nor nearly is.</summary>
    internal static bool IsUnknown(Registry registry, Entity entity) =>
        entity is { Entry: null, IsAnonymous: false, Members.IsEmpty: true } && IsName(entity.Name) && NameMatch.Nearest(entity.Name, registry) is null;

    private static void Check(RuleActionContext context)
    {
        if (context.Registry.Entries.IsEmpty) return;
        var met = new HashSet<Entity>(ReferenceEqualityComparer.Instance);
        foreach (var attribution in context.Model.Attributions)
        {
            if (attribution is not { Speaker: { } speaker, Confidence: >= Attribution.ShownFrom }) continue;
            if (met.Add(speaker) && IsUnknown(context.Registry, speaker) && FullNameOf(context.Model, speaker) is { } name)
                context.Report(Descriptor, name.Span, speaker.Name);
        }
    }

    private static Mention? FullNameOf(ArticleModel model, Entity speaker) => model.Mentions.FirstOrDefault(mention =>
        mention is { Form: MentionForm.FullName, Entity: >= 0 } && ReferenceEquals(model.Entities[mention.Entity], speaker));

    /// <summary>Two words or more, the first and the last capitalised: a surname alone may be anybody's.</summary>
    private static bool IsName(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 1 && char.IsUpper(words[0][0]) && char.IsUpper(words[^1][0]);
    }
}
