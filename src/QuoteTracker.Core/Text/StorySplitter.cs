using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace QuoteTracker.Core.Text;

/// <summary>Splits a page saved from the web into its articles.</summary>
public static class StorySplitter
{
    /// <summary>The stories in text order, covering all of the text: one for an ordinary file.</summary>
    public static ImmutableArray<TextSpan> Split(string copy, ImmutableArray<TextSpan> paragraphs)
    {
        ArgumentNullException.ThrowIfNull(copy);
        return [new TextSpan(0, copy.Length)];
    }
}
