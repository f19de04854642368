using QuoteTracker.Core.Model;
using QuoteTracker.Core.Speakers;

namespace QuoteTracker.Core;

/// <summary>Text in, model out. Pure and thread-safe; never throws on any text.</summary>
public sealed class ArticleAnalyzer
{
    private readonly Registry _registry;

    public ArticleAnalyzer(Registry registry) => _registry = registry;

    public ArticleModel Analyze(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return new ArticleModel
        {
            Article = article,
            Registry = _registry,
            Paragraphs = [],
            Sentences = [],
            Stories = [],
            Regions = [],
            Attributions = [],
            Mentions = [],
            Entities = [],
        };
    }
}
