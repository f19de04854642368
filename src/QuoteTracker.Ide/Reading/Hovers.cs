using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Claims;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Rules;
using QuoteTracker.Core.Rules.House;
using QuoteTracker.Core.Speakers;
using QuoteTracker.Ide.Articles;
using QuoteTracker.Ide.Checking;
using QuoteTracker.Ide.Navigation;

namespace QuoteTracker.Ide.Reading;

/// <summary>What is known of the place under the pointer, and how.</summary>
public static class Hovers
{
    /// <param name="offset">UTF-16.</param>
    /// <returns>Null where there is nothing to say.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public static HoverCard? At(IdeSnapshot snapshot, OpenFile file, int offset, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(file);
        if (LedgerEntries.At(file, offset) is { } line) return OfLine(snapshot, file, line, cancellation);
        if (RuleAt(file, offset) is { } rule) return rule;
        if (SpeakerEntries.At(file, offset) is { } entry && SpeakerEntries.PlaceOf(file.Newsroom, entry) is { } place)
            return new HoverCard(place.Span, [new(HoverStyle.Heading, entry.Name), .. SpeakerCards.OfEntry(entry, null)]);
        if (file.Model is not { } model || ArticleElement.At(model, offset) is not { } element) return null;
        ImmutableArray<HoverLine> lines = element switch
        {
            MentionElement { Mention: var mention } => [.. OfMention(model, mention)],
            CueElement { Attribution: var attribution, Span: var cue } => [.. OfCue(file, model, attribution, cue)],
            AttributionElement { Attribution: var attribution } =>
                [.. OfAttribution(model, attribution), .. CheckCards.Of(file, model, attribution, cancellation), .. SameWordsElsewhere(snapshot, file, attribution)],
            LooseRegionElement { Region.Role: RegionRole.Term } => [new(HoverStyle.Heading, "Term"), new(HoverStyle.Plain, "Marks that quote nobody: a title, a nickname, a coinage.")],
            _ => [new(HoverStyle.Heading, "Not attributed"), new(HoverStyle.Plain, "No source was found for these words.")],
        };
        return new HoverCard(element.Span, lines);
    }

    /// <summary>An entry of the ledger: who said what where, and how it was checked.</summary>
    private static HoverCard OfLine(IdeSnapshot snapshot, OpenFile file, LedgerLine line, CancellationToken cancellation)
    {
        var claim = line.Claim!;
        var found = ClaimPlaces.Find(snapshot, file.Tools, claim, cancellation);
        string who = claim.Speaker is { } id ? file.Newsroom.Registry.Entries.FirstOrDefault(entry => entry.Id == id)?.Name ?? id : "Nobody for certain";
        ImmutableArray<HoverLine> lines =
        [
            new(HoverStyle.Heading, who),
            new(HoverStyle.Quote, claim.Anchor.Exact),
            new(HoverStyle.Plain, found is null ? $"In {claim.Article}, where these words were not found." : $"In {claim.Article}."),
            .. CheckCards.OfEntry(claim, found?.Place),
        ];
        return new HoverCard(line.Span, lines);
    }

    private static IEnumerable<HoverLine> OfMention(ArticleModel model, Mention mention)
    {
        var named = mention.Entity < 0 ? null : model.Entities[mention.Entity];
        string how = Reasons.Of(mention, named);
        if (named is not { } entity)
        {
            yield return new(HoverStyle.Heading, "Nobody for certain");
            yield return mention.Rivals.IsEmpty ? new(HoverStyle.Plain, $"Nothing decides who this is: {how}.") : SpeakerCards.OfRivals(mention.Rivals);
            yield break;
        }
        foreach (var line in SpeakerCards.Heading(entity, model.Article.Date)) yield return line;
        yield return new(HoverStyle.Plain, $"Because: {how}.");
        foreach (var line in SpeakerCards.Body(model, entity)) yield return line;
    }

    private static IEnumerable<HoverLine> OfAttribution(ArticleModel model, Attribution attribution)
    {
        string because = $"{KindOf(attribution)}, {Reasons.Sureness(attribution.Confidence)}: {Reasons.Of(attribution.Evidence)}.";
        if (!attribution.IsShown)
        {
            yield return new(HoverStyle.Heading, "Not attributed");
            string? name = attribution.Speaker?.Name ?? (attribution.Source is { } words ? Excerpt.Of(model.Article.Text, words) : null);
            yield return new(HoverStyle.Plain, name is null ? "No source is sure enough." : $"Possibly {name}.");
            yield return new(HoverStyle.Plain, because);
            yield break;
        }
        if (attribution.Speaker is { } speaker)
        {
            foreach (var line in SpeakerCards.Heading(speaker, model.Article.Date)) yield return line;
        }
        else
        {
            yield return new(HoverStyle.Heading, attribution.Candidates.IsEmpty ? "Nobody for certain" : "Could be " + Or(attribution.Candidates));
            if (attribution.Source is { } source) yield return new(HoverStyle.Quote, Excerpt.Of(model.Article.Text, source));
        }
        yield return new(HoverStyle.Plain, because);
        if (attribution.Speaker is not { } known) yield break;
        foreach (var line in SpeakerCards.Body(model, known)) yield return line;
    }

    private static IEnumerable<HoverLine> OfCue(OpenFile file, ArticleModel model, Attribution attribution, TextSpan cue)
    {
        yield return new(HoverStyle.Heading, $"Cue: {Excerpt.Of(model.Article.Text, cue)}");
        var loaded = file.Tools.CueRules.Run(model).FirstOrDefault(found => found.Id == LoadedCue.Descriptor.Id && found.Location.SourceSpan.OverlapsWith(cue));
        yield return new(HoverStyle.Plain, loaded is null ? "A plain cue: no rule finds it loaded." : loaded.GetMessage(CultureInfo.InvariantCulture) + ".");
        string who = attribution.Speaker?.Name ?? (attribution.Candidates.IsEmpty ? "nobody for certain" : Or(attribution.Candidates));
        yield return new(HoverStyle.Plain, $"{KindOf(attribution)} by {(attribution.IsShown ? who : "possibly " + who)}, {Reasons.Sureness(attribution.Confidence)}.");
    }

    /// <summary>Only words enough to be no accident.</summary>
    private static IEnumerable<HoverLine> SameWordsElsewhere(IdeSnapshot snapshot, OpenFile file, Attribution attribution)
    {
        const int Most = 5;
        if (attribution.Kind == AttributionKind.Indirect) yield break;
        var others = snapshot.SameWordsElsewhere(file, attribution.Content).Select(static found => found.Article).DistinctBy(static article => article.Path).Take(Most + 1).ToList();
        if (others.Count == 0) yield break;
        string names = string.Join("; ", others.Take(Most).Select(static article => article.Name));
        yield return new(HoverStyle.Plain, $"The same words are quoted in: {names}{(others.Count > Most ? "; and more" : "")}.");
    }

    private static HoverCard? RuleAt(OpenFile file, int offset)
    {
        if (NamedAt(file, offset) is not var (name, span)) return null;
        if (RuleCatalogue.Find(name) is { } rule && RulePages.FindAlone(rule) is { } page) return new HoverCard(span, [new(HoverStyle.Page, page)]);
        return file.Newsroom.Configuration.House.FirstOrDefault(own => own.Name == name || own.Id == name) is { } house ? new HoverCard(span, [.. OfHouse(house)]) : null;
    }

    private static IEnumerable<HoverLine> OfHouse(HouseRuleDefinition rule)
    {
        yield return new(HoverStyle.Heading, $"{rule.Name} ({rule.Id})");
        yield return new(HoverStyle.Plain, rule.Severity is { } severity ? $"A rule of this newsroom's own: {RuleSeverities.WordFor(severity)}." : "A rule of this newsroom's own, off by itself.");
        yield return new(HoverStyle.Quote, rule.Message.Template);
    }

    private static (string Name, TextSpan Span)? NamedAt(OpenFile file, int offset)
    {
        if (file.Role == FileRole.Configuration)
        {
            var span = Words.NameAt(file.Text, offset);
            return (file.Text.ToString(span), span);
        }
        if (file.Model is not { } model) return null;
        foreach (var comment in SuppressionComment.ReadAll(model.Article.Text.ToString()))
        {
            foreach (var rule in comment.Rules)
            {
                if (rule.Span.IntersectsWith(offset)) return (rule.Name, rule.Span);
            }
        }
        return null;
    }

    private static string KindOf(Attribution attribution) => attribution.Kind switch
    {
        AttributionKind.Direct => "Direct quotation",
        AttributionKind.Mixed => "Mixed quotation",
        _ => "Indirect quotation",
    };

    private static string Or(ImmutableArray<Entity> entities) => string.Join(" or ", entities.Select(static entity => entity.Name));
}
