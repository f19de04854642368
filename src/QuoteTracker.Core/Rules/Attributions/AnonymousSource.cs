using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Core.Rules;

/// <summary>A source that the writer chose not to name.</summary>
public sealed class AnonymousSource : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        "QT0204", "anonymous-source", RuleGroup.Attribution, DiagnosticSeverity.Info,
        "'{0}' is an unnamed source, whose words nobody can check. Name the source, or say why it cannot be named");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptor];

    public override void Initialize(RuleContext context) => context.RegisterAttributionAction(Check);

    private static void Check(RuleActionContext context, Attribution attribution)
    {
        if (attribution is { IsAnonymous: true, Source: { } source, Confidence: >= Attribution.ShownFrom })
            context.Report(Descriptor, source, context.TextOf(source));
    }
}
