using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Speakers;

namespace QuoteTracker.Core.Rules;

/// <summary>A full name that is a slip of the pen away from one in the registry.</summary>
public sealed class MisspelledSpeaker : ArticleRule
{
    public static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        "QT0302", "misspelled-speaker", RuleGroup.Registry, DiagnosticSeverity.Warning,
        "'{0}' is not in the registry of speakers, but {1} is: a misspelled name costs trust. Write '{2}', or add an entry if this is somebody else");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptor];

    public override void Initialize(RuleContext context) => context.RegisterArticleAction(Check);

    /// <summary>The wrong word in a mention and what it should be; null where nothing is wrong.</summary>
    internal static (TextSpan Span, NameMatch Match)? FaultIn(ArticleModel model, Mention mention)
    {
        if (mention.Form != MentionForm.FullName || (mention.Entity >= 0 && model.Entities[mention.Entity].Entry is not null)) return null;
        var text = model.Article.Text.ToString(mention.Span);
        if (NameMatch.Nearest(text, model.Registry) is not { } match) return null;
        return (new TextSpan(mention.Span.Start + text.IndexOf(match.Word, StringComparison.Ordinal), match.Word.Length), match);
    }

    private static void Check(RuleActionContext context)
    {
        if (context.Registry.Entries.IsEmpty) return;
        foreach (var mention in context.Model.Mentions)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            if (FaultIn(context.Model, mention) is var (_, match))
                context.Report(Descriptor, mention.Span, context.TextOf(mention.Span), match.Entry.Name, match.Right);
        }
    }
}
