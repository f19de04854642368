using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Core.Rules;

/// <summary>The one list of our own rules, their fixes, and all that the tool may report.</summary>
public static class RuleCatalogue
{
    /// <summary>The rules that run over articles, by id.</summary>
    public static ImmutableArray<ArticleRule> Rules { get; } =
    [
        new UnclosedQuotation(),
        new MismatchedQuotationMarks(),
        new MissingContinuationMark(),
        new MixedMarkStyles(),
        new UnattributedQuotation(),
        new AmbiguousSource(),
        new PronounWithoutAntecedent(),
        new AnonymousSource(),
        new DistantAttribution(),
        new LoadedCue(),
        new FirstReferenceIncomplete(),
        new UnknownSpeaker(),
        new MisspelledSpeaker(),
        new RoleMismatch(),
        new AmbiguousSpeaker(),
        new QuotationDiffersFromSource(),
        new QuotationNotInSources(),
        new UncheckedClaim(),
        new DisputedClaim(),
        new StaleCheck(),
        new QuotedDifferentlyElsewhere(),
    ];

    public static ImmutableArray<FixProvider> FixProviders { get; } =
    [
        new MismatchedQuotationMarksFix(),
        new MissingContinuationMarkFix(),
        new MixedMarkStylesFix(),
        new UnknownSpeakerFix(),
        new MisspelledSpeakerFix(),
        new QuotationDiffersFromSourceFix(),
    ];

    /// <summary>All that may be reported, by id: what the rules report, and faults in the registry, the ledger, the configuration and the files.</summary>
    public static ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [.. ((IEnumerable<DiagnosticDescriptor>)
    [
        .. Rules.SelectMany(rule => rule.SupportedDiagnostics),
        RegistryFaults.Malformed,
        RegistryFaults.DuplicateId,
        RegistryFaults.MissingKey,
        RegistryFaults.UnknownKind,
        RegistryFaults.InvalidDate,
        RegistryFaults.EndsBeforeItBegins,
        RegistryFaults.SharedAlias,
        RegistryFaults.UnknownKey,
        RegistryFaults.InvalidValue,
        RegistryFaults.RepeatedKey,
        LedgerFaults.Malformed,
        LedgerFaults.DuplicateId,
        LedgerFaults.UnknownSpeaker,
        LedgerFaults.DanglingSource,
        LedgerFaults.Lost,
        ToolFaults.MalformedConfiguration,
        ToolFaults.UnknownConfigurationKey,
        ToolFaults.InvalidConfigurationValue,
        ToolFaults.UnknownRuleName,
        ToolFaults.MissingConfiguredFile,
        ToolFaults.PathOutsideRoot,
        ToolFaults.InvalidPattern,
        ToolFaults.RepeatedConfigurationKey,
        ToolFaults.MissingPath,
        ToolFaults.UnreadableFile,
        ToolFaults.NotText,
        ToolFaults.TooLarge,
        ToolFaults.LinkLoop,
        ToolFaults.GuessedEncoding,
        ToolFaults.EmptyFile,
        ToolFaults.InvalidFrontMatter,
        ToolFaults.NoArticles,
        ToolFaults.DamagedText,
        ToolFaults.NotWritten,
        ToolFaults.TangledMarkdown,
        ToolFaults.InvalidCueTime,
        RunFaults.RuleFailed,
        RunFaults.UnusedSuppression,
        RunFaults.InvalidSuppression,
        HouseFaults.IncompleteRule,
        HouseFaults.DuplicateRule,
        HouseFaults.RuleStopped,
        HouseFaults.RuleDoesNotCompile,
        HouseFaults.ForbiddenInRule,
        HouseFaults.UnusableRule,
        HouseFaults.CodeRulesNotRun,
    ]).OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal)];

    private static readonly Dictionary<string, DiagnosticDescriptor> _byName =
        Descriptors.ToDictionary(descriptor => descriptor.Name, StringComparer.Ordinal);

    /// <param name="name"><c>unattributed-quotation</c>.</param>
    public static DiagnosticDescriptor? FindByName(string name) => _byName.GetValueOrDefault(name);

    /// <param name="nameOrId"><c>unattributed-quotation</c> or <c>QT0201</c>, in letters of any case.</param>
    public static DiagnosticDescriptor? Find(string nameOrId) =>
        FindByName(nameOrId) ?? Descriptors.FirstOrDefault(descriptor =>
            descriptor.Id.Equals(nameOrId, StringComparison.OrdinalIgnoreCase) || descriptor.Name.Equals(nameOrId, StringComparison.OrdinalIgnoreCase));

    /// <summary>True where a fix may be had for findings of this id.</summary>
    public static bool IsFixable(string id) => FixProviders.Any(provider => provider.FixableIds.Contains(id));

    /// <summary>True where a fix may be had for this finding: its rule has some, or it brings its own.</summary>
    public static bool IsFixable(Diagnostic diagnostic)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        return IsFixable(diagnostic.Id) || CarriedFixes.AreIn(diagnostic);
    }

    /// <summary>The ways to mend a finding, the best first.</summary>
    public static ImmutableArray<Fix> FixesFor(Diagnostic diagnostic, ArticleModel model)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        ImmutableArray<Fix> fixes = [];
        foreach (var provider in FixProviders)
        {
            if (provider.FixableIds.Contains(diagnostic.Id)) fixes = fixes.AddRange(provider.FixesFor(diagnostic, model));
        }
        return fixes.AddRange(CarriedFixes.Of(diagnostic));
    }
}
