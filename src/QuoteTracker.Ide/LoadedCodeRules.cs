using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Rules.House;
using QuoteTracker.Workspace;
using QuoteTracker.Workspace.House;

namespace QuoteTracker.Ide;

/// <summary>A newsroom's rules in C# as they were last loaded.</summary>
/// <param name="Diagnostics">In the rules' files: what is wrong with them, and which of them broke since.</param>
/// <param name="Configuration">The text of the configuration that they were loaded under.</param>
public sealed record LoadedCodeRules(CodeRules Rules, ImmutableArray<CodeRuleFile> Files, ImmutableArray<Diagnostic> Diagnostics, SourceText? Configuration)
{
    /// <summary>Loads them; may take seconds.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    /// <param name="faults">What went wrong when the files were read.</param>
    public static LoadedCodeRules Load(
        ICodeRuleLoader loader, Newsroom newsroom, ImmutableArray<CodeRuleFile> files, ImmutableArray<Diagnostic> faults, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(loader);
        ArgumentNullException.ThrowIfNull(newsroom);
        var rules = loader.Load(newsroom.CodeRuleRequestFor(files), cancellation);
        return new LoadedCodeRules(rules, files, faults.AddRange(rules.Diagnostics), newsroom.ConfigurationDocument?.Text);
    }

    /// <summary>Where the user does not allow them: that they do not run, and nothing of them.</summary>
    public static LoadedCodeRules NotRun(Newsroom newsroom, ImmutableArray<CodeRuleFile> files)
    {
        ArgumentNullException.ThrowIfNull(newsroom);
        return new LoadedCodeRules(CodeRules.None, files, CodeRuleFiles.NotRun(newsroom) is { } told ? [told] : [], newsroom.ConfigurationDocument?.Text);
    }

    /// <summary>True where loading again would give the same.</summary>
    public bool AreOf(Newsroom newsroom, ImmutableArray<CodeRuleFile> files)
    {
        ArgumentNullException.ThrowIfNull(newsroom);
        return Files.Length == files.Length
            && Files.Zip(files).All(static pair => pair.First.Path == pair.Second.Path && pair.First.Text.ContentEquals(pair.Second.Text))
            && (Configuration is null ? newsroom.ConfigurationDocument is null : newsroom.ConfigurationDocument?.Text.ContentEquals(Configuration) == true);
    }
}
