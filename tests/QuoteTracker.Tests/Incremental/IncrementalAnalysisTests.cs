using FsCheck;
using FsCheck.Fluent;
using QuoteTracker.Core;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Speakers;
using Xunit;

namespace QuoteTracker.Tests.Incremental;

public sealed class IncrementalAnalysisTests
{
    private const int EditsOfOneArticle = 25;

    private static readonly ArticleAnalyzer _analyzer = new(new Registry(
    [
        new RegistryEntry { Id = "vaughn", Name = "Ada Vaughn", Pronouns = "she/her", Roles = [new Role("Mayor", null, null, null)] },
        new RegistryEntry { Id = "board", Name = "Harbour Board", Kind = EntityKind.Organisation },
    ]));

    /// <summary>400 articles of 25 edits each, every analysis made from the one before.</summary>
    [Fact]
    public void After_any_edit_the_analysis_is_as_from_scratch() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(400), Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        var edits = new RandomEdits(seed);
        string text = edits.Article();
        var model = _analyzer.Analyze(new Article("a.txt", text));
        for (int n = 0; n < EditsOfOneArticle; n++)
        {
            text = edits.Edit(text);
            model = _analyzer.Analyze(new Article("a.txt", text), model);
            Assert.Equal(ModelText.Of(_analyzer.Analyze(new Article("a.txt", text))), ModelText.Of(model));
        }
    }));

    [Fact]
    public void The_model_before_may_be_of_another_text_and_another_registry()
    {
        var first = new ArticleAnalyzer(Registry.Empty).Analyze(new Article("a.txt", new RandomEdits(1).Article()));
        var article = new Article("b.txt", new RandomEdits(2).Article());
        Assert.Equal(ModelText.Of(_analyzer.Analyze(article)), ModelText.Of(_analyzer.Analyze(article, first)));
    }

    [Fact]
    public void A_cancelled_analysis_stops() =>
        Assert.Throws<OperationCanceledException>(() => _analyzer.Analyze(new Article("a.txt", new RandomEdits(3).Article()), null, new CancellationToken(canceled: true)));
}
