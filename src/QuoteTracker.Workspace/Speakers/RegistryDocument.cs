using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Speakers;

namespace QuoteTracker.Workspace.Speakers;

/// <summary>Where an entry stands in its file. A value's span is as written, quotation marks included; UTF-16 offsets, end exclusive.</summary>
/// <param name="Id">The value of <c>id</c>.</param>
/// <param name="Span">The whole entry, without the dash before it.</param>
/// <param name="Name">The value of <c>name</c>.</param>
/// <param name="Aliases">One for each alias, in the order of <see cref="RegistryEntry.Aliases"/>.</param>
/// <param name="Roles">One for each role, in the order of <see cref="RegistryEntry.Roles"/>.</param>
/// <param name="Links">One for each link, in the order of <see cref="RegistryEntry.Links"/>.</param>
public sealed record EntrySpans(
    TextSpan Id, TextSpan Span, TextSpan Name, ImmutableArray<TextSpan> Aliases, ImmutableArray<TextSpan> Roles, ImmutableArray<TextSpan> Links);

/// <summary>The registry as a file: its entries, their places, and the faults in it.</summary>
/// <param name="Path">Names the file in diagnostics.</param>
/// <param name="Spans">One for each of <see cref="Registry.Entries"/>, in the same order.</param>
/// <param name="Diagnostics">In the order of the file.</param>
public sealed record RegistryDocument(
    string Path, SourceText Text, Registry Registry, ImmutableArray<EntrySpans> Spans, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <returns>Where the entry stands; null where the registry has none of this id.</returns>
    public EntrySpans? Find(string id)
    {
        for (var i = 0; i < Spans.Length; i++)
        {
            if (Registry.Entries[i].Id == id) return Spans[i];
        }
        return null;
    }

    /// <returns>The entry whose lines hold <paramref name="position"/>; null where none does.</returns>
    public RegistryEntry? EntryAt(int position)
    {
        for (var i = 0; i < Spans.Length; i++)
        {
            if (Spans[i].Span.IntersectsWith(position)) return Registry.Entries[i];
        }
        return null;
    }
}
