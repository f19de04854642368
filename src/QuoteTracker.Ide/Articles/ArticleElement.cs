using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Speakers;

namespace QuoteTracker.Ide.Articles;

/// <summary>What stands at one place of an article, as far as a reader may ask about it.</summary>
/// <param name="Span">The words at that place that are it; UTF-16 offsets, end exclusive.</param>
public abstract record ArticleElement(TextSpan Span)
{
    /// <summary>The smallest thing at an offset: a mention before the source that it stands in, a nested quotation before the one around it.</summary>
    /// <param name="offset">UTF-16; a place right behind a thing still belongs to it.</param>
    /// <returns>Null where nothing but copy stands.</returns>
    public static ArticleElement? At(ArticleModel model, int offset)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (MentionAt(model.Mentions, offset) is { } mention) return new MentionElement(mention);
        ArticleElement? best = null;
        foreach (var attribution in model.Attributions)
        {
            if (attribution.Cue is { } cue && cue.IntersectsWith(offset)) return new CueElement(attribution, cue);
            if (attribution.Source is { } source && source.IntersectsWith(offset)) best = new SourceElement(attribution, source);
            else if (best is not SourceElement && PartAt(attribution, offset) is { } part && !(best?.Span.Length <= part.Length)) best = new StatementElement(attribution, part);
        }
        if (best is SourceElement) return best;
        foreach (var region in model.Regions)
        {
            if (region.Attribution is not null) continue;
            foreach (var part in region.Parts)
            {
                if (part.Span.IntersectsWith(offset) && !(best?.Span.Length <= part.Span.Length)) best = new LooseRegionElement(region, part.Span);
            }
        }
        return best;
    }

    /// <summary>Who it is about, null where that is not known well enough to be shown as a fact.</summary>
    public abstract Entity? EntityIn(ArticleModel model);

    private static Mention? MentionAt(ImmutableArray<Mention> mentions, int offset)
    {
        Mention? before = null;
        foreach (var mention in mentions)
        {
            if (mention.Span.Start > offset) break;
            if (mention.Span.Contains(offset)) return mention;
            if (mention.Span.End == offset) before = mention;
        }
        return before;
    }

    private static TextSpan? PartAt(Attribution attribution, int offset)
    {
        foreach (var part in attribution.Content)
        {
            if (part.IntersectsWith(offset)) return part;
        }
        return null;
    }
}

/// <summary>A name, a description or a pronoun.</summary>
public sealed record MentionElement(Mention Mention) : ArticleElement(Mention.Span)
{
    public override Entity? EntityIn(ArticleModel model) => Mention.Entity < 0 ? null : model.Entities[Mention.Entity];
}

/// <summary>An attribution, by its source, its cue or its content.</summary>
public abstract record AttributionElement(Attribution Attribution, TextSpan Span) : ArticleElement(Span)
{
    public override Entity? EntityIn(ArticleModel model) => Attribution.IsShown ? Attribution.Speaker : null;
}

public sealed record SourceElement(Attribution Attribution, TextSpan Span) : AttributionElement(Attribution, Span);

public sealed record CueElement(Attribution Attribution, TextSpan Span) : AttributionElement(Attribution, Span);

/// <param name="Span">The part of the content.</param>
public sealed record StatementElement(Attribution Attribution, TextSpan Span) : AttributionElement(Attribution, Span);

/// <summary>Words in marks that are nobody's: no source was found, or they are a term.</summary>
/// <param name="Span">The region's part.</param>
public sealed record LooseRegionElement(QuotationRegion Region, TextSpan Span) : ArticleElement(Span)
{
    public override Entity? EntityIn(ArticleModel model) => null;
}
