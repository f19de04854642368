using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using QuoteTracker.Core.Speakers;

namespace QuoteTracker.Core.Rules;

/// <summary>
/// A title before a name that, by the registry, the person does not hold on the article's date; or <c>former</c> before one that the person holds.
/// An article that says no date is taken to be written now: a role without an end is held.
/// </summary>
public sealed class RoleMismatch : ArticleRule
{
    public static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        "QT0303", "role-mismatch", RuleGroup.Registry, DiagnosticSeverity.Warning,
        "By the registry of speakers, {0}. Correct the title, or the entry");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptor];

    public override void Initialize(RuleContext context) => context.RegisterArticleAction(Check);

    private static void Check(RuleActionContext context)
    {
        if (context.Registry.Entries.All(entry => entry.Roles.IsEmpty)) return;
        foreach (var mention in context.Model.Mentions)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            if (mention.Form is not (MentionForm.FullName or MentionForm.ShortName) || mention.Entity < 0) continue;
            if (context.Model.Entities[mention.Entity].Entry is not { } entry) continue;
            if (TitleInCopy.Of(context.Model, mention.Span) is not { } title) continue;
            if (FaultOf(context.Registry, entry, title, context.Model.Date) is { } fault) context.Report(Descriptor, title.Span, fault);
        }
    }

    /// <summary>What the registry says against the title, null where nothing does.</summary>
    private static string? FaultOf(Registry registry, RegistryEntry entry, TitleInCopy title, DateOnly? date)
    {
        var day = date is { } known ? $" on {known:yyyy-MM-dd}" : "";
        var held = entry.Roles.Where(role => role.Title.Equals(title.Title, StringComparison.OrdinalIgnoreCase)).ToList();
        bool isHeld = held.Exists(role => role.IsHeldOn(date));
        if (title.IsPast) return isHeld ? $"{entry.Name} is {title.Title} still{day}" : null;
        if (isHeld) return null;
        if (held.Count > 0) return $"{entry.Name} is not {title.Title}{day}{HolderNote(registry, entry, held[^1], date)}";

        // Never held: that says something only where the same office of the same body is somebody else's.
        var bodies = entry.Roles.Select(role => role.Of).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var other in registry.Entries)
        {
            if (other == entry) continue;
            if (other.Roles.FirstOrDefault(role => IsOffice(role, title.Title, date) && role.Of is { } of && bodies.Contains(of)) is { } office)
                return $"{other.Name} is {office.Title} of {office.Of}{day}, and {entry.Name} is not";
        }
        return null;
    }

    private static string HolderNote(Registry registry, RegistryEntry entry, Role role, DateOnly? date)
    {
        var holder = registry.Entries.FirstOrDefault(other => other != entry
            && other.Roles.Any(held => IsOffice(held, role.Title, date) && string.Equals(held.Of, role.Of, StringComparison.OrdinalIgnoreCase)));
        return holder is null ? "" : $"; {holder.Name} is";
    }

    private static bool IsOffice(Role role, string title, DateOnly? date) => role.Title.Equals(title, StringComparison.OrdinalIgnoreCase) && role.IsHeldOn(date);
}
