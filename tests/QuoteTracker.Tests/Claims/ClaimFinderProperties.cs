using FsCheck;
using FsCheck.Fluent;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Claims;
using Xunit;

namespace QuoteTracker.Tests.Claims;

/// <summary>What holds of claims through any edits around their words.</summary>
public class ClaimFinderProperties
{
    private static readonly string[] Quotations =
    [
        "“We told the council twice about the rust,”", "“Nobody asked us what the tide would do,”", "“The money went on paint,”", "“I have seen worse bridges than this one,”",
        "“It stands because it has always stood,”", "“You would not put a goat on it,”",
    ];

    private static readonly string[] Before =
        ["", "At noon the meeting began. ", "Mayor Ada Vaughn looked at the plans. ", "The engineers had counted the bolts, and some were missing. ", "Then it rained. "];

    private static readonly string[] After =
        [" Ada Vaughn said.", " said Cy Orr, who built it.", " he told the hall. Nobody laughed.", " the engineer Ida Lund recalled on Tuesday.", " she said, and left the room."];

    private static readonly string[] Pieces =
        [" ", ", ", " the ", ". ", "\n", "\n\n", " \" ", " “ ", " ” ", " [sic] ", " said Vaughn ", " a dozen people from the ferry ", "\r\n", " \uD83D ", " 😀 ", " — ", " <!-- x --> ", " it was late "];

    /// <summary>A text in pieces; those that are a claim's words are never touched.</summary>
    private sealed record Piece(string Text, int? Claim);

    [Fact]
    public void Random_edits_around_the_words_never_lose_a_claim() => ForRandomEdits(
        count: 300, Quotations, static (pieces, random) =>
        {
            for (int edit = random.Next(1, 12); edit > 0; edit--) Edit(pieces, random, random.Next(pieces.Count));
        });

    [Fact]
    public void Paragraphs_that_move_take_their_claims_along() => ForRandomEdits(
        count: 150, Quotations, static (pieces, random) =>
        {
            Shuffle(pieces, random);
            Edit(pieces, random, random.Next(pieces.Count));
        });

    [Fact]
    public void Equal_quotations_are_told_apart_while_one_of_them_is_edited_around() => ForRandomEdits(
        count: 200, [.. Enumerable.Repeat(Quotations[2], 5)], static (pieces, random) =>
        {
            // A claim's piece, and those on both sides of it: every other quotation keeps its neighbours.
            int victim = (random.Next(pieces.Count / 3) * 3) + 1;
            for (int edit = random.Next(1, 8); edit > 0; edit--) Edit(pieces, random, random.Next(2) == 0 ? victim - 1 : victim + 1);
        });

    [Fact]
    public void Equal_quotations_are_told_apart_when_their_paragraphs_move() => ForRandomEdits(
        count: 150, [.. Enumerable.Repeat(Quotations[2], 5)], static (pieces, random) => Shuffle(pieces, random));

    [Fact]
    public void Nothing_throws_whatever_ledger_and_article_say()
    {
        var words = Gen.Elements(["“", "”", "a", "b", " ", "\n", "\n\n", "said", "Vaughn", ".", ",", "\uFFFE", "\uD83D", "“a b”", "?", "'"]).ListOf().Select(string.Concat);
        var cases = (from article in words from prefix in words from exact in words from suffix in words select (article, prefix, exact, suffix)).ToArbitrary();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(400), Prop.ForAll(cases, item =>
        {
            var claim = new Claim { Id = "c", Article = "a.txt", Anchor = new ClaimAnchor(item.prefix, item.exact, item.suffix) };
            var resolved = LedgerChecks.Resolve(item.article, claim);
            Assert.Equal(1, resolved.Places.Length + resolved.Lost.Length);
            Assert.All(resolved.Places.SelectMany(place => place.Spans), span => Assert.InRange(span.End, 0, item.article.Length));
            Assert.All(resolved.Places, place => Assert.NotEmpty(place.Spans));
        }));
    }

    private static void ForRandomEdits(int count, string[] quotations, Action<List<Piece>, Random> edit)
    {
        for (int seed = 0; seed < count; seed++)
        {
            var random = new Random(seed);
            var pieces = Article(quotations, random);
            var claims = Claims(pieces);
            var before = string.Concat(pieces.Select(piece => piece.Text));
            Assert.Equal(claims.Length, LedgerChecks.Resolve(before, claims).Places.Length);

            edit(pieces, random);

            var after = string.Concat(pieces.Select(piece => piece.Text));
            var resolved = LedgerChecks.Resolve(after, claims);
            foreach (var (span, claim) in Spans(pieces))
            {
                var place = resolved.Find($"c{claim}");
                Assert.True(place is not null, $"seed {seed}: c{claim} is lost in\n{after}");
                Assert.True(place.Changes.IsEmpty, $"seed {seed}: c{claim} is taken for changed ({place.Difference}) in\n{after}");
                Assert.True(place.Spans.Any(found => found.Contains(span.Start + 3)), $"seed {seed}: c{claim} is at {place.Spans[0]}, not at {span}, in\n{after}");
            }
        }
    }

    /// <summary>Three pieces a paragraph: what stands before, the words, what stands behind.</summary>
    private static List<Piece> Article(string[] quotations, Random random)
    {
        var pieces = new List<Piece>();
        var order = Enumerable.Range(0, quotations.Length).OrderBy(_ => random.Next()).ToList();
        for (int i = 0; i < order.Count; i++)
        {
            pieces.Add(new Piece(Before[i % Before.Length], null));
            pieces.Add(new Piece(quotations[order[i]], order[i]));
            pieces.Add(new Piece(After[i % After.Length] + "\n\n", null));
        }
        return pieces;
    }

    private static Claim[] Claims(List<Piece> pieces)
    {
        var text = string.Concat(pieces.Select(piece => piece.Text));
        return [.. Spans(pieces).Select(item => LedgerChecks.ClaimAt(text, [item.Span], $"c{item.Claim}"))];
    }

    private static IEnumerable<(TextSpan Span, int Claim)> Spans(List<Piece> pieces)
    {
        int at = 0;
        foreach (var piece in pieces)
        {
            if (piece.Claim is { } claim) yield return (new TextSpan(at, piece.Text.Length), claim);
            at += piece.Text.Length;
        }
    }

    private static void Edit(List<Piece> pieces, Random random, int index)
    {
        if (pieces[index].Claim is not null) return;
        var text = pieces[index].Text;
        int at = random.Next(text.Length + 1);
        text = random.Next(3) switch
        {
            0 => text.Remove(at, random.Next(text.Length - at + 1)),
            _ => text.Insert(at, Pieces[random.Next(Pieces.Length)]),
        };
        // The words have to stay words of their own.
        pieces[index] = new Piece(text.Length == 0 ? " " : text, null);
    }

    private static void Shuffle(List<Piece> pieces, Random random)
    {
        var paragraphs = pieces.Chunk(3).OrderBy(_ => random.Next()).ToList();
        pieces.Clear();
        pieces.AddRange(paragraphs.SelectMany(paragraph => paragraph));
    }
}
