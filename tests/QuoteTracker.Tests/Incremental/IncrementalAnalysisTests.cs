using FsCheck;
using FsCheck.Fluent;
using QuoteTracker.Core;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Rules;
using QuoteTracker.Core.Speakers;
using QuoteTracker.Ide.Reading;
using QuoteTracker.LanguageServer.Conversion;
using QuoteTracker.LanguageServer.Protocol;
using Xunit;

namespace QuoteTracker.Tests.Incremental;

public sealed class IncrementalAnalysisTests
{
    private const int EditsOfOneArticle = 25, KeysInOneArticle = 100;

    private static readonly ArticleAnalyzer _analyzer = new(new Registry(
    [
        new RegistryEntry { Id = "vaughn", Name = "Ada Vaughn", Pronouns = "she/her", Roles = [new Role("Mayor", null, null, null)] },
        new RegistryEntry { Id = "board", Name = "Harbour Board", Kind = EntityKind.Organisation },
    ]));

    private static readonly RuleRunner _rules = new(RuleCatalogue.Rules, RuleSeverities.Default);

    /// <summary>400 articles of 25 edits each, every analysis made from the one before, and the tokens of each made of those before by what changed.</summary>
    [Fact]
    public void After_any_edit_the_analysis_and_the_findings_are_as_from_scratch_and_the_tokens_by_their_delta_as_in_full() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(400), Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        var edits = new RandomEdits(seed);
        string text = edits.Article();
        var encoding = (PositionEncoding)(seed % 3);
        var model = _analyzer.Analyze(new Article("a.txt", text));
        int[] tokens = Tokens(model, encoding);
        for (int n = 0; n < EditsOfOneArticle; n++)
        {
            text = edits.Edit(text);
            model = _analyzer.Analyze(new Article("a.txt", text), model);
            var scratch = _analyzer.Analyze(new Article("a.txt", text));
            Assert.Equal(ModelText.Of(scratch), ModelText.Of(model));
            Assert.Equal(Findings(scratch), Findings(model));
            int[] full = Tokens(scratch, encoding);
            tokens = Applied(tokens, TokenConversion.Changes(tokens, Tokens(model, encoding)));
            Assert.Equal(full, tokens);
        }
    }));

    /// <summary>200 articles of 100 keys each: most of them leave those who are mentioned as they were.</summary>
    [Fact]
    public void After_any_key_those_mentioned_and_those_who_speak_are_as_from_scratch() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        var typing = new Typing(seed);
        string text = typing.Article();
        var model = _analyzer.Analyze(new Article("a.txt", text));
        for (int n = 0; n < KeysInOneArticle; n++)
        {
            text = typing.Key(text);
            model = _analyzer.Analyze(new Article("a.txt", text), model);
            var scratch = _analyzer.Analyze(new Article("a.txt", text));
            Assert.Equal(ModelText.Of(scratch), ModelText.Of(model));
            Assert.Equal(Findings(scratch), Findings(model));
        }
    }));

    private static IEnumerable<string> Findings(ArticleModel model) => _rules.Run(model).Select(static finding => $"{finding.Location.SourceSpan} {finding}");

    private static int[] Tokens(ArticleModel model, PositionEncoding encoding) => TokenConversion.Encode(CopyTokens.Of(model), new PositionMap(model.Article.Text, encoding));

    /// <summary>As a client applies a SemanticTokensDelta.</summary>
    private static int[] Applied(int[] tokens, IReadOnlyList<SemanticTokensEdit> edits)
    {
        var data = new List<int>(tokens);
        foreach (var edit in edits.Reverse())
        {
            data.RemoveRange(edit.Start, edit.DeleteCount);
            if (edit.Data is not null) data.InsertRange(edit.Start, edit.Data);
        }
        return [.. data];
    }

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
