using Microsoft.CodeAnalysis;

namespace QuoteTracker.Workspace.Articles;

/// <summary>Makes diagnostics about a file as a whole.</summary>
internal static class FileFault
{
    public static Diagnostic At(string path, DiagnosticDescriptor descriptor, params object[] arguments) =>
        Diagnostic.Create(descriptor, Location.Create(path, default, default), arguments);
}
