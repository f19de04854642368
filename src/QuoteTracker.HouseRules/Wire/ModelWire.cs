using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Speakers;

namespace QuoteTracker.HouseRules.Wire;

/// <summary>An article and its model as plain data: what comes out is equal to what went in, and nothing is analysed again.</summary>
internal static class ModelWire
{
    public static void Write(WireWriter to, ArticleModel model, string path)
    {
        var article = model.Article;
        var text = article.Text.ToString();
        to.Text(path);
        to.Text(text);
        to.Bool(article.Copy != text);
        if (article.Copy != text) to.Text(article.Copy);
        to.Optional(article.Date);
        to.Optional(model.Date);
        to.Spans(model.Paragraphs);
        to.Spans(model.Sentences);
        to.Spans(model.Stories);

        var entries = new Dictionary<RegistryEntry, int>(ReferenceEqualityComparer.Instance);
        foreach (var entry in model.Registry.Entries) entries.TryAdd(entry, entries.Count);
        var entities = new EntityTable(model);
        to.Int(entities.All.Count);
        foreach (var entity in entities.All) WriteEntity(to, entity, entries);
        to.Int(model.Entities.Length);

        var attributions = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var attribution in model.Attributions) attributions.TryAdd(attribution.Id, attributions.Count);
        to.Many(model.Attributions, attribution => WriteAttribution(to, attribution, entities));
        to.Many(model.Regions, region =>
        {
            to.Many(region.Parts, part =>
            {
                to.Span(part.Span);
                to.Span(part.OpenMark);
                to.Span(part.CloseMark);
            });
            to.Int(region.Depth);
            to.Byte((byte)region.Role);
            to.Int(region.Attribution is { } owner ? attributions.GetValueOrDefault(owner.Id, -1) : -1);
        });
        to.Many(model.Mentions, mention =>
        {
            to.Span(mention.Span);
            to.Byte((byte)mention.Form);
            to.Int(mention.Entity);
            to.Text(mention.How);
            to.Many(mention.Rivals, rival => to.Int(entries.GetValueOrDefault(rival, -1)));
        });
    }

    /// <param name="registry">The same that the model was made with.</param>
    public static ArticleModel Read(WireReader from, Registry registry)
    {
        string path = from.Text(), text = from.Text();
        var copy = from.Bool() ? from.Text() : text;
        var article = new Article(path, SourceText.From(text), copy, from.OptionalDate());
        var date = from.OptionalDate();
        ImmutableArray<TextSpan> paragraphs = from.Spans(), sentences = from.Spans(), stories = from.Spans();

        var entities = new List<Entity>();
        for (int count = from.Int(); entities.Count < count;) entities.Add(ReadEntity(from, registry));
        int named = from.Index(entities.Count + 1);

        var attributions = from.Many(one => ReadAttribution(one, entities));
        var regions = from.Many(one => new QuotationRegion(one.Many(static part => new RegionPart(part.Span(), part.Span(), part.Span())), one.Int())
        {
            Role = one.Enum<RegionRole>(),
            Attribution = one.Index(attributions.Length) is >= 0 and var owner ? attributions[owner] : null,
        });
        var mentions = from.Many(one => new Mention(one.Span(), one.Enum<MentionForm>())
        {
            Entity = one.Index(named),
            How = one.Text(),
            Rivals = [.. one.Many(rival => rival.Index(registry.Entries.Length)).Where(static rival => rival >= 0).Select(rival => registry.Entries[rival])],
        });
        return new ArticleModel
        {
            Article = article,
            Date = date,
            Registry = registry,
            Paragraphs = paragraphs,
            Sentences = sentences,
            Stories = stories,
            Regions = regions,
            Attributions = attributions,
            Mentions = mentions,
            Entities = [.. entities.Take(named)],
        };
    }

    private static void WriteEntity(WireWriter to, Entity entity, Dictionary<RegistryEntry, int> entries)
    {
        to.Text(entity.Name);
        to.Byte((byte)entity.Kind);
        to.Int(entity.Entry is { } entry ? entries.GetValueOrDefault(entry, -1) : -1);
        to.Bool(entity.IsAnonymous);
        to.Span(entity.Introduction);
        to.Many(entity.Members, member => WriteEntity(to, member, entries));
    }

    private static Entity ReadEntity(WireReader from, Registry registry) =>
        new(from.Text(), from.Enum<EntityKind>(), from.Index(registry.Entries.Length) is >= 0 and var entry ? registry.Entries[entry] : null)
        {
            IsAnonymous = from.Bool(),
            Introduction = from.Span(),
            Members = from.Many(one => ReadEntity(one, registry)),
        };

    private static void WriteAttribution(WireWriter to, Attribution attribution, EntityTable entities)
    {
        to.Text(attribution.Id);
        to.Byte((byte)attribution.Kind);
        to.Spans(attribution.Content);
        to.Optional(attribution.Cue);
        to.Optional(attribution.Source);
        to.Int(attribution.Speaker is { } speaker ? entities.IndexOf(speaker) : -1);
        to.Bool(attribution.IsAnonymous);
        to.Double(attribution.Confidence);
        to.Text(attribution.Evidence.Sieve);
        to.Spans(attribution.Evidence.Spans);
        to.Many(attribution.Candidates, candidate => to.Int(entities.IndexOf(candidate)));
    }

    private static Attribution ReadAttribution(WireReader from, List<Entity> entities) => new()
    {
        Id = from.Text(),
        Kind = from.Enum<AttributionKind>(),
        Content = from.Spans(),
        Cue = from.OptionalSpan(),
        Source = from.OptionalSpan(),
        Speaker = from.Index(entities.Count) is >= 0 and var speaker ? entities[speaker] : null,
        IsAnonymous = from.Bool(),
        Confidence = from.Double(),
        Evidence = new Evidence(from.Text(), from.Spans()),
        Candidates = [.. from.Many(one => one.Index(entities.Count)).Where(static candidate => candidate >= 0).Select(candidate => entities[candidate])],
    };

    /// <summary>The model's entities, and behind them those that only an attribution has.</summary>
    private sealed class EntityTable
    {
        private readonly Dictionary<Entity, int> _indices = new(ReferenceEqualityComparer.Instance);

        public EntityTable(ArticleModel model)
        {
            foreach (var entity in model.Entities) Add(entity);
            foreach (var attribution in model.Attributions)
            {
                if (attribution.Speaker is { } speaker) Add(speaker);
                foreach (var candidate in attribution.Candidates) Add(candidate);
            }
        }

        public List<Entity> All { get; } = [];

        public int IndexOf(Entity entity) => _indices.GetValueOrDefault(entity, -1);

        private void Add(Entity entity)
        {
            if (_indices.TryAdd(entity, All.Count)) All.Add(entity);
        }
    }
}
