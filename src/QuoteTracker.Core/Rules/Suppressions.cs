using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Core.Rules;

/// <summary>Where an article's comment hides the findings of a rule.</summary>
/// <param name="Rule">The rule's name.</param>
/// <param name="Covered">UTF-16 offsets; a finding that starts in it or at its end is hidden.</param>
internal readonly record struct SuppressedStretch(string Rule, TextSpan Covered)
{
    public bool Hides(Diagnostic diagnostic) => diagnostic.Descriptor.Name == Rule && Suppressions.Covers(Covered, diagnostic.Location.SourceSpan.Start);
}

/// <summary>
/// Takes out the findings that an article's own comments hide, and finds fault with comments that hide nothing. A comment covers the paragraph whose
/// line it ends or which it stands inside; on a line of its own, the paragraph that follows. A finding is covered where its first character is.
/// </summary>
internal static class Suppressions
{
    /// <param name="known">True for the names of all rules there are, run or not.</param>
    /// <param name="enabled">True for the names of the rules that ran, and that look at nothing but this article.</param>
    public static void Apply(
        List<Diagnostic> diagnostics,
        ArticleModel model,
        RuleSeverities severities,
        Func<string, bool> known,
        Func<string, bool> enabled)
    {
        if (model.Article.IsAllCopy) return;
        var comments = SuppressionComment.ReadAll(model.Article.Text.ToString());
        if (comments.IsEmpty) return;

        var faults = new List<Diagnostic>();
        foreach (var comment in comments)
        {
            if (FaultOf(comment) is { } fault)
            {
                Report(RunFaults.InvalidSuppression, comment.Span, fault);
                continue;
            }
            var scope = ScopeOf(comment, model);
            foreach (var rule in comment.Rules)
            {
                if (!known(rule.Name))
                {
                    Report(ToolFaults.UnknownRuleName, rule.Span, rule.Name, HintFor(rule.Name));
                    continue;
                }
                var hidden = diagnostics.RemoveAll(diagnostic =>
                    diagnostic.Descriptor.Name == rule.Name && scope is { } covered && Covers(covered, diagnostic.Location.SourceSpan.Start));
                if (hidden == 0 && enabled(rule.Name)) Report(RunFaults.UnusedSuppression, rule.Span, rule.Name);
            }
        }
        diagnostics.AddRange(faults);

        void Report(DiagnosticDescriptor descriptor, TextSpan span, params object[] arguments)
        {
            if (severities.Create(descriptor, model.Article.LocationOf(span), null, arguments) is { } diagnostic) faults.Add(diagnostic);
        }
    }

    /// <summary>What an article's comments hide of findings that are made of several articles.</summary>
    public static ImmutableArray<SuppressedStretch> StretchesOf(ArticleModel model)
    {
        if (model.Article.IsAllCopy) return [];
        var comments = SuppressionComment.ReadAll(model.Article.Text.ToString());
        if (comments.IsEmpty) return [];
        return [.. comments.Where(static comment => FaultOf(comment) is null)
            .Select(comment => (Comment: comment, Scope: ScopeOf(comment, model)))
            .Where(static pair => pair.Scope is not null)
            .SelectMany(static pair => pair.Comment.Rules.Select(rule => new SuppressedStretch(rule.Name, pair.Scope!.Value)))];
    }

    private static string? FaultOf(SuppressionComment comment) =>
        comment.Verb != "ignore" ? $"'{comment.Verb}' is nothing it can do"
        : comment.Rules.IsEmpty ? "it names no rule"
        : comment.Reason.Length == 0 ? "it gives no reason, and whoever edits this next must know why"
        : null;

    private static string HintFor(string name) =>
        RuleCatalogue.Find(name) is { } byId ? $" Write the rule's name, '{byId.Name}'." : " 'quotetracker rules' lists them.";

    public static bool Covers(TextSpan scope, int offset) => scope.Contains(offset) || offset == scope.End;

    private static TextSpan? ScopeOf(SuppressionComment comment, ArticleModel model)
    {
        var copy = model.Article.Copy;
        var before = copy.AsSpan(0, comment.Span.Start);
        var endsLine = HasCopy(before[(before.LastIndexOfAny('\r', '\n') + 1)..]);
        TextSpan? scope = null;
        foreach (var paragraph in model.Paragraphs)
        {
            if (!HasCopy(copy.AsSpan(paragraph.Start, paragraph.Length))) continue;
            if (endsLine && paragraph.Start >= comment.Span.Start) break;
            scope = paragraph;
            if (!endsLine && paragraph.End > comment.Span.End) return scope;
        }
        return endsLine ? scope : null;
    }

    private static bool HasCopy(ReadOnlySpan<char> copy)
    {
        foreach (var character in copy)
            if (character != Article.NotCopy && !char.IsWhiteSpace(character)) return true;
        return false;
    }
}
