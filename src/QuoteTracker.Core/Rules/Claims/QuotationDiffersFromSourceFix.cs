using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Core.Rules;

/// <summary>Uses the source's words, adds the ellipsis that is missing, or names the one who said it. A person decides: the transcript may be the one that is wrong.</summary>
public sealed class QuotationDiffersFromSourceFix : FixProvider
{
    public override ImmutableArray<string> FixableIds { get; } = [QuotationDiffersFromSource.Descriptor.Id];

    public override ImmutableArray<Fix> FixesFor(Diagnostic diagnostic, ArticleModel model)
    {
        var fixes = ImmutableArray.CreateBuilder<Fix>();
        Add(SourceFixes.EllipsisIn(diagnostic.Properties), "add-ellipsis", static _ => "Add an ellipsis for what is left out");
        Add(SourceFixes.WordsIn(diagnostic.Properties), "use-words-of-source", static changes => changes is [{ NewText: { Length: > 0 } words }] ? $"Use the source's words: {words.Trim()}" : "Use the source's words");
        Add(SourceFixes.SpeakerIn(diagnostic.Properties), "attribute-to-speaker-of-source", static changes => $"Attribute to {changes[0].NewText}");
        return fixes.ToImmutable();

        void Add(ImmutableArray<TextChange> changes, string key, Func<ImmutableArray<TextChange>, string> title)
        {
            // The text may have changed since.
            if (changes.IsEmpty || changes.Any(change => change.Span.End > model.Article.Text.Length)) return;
            fixes.Add(new Fix(title(changes), key, changes) { IsSafe = false });
        }
    }
}
