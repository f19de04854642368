using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Model;
using QuoteTracker.Ide.Index;
using QuoteTracker.Workspace;
using QuoteTracker.Workspace.Articles;

namespace QuoteTracker.Ide;

/// <summary>What an open file is to its newsroom.</summary>
public enum FileRole
{
    Article,
    Registry,
    Configuration,

    /// <summary>A rule in C#.</summary>
    HouseRule,

    /// <summary>A source, or anything else that the newsroom's patterns leave out: nothing is said about it.</summary>
    Other,
}

/// <summary>
/// One version of one open file and what was understood of it. Immutable: what is computed is computed once, when it is first asked for, and kept for all
/// who ask. Thread-safe.
/// </summary>
public sealed class OpenFile
{
    private readonly Lazy<NewsroomTools> _tools;
    private readonly Lazy<ArticleReading> _reading;
    private readonly SharedWork<ArticleModel> _model;
    private readonly SharedWork<ImmutableArray<Diagnostic>> _diagnostics;
    private readonly Lazy<IndexedArticle> _indexed;

    // Until this version is read: so that no version keeps all those before it.
    private ArticleModel? _before;

    /// <param name="before">The version before: of what was understood of it only what changed is read again.</param>
    internal OpenFile(string path, SourceText text, Func<NewsroomTools> tools, OpenFile? before)
    {
        Path = path;
        Text = text;
        _tools = new(tools);
        _reading = new(() => ArticleReader.FromText(Path, Text));
        _before = before?.NewestModel;
        _model = new(Analyze);
        _diagnostics = new(RunRules);
        _indexed = new(() => IndexedArticle.Of(Newsroom.Root, _model.Get(), Diagnostics));
    }

    /// <summary>A full path; the file need not be on disk.</summary>
    public string Path { get; }

    public SourceText Text { get; }

    public NewsroomTools Tools => _tools.Value;

    public Newsroom Newsroom => Tools.Newsroom;

    public FileRole Role => Tools.RoleOf(Path);

    /// <summary>Null where the file is no article.</summary>
    public ArticleModel? Model => Role == FileRole.Article ? _model.Get() : null;

    /// <summary>None where the file is no article.</summary>
    public FrontMatter FrontMatter => Role == FileRole.Article ? _reading.Value.FrontMatter : FrontMatter.None;

    /// <summary>What <c>lint</c> says about this file, with the text as it is in the editor: in text order.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => _diagnostics.Get();

    /// <summary>What the index would keep of it; null where the file is no article.</summary>
    public IndexedArticle? Indexed => Role == FileRole.Article ? _indexed.Value : null;

    /// <summary>Sees to it that <see cref="Model"/> is there, as long as the caller waits for it.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled. The work stops where nobody else waits for it.</exception>
    public void Read(CancellationToken cancellation)
    {
        if (Role == FileRole.Article) _model.Get(cancellation);
    }

    /// <summary><see cref="Diagnostics"/>, as long as the caller waits for them.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled. The work stops where nobody else waits for it.</exception>
    public ImmutableArray<Diagnostic> FindDiagnostics(CancellationToken cancellation) => _diagnostics.Get(cancellation);

    /// <summary>The last model that was made, of this version or of one before it; null where there is none.</summary>
    private ArticleModel? NewestModel
    {
        get
        {
            var before = _before;
            return _model.IsDone ? _model.Get() : before;
        }
    }

    private ArticleModel Analyze(CancellationToken cancellation)
    {
        var model = Tools.Analyzer.Analyze(_reading.Value.Article!, _before, cancellation);
        _before = null;
        return model;
    }

    private ImmutableArray<Diagnostic> RunRules(CancellationToken cancellation) => Role switch
    {
        FileRole.Article => [.. _reading.Value.Diagnostics, .. OfThisFile(Tools.Rules.Run(_model.Get(cancellation), cancellation))],
        FileRole.Registry or FileRole.Configuration => [.. OfThisFile(Newsroom.Diagnostics)],
        FileRole.HouseRule => [.. OfThisFile(Tools.CodeRules?.Diagnostics ?? [])],
        _ => [],
    };

    /// <summary>A rule that broke over an article is reported at the rule's file, which hears of it by another way.</summary>
    private IEnumerable<Diagnostic> OfThisFile(ImmutableArray<Diagnostic> all) => all.Where(diagnostic => diagnostic.Location.GetLineSpan().Path == Path);
}
