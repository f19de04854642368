using QuoteTracker.Core.Model;
using QuoteTracker.Core.Speakers;

namespace QuoteTracker.Tests.Fixtures;

public static class EntityChecks
{
    /// <summary>
    /// Every mention that was linked to an entity is labelled <c>e@id</c> on exactly its span, or stands inside a source <c>s@id</c>; and every such label
    /// has its mention. <c>@?</c> expects a mention that nothing decides.
    /// </summary>
    public static void CheckEntities(string fixture)
    {
        foreach (var (file, model) in FixtureAnalysis.Analyse(Fixture.Parse(fixture)))
        {
            var expected = new List<Finding>();
            var found = new List<Finding>();
            var met = new HashSet<LabelledSpan>();
            var labels = file.Spans.Where(label => label is { Kind: 'e' or 's', Entity: not null }).ToList();
            foreach (var mention in model.Mentions)
            {
                var entity = EntityOf(model, mention);
                var label = labels.Find(label => label.Kind == 'e' && label.Span == mention.Span)
                    ?? labels.Find(label => label.Kind == 's' && label.Span.Contains(mention.Span));
                if (label is not null && met.Add(label)) expected.Add(new Finding("e@" + label.Entity, [mention.Span]));
                else if (label is { Kind: 's' }) continue; // a second mention in one source: its head decides
                else if (entity is null) continue;
                found.Add(new Finding("e@" + (label is not null && EntityLabel.Fits(label.Entity!, entity) ? label.Entity : EntityLabel.Of(entity)), [mention.Span]));
            }
            // A source is met as well by a mention inside it that has a label of its own.
            expected.AddRange(labels.Where(label => !met.Contains(label) && !(label.Kind == 's' && IsMet(model, label))).Select(label => new Finding("e@" + label.Entity, [label.Span])));
            Comparison.AssertSame(file, expected, found);
        }
    }

    private static bool IsMet(ArticleModel model, LabelledSpan source) =>
        model.Mentions.Any(mention => source.Span.Contains(mention.Span) && EntityLabel.Fits(source.Entity!, EntityOf(model, mention)));

    private static Entity? EntityOf(ArticleModel model, Mention mention) => mention.Entity < 0 ? null : model.Entities[mention.Entity];
}
