using FsCheck;
using FsCheck.Fluent;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Speakers;
using QuoteTracker.Ide.Reading;
using QuoteTracker.LanguageServer.Conversion;
using Xunit;

namespace QuoteTracker.Tests.Ide;

public sealed class CopyTokenTests
{
    private static readonly string[] Pieces =
    [
        "“", "”", "\"", "‘", "’", " ", "\n", "\r\n", "\n\n", "\u2028", "🙂", "Ada Vaughn", "Vaughn", "Tom Hale", "said", " she said", "according to",
        ", ", ". ", "the bridge is safe", "We tested it.", "“We tested it,” Ada Vaughn said. ", "“It is not,” said Tom Hale.\n\n", "\n\n“And more.\n\n“And again,” he said.\n\n",
    ];

    [Fact]
    public void Cuts_what_is_inside_out_of_what_is_around() => IdeChecks.Check("""
        The “Iron Lady” of Eastport opened the bridge.

        “The bridge is safe,” Ada Vaughn said. She told reporters that Tom Hale would “never be asked” again.
        -- @tokens --
        Term (None): “Iron Lady”
        Quotation (Direct, Attributed): “The bridge is safe,”
        Speaker (None): Ada Vaughn
        Cue (None): said
        Speaker (None): She
        Cue (None): told
        Quotation (Mixed, Attributed): that Tom Hale would “never be asked” again
        """);

    [Fact]
    public void What_is_inside_a_quotation_is_quoted_as_well()
    {
        const string Text = "Ada Vaughn said that she had seen the letters.";
        var quoted = CopyTokens.Of(IdeChecks.OpenArticle(Text).Model!).Where(static token => token.Traits == (TokenTraits.Indirect | TokenTraits.Attributed));
        Assert.Equal(
            [(TokenKind.Quotation, "that "), (TokenKind.Speaker, "she"), (TokenKind.Quotation, " had seen the letters")],
            quoted.Select(static token => (token.Kind, Text.Substring(token.Span.Start, token.Span.Length))));
    }

    [Fact]
    public void A_doubtful_attribution_is_not_shown_as_one()
    {
        const string Text = "“We knew,” Ada said.";
        var quotation = new TextSpan(0, 10);
        var ada = new Entity("Ada", EntityKind.Person, null) { Introduction = new TextSpan(11, 3) };
        Assert.Equal(
            [new CopyToken(quotation, TokenKind.Quotation, TokenTraits.Direct | TokenTraits.Unattributed)], CopyTokens.Of(ModelWith(Attribution.ShownFrom - 0.01)).ToArray());
        Assert.Equal(
            [
                new CopyToken(quotation, TokenKind.Quotation, TokenTraits.Direct | TokenTraits.Attributed),
                new CopyToken(ada.Introduction, TokenKind.Speaker, TokenTraits.None),
                new CopyToken(new TextSpan(15, 4), TokenKind.Cue, TokenTraits.None),
            ],
            CopyTokens.Of(ModelWith(Attribution.ShownFrom)).ToArray());

        ArticleModel ModelWith(double confidence)
        {
            var attribution = new Attribution
            {
                Id = "a1", Kind = AttributionKind.Direct, Content = [quotation], Cue = new TextSpan(15, 4), Source = ada.Introduction, Speaker = ada,
                Confidence = confidence, Evidence = new Evidence("region-source-cue", []),
            };
            var part = new RegionPart(quotation, new TextSpan(0, 1), new TextSpan(9, 1));
            return new ArticleModel
            {
                Article = new Article("a.txt", Text), Registry = Registry.Empty, Paragraphs = [new TextSpan(0, Text.Length)], Sentences = [new TextSpan(0, Text.Length)],
                Stories = [new TextSpan(0, Text.Length)], Regions = [new QuotationRegion([part], 0) { Attribution = attribution }], Attributions = [attribution],
                Mentions = [new Mention(ada.Introduction, MentionForm.ShortName) { Entity = 0 }], Entities = [ada],
            };
        }
    }

    [Fact]
    public void Tokens_are_in_order_and_apart_and_a_range_has_its_share_of_them() => ForTexts(120, (text, random) =>
    {
        var model = IdeChecks.OpenArticle(text).Model!;
        var all = CopyTokens.Of(model);
        for (int i = 0; i < all.Length; i++)
        {
            if (all[i].Span.IsEmpty || (i > 0 && all[i].Span.Start < all[i - 1].Span.End)) return false;
        }
        int start = random.Next(text.Length + 1);
        var range = TextSpan.FromBounds(start, random.Next(start, text.Length + 1));
        return CopyTokens.Of(model, range).SequenceEqual(all.Select(token => (token, token.Span.Overlap(range))).Where(found => found.Item2 is not null).Select(found => found.token with { Span = found.Item2!.Value }));
    });

    [Fact]
    public void No_token_leaves_its_line_and_an_edit_sends_what_makes_the_new_tokens() => ForTexts(120, (text, random) =>
    {
        int[] before = [];
        for (int edit = 0; edit < 6; edit++)
        {
            var positions = new PositionMap(SourceText.From(text), (PositionEncoding)random.Next(3));
            int[] after = TokenConversion.Encode(CopyTokens.Of(IdeChecks.OpenArticle(text).Model!), positions);
            if (!StaysInLines(after, positions)) return false;
            var applied = before.ToList();
            foreach (var change in TokenConversion.Changes(before, after))
            {
                applied.RemoveRange(change.Start, change.DeleteCount);
                applied.InsertRange(change.Start, change.Data ?? []);
            }
            if (!applied.SequenceEqual(after)) return false;
            before = after;
            int at = random.Next(text.Length + 1);
            text = text[..at] + Pieces[random.Next(Pieces.Length)] + text[(at + random.Next(Math.Min(12, text.Length - at) + 1))..];
        }
        return true;
    });

    private static bool StaysInLines(int[] data, PositionMap positions)
    {
        int line = 0, end = 0, start = 0;
        for (int i = 0; i < data.Length; i += 5)
        {
            if (data[i] > 0) (start, end) = (0, 0);
            line += data[i];
            start += data[i + 1];
            if (start < end) return false;
            end = start + data[i + 2];
            if (data[i + 2] <= 0 || end > positions.Width(positions.LineSpan(line))) return false;
        }
        return true;
    }

    private static void ForTexts(int count, Func<string, Random, bool> holds)
    {
        var texts = from pieces in Gen.Elements(Pieces).ArrayOf() from seed in Gen.Choose(0, int.MaxValue) select (string.Concat(pieces), seed);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(count), Prop.ForAll(texts.ToArbitrary(), sample => holds(sample.Item1, new Random(sample.seed))));
    }
}
