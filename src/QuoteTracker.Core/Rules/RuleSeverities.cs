using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace QuoteTracker.Core.Rules;

/// <summary>How bad each rule's findings are: its default, or what the newsroom's configuration says. Immutable.</summary>
public sealed class RuleSeverities
{
    private readonly Dictionary<string, DiagnosticSeverity?> _byName;

    /// <param name="byName">By the rule's name (<c>unattributed-quotation</c>); null switches it off. A rule that is not here keeps its default.</param>
    public RuleSeverities(IReadOnlyDictionary<string, DiagnosticSeverity?> byName) =>
        _byName = new(byName, StringComparer.Ordinal);

    public static RuleSeverities Default { get; } = new(ImmutableDictionary<string, DiagnosticSeverity?>.Empty);

    /// <summary>The words of the configuration, the mildest first.</summary>
    public static IReadOnlyList<string> Words { get; } = ["off", "hint", "info", "warning", "error"];

    /// <summary>Reads a word of the configuration; null severity is <c>off</c>.</summary>
    public static bool TryParse(string word, out DiagnosticSeverity? severity)
    {
        severity = word switch
        {
            "hint" => DiagnosticSeverity.Hidden,
            "info" => DiagnosticSeverity.Info,
            "warning" => DiagnosticSeverity.Warning,
            "error" => DiagnosticSeverity.Error,
            _ => null,
        };
        return severity is not null || word == "off";
    }

    /// <summary>The word of the configuration for a severity.</summary>
    public static string WordFor(DiagnosticSeverity? severity) => severity switch
    {
        null => "off",
        DiagnosticSeverity.Hidden => "hint",
        DiagnosticSeverity.Info => "info",
        DiagnosticSeverity.Warning => "warning",
        _ => "error",
    };

    /// <summary>Null where it is off.</summary>
    public DiagnosticSeverity? Of(DiagnosticDescriptor descriptor)
    {
        ArgumentNullException.ThrowIfNull(descriptor);
        if (_byName.TryGetValue(descriptor.Name, out var severity)) return severity;
        return descriptor.IsEnabledByDefault ? descriptor.DefaultSeverity : null;
    }

    /// <summary>The same, but for the rules named.</summary>
    public RuleSeverities With(IEnumerable<KeyValuePair<string, DiagnosticSeverity?>> changes)
    {
        var byName = new Dictionary<string, DiagnosticSeverity?>(_byName, StringComparer.Ordinal);
        foreach (var (name, severity) in changes) byName[name] = severity;
        return new RuleSeverities(byName);
    }

    /// <summary>A diagnostic of the configured severity; null where its rule is off.</summary>
    public Diagnostic? Create(
        DiagnosticDescriptor descriptor, Location location, IReadOnlyDictionary<string, string?>? properties, params object[] arguments) =>
        Of(descriptor) is { } severity
            ? Diagnostic.Create(descriptor, location, severity, additionalLocations: null, properties?.ToImmutableDictionary(), arguments)
            : null;
}
