using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace QuoteTracker.Core.Speakers;

/// <summary>How a mention names its entity.</summary>
public enum MentionForm
{
    /// <summary><c>Christopher Luxon</c>, <c>the Reserve Bank</c>.</summary>
    FullName,

    /// <summary><c>Luxon</c>, <c>Chris</c>, an acronym.</summary>
    ShortName,

    /// <summary><c>the Prime Minister</c>, <c>the 42-year-old</c>.</summary>
    Description,

    Pronoun,
}

/// <summary>A place in the text that names an entity, or tries to.</summary>
/// <param name="Span">The name, title or pronoun without appositions; UTF-16 offsets, end exclusive.</param>
/// <param name="Form">How it names its entity.</param>
public sealed record Mention(TextSpan Span, MentionForm Form)
{
    /// <summary>The index of its entity in <see cref="Model.ArticleModel.Entities"/>, -1 where nothing decides.</summary>
    public int Entity { get; init; } = -1;

    /// <summary>How the entity was found, in kebab case: <c>same-name</c>, <c>registry-alias</c>, <c>role-on-date</c>, <c>nearest-agreeing-subject</c>.</summary>
    public string How { get; init; } = "";

    /// <summary>Registry entries that fit as well as each other, where more than one does.</summary>
    public ImmutableArray<RegistryEntry> Rivals { get; init; } = [];
}

/// <summary>A person, body or document that an article mentions.</summary>
/// <param name="Name">The registry's name where it is linked, else the canonical mention: its fullest form in the article.</param>
/// <param name="Kind">What it is, as far as the text or the registry tells.</param>
/// <param name="Entry">The registry's entry, null where none is linked.</param>
public sealed record Entity(string Name, EntityKind Kind, RegistryEntry? Entry)
{
    /// <summary>Unnamed on purpose (<c>sources</c>, <c>a senior official</c>).</summary>
    public bool IsAnonymous { get; init; }

    /// <summary>Those who speak as one where <see cref="Name"/> joins two, in text order; otherwise empty.</summary>
    public ImmutableArray<Entity> Members { get; init; } = [];

    /// <summary>The first mention in the text; UTF-16 offsets, end exclusive.</summary>
    public TextSpan Introduction { get; init; }

    /// <summary>By value, that of the members as well: two analyses of one text find equal entities.</summary>
    public bool Equals(Entity? other) =>
        other is not null && Name == other.Name && Kind == other.Kind && Entry == other.Entry && IsAnonymous == other.IsAnonymous
        && Introduction == other.Introduction && Members.AsSpan().SequenceEqual(other.Members.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Name, Kind, Introduction);
}
