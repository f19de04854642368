using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Core.Rules.House;

/// <summary>A rule that the newsroom's configuration defines.</summary>
public sealed class DeclarativeRule : ArticleRule
{
    public DeclarativeRule(HouseRuleDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        Definition = definition;
        SupportedDiagnostics =
        [
            new DiagnosticDescriptor(
                definition.Id, definition.Name, definition.Message.Format, RuleGroup.House, definition.Severity ?? DiagnosticSeverity.Warning,
                isEnabledByDefault: definition.Severity is not null),
        ];
    }

    public HouseRuleDefinition Definition { get; }

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    public override void Initialize(RuleContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.RegisterArticleAction(Check);
    }

    private void Check(RuleActionContext context)
    {
        foreach (var match in Definition.Pattern.FindIn(context.Model))
        {
            context.Cancellation.ThrowIfCancellationRequested();
            var words = context.TextOf(match.Span);
            var properties = Definition.Replacement is { } replacement ? CarriedFixes.Pack([FixOf(context.Model, match.Span, words, replacement)]) : null;
            // In the order of HouseMessage.Names.
            context.Report(SupportedDiagnostics[0], match.Span, properties, words, match.Name, match.Role, match.Count);
        }
    }

    private Fix FixOf(ArticleModel model, TextSpan span, string words, string replacement)
    {
        if (replacement.Length > 0)
        {
            var written = char.IsUpper(words[0]) ? char.ToUpperInvariant(replacement[0]) + replacement[1..] : replacement;
            return new Fix($"Write “{written}”", Definition.Id, [new TextChange(span, written)]);
        }
        // Of the two blanks around what goes, one goes too.
        var copy = model.Article.Copy;
        bool isBetweenBlanks = span.End < copy.Length && copy[span.End] == ' ' && (span.Start == 0 || copy[span.Start - 1] is ' ' or '\n');
        return new Fix($"Delete “{words}”", Definition.Id, [new TextChange(isBetweenBlanks ? TextSpan.FromBounds(span.Start, span.End + 1) : span, "")]);
    }
}
