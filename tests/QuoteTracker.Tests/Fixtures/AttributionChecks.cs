using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Speakers;

namespace QuoteTracker.Tests.Fixtures;

public static class AttributionChecks
{
    /// <summary>
    /// Every attribution is labelled with its content (<c>q</c>, <c>i</c>), cue and source, every region without one with <c>x</c>, and nothing else is.
    /// Where the source's label names an entity, that is who the speaker must be.
    /// </summary>
    /// <param name="from">Attributions of less confidence are not looked at.</param>
    public static void CheckAttributions(string fixture, double from = Attribution.ShownFrom)
    {
        foreach (var (file, model) in FixtureAnalysis.Analyse(Fixture.Parse(fixture))) CheckAttributions(file, model, from);
    }

    private static void CheckAttributions(FixtureFile file, ArticleModel model, double from)
    {
        var expected = file.Spans
            .Where(label => label.Kind is 'q' or 'i' or 'c' or 's')
            .GroupBy(label => label.Number)
            .Select(group => Relation.Expected(file, group))
            .ToList();
        var found = model.Attributions
            .Where(attribution => attribution.Confidence >= from)
            .Select(attribution => Relation.Found(file, model, attribution, expected))
            .ToList();
        var loose = model.Regions.Where(region => region.Attribution is null || region.Attribution.Confidence < from);

        Comparison.AssertSame(
            file,
            Findings(expected).Concat(file.Spans.Where(label => label.Kind == 'x').Select(label => new Finding("x", [label.Span]))).ToList(),
            Findings(found).Concat(loose.SelectMany(region => region.Parts.Select(part => new Finding("x", [part.Span])))));
    }

    /// <summary>Numbered by what they hold, so that the same relations have the same labels.</summary>
    private static IEnumerable<Finding> Findings(IEnumerable<Relation> relations) => relations
        .OrderBy(relation => relation.Content[0].Start).ThenBy(relation => relation.Content[^1].End).ThenBy(relation => relation.Cue?.Start)
        .SelectMany((relation, index) => relation.Findings(index + 1));

    /// <summary>One attribution as a fixture can say it.</summary>
    private sealed record Relation(
        AttributionKind Kind, ImmutableArray<TextSpan> Content, ImmutableArray<TextSpan> Marked, TextSpan? Cue, TextSpan? Source, string? Entity)
    {
        public static Relation Expected(FixtureFile file, IGrouping<string, LabelledSpan> labels)
        {
            var marked = Spans('q');
            var plain = Spans('i');
            if (marked.IsEmpty && plain.IsEmpty) throw new FormatException($"{file.Name}: {labels.First()} has no content (q{labels.Key} or i{labels.Key}).");
            var source = labels.FirstOrDefault(label => label.Kind == 's');
            return new Relation(
                plain.IsEmpty ? AttributionKind.Direct : marked.IsEmpty ? AttributionKind.Indirect : AttributionKind.Mixed,
                Joined(file, [.. marked, .. plain]),
                marked,
                labels.FirstOrDefault(label => label.Kind == 'c')?.Span,
                source?.Span,
                source?.Entity);

            ImmutableArray<TextSpan> Spans(char kind) => [.. labels.Where(label => label.Kind == kind).Select(label => label.Span)];
        }

        public static Relation Found(FixtureFile file, ArticleModel model, Attribution attribution, List<Relation> expected)
        {
            var content = Joined(file, attribution.Content);
            var twin = expected.FirstOrDefault(other => other.Content.SequenceEqual(content) && other.Source == attribution.Source);
            return new Relation(
                attribution.Kind, content, MarkedIn(model, content), attribution.Cue, attribution.Source, EntityLike(twin?.Entity, attribution.Speaker));
        }

        public IEnumerable<Finding> Findings(int number)
        {
            var plain = Content.Where(part => !Marked.Contains(part)).ToImmutableArray();
            if (!plain.IsEmpty) yield return new Finding($"i{number}", plain);
            if (!Marked.IsEmpty) yield return new Finding($"q{number}", Marked);
            if (Cue is { } cue) yield return new Finding($"c{number}", [cue]);
            if (Source is { } source) yield return new Finding(Entity is null ? $"s{number}" : $"s{number}@{Entity}", [source]);
        }

        /// <summary>The expected name where it fits; the real one, so that the failure shows it, where it does not; null where nobody asked.</summary>
        private static string? EntityLike(string? expected, Entity? speaker) =>
            expected is null ? null : EntityLabel.Fits(expected, speaker) ? expected : EntityLabel.Of(speaker);

        /// <summary>The outermost marks in the content.</summary>
        private static ImmutableArray<TextSpan> MarkedIn(ArticleModel model, ImmutableArray<TextSpan> content)
        {
            var parts = model.Regions.SelectMany(region => region.Parts).Select(part => part.Span)
                .Where(span => content.Any(part => part.Contains(span))).ToList();
            return [.. parts.Where(span => !parts.Any(other => other != span && other.Contains(span))).OrderBy(span => span.Start)];
        }

        /// <summary>Parts with nothing but space between them as one, save across paragraphs.</summary>
        private static ImmutableArray<TextSpan> Joined(FixtureFile file, ImmutableArray<TextSpan> spans)
        {
            var joined = new List<TextSpan>();
            foreach (var span in spans.OrderBy(span => span.Start).ThenByDescending(span => span.End))
            {
                if (joined.Count > 0 && span.Start <= joined[^1].End) joined[^1] = TextSpan.FromBounds(joined[^1].Start, Math.Max(joined[^1].End, span.End));
                else if (joined.Count > 0 && file.TextAt(TextSpan.FromBounds(joined[^1].End, span.Start)).All(character => character == ' '))
                    joined[^1] = TextSpan.FromBounds(joined[^1].Start, span.End);
                else joined.Add(span);
            }
            return [.. joined];
        }
    }
}
