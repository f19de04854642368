using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using QuoteTracker.Core.Marks;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Core.Rules;

/// <summary>A quotation in straight marks where the article has curly ones, or in single marks where it has double ones, or the other way round.</summary>
public sealed class MixedMarkStyles : ArticleRule
{
    public static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        "QT0104", "mixed-mark-styles", RuleGroup.Form, DiagnosticSeverity.Hidden,
        "This quotation has {0} marks where the article mostly has {1} ones, which reads as two hands. Write {2}");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptor];

    public override void Initialize(RuleContext context) => context.RegisterArticleAction(Check);

    /// <summary>The pair a region should have, null where the one it has is fine.</summary>
    internal static MarkPair? WantedFor(ArticleModel model, MarkStyle style, QuotationRegion region) =>
        WantedFor(style.Form, style.PrimaryFamily, new MarkUse(MarkStyle.PairOf(model, region), MarkStyle.IsPrimary(model, region)));

    private static MarkPair? WantedFor(MarkForm? form, MarkFamily? primary, MarkUse use)
    {
        if (use.Pair is not { Form: not MarkForm.Other } pair) return null;
        var wanted = MarkPair.With(use.IsPrimary ? primary ?? pair.Family : pair.Family, form ?? pair.Form);
        return wanted == pair ? null : wanted;
    }

    private static void Check(RuleActionContext context)
    {
        var model = context.Model;
        if (model.Regions.Length < 2) return;
        var uses = new MarkUse[model.Regions.Length];
        var styles = MarkStyle.Of(model, uses);
        var (form, primary) = (styles[0].Form, styles[0].PrimaryFamily);
        for (int k = 0, story = 0; k < uses.Length; k++)
        {
            if (uses[k].Pair is not { } pair) continue;
            var region = model.Regions[k];
            if (styles.Length > 1 && model.StoryIndexAt(region.Span.Start) is var at && at != story)
            {
                story = at;
                (form, primary) = (styles[at].Form, styles[at].PrimaryFamily);
            }
            if (WantedFor(form, primary, uses[k]) is not { } wanted) continue;
            var (has, due) = pair.Form != wanted.Form ? (Word(pair.Form), Word(wanted.Form)) : (Word(pair.Family), Word(wanted.Family));
            context.Report(Descriptor, region.Parts[0].OpenMark, has, due, wanted);
        }
    }

    private static string Word(MarkForm form) => form == MarkForm.Straight ? "straight" : "curly";

    private static string Word(MarkFamily family) => family == MarkFamily.Single ? "single" : "double";
}
