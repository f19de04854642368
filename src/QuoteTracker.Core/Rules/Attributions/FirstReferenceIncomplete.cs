using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Speakers;

namespace QuoteTracker.Core.Rules;

/// <summary>
/// A person who is first mentioned by surname or first name alone, though the full name is known: from further down, or from the registry. A headline
/// and somebody's quoted words may do so, and a surname after a title (<c>Senator Vaughn</c>) is a house's own choice.
/// </summary>
public sealed class FirstReferenceIncomplete : ArticleRule
{
    /// <summary><c>Sen.</c>, <c>Prof.</c>: a longer word with a stop ends the sentence before.</summary>
    private const int MaxAbbreviation = 5;

    public static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        "QT0207", "first-reference-incomplete", RuleGroup.Attribution, DiagnosticSeverity.Info,
        "{0} is mentioned here for the first time, and readers do not know yet who that is. Give the full name, {1}");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptor];

    public override void Initialize(RuleContext context) => context.RegisterArticleAction(Check);

    private static void Check(RuleActionContext context)
    {
        var model = context.Model;
        // For each entity the last story that it was met in, from 1: the mentions come story by story.
        var met = new int[model.Entities.Length];
        var marks = new MarksInOrder(model);
        foreach (var mention in model.Mentions)
        {
            if (mention.Entity < 0 || mention.Form is MentionForm.Pronoun or MentionForm.Description) continue;
            // Whom readers have met they need not meet again, which is quicker told than where a mention stands.
            int story = model.StoryIndexAt(mention.Span.Start) + 1;
            if (met[mention.Entity] == story || marks.Holds(mention.Span) || model.IsInHeadline(mention.Span.Start)) continue;
            met[mention.Entity] = story;

            var entity = model.Entities[mention.Entity];
            if (mention.Form != MentionForm.ShortName || entity is not { Kind: EntityKind.Person, IsAnonymous: false }) continue;
            if (!IsFullerThan(entity.Name, context.TextOf(mention.Span)) || FollowsName(model, mention.Span)) continue;
            context.Report(Descriptor, mention.Span, context.TextOf(mention.Span), entity.Name);
        }
    }

    /// <summary>True for <c>Ada Vaughn</c> beside <c>Vaughn</c>: all of the short name and more. A nickname that is an alias of its own is not short for it.</summary>
    private static bool IsFullerThan(string name, string shortName)
    {
        var words = name.Split(' ');
        var few = shortName.Split(' ');
        return words.Length > few.Length && few.All(word => words.Contains(word, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>True where a capitalised word stands right before it: a title, a first name the reading missed, the rest of a firm's name.</summary>
    private static bool FollowsName(ArticleModel model, TextSpan span)
    {
        var word = ArticleLayout.LastWord(model.Article.Copy.AsSpan(0, span.Start));
        return !word.IsEmpty && char.IsUpper(word[0]) && word[^1] is not (',' or ';' or ':' or '?' or '!') && (word[^1] != '.' || word.Length <= MaxAbbreviation);
    }
}
