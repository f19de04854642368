using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace QuoteTracker.Workspace.Yaml;

/// <summary>Gathers the faults of one file at their places.</summary>
internal sealed class FaultList(string path, SourceText text)
{
    private readonly ImmutableArray<Diagnostic>.Builder _found = ImmutableArray.CreateBuilder<Diagnostic>();

    public void Add(DiagnosticDescriptor descriptor, TextSpan span, params object[] arguments) =>
        _found.Add(Diagnostic.Create(descriptor, LocationOf(span), arguments));

    public Location LocationOf(TextSpan span) => Location.Create(path, span, text.Lines.GetLinePositionSpan(span));

    public int LineOf(TextSpan span) => text.Lines.GetLinePosition(span.Start).Line + 1;

    /// <summary>In the order of the file.</summary>
    public ImmutableArray<Diagnostic> ToImmutable() => [.. _found.OrderBy(d => d.Location.SourceSpan.Start)];
}
