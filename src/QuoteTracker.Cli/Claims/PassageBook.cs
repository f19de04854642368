using System.Collections.Immutable;
using QuoteTracker.Core.Checking;
using QuoteTracker.Core.Claims;
using QuoteTracker.Core.Model;
using QuoteTracker.Workspace.Sources;

namespace QuoteTracker.Cli.Claims;

/// <summary>What a piece of a passage is.</summary>
public enum PassagePart
{
    /// <summary>What stands around the words.</summary>
    Context,

    /// <summary>The words.</summary>
    Said,

    /// <summary>Words that the article has otherwise.</summary>
    Different,
}

/// <summary>The words of a source beside a claim.</summary>
/// <param name="Pieces">In their order; blanks as they are to be read, one at a time.</param>
public sealed record Passage(SourcePassage Source, ImmutableArray<(string Text, PassagePart Part)> Pieces)
{
    /// <summary>The words without what stands around them.</summary>
    public string Said => string.Concat(Pieces.Where(static piece => piece.Part != PassagePart.Context).Select(static piece => piece.Text)).Trim();
}

/// <summary>Finds the passages of claims in the newsroom's sources, which are indexed when the first is asked for.</summary>
public sealed class PassageBook(ClaimDesk desk)
{
    /// <summary>UTF-16 units shown on either side of the words.</summary>
    private const int Context = 120;

    /// <summary>Of words that a long stitched quotation takes from places apart.</summary>
    private const int Longest = 1500;

    private readonly Lazy<SourceLibrary> _sources = new(() => SourceLibrary.Open(desk.Newsroom));

    /// <summary>The passage that a claim was checked against, by its words as they stand now or, where these are lost, as they were; null where no source has them.</summary>
    public Passage? Of(Claim claim, (DeskArticle Article, ClaimPlace Place)? found)
    {
        ArgumentNullException.ThrowIfNull(claim);
        if (_sources.Value.IsEmpty) return null;
        var quotation = Quotation.Of(claim.Anchor.Exact.Replace('\n', ' '));
        var findings = (found is var (article, place) && place.Attribution is { } attribution ? _sources.Value.Check(article.Model, attribution) : null)
            ?? _sources.Value.Matcher.Check(quotation, _sources.Value.CandidatesFor(quotation));
        var source = claim.Check.Source;
        if (source is { Path: null }) return null;
        var passage = source is null ? findings.Best.Passage
            : findings.Places.FirstOrDefault(place => place.Path == source.Path && place.Locator == source.Locator)
                ?? findings.Places.FirstOrDefault(place => place.Path == source.Path)
                ?? findings.Best.Passage;
        return Excerpt(passage, passage == findings.Best.Passage ? findings.Best.Edits : []);
    }

    /// <summary>The best passage of an attribution that the ledger does not have; null where no source has it.</summary>
    public Passage? Of(DeskArticle article, Attribution attribution)
    {
        ArgumentNullException.ThrowIfNull(article);
        if (_sources.Value.IsEmpty || _sources.Value.Check(article.Model, attribution) is not { } findings) return null;
        return Excerpt(findings.Best.Passage, findings.Best.Edits);
    }

    /// <summary>The newsroom has sources, and none of them has the words of a quotation.</summary>
    public bool IsNowhere(DeskArticle article, Attribution attribution)
    {
        ArgumentNullException.ThrowIfNull(article);
        return !_sources.Value.IsEmpty && _sources.Value.Check(article.Model, attribution) is { Best.Verdict: Verdict.Absent };
    }

    private Passage? Excerpt(SourcePassage? passage, ImmutableArray<WordEdit> edits)
    {
        if (passage is null || _sources.Value.Document(passage.Path) is not { } document || passage.Span.End > document.Copy.Length) return null;
        var (start, end) = (passage.Span.Start, Math.Min(passage.Span.End, passage.Span.Start + Longest));
        var from = Math.Max(0, start - Context);
        while (from > 0 && from < start && !char.IsWhiteSpace(document.Copy[from - 1])) from++;
        var to = Math.Min(document.Copy.Length, end + Context);
        while (to < document.Copy.Length && to > end && !char.IsWhiteSpace(document.Copy[to])) to--;

        var pieces = ImmutableArray.CreateBuilder<(string, PassagePart)>();
        Add(from, start, PassagePart.Context);
        var at = start;
        foreach (var edit in edits.Select(static edit => edit.Said).Where(said => said.Length > 0 && said.Start >= start && said.End <= end).OrderBy(static said => said.Start))
        {
            if (edit.Start < at) continue;
            Add(at, edit.Start, PassagePart.Said);
            Add(edit.Start, edit.End, PassagePart.Different);
            at = edit.End;
        }
        Add(at, end, PassagePart.Said);
        Add(end, to, PassagePart.Context);
        return new Passage(passage, pieces.ToImmutable());

        void Add(int first, int last, PassagePart part)
        {
            var words = Flat(document.Copy.AsSpan(first, last - first));
            if (words.Length > 0) pieces.Add((words, part));
        }
    }

    private static string Flat(ReadOnlySpan<char> copy)
    {
        var flat = new System.Text.StringBuilder(copy.Length);
        foreach (var character in copy)
        {
            if (!char.IsWhiteSpace(character) && character != Article.NotCopy) flat.Append(character);
            else if (flat.Length == 0 || flat[^1] != ' ') flat.Append(' ');
        }
        return flat.ToString();
    }
}
