using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Core.Rules;

/// <summary>A cue that judges: <c>claimed</c>, <c>admitted</c>. The words and what they hint at are data: <c>Resources/en/loaded-cues.txt</c>.</summary>
public sealed class LoadedCue : ArticleRule
{
    public static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        "QT0206", "loaded-cue", RuleGroup.Attribution, DiagnosticSeverity.Hidden,
        "'{0}' {1}. Where that is not what you mean, write '{2}'");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptor];

    public override void Initialize(RuleContext context) => context.RegisterAttributionAction(Check);

    private static void Check(RuleActionContext context, Attribution attribution)
    {
        if (attribution is not { Cue: { } cue, Confidence: >= Attribution.ShownFrom }) return;
        var found = attribution.Notes.Loaded ??= LoadedCues.English.FindIn(context.Model.CopyAt(cue));
        if (found == LoadedWord.None) return;
        var span = new TextSpan(cue.Start + found.Start, found.Length);
        context.Report(Descriptor, span, context.TextOf(span), found.Sense.Tells, found.Sense.Plain);
    }
}
