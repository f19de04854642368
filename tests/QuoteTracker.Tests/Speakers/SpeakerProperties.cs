using FsCheck;
using FsCheck.Fluent;
using QuoteTracker.Core;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Speakers;
using Xunit;

namespace QuoteTracker.Tests.Speakers;

/// <summary>What holds of the mentions of any text.</summary>
public sealed class SpeakerProperties
{
    private static readonly Config _config = Config.QuickThrowOnFailure.WithMaxTest(300);

    private static readonly Arbitrary<string> _copy = Gen.Elements(
            "Ada Vaughn", "Vaughn", "Mayor", "the mayor", "Paul Vaughn", "Mr.", "Dr", "O’Neil", "van der Berg", "of the", "Harbour Council", "(HC)", "HC", "he", "She", "they",
            "who", "which", "said", "told reporters", "“", "”", "\"", "‘", "’s", "'s", ",", ".", ":", "—", "and", "according to", "a spokesman for", "officials", "1999", "June 3, 2024",
            "\n\n", "\n", "J.", "Jr.", "NATO", "…", "\uD83D\uDE00", "\uD83D", "\0", "\u00A0", "Monday", "May", "Will", "I", "we")
        .ListOf().Select(words => string.Join(' ', words)).ToArbitrary();

    [Fact]
    public void Mentions_lie_in_range_and_apart_and_name_an_entity_of_the_article() => Check.One(_config, Prop.ForAll(_copy, copy =>
    {
        var model = Analyse(copy);
        int end = 0;
        foreach (var mention in model.Mentions)
        {
            Assert.True(mention.Span.Start >= end && mention.Span.End <= copy.Length && mention.Span.Length > 0);
            Assert.InRange(mention.Entity, -1, model.Entities.Length - 1);
            Assert.Equal(mention.Entity < 0, mention.How.Length == 0);
            end = mention.Span.End;
        }
    }));

    [Fact]
    public void A_speaker_is_an_entity_of_the_article_and_nobody_is_named_nothing() => Check.One(_config, Prop.ForAll(_copy, copy =>
    {
        var model = Analyse(copy);
        Assert.All(model.Attributions, attribution => Assert.True(attribution.Speaker is null || model.Entities.Contains(attribution.Speaker)));
        Assert.All(model.Attributions, attribution => Assert.True(attribution.Speaker is null || attribution.Candidates.IsEmpty));
        Assert.All(model.Entities, entity => Assert.False(string.IsNullOrWhiteSpace(entity.Name)));
    }));

    [Fact]
    public void The_same_text_has_the_same_speakers() => Check.One(_config, Prop.ForAll(_copy, copy =>
    {
        var (one, other) = (Analyse(copy), Analyse(new string(copy)));
        Assert.Equal(one.Mentions.Select(mention => (mention.Span, mention.Entity, mention.How)), other.Mentions.Select(mention => (mention.Span, mention.Entity, mention.How)));
        Assert.Equal(one.Entities.AsEnumerable(), other.Entities);
    }));

    private static ArticleModel Analyse(string copy) => new ArticleAnalyzer(Registry.Empty).Analyze(new Article("article.txt", copy));
}
