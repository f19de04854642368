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

    /// <summary>A word in the place of another, as far as that can be guessed.</summary>
    /// <param name="instead">What was meant, for a fix; null where nobody can tell.</param>
    public void AddMisspelled(DiagnosticDescriptor descriptor, TextSpan span, string? instead, params object[] arguments) => _found.Add(Diagnostic.Create(
        descriptor, LocationOf(span), instead is null ? null : ImmutableDictionary<string, string?>.Empty.Add(Spelling.InsteadProperty, instead), arguments));

    public Location LocationOf(TextSpan span) => Location.Create(path, span, text.Lines.GetLinePositionSpan(span));

    public int LineOf(TextSpan span) => text.Lines.GetLinePosition(span.Start).Line + 1;

    /// <summary>In the order of the file.</summary>
    public ImmutableArray<Diagnostic> ToImmutable() => [.. _found.OrderBy(d => d.Location.SourceSpan.Start)];
}
