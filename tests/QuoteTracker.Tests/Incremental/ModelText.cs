using System.Globalization;
using System.Text;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Speakers;

namespace QuoteTracker.Tests.Incremental;

/// <summary>All that a model says, as text: two models say the same where their texts are equal.</summary>
internal static class ModelText
{
    public static string Of(ArticleModel model)
    {
        var text = new StringBuilder();
        Line("paragraphs", model.Paragraphs);
        Line("sentences", model.Sentences);
        Line("stories", model.Stories);
        foreach (var region in model.Regions)
            text.Append(CultureInfo.InvariantCulture, $"region {region.Depth} {region.Role} {region.Attribution?.Id} {string.Join(' ', region.Parts.Select(p => (p.Span, p.OpenMark, p.CloseMark)))}\n");
        foreach (var a in model.Attributions)
        {
            text.Append(CultureInfo.InvariantCulture, $"{a.Id} {a.Kind} {string.Join(' ', a.Content)} cue {a.Cue} source {a.Source} speaker {Number(a.Speaker)} {a.IsAnonymous} {a.Confidence:R} ");
            text.Append(CultureInfo.InvariantCulture, $"{a.Evidence.Sieve} {string.Join(' ', a.Evidence.Spans)} candidates {string.Join(' ', a.Candidates.Select(Number))}\n");
        }
        foreach (var m in model.Mentions)
            text.Append(CultureInfo.InvariantCulture, $"mention {m.Span} {m.Form} {m.Entity} {m.How} {string.Join(' ', m.Rivals.Select(r => r.Id))}\n");
        foreach (var e in model.Entities)
            text.Append(CultureInfo.InvariantCulture, $"entity {e.Name} {e.Kind} {e.Entry?.Id} {e.IsAnonymous} {e.Introduction} {string.Join(' ', e.Members.Select(member => Number(member)))}\n");
        return text.ToString();

        void Line<T>(string name, IEnumerable<T> items) => text.Append(name).Append(' ').AppendJoin(' ', items).Append('\n');

        int Number(Entity? entity) => entity is null ? -1 : model.Entities.IndexOf(entity);
    }
}
