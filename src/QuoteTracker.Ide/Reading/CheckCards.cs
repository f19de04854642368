using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Checking;
using QuoteTracker.Core.Claims;
using QuoteTracker.Core.Model;
using QuoteTracker.Ide.Checking;

namespace QuoteTracker.Ide.Reading;

/// <summary>What a hover says about where words were said, and who checked them.</summary>
internal static class CheckCards
{
    private const int LongestPassage = 400;
    private const int MostEdits = 4;

    /// <summary>The ledger's entry, then what the sources have.</summary>
    public static IEnumerable<HoverLine> Of(OpenFile file, ArticleModel model, Attribution attribution, CancellationToken cancellation)
    {
        if (file.ReadBackground(cancellation).Claims is { } claims)
        {
            foreach (var line in claims.Of(attribution) is { } place ? OfEntry(place.Claim, place) : NotRecorded(attribution)) yield return line;
        }
        if (file.Records.Sources is not { } sources || sources.Check(model, attribution) is not { } findings) yield break;
        foreach (var line in OfCheck(sources, findings)) yield return line;
    }

    /// <param name="place">Where its words stand; null where that is not known.</param>
    public static IEnumerable<HoverLine> OfEntry(Claim claim, ClaimPlace? place)
    {
        var check = claim.Check;
        var told = new StringBuilder($"Ledger: {check.Status.Name()}");
        if (check.CheckedBy is { } by) told.Append(CultureInfo.InvariantCulture, $" by {by}");
        if (check.CheckedOn is { } on) told.Append(CultureInfo.InvariantCulture, $" on {on:yyyy-MM-dd}");
        if (check.Source is { } source) told.Append(CultureInfo.InvariantCulture, $", against {source.Path ?? source.Url}{(source.Locator is { } locator ? " at " + locator : "")}");
        yield return new(HoverStyle.Plain, told.Append('.').ToString());
        if (place is { IsStale: true }) yield return new(HoverStyle.Plain, $"Stale: since then {place.Difference}.");
        if (check.Note is { } note) yield return new(HoverStyle.Quote, note.Length > LongestPassage ? note[..LongestPassage] + "…" : note);
    }

    private static IEnumerable<HoverLine> NotRecorded(Attribution attribution) =>
        attribution.Kind == AttributionKind.Indirect ? [] : [new(HoverStyle.Plain, "Ledger: nobody has checked this yet.")];

    private static IEnumerable<HoverLine> OfCheck(CheckedSources sources, QuotationFindings findings)
    {
        var check = findings.Best;
        if (check.Passage is not { } passage)
        {
            yield return new(HoverStyle.Plain, "Sources: absent. None has these words.");
            yield break;
        }
        string who = passage.Speaker is { } speaker ? $", {speaker.Name}" : "";
        string when = passage.Date is { } date ? date.ToString(", yyyy-MM-dd", CultureInfo.InvariantCulture) : "";
        yield return new(HoverStyle.Plain, $"Sources: {check.Verdict.Name()}. {passage.Title ?? passage.Path}{when}{who}, {passage.Locator}.");
        if (check.Speaker == SpeakerAgreement.Other) yield return new(HoverStyle.Plain, $"There it is {passage.Speaker?.Name ?? "somebody else"} who says it.");
        if (sources.Library.Document(passage.Path) is { } document) yield return PassageOf(document, passage.Span, check.Edits);
        foreach (var edit in check.Edits.Take(MostEdits)) yield return new(HoverStyle.Plain, Told(edit));
        if (check.Edits.Length > MostEdits) yield return new(HoverStyle.Plain, $"And {check.Edits.Length - MostEdits} more that differ.");
        if (!findings.Places.IsEmpty) yield return new(HoverStyle.Plain, $"Said as well at {string.Join(", ", findings.Places.Take(MostEdits).Select(place => place.Path == passage.Path ? place.Locator : $"{place.Path} {place.Locator}"))}{(findings.Places.Length > MostEdits ? " and more" : "")}.");
        if (passage.Url is { } url) yield return new(HoverStyle.Link, SourceLinks.At(url, passage.Locator) ?? url);
    }

    private static string Told(WordEdit edit) =>
        edit.WrittenWords.Length == 0 ? $"Left out here: “{edit.SaidWords}”."
        : edit.SaidWords.Length == 0 ? $"Not in the source: “{edit.WrittenWords}”."
        : $"Here “{edit.WrittenWords}”, in the source “{edit.SaidWords}”.";

    /// <summary>The source's words on one line, those that differ marked.</summary>
    private static HoverLine PassageOf(SourceDocument document, TextSpan span, ImmutableArray<WordEdit> edits)
    {
        var words = new StringBuilder();
        var marked = ImmutableArray.CreateBuilder<TextSpan>();
        var said = edits.Select(static edit => edit.Said).Where(static said => !said.IsEmpty).OrderBy(static said => said.Start).ToList();
        int from = -1;
        for (int i = span.Start; i < span.End && words.Length < LongestPassage; i++)
        {
            bool isMarked = said.Exists(one => one.Contains(i));
            if (isMarked && from < 0) from = words.Length;
            else if (!isMarked) Close();
            char c = document.Copy[i];
            if (c == Article.NotCopy || char.IsWhiteSpace(c) || char.IsControl(c))
            {
                if (words.Length > 0 && words[^1] != ' ') words.Append(' ');
            }
            else words.Append(c);
        }
        Close();
        if (words.Length > 0 && char.IsHighSurrogate(words[^1])) words.Length--;
        if (words.Length >= LongestPassage) words.Append('…');
        return new HoverLine(HoverStyle.Passage, words.ToString()) { Marked = marked.ToImmutable() };

        void Close()
        {
            if (from >= 0 && from < words.Length) marked.Add(TextSpan.FromBounds(from, words.Length));
            from = -1;
        }
    }
}
