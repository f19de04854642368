using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Rules;
using QuoteTracker.Core.Speakers;
using QuoteTracker.HouseRules.Wire;

namespace QuoteTracker.HouseRules.Hosting;

/// <summary>
/// A rule and an article of the host's own. Code that runs for the first time takes the runtime longer than most rules take; a host has it run on these while
/// it waits for its parent.
/// </summary>
internal sealed class Rehearsal : ArticleRule
{
    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create("HR0000", "rehearsal", RuleGroup.House, DiagnosticSeverity.Hidden, "'{0}'");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptor];

    public override void Initialize(RuleContext context)
    {
        context.RegisterArticleAction(static on => on.Report(on.Model.Paragraphs[0], "an article"));
        context.RegisterArticleAction(static on => LookAtSpans(on.Model, on.TextOf));
        context.RegisterQuotationAction(static (on, region) => on.Report(region.Span, on.TextOf(region.Span)));
        context.RegisterAttributionAction(static (on, attribution) => on.Report(attribution.Extent, attribution.Speaker?.Name ?? ""));
        context.RegisterWorkspaceAction(static on => on.Report(on.Articles[0].Location, "a newsroom"));
    }

    /// <summary>
    /// What rules do with spans. A query over spans is code that the framework does not have: written here it is compiled with this assembly, and not when the
    /// first rule that has one is waited for.
    /// </summary>
    private static void LookAtSpans(ArticleModel model, Func<TextSpan, string> textOf)
    {
        var cues = model.Attributions
            .Where(static attribution => attribution.Confidence >= Attribution.ShownFrom)
            .Select(static attribution => attribution.Cue)
            .OfType<TextSpan>()
            .Distinct()
            .Where(cue => textOf(cue).Length > 0)
            .OrderBy(static cue => cue.Start)
            .ToList();
        int longest = cues.Count(static cue => cue.Length > 1) + cues.Max(static cue => cue.Length) + cues.FirstOrDefault(static cue => cue.Length > 9).Length;
        foreach (var cue in cues) longest = Math.Max(longest, cue.End);
        foreach (var attribution in model.Attributions)
        {
            var content = attribution.Content;
            var words = content.Select(textOf).ToList();
            var others = content.Where(span => span.Length > longest).ToImmutableArray();
            if (content.Any(static span => span.IsEmpty) || content.All(static span => span.IsEmpty) || content.Sum(static span => span.Length) == words.Count + others.Length) break;
        }
        var seen = new HashSet<TextSpan>(model.Sentences);
        if (seen.Add(model.Paragraphs.Last())) seen.UnionWith(model.Regions.SelectMany(static region => region.Parts).Select(static part => part.Span).ToArray());
    }

    /// <summary>As the parent asks for an article.</summary>
    public static byte[] ArticleRequest()
    {
        var model = MakeModel();
        var to = Begin(model.Registry);
        ModelWire.Write(to, model, model.Article.Path);
        BackgroundWire.Write(to, Core.Checking.ArticleBackground.None);
        return to.Written.ToArray();
    }

    /// <summary>As the parent asks for the newsroom.</summary>
    public static byte[] WorkspaceRequest()
    {
        var model = MakeModel();
        var to = Begin(model.Registry);
        to.Many([ArticleSummary.Of(model)], article => RegistryWire.Write(to, article));
        return to.Written.ToArray();
    }

    private static WireWriter Begin(Registry registry)
    {
        var to = new WireWriter();
        to.Bool(true);
        RegistryWire.Write(to, registry);
        to.Bool(false);
        to.Int(1);
        to.Bool(true);
        return to;
    }

    private static ArticleModel MakeModel()
    {
        var entry = new RegistryEntry { Id = "a", Name = "A", Aliases = ["B"], Roles = [new Role("Mayor", null, null, null)] };
        var entity = new Entity("A", EntityKind.Person, entry);
        TextSpan quotation = new(0, 9), cue = new(10, 4), source = new(15, 1), all = new(0, 17);
        var attribution = new Attribution
        {
            Id = "a1", Kind = AttributionKind.Direct, Content = [quotation], Cue = cue, Source = source, Speaker = entity, Confidence = 1, Evidence = new Evidence("rehearsal", [cue]),
        };
        return new ArticleModel
        {
            Article = new Article("rehearsal.txt", "“We knew” said A."), Registry = new Registry([entry]), Paragraphs = [all], Sentences = [all], Stories = [all],
            Regions = [new QuotationRegion([new RegionPart(quotation, new TextSpan(0, 1), new TextSpan(8, 1))], 0) { Attribution = attribution }],
            Attributions = [attribution], Mentions = [new Mention(source, MentionForm.ShortName) { Entity = 0 }], Entities = [entity],
        };
    }
}

/// <summary>What it would mend.</summary>
internal sealed class RehearsalFix : FixProvider
{
    public override ImmutableArray<string> FixableIds { get; } = ["HR0000"];

    public override ImmutableArray<Fix> FixesFor(Diagnostic diagnostic, ArticleModel model)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        return [new Fix("rehearsal", "rehearsal", [new TextChange(diagnostic.Location.SourceSpan, "")])];
    }
}
