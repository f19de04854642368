using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace QuoteTracker.Core.Rules.House;

/// <summary>A rule of the newsroom's own as its configuration defines it.</summary>
public sealed record HouseRuleDefinition
{
    /// <summary><c>HR0101</c>.</summary>
    public required string Id { get; init; }

    /// <summary>States the fault, in kebab case; configuration and suppressions use it.</summary>
    public required string Name { get; init; }

    public required HouseMessage Message { get; init; }

    /// <summary>Null where the rule is off until the configuration's <c>rules</c> gives it a severity.</summary>
    public DiagnosticSeverity? Severity { get; init; } = DiagnosticSeverity.Warning;

    public required HousePattern Pattern { get; init; }

    /// <summary>What is to stand in the place of the words found, empty for nothing; null where a person has to write.</summary>
    public string? Replacement { get; init; }

    /// <summary>Articles in which the rule finds nothing.</summary>
    public ImmutableArray<HouseExample> Ok { get; init; } = [];

    /// <summary>Articles in which it finds something: where they have labels in the notation of fixtures exactly that.</summary>
    public ImmutableArray<HouseExample> Flag { get; init; } = [];
}

/// <summary>An example of a rule.</summary>
/// <param name="Text">The article.</param>
/// <param name="Line">The line from 1 on which it begins in the file that has it.</param>
public sealed record HouseExample(string Text, int Line);
