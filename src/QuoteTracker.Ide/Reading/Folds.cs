using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Model;
using QuoteTracker.Ide.Navigation;

namespace QuoteTracker.Ide.Reading;

/// <param name="Span">What folds away; UTF-16 offsets, end exclusive.</param>
/// <param name="IsHead">True for the front matter, which editors fold with the like of it.</param>
public readonly record struct Fold(TextSpan Span, bool IsHead);

/// <summary>The front matter, each article of a page that has several, quotations over several paragraphs, and entries of the registry.</summary>
public static class Folds
{
    /// <returns>In text order; some may stand on one line.</returns>
    public static ImmutableArray<Fold> Of(OpenFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Role == FileRole.Registry) return [.. file.Newsroom.RegistryDocument?.Spans.Select(static spans => new Fold(spans.Span, false)) ?? []];
        if (file.Model is not { } model) return [];
        var folds = new List<Fold>();
        if (!file.FrontMatter.Span.IsEmpty) folds.Add(new Fold(file.FrontMatter.Span, true));
        if (model.Stories.Length > 1) folds.AddRange(model.Stories.Select(story => new Fold(WithoutBlankHead(model, story), false)));
        folds.AddRange(model.Regions.Where(static region => region.IsRunning).Select(static region => new Fold(region.Span, false)));
        return [.. folds.OrderBy(static fold => fold.Span)];
    }

    /// <summary>From its title on, so that the title stays to be seen.</summary>
    private static TextSpan WithoutBlankHead(ArticleModel model, TextSpan story) => TextSpan.FromBounds(Outline.TitleOf(model, story).Start, story.End);
}
