using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Speakers;

namespace QuoteTracker.Core.Model;

/// <summary>All that the engine understood of one article. Immutable; every span is in UTF-16 offsets of <see cref="Article.Text"/>, the end exclusive.</summary>
public sealed class ArticleModel
{
    /// <summary>What was read.</summary>
    public required Article Article { get; init; }

    /// <summary>The day of the article, from <see cref="Article.Date"/> or a date near the top of its copy; null where neither says: roles in the registry are those held on it.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The known speakers that mentions were linked to.</summary>
    public required Registry Registry { get; init; }

    /// <summary>In text order, without their line breaks; blank ones are left out.</summary>
    public required ImmutableArray<TextSpan> Paragraphs { get; init; }

    /// <summary>In text order. A sentence never breaks inside quotation marks.</summary>
    public required ImmutableArray<TextSpan> Sentences { get; init; }

    /// <summary>The articles on one page, in text order, covering all of it: one for an ordinary file.</summary>
    public required ImmutableArray<TextSpan> Stories { get; init; }

    /// <summary>Regions in quotation marks by their first offset; a nested one after the one around it.</summary>
    public required ImmutableArray<QuotationRegion> Regions { get; init; }

    /// <summary>In the order of their first content.</summary>
    public required ImmutableArray<Attribution> Attributions { get; init; }

    /// <summary>Names, titles and pronouns that mention an entity, in text order, not overlapping.</summary>
    public required ImmutableArray<Mention> Mentions { get; init; }

    /// <summary>In the order of their first mention.</summary>
    public required ImmutableArray<Entity> Entities { get; init; }

    /// <summary>For the analysis of the next text.</summary>
    internal AnalysisTrace? Trace { get; init; }
}
