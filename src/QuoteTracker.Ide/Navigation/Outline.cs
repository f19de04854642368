using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Speakers;
using QuoteTracker.Core.Text;
using QuoteTracker.Ide.Articles;

namespace QuoteTracker.Ide.Navigation;

public enum OutlineKind
{
    Article,
    Person,
    Organisation,
    Document,
    Quotation,

    /// <summary>Quotations without a source.</summary>
    Unattributed,
}

/// <param name="Name">One line, never empty.</param>
/// <param name="Span">All of it; holds those of its children. UTF-16 offsets, end exclusive.</param>
/// <param name="NameSpan">Where an editor goes; inside <paramref name="Span"/>.</param>
public sealed record OutlineNode(string Name, string? Detail, OutlineKind Kind, TextSpan Span, TextSpan NameSpan, ImmutableArray<OutlineNode> Children);

/// <summary>Article, speakers, quotations; of the registry, its entries.</summary>
public static class Outline
{
    public static ImmutableArray<OutlineNode> Of(OpenFile file, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Role == FileRole.Registry) return OfRegistry(file);
        if (file.Model is not { } model) return [];
        var stories = ImmutableArray.CreateBuilder<OutlineNode>();
        foreach (var story in model.Stories)
        {
            cancellation.ThrowIfCancellationRequested();
            stories.Add(OfStory(file, model, story));
        }
        return stories.DrainToImmutable();
    }

    public static OutlineKind KindOf(EntityKind kind) => kind switch
    {
        EntityKind.Organisation => OutlineKind.Organisation,
        EntityKind.Document => OutlineKind.Document,
        _ => OutlineKind.Person,
    };

    private static ImmutableArray<OutlineNode> OfRegistry(OpenFile file)
    {
        if (file.Newsroom.RegistryDocument is not { } registry) return [];
        return [.. registry.Registry.Entries.Zip(registry.Spans, static (entry, spans) =>
            new OutlineNode(NameOr(Excerpt.OneLine(entry.Name), entry.Id), entry.Id, KindOf(entry.Kind), spans.Span, Within(spans.Name, spans.Span), []))];
    }

    private static OutlineNode OfStory(OpenFile file, ArticleModel model, TextSpan story)
    {
        var title = TitleOf(model, story);
        var children = new List<OutlineNode>();
        foreach (var speaker in model.Attributions.Where(attribution => attribution.IsShown && story.Contains(attribution.Content[0].Start)).GroupBy(static attribution => attribution.Speaker))
        {
            ImmutableArray<OutlineNode> statements = [.. speaker.Select(attribution => OfStatement(file, attribution))];
            children.Add(speaker.Key is { } entity ? OfSpeaker(entity, statements) : Group("Nobody for certain", OutlineKind.Unattributed, statements));
        }
        ImmutableArray<OutlineNode> loose = [.. model.Regions
            .Where(region => region.IsUnattributed && story.Contains(region.Span.Start))
            .Select(region => new OutlineNode(NameAt(file, region.Parts[0].Span), null, OutlineKind.Quotation, region.Span, region.Parts[0].Span, []))];
        if (!loose.IsEmpty) children.Add(Group("Not attributed", OutlineKind.Unattributed, loose));
        var whole = Hull(story, children);
        return new OutlineNode(NameOr(Excerpt.Of(file.Text, title), Path.GetFileName(file.Path)), null, OutlineKind.Article, whole, Within(title, whole), [.. children]);
    }

    private static OutlineNode OfSpeaker(Entity entity, ImmutableArray<OutlineNode> statements)
    {
        var span = Hull(entity.Introduction, statements);
        string name = entity.IsAnonymous ? "Unnamed: " + Excerpt.OneLine(entity.Name) : NameOr(Excerpt.OneLine(entity.Name), "?");
        return new OutlineNode(name, entity.Entry?.Id, KindOf(entity.Kind), span, entity.Introduction, statements);
    }

    private static OutlineNode OfStatement(OpenFile file, Attribution attribution)
    {
        string detail = attribution.Kind switch { AttributionKind.Direct => "direct", AttributionKind.Mixed => "mixed", _ => "indirect" };
        return new OutlineNode(NameAt(file, attribution.Content[0]), detail, OutlineKind.Quotation, attribution.Extent, attribution.Content[0], []);
    }

    private static OutlineNode Group(string name, OutlineKind kind, ImmutableArray<OutlineNode> children) =>
        new(name, null, kind, Hull(children[0].Span, children), children[0].NameSpan, children);

    /// <summary>Where the headline of a story stands, or else its first copy, no more than a line of it; empty at its start where there is none.</summary>
    internal static TextSpan TitleOf(ArticleModel model, TextSpan story)
    {
        int from = StorySplitter.FindHeadline(model.Article.Copy, model.Paragraphs, story)?.Start ?? story.Start;
        foreach (var paragraph in model.Paragraphs)
        {
            if (paragraph.Start >= story.End) break;
            if (paragraph.Start < from || model.Article.Copy.AsSpan(paragraph.Start, paragraph.Length).IndexOfAnyExcept(Article.NotCopy, ' ') is not (>= 0 and var at)) continue;
            int start = paragraph.Start + at;
            return TextSpan.FromBounds(start, Math.Min(paragraph.End, Math.Max(start, model.Article.Text.Lines.GetLineFromPosition(start).End)));
        }
        return new TextSpan(story.Start, 0);
    }

    private static string NameAt(OpenFile file, TextSpan span) => NameOr(Excerpt.Of(file.Text, span), "…");

    private static string NameOr(string name, string otherwise) => name.Length > 0 ? name : otherwise;

    private static TextSpan Hull(TextSpan first, IEnumerable<OutlineNode> nodes)
    {
        int start = first.Start, end = first.End;
        foreach (var node in nodes)
        {
            start = Math.Min(start, node.Span.Start);
            end = Math.Max(end, node.Span.End);
        }
        return TextSpan.FromBounds(start, end);
    }

    private static TextSpan Within(TextSpan span, TextSpan whole) => whole.Contains(span) ? span : whole;
}
