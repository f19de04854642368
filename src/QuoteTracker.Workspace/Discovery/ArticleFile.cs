using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace QuoteTracker.Workspace.Discovery;

/// <summary>An article to read.</summary>
/// <param name="Path">A full path; for standard input the name it was given, or <c>-</c>.</param>
/// <param name="Newsroom">The newsroom that the article belongs to: the nearest one upwards.</param>
public sealed record ArticleFile(string Path, Newsroom Newsroom)
{
    /// <summary>The text comes from standard input; <see cref="Path"/> only names it.</summary>
    public bool IsStandardInput { get; init; }
}

/// <summary>What there is to read.</summary>
/// <param name="Files">In the order of the paths asked for, those of a folder in ordinal order; each once.</param>
/// <param name="Newsrooms">Those of the files and of the paths asked for, each once, in the order of their first use.</param>
/// <param name="Diagnostics">What could not be found or must not be read. The faults of the newsrooms' own files are theirs.</param>
public sealed record FoundArticles(ImmutableArray<ArticleFile> Files, ImmutableArray<Newsroom> Newsrooms, ImmutableArray<Diagnostic> Diagnostics);
