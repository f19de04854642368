using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Checking;
using QuoteTracker.Core.Model;
using QuoteTracker.Ide.Articles;
using QuoteTracker.Workspace;
using QuoteTracker.Workspace.Sources;

namespace QuoteTracker.Ide.Checking;

/// <summary>
/// The sources of a newsroom as they are at one moment, and what was found in them so far: words that were looked for once are not looked for again,
/// wherever in whichever article they stand. Thread-safe.
/// </summary>
public sealed class CheckedSources
{
    /// <summary>So many quotations are remembered; beyond that all are forgotten, which costs no more than looking again.</summary>
    private const int MostKnown = 50_000;

    private readonly ConcurrentDictionary<string, ImmutableArray<Known>> _known = new(StringComparer.Ordinal);

    public CheckedSources(Newsroom newsroom, SourceLibrary library)
    {
        Newsroom = newsroom;
        Library = library;
    }

    /// <param name="Content">Relative to the first part's start.</param>
    /// <param name="Findings">Of a quotation that starts at offset 0.</param>
    private sealed record Known(ImmutableArray<TextSpan> Content, AttributionKind Kind, string? Speaker, QuotationFindings Findings);

    /// <summary>As the library was read for it.</summary>
    public Newsroom Newsroom { get; }

    public SourceLibrary Library { get; }

    /// <summary>The check of each direct and mixed quotation, by the attribution's id.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public ImmutableDictionary<string, QuotationCheck> Check(ArticleModel model, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(model);
        var checks = ImmutableDictionary.CreateBuilder<string, QuotationCheck>(StringComparer.Ordinal);
        foreach (var attribution in model.Attributions)
        {
            cancellation.ThrowIfCancellationRequested();
            if (Check(model, attribution) is { } findings) checks.Add(attribution.Id, findings.Best);
        }
        return checks.ToImmutable();
    }

    /// <summary>The check of one quotation with all the other places where it was said; null for an indirect one.</summary>
    public QuotationFindings? Check(ArticleModel model, Attribution attribution)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(attribution);
        if (attribution.Kind == AttributionKind.Indirect) return null;
        int start = attribution.Content[0].Start;
        var words = model.Article.Copy.AsSpan(start, attribution.Content[^1].End - start);
        var known = _known.GetAlternateLookup<ReadOnlySpan<char>>();
        string? speaker = attribution.IsAnonymous || attribution.Speaker is not { } entity ? null : entity.Entry?.Id ?? entity.Name;
        if (known.TryGetValue(words, out var candidates) && candidates.FirstOrDefault(one => IsOf(one, attribution, start, speaker)) is { } same) return Moved(same.Findings, start);
        if (Library.Check(model, attribution) is not { } findings) return null;
        if (_known.Count > MostKnown) _known.Clear();
        var found = new Known([.. attribution.Content.Select(part => new TextSpan(part.Start - start, part.Length))], attribution.Kind, speaker, Moved(findings, -start));
        _known.AddOrUpdate(words.ToString(), static (_, one) => [one], static (_, others, one) => others.Add(one), found);
        return findings;
    }

    /// <summary>Where a passage stands: its very words, in their lines.</summary>
    /// <returns>Null where the source is gone.</returns>
    public Destination? PlaceOf(SourcePassage passage)
    {
        ArgumentNullException.ThrowIfNull(passage);
        if (Library.Document(passage.Path) is not { } document || passage.Span.End > document.Text.Length) return null;
        var text = SourceText.From(document.Text);
        var whole = TextSpan.FromBounds(text.Lines.GetLineFromPosition(passage.Span.Start).Start, text.Lines.GetLineFromPosition(passage.Span.End).End);
        return new Destination(Path.GetFullPath(passage.Path, Newsroom.Root), text, passage.Span, whole);
    }

    private static bool IsOf(Known known, Attribution attribution, int start, string? speaker)
    {
        if (known.Kind != attribution.Kind || known.Speaker != speaker || known.Content.Length != attribution.Content.Length) return false;
        for (int k = 0; k < known.Content.Length; k++)
        {
            if (known.Content[k].Start + start != attribution.Content[k].Start || known.Content[k].Length != attribution.Content[k].Length) return false;
        }
        return true;
    }

    private static QuotationFindings Moved(QuotationFindings findings, int by) => findings.Best.Edits.IsEmpty
        ? findings
        : findings with
        {
            Best = findings.Best with { Edits = [.. findings.Best.Edits.Select(edit => edit with { Written = new TextSpan(edit.Written.Start + by, edit.Written.Length) })] },
        };
}
