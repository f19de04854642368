using Microsoft.CodeAnalysis.Text;

namespace QuoteTracker.Ide.Completing;

/// <summary>What a completion writes.</summary>
public enum CompletionKind
{
    /// <summary>A speaker's name.</summary>
    Name,

    Rule,

    /// <summary>A key of a YAML file.</summary>
    Key,

    /// <summary>One of a key's values.</summary>
    Value,
}

/// <summary>Words that may come next.</summary>
/// <param name="Label">Unique at its place.</param>
/// <param name="Span">What <paramref name="NewText"/> takes the place of, up to the cursor; UTF-16 offsets, end exclusive.</param>
public sealed record Completion(string Label, CompletionKind Kind, TextSpan Span, string NewText)
{
    /// <summary>A few words beside the label.</summary>
    public string? Detail { get; init; }

    /// <summary>What the typed words are matched with, where that is not the label.</summary>
    public string? FilterText { get; init; }

    /// <summary>Works out Markdown that says more; null where there is no more to say.</summary>
    public Func<string?>? Documentation { get; init; }
}
