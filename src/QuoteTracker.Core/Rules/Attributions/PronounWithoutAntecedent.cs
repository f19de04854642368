using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Core.Rules;

/// <summary>A source <c>he</c>, <c>she</c>, <c>they</c> that nobody named before fits.</summary>
public sealed class PronounWithoutAntecedent : ArticleRule
{
    public static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        "QT0203", "pronoun-without-antecedent", RuleGroup.Attribution, DiagnosticSeverity.Warning,
        "Nobody named before fits '{0}', so readers cannot tell who is speaking. Name the speaker");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptor];

    public override void Initialize(RuleContext context) => context.RegisterAttributionAction(Check);

    private static void Check(RuleActionContext context, Attribution attribution)
    {
        if (attribution is not { Source: { } source, Speaker: null, IsAnonymous: false, Candidates.IsEmpty: true, Confidence: >= Attribution.ShownFrom }) return;
        if (IsThirdPerson(context.Model.CopyAt(source))) context.Report(Descriptor, source, context.TextOf(source));
    }

    /// <summary>An <c>I</c> or <c>we</c> needs no name before it.</summary>
    private static bool IsThirdPerson(ReadOnlySpan<char> word) =>
        Is(word, "he") || Is(word, "she") || Is(word, "they") || Is(word, "him") || Is(word, "her") || Is(word, "them") || Is(word, "his") || Is(word, "their");

    private static bool Is(ReadOnlySpan<char> word, string pronoun) => word.Equals(pronoun, StringComparison.OrdinalIgnoreCase);
}
