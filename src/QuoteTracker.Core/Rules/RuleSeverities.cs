using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace QuoteTracker.Core.Rules;

/// <summary>How bad each rule's findings are: its default, or what the newsroom's configuration says. Immutable.</summary>
public sealed class RuleSeverities
{
    private readonly Dictionary<string, DiagnosticSeverity?> _byName;

    /// <param name="byName">By the rule's name (<c>unattributed-quotation</c>); null switches it off. A rule that is not here keeps its default.</param>
    public RuleSeverities(IReadOnlyDictionary<string, DiagnosticSeverity?> byName) =>
        _byName = new(byName, StringComparer.Ordinal);

    public static RuleSeverities Default { get; } = new(new Dictionary<string, DiagnosticSeverity?>());

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
        DiagnosticDescriptor descriptor, Location location, ImmutableDictionary<string, string?>? properties, params object[] arguments) =>
        CreateBeside(descriptor, location, null, properties, arguments);

    /// <param name="others">The places that the one is held against.</param>
    internal Diagnostic? CreateBeside(
        DiagnosticDescriptor descriptor, Location location, IEnumerable<Location>? others, ImmutableDictionary<string, string?>? properties, object[] arguments) =>
        Of(descriptor) is { } severity
            ? Diagnostic.Create(descriptor, location, severity, others, properties, arguments)
            : null;

    /// <summary>Gives diagnostics made elsewhere, such as faults of a file, their configured severity; those of rules that are off are left out.</summary>
    public IEnumerable<Diagnostic> Apply(IEnumerable<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        foreach (var diagnostic in diagnostics)
        {
            if (Of(diagnostic.Descriptor) is not { } severity) continue;
            yield return severity == diagnostic.Severity ? diagnostic : WithSeverity(diagnostic, severity);
        }
    }

    /// <summary>The same diagnostic at another place: its words have moved.</summary>
    public static Diagnostic Moved(Diagnostic diagnostic, Location location)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        return Finished(
            diagnostic.Descriptor, diagnostic.GetMessage(CultureInfo.InvariantCulture), diagnostic.Severity, location, diagnostic.AdditionalLocations, diagnostic.Properties);
    }

    /// <summary>A diagnostic of the configured severity whose message is made already; null where its rule is off.</summary>
    internal Diagnostic? CreateFinished(DiagnosticDescriptor descriptor, Location location, string message, ImmutableDictionary<string, string?> properties) =>
        Of(descriptor) is { } severity ? Finished(descriptor, message, severity, location, [], properties) : null;

    /// <summary>Built from its message: a diagnostic does not give its arguments away.</summary>
    private static Diagnostic WithSeverity(Diagnostic diagnostic, DiagnosticSeverity severity) => Finished(
        diagnostic.Descriptor, diagnostic.GetMessage(CultureInfo.InvariantCulture), severity, diagnostic.Location, diagnostic.AdditionalLocations, diagnostic.Properties);

    private static Diagnostic Finished(
        DiagnosticDescriptor descriptor, string message, DiagnosticSeverity severity, Location location, IEnumerable<Location> more,
        ImmutableDictionary<string, string?> properties) => Diagnostic.Create(
            descriptor.Id, descriptor.Category, message, severity, descriptor.DefaultSeverity, descriptor.IsEnabledByDefault,
            warningLevel: severity == DiagnosticSeverity.Error ? 0 : 1, descriptor.Title, descriptor.Description, descriptor.HelpLinkUri, location, more,
            descriptor.CustomTags, properties);
}
