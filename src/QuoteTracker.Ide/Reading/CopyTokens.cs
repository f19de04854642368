using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Claims;
using QuoteTracker.Core.Model;
using QuoteTracker.Ide.Articles;
using QuoteTracker.Ide.Checking;

namespace QuoteTracker.Ide.Reading;

/// <summary>Quotations, speakers, cues and terms as stretches that do not overlap: the inner one is cut out of the outer.</summary>
public static class CopyTokens
{
    /// <param name="Token">As far as it is in the range.</param>
    /// <param name="Layer">The higher one is seen; in the same layer the shorter one, then the later one.</param>
    /// <param name="Whole">The token where no range cuts it.</param>
    private readonly record struct Paint(CopyToken Token, int Layer, TextSpan Whole)
    {
        // The last two only so that the answer never depends on the range.
        public bool Covers(Paint other) =>
            (Layer, -Whole.Length, Whole.Start, Token.Kind, Token.Traits).CompareTo((other.Layer, -other.Whole.Length, other.Whole.Start, other.Token.Kind, other.Token.Traits)) > 0;
    }

    private const int Content = 0;
    private const int Source = 1;
    private const int Mention = 2;
    private const int Cue = 3;

    /// <returns>In text order, not overlapping, none empty.</returns>
    /// <param name="marks">How the quotations stand in the ledger.</param>
    public static ImmutableArray<CopyToken> Of(ArticleModel model, ClaimMarks? marks = null) => Of(model, new TextSpan(0, int.MaxValue), marks);

    /// <summary>As much of <see cref="Of(ArticleModel, ClaimMarks)"/> as is in a range.</summary>
    public static ImmutableArray<CopyToken> Of(ArticleModel model, TextSpan range, ClaimMarks? marks = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        var paints = new List<Paint>();
        AddAttributions(model, marks ?? ClaimMarks.None, range, paints);
        AddRegions(model, range, paints);
        AddMentions(model, range, paints);
        return Flatten(paints);
    }

    private static void AddAttributions(ArticleModel model, ClaimMarks marks, TextSpan range, List<Paint> paints)
    {
        foreach (var attribution in model.Attributions)
        {
            if (!attribution.IsShown) continue;
            var traits = TokenTraits.Attributed | attribution.Kind switch
            {
                AttributionKind.Direct => TokenTraits.Direct,
                AttributionKind.Mixed => TokenTraits.Mixed,
                _ => TokenTraits.Indirect,
            } | marks.StatusOf(model, attribution) switch
            {
                ClaimStatus.Verified or ClaimStatus.Corrected => TokenTraits.Verified,
                ClaimStatus.Disputed or ClaimStatus.Retracted => TokenTraits.Disputed,
                _ => TokenTraits.None,
            };
            foreach (var part in attribution.Content) Add(part, TokenKind.Quotation, traits, Content, range, paints);
            if (attribution.Source is { } source) Add(source, TokenKind.Speaker, TokenTraits.None, Source, range, paints);
            if (attribution.Cue is { } cue) Add(cue, TokenKind.Cue, TokenTraits.None, Cue, range, paints);
        }
    }

    private static void AddRegions(ArticleModel model, TextSpan range, List<Paint> paints)
    {
        foreach (var region in model.Regions)
        {
            if (region.Span.Start >= range.End) break;
            if (region.ShownAttribution is not null) continue;
            bool isTerm = region.Role == RegionRole.Term;
            foreach (var part in region.Parts)
                Add(part.Span, isTerm ? TokenKind.Term : TokenKind.Quotation, isTerm ? TokenTraits.None : TokenTraits.Direct | TokenTraits.Unattributed, Content, range, paints);
        }
    }

    /// <summary>Whoever speaks, and whoever the registry knows.</summary>
    private static void AddMentions(ArticleModel model, TextSpan range, List<Paint> paints)
    {
        var speakers = model.Attributions.Where(static attribution => attribution.IsShown).Select(static attribution => attribution.Speaker).ToHashSet();
        foreach (var mention in model.Mentions)
        {
            if (mention.Span.Start >= range.End) break;
            if (mention.Entity < 0 || !mention.Span.OverlapsWith(range)) continue;
            var entity = model.Entities[mention.Entity];
            if (entity.Entry is not null || speakers.Contains(entity)) Add(mention.Span, TokenKind.Speaker, TokenTraits.None, Mention, range, paints);
        }
    }

    private static void Add(TextSpan span, TokenKind kind, TokenTraits traits, int layer, TextSpan range, List<Paint> paints)
    {
        if (span.Overlap(range) is { } inRange) paints.Add(new Paint(new CopyToken(inRange, kind, traits), layer, span));
    }

    /// <summary>Walks over all starts and ends and keeps, between each two, what covers the others.</summary>
    private static ImmutableArray<CopyToken> Flatten(List<Paint> paints)
    {
        paints.Sort(static (a, b) => a.Token.Span.CompareTo(b.Token.Span));
        var edges = new SortedSet<int>(paints.SelectMany(static paint => (int[])[paint.Token.Span.Start, paint.Token.Span.End]));
        var tokens = ImmutableArray.CreateBuilder<CopyToken>();
        var open = new List<Paint>();
        int next = 0, from = -1;
        foreach (int edge in edges)
        {
            if (from >= 0 && open.Count > 0) Append(tokens, Seen(open) with { Span = TextSpan.FromBounds(from, edge) });
            open.RemoveAll(paint => paint.Token.Span.End <= edge);
            while (next < paints.Count && paints[next].Token.Span.Start <= edge) open.Add(paints[next++]);
            from = edge;
        }
        return tokens.DrainToImmutable();
    }

    /// <summary>The uppermost token. A name, a cue or a term within a quotation is quoted as well, so that what is drawn under a quotation has no gaps.</summary>
    private static CopyToken Seen(List<Paint> open)
    {
        Paint best = open[0];
        Paint? quotation = null;
        foreach (var paint in open)
        {
            if (paint.Covers(best)) best = paint;
            if (paint.Token.Kind == TokenKind.Quotation && (quotation is not { } other || paint.Covers(other))) quotation = paint;
        }
        return best.Token with { Traits = best.Token.Traits | (quotation?.Token.Traits ?? TokenTraits.None) };
    }

    private static void Append(ImmutableArray<CopyToken>.Builder tokens, CopyToken token)
    {
        if (tokens.Count > 0 && tokens[^1] is var last && last.Span.End == token.Span.Start && last.Kind == token.Kind && last.Traits == token.Traits)
            tokens[^1] = last with { Span = TextSpan.FromBounds(last.Span.Start, token.Span.End) };
        else
            tokens.Add(token);
    }
}
