using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace QuoteTracker.Core.Rules.House;

/// <summary>A file with a rule in C#. Its name without <c>.cs</c> is the rule's.</summary>
/// <param name="Path">A full path.</param>
public sealed record CodeRuleFile(string Path, SourceText Text)
{
    /// <summary>What the rule has to be called.</summary>
    public string RuleName => NameOf(Path);

    public static string NameOf(string path) => System.IO.Path.GetFileNameWithoutExtension(path);

    /// <summary>At a place in the file.</summary>
    /// <param name="span">UTF-16 offsets, end exclusive; what lies beyond the text's end is cut off.</param>
    public Location LocationOf(TextSpan span)
    {
        int start = Math.Min(span.Start, Text.Length);
        var inside = TextSpan.FromBounds(start, Math.Clamp(span.End, start, Text.Length));
        return Location.Create(Path, inside, Text.Lines.GetLinePositionSpan(inside));
    }
}

/// <summary>The rules in C# of one newsroom, and what they stand among.</summary>
public sealed record CodeRuleRequest
{
    /// <summary>The newsroom's root, a full path.</summary>
    public required string Root { get; init; }

    public required ImmutableArray<CodeRuleFile> Files { get; init; }

    /// <summary>Rules that are off are compiled, and do not run.</summary>
    public required RuleSeverities Severities { get; init; }

    /// <summary>The rules whose ids and names are taken.</summary>
    public required ImmutableArray<DiagnosticDescriptor> Taken { get; init; }

    /// <summary>
    /// An article's number, from 0, by its path, where they have an order and are looked at in any: a rule that breaks off its process on one is off from there on,
    /// and not for those before. Null where it is off for all.
    /// </summary>
    public Func<string, int>? NumberOf { get; init; }
}

/// <summary>Rules in C#, ready to run, and what is wrong with the files that have none. Disposed, they find nothing more.</summary>
public abstract class CodeRules : IDisposable
{
    /// <summary>Where the user does not allow them.</summary>
    public static CodeRules None { get; } = new NoRules();

    public abstract ImmutableArray<ArticleRule> Rules { get; }

    /// <summary>In the rules' files, at their place.</summary>
    public abstract ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>A rule broke, or took more than it may, and does not run again: a diagnostic in its file. On any thread, while an article is looked at.</summary>
    public event Action<Diagnostic>? Stopped;

    /// <summary>Tells whoever listens.</summary>
    protected void OnStopped(Diagnostic diagnostic) => Stopped?.Invoke(diagnostic);

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);

    private sealed class NoRules : CodeRules
    {
        public override ImmutableArray<ArticleRule> Rules => [];

        public override ImmutableArray<Diagnostic> Diagnostics => [];

        protected override void Dispose(bool disposing)
        {
        }
    }
}

/// <summary>Makes rules of files. Whoever has one was allowed to run them by the user; no file of a newsroom allows it.</summary>
public interface ICodeRuleLoader
{
    /// <summary>May take seconds: a compiler runs.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    CodeRules Load(CodeRuleRequest request, CancellationToken cancellation);
}
