using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Rules;
using QuoteTracker.Core.Speakers;
using QuoteTracker.Ide.Findings;
using QuoteTracker.Workspace;
using QuoteTracker.Workspace.Speakers;

namespace QuoteTracker.Ide.Edits;

/// <summary>What can be done to a file at a place: mend findings, ignore them, name who is meant, add a speaker to the registry.</summary>
public static class EditActions
{
    /// <param name="span">UTF-16 offsets, end exclusive; may be empty.</param>
    /// <returns>The best for each finding first.</returns>
    public static ImmutableArray<EditAction> At(IdeSnapshot snapshot, OpenFile file, TextSpan span, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Role is FileRole.Other) return [];
        var findings = file.FindDiagnostics(cancellation).Concat(FileFindings.OfNewsroom(snapshot, file)).Where(finding => finding.Location.SourceSpan.IntersectsWith(span)).ToList();
        if (file.Model is not { } model) return [.. findings.SelectMany(finding => NewsroomFileFixes.Of(file, finding))];
        var actions = ImmutableArray.CreateBuilder<EditAction>();
        foreach (var finding in findings)
        {
            cancellation.ThrowIfCancellationRequested();
            actions.AddRange(FixesOf(file, model, finding));
            actions.AddRange(Namings.Of(file, model, finding));
        }
        foreach (var rule in findings.GroupBy(static finding => finding.Id).Select(static group => group.First())) actions.AddRange(FixAllOf(file, model, rule));
        foreach (var finding in findings.DistinctBy(static finding => finding.Id)) actions.AddRange(Ignore(file, model, finding));
        actions.AddRange(AddMentioned(file, model, span));
        actions.AddRange(ClaimActions.Of(file, span, findings, cancellation));
        if (FixAll(file, model) is { } all) actions.Add(all);
        // Two findings of one place may have the same remedy, and the name at the place may be a finding already.
        return [.. actions.DistinctBy(static action => action.Title)];
    }

    private static IEnumerable<EditAction> FixesOf(OpenFile file, ArticleModel model, Diagnostic finding)
    {
        bool isFirst = true;
        foreach (var fix in RuleCatalogue.FixesFor(finding, model))
        {
            if (fix.AddSpeaker is { } proposal)
            {
                if (Add(file.Newsroom, fix.Title, proposal, EditActionKind.Fix, [finding]) is { } add) yield return add;
            }
            else if (!fix.Changes.IsEmpty)
                yield return new EditAction(fix.Title, EditActionKind.Fix, [finding], () => [FileEdit.Of(file.Path, file.Text, fix.Changes)]) { IsPreferred = isFirst && fix.IsSafe };
            isFirst = false;
        }
    }

    /// <summary>Offered where the article has more findings of the rule that can be mended safely.</summary>
    private static IEnumerable<EditAction> FixAllOf(OpenFile file, ArticleModel model, Diagnostic finding)
    {
        if (!RuleCatalogue.IsFixable(finding)) yield break;
        ImmutableArray<Diagnostic> same = [.. file.Diagnostics.Where(other => other.Id == finding.Id)];
        if (same.Length < 2 || SafeFixes(same, model) is not { Count: > 1 } fixes) yield break;
        yield return new EditAction(
            $"Fix all of {finding.Descriptor.Name} in this article", EditActionKind.Fix, same, () => [FileEdit.Of(file.Path, file.Text, FixSelection.Together(fixes).Changes)]);
    }

    private static EditAction? FixAll(OpenFile file, ArticleModel model) => file.Diagnostics.Any(RuleCatalogue.IsFixable)
        && SafeFixes(file.Diagnostics, model) is { Count: > 0 } fixes
        ? new EditAction("Fix all that needs no decision", EditActionKind.FixAll, [], () => [FileEdit.Of(file.Path, file.Text, FixSelection.Together(fixes).Changes)])
        : null;

    private static List<Fix> SafeFixes(ImmutableArray<Diagnostic> findings, ArticleModel model) =>
        [.. findings.Select(finding => RuleCatalogue.FixesFor(finding, model).FirstOrDefault()).OfType<Fix>().Where(static fix => fix.IsSafe && !fix.Changes.IsEmpty)];

    private static IEnumerable<EditAction> Ignore(OpenFile file, ArticleModel model, Diagnostic finding)
    {
        if (IgnoreComment.For(finding, model) is not { } change) yield break;
        yield return new EditAction(
            $"Ignore {finding.Descriptor.Name} in this paragraph: then type the reason", EditActionKind.Fix, [finding], () => [FileEdit.Of(file.Path, file.Text, [change])]);
    }

    /// <summary>The person, body or document named at the place, where the registry does not have it.</summary>
    private static IEnumerable<EditAction> AddMentioned(OpenFile file, ArticleModel model, TextSpan span)
    {
        var mention = model.Mentions.FirstOrDefault(mention => mention is { Form: MentionForm.FullName, Entity: >= 0 } && mention.Span.IntersectsWith(span));
        if (mention is null || model.Entities[mention.Entity] is not { Entry: null, IsAnonymous: false } entity || !entity.Name.Contains(' ', StringComparison.Ordinal)) yield break;
        var proposal = new SpeakerProposal(entity.Name, entity.Kind, Title: null);
        if (Add(file.Newsroom, $"Add {entity.Name} to the registry of speakers", proposal, EditActionKind.Refactoring, []) is { } add) yield return add;
    }

    private static EditAction? Add(Newsroom newsroom, string title, SpeakerProposal proposal, EditActionKind kind, ImmutableArray<Diagnostic> findings)
    {
        // A registry that is there and could not be read is not to be written over.
        if (newsroom.RegistryDocument is null && File.Exists(newsroom.RegistryPath)) return null;
        var text = newsroom.RegistryDocument?.Text ?? SourceText.From("");
        if (RegistryEditor.Add(text, proposal) is not { IsEmpty: false } changes) return null;
        return new EditAction(title, kind, findings, () => [FileEdit.Of(newsroom.RegistryPath, text, changes) with { IsNew = newsroom.RegistryDocument is null }]);
    }
}
