using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace QuoteTracker.Ide;

/// <summary>A configuration, a registry or a rule in C# of the workspace, as it is in the editor or else on disk.</summary>
/// <param name="Path">A full path.</param>
/// <param name="Text">Empty where the file cannot be read.</param>
/// <param name="Diagnostics">In text order.</param>
public sealed record NewsroomFile(string Path, SourceText Text, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Those that are there, or that something is said about; by path, in ordinal order.</summary>
    public static IReadOnlyList<NewsroomFile> Of(IdeSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var files = new SortedDictionary<string, NewsroomFile>(StringComparer.Ordinal);
        foreach (var newsroom in snapshot.Newsrooms)
        {
            foreach (var (path, text) in new[] { (newsroom.ConfigurationPath, newsroom.ConfigurationDocument?.Text), (newsroom.RegistryPath, newsroom.RegistryDocument?.Text) })
            {
                ImmutableArray<Diagnostic> found = [.. newsroom.Diagnostics.Where(diagnostic => diagnostic.Location.GetLineSpan().Path == path)];
                if (text is not null || !found.IsEmpty) files[path] = new NewsroomFile(path, text ?? SourceText.From(""), found);
            }
        }
        foreach (var loaded in snapshot.CodeRules.Values)
        {
            foreach (var file in loaded.Files)
                files[file.Path] = new NewsroomFile(file.Path, file.Text, [.. loaded.Diagnostics.Where(diagnostic => diagnostic.Location.GetLineSpan().Path == file.Path)]);
        }
        return [.. files.Values];
    }
}
