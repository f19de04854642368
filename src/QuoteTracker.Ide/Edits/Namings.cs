using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Rules;

namespace QuoteTracker.Ide.Edits;

/// <summary>For a source that could be several people: the copy names the one that a person picks.</summary>
internal static class Namings
{
    public static IEnumerable<EditAction> Of(OpenFile file, ArticleModel model, Diagnostic finding)
    {
        var span = finding.Location.SourceSpan;
        if (finding.Id == AmbiguousSource.Descriptor.Id && model.Attributions.FirstOrDefault(a => a.Source == span && a.Candidates.Length > 1) is { } attribution)
        {
            if (IsPossessive(model, span)) yield break;
            foreach (var candidate in attribution.Candidates)
                yield return Name(file, finding, candidate.Name, [new TextChange(span, candidate.Name)]);
        }
        else if (finding.Id == AmbiguousSpeaker.Descriptor.Id && model.Mentions.FirstOrDefault(m => m.Span == span) is { } mention)
        {
            // Only the name changes: a title before it stays.
            foreach (var rival in mention.Rivals)
            {
                if (new NameChange(PersonName.Parse(rival.Name).Surname, rival.Name, isPerson: false).In(model.Article.Text, span) is { IsEmpty: false } changes)
                    yield return Name(file, finding, rival.Name, changes);
            }
        }
    }

    private static EditAction Name(OpenFile file, Diagnostic finding, string name, ImmutableArray<TextChange> changes) =>
        new($"Name the speaker: {name}", EditActionKind.Fix, [finding], () => [FileEdit.Of(file.Path, file.Text, changes)]);

    /// <summary><c>his words</c>: there a name would need an ending.</summary>
    private static bool IsPossessive(ArticleModel model, TextSpan span) =>
        model.Article.Text.ToString(span).ToLowerInvariant() is "his" or "her" or "their" or "its";
}
