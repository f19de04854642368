using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Speakers;

namespace QuoteTracker.Core.Checking;

/// <summary>The words that an article puts in quotation marks, ready to be held against sources. Immutable.</summary>
public sealed class Quotation
{
    private readonly SpokenWord[] _words;

    private Quotation(string copy, ImmutableArray<TextSpan> parts, SpokenWord[] words, bool endsWithEllipsis)
    {
        Copy = copy;
        Parts = parts;
        _words = words;
        EndsWithEllipsis = endsWithEllipsis;
    }

    /// <summary>The words between the marks, in text order; UTF-16 offsets in the article, end exclusive.</summary>
    public ImmutableArray<TextSpan> Parts { get; }

    /// <summary>Who is said to have said it; null where the article does not say.</summary>
    public Entity? Speaker { get; private init; }

    /// <summary>How many spoken words it has.</summary>
    public int WordCount => _words.Length;

    /// <summary>What an index finds its passage by.</summary>
    public uint[] Features()
    {
        var features = new uint[_words.Length * PassageFeatures.PerWord];
        return features[..PassageFeatures.Write(_words, features)];
    }

    /// <summary>What the parts are offsets in.</summary>
    internal string Copy { get; }

    internal ReadOnlySpan<SpokenWord> Words => _words;

    internal bool EndsWithEllipsis { get; }

    /// <summary>
    /// The quotations of an attribution: one for direct words, interrupted or running over paragraphs as they may be; one for each fragment in marks of a mixed
    /// one, for what stands between fragments is the writer's. Empty where nothing is in marks.
    /// </summary>
    public static ImmutableArray<Quotation> Of(ArticleModel model, Attribution attribution)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(attribution);
        if (attribution.Kind == AttributionKind.Indirect) return [];
        var regions = model.Regions.Where(region => region.Depth == 0 && region.Attribution?.Id == attribution.Id).ToList();
        var speaker = attribution.IsAnonymous ? null : attribution.Speaker;
        string copy = model.Article.Copy;
        var quotations = attribution.Kind == AttributionKind.Direct
            ? [Read(copy, [.. regions.Select(region => InnerOf(region))], speaker)]
            : regions.Select(region => Read(copy, [InnerOf(region)], speaker));
        return [.. quotations.Where(quotation => quotation._words.Length > 0)];
    }

    /// <summary>All that is attributed, in marks or not, as one: for a look where it may come from.</summary>
    public static Quotation OfContent(ArticleModel model, Attribution attribution)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(attribution);
        return Read(model.Article.Copy, [attribution.Content], attribution.IsAnonymous ? null : attribution.Speaker);
    }

    /// <summary>Any words, taken as quoted.</summary>
    /// <param name="copy">What the words are in.</param>
    /// <param name="parts">The words without their marks, in text order; something stands between two of them that interrupts. Null for all of the copy.</param>
    public static Quotation Of(string copy, ImmutableArray<TextSpan>? parts = null, Entity? speaker = null)
    {
        ArgumentNullException.ThrowIfNull(copy);
        return Read(copy, [.. (parts ?? [new TextSpan(0, copy.Length)]).Select(part => ImmutableArray.Create(part))], speaker);
    }

    private static ImmutableArray<TextSpan> InnerOf(QuotationRegion region) => [.. region.Parts.Select(part => part.Inner)];

    /// <param name="regions">For each region its parts: between regions the attribution stands, between the parts of one nothing but a paragraph's end.</param>
    private static Quotation Read(string copy, ImmutableArray<ImmutableArray<TextSpan>> regions, Entity? speaker)
    {
        var reader = new SpokenWordReader(isSource: false);
        foreach (var parts in regions)
        {
            var first = WordTraits.PartStart;
            foreach (var part in parts)
            {
                reader.Read(copy, part.Start, part.End, first);
                first = WordTraits.SentenceStart;
            }
        }
        bool endsWithEllipsis = reader.EndsWithEllipsis;
        return new Quotation(copy, [.. regions.SelectMany(parts => parts)], reader.TakeWords(), endsWithEllipsis) { Speaker = speaker };
    }
}
