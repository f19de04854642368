using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace QuoteTracker.Core.Speakers;

/// <summary>What an entity is.</summary>
public enum EntityKind
{
    Unknown,
    Person,
    Organisation,
    Document,
}

/// <summary>An office held for a time.</summary>
/// <param name="Title"><c>Prime Minister</c>.</param>
/// <param name="Of">The body or place: <c>New Zealand</c>.</param>
/// <param name="From">The first day, null for "since ever".</param>
/// <param name="Until">The last day, included; null for "still".</param>
public sealed record Role(string Title, string? Of, DateOnly? From, DateOnly? Until)
{
    /// <summary>True where the role is held on <paramref name="date"/>; a null date asks for a role held still.</summary>
    public bool IsHeldOn(DateOnly? date) =>
        date is { } day ? (From is null || From <= day) && (Until is null || day <= Until) : Until is null;
}

/// <summary>A known speaker: one entry of <c>speakers.yaml</c>.</summary>
public sealed record RegistryEntry
{
    /// <summary>Unique in its registry.</summary>
    public required string Id { get; init; }

    /// <summary>The full name as the newsroom writes it.</summary>
    public required string Name { get; init; }

    /// <summary>A person where the file does not say.</summary>
    public EntityKind Kind { get; init; } = EntityKind.Person;

    /// <summary>Other names, each as good as <see cref="Name"/>.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary><c>he/him</c>, <c>she/her</c>, <c>they/them</c>; null where not given.</summary>
    public string? Pronouns { get; init; }

    /// <summary>The offices held, in the order of the file.</summary>
    public ImmutableArray<Role> Roles { get; init; } = [];

    /// <summary>Where to read more: web addresses, never fetched.</summary>
    public ImmutableArray<string> Links { get; init; } = [];

    /// <summary>What the newsroom wants to remember; null for nothing.</summary>
    public string? Note { get; init; }

    /// <summary>Where the entry's name stands in the registry's file.</summary>
    public Location Location { get; init; } = Location.None;
}

/// <summary>The known speakers of a newsroom. Immutable.</summary>
public sealed class Registry
{
    /// <summary>One that knows nobody.</summary>
    public static Registry Empty { get; } = new([]);

    private readonly Lazy<RegistryNames> _names;

    public Registry(ImmutableArray<RegistryEntry> entries)
    {
        Entries = entries;
        _names = new(() => new RegistryNames(this));
    }

    /// <summary>In the order of the file.</summary>
    public ImmutableArray<RegistryEntry> Entries { get; }

    internal RegistryNames Names => _names.Value;
}
