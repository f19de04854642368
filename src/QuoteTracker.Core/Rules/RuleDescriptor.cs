using Microsoft.CodeAnalysis;

namespace QuoteTracker.Core.Rules;

/// <summary>What a finding is about; the category of its descriptor.</summary>
public static class RuleGroup
{
    /// <summary>QT01: the marks themselves.</summary>
    public const string Form = "Form";

    /// <summary>QT02: who said it.</summary>
    public const string Attribution = "Attribution";

    /// <summary>QT03: the known speakers.</summary>
    public const string Registry = "Registry";

    /// <summary>QT04: what was checked.</summary>
    public const string Claims = "Claims";

    /// <summary>HR: the newsroom's own rules.</summary>
    public const string House = "House";

    /// <summary>QT09: the tool, its files and its configuration.</summary>
    public const string Tool = "Tool";
}

/// <summary>Makes and reads the descriptors of our own rules.</summary>
public static class RuleDescriptor
{
    /// <summary>Makes the descriptor of a rule.</summary>
    /// <param name="id"><c>QT0201</c>.</param>
    /// <param name="name">States the fault, in kebab case; configuration and suppressions use it. It becomes the descriptor's title.</param>
    /// <param name="group">One of <see cref="RuleGroup"/>.</param>
    /// <param name="message">What is wrong, why it matters, what to do: for an editor on deadline. A composite format string.</param>
    public static DiagnosticDescriptor Create(string id, string name, string group, DiagnosticSeverity severity, string message) =>
        new(id, name, message, group, severity, isEnabledByDefault: true, helpLinkUri: $"docs/rules/{id}-{name}.md");

    extension(DiagnosticDescriptor descriptor)
    {
        /// <summary>The rule's name in configuration and suppressions: <c>unattributed-quotation</c>.</summary>
        public string Name => descriptor.Title.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
