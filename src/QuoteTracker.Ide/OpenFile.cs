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
    private readonly Lazy<FileRole> _role;
    private readonly Lazy<ArticleReading> _reading;
    private readonly Lazy<ArticleModel> _model;
    private readonly Lazy<ImmutableArray<Diagnostic>> _diagnostics;
    private readonly Lazy<IndexedArticle> _indexed;

    // Until this version is read: so that no version keeps all those before it.
    private ArticleModel? _before;

    /// <param name="before">The version before: of what was understood of it only what changed is read again.</param>
    internal OpenFile(string path, SourceText text, Func<NewsroomTools> tools, OpenFile? before)
    {
        Path = path;
        Text = text;
        _tools = new(tools);
        _role = new(FindRole);
        _reading = new(() => ArticleReader.FromText(Path, Text));
        _before = before?.NewestModel;
        _model = new(Analyze);
        _diagnostics = new(FindDiagnostics);
        _indexed = new(() => IndexedArticle.Of(Newsroom.Root, _model.Value, Diagnostics));
    }

    /// <summary>A full path; the file need not be on disk.</summary>
    public string Path { get; }

    public SourceText Text { get; }

    public NewsroomTools Tools => _tools.Value;

    public Newsroom Newsroom => Tools.Newsroom;

    public FileRole Role => _role.Value;

    /// <summary>Null where the file is no article.</summary>
    public ArticleModel? Model => Role == FileRole.Article ? _model.Value : null;

    /// <summary>None where the file is no article.</summary>
    public FrontMatter FrontMatter => Role == FileRole.Article ? _reading.Value.FrontMatter : FrontMatter.None;

    /// <summary>What <c>lint</c> says about this file, with the text as it is in the editor: in text order.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => _diagnostics.Value;

    /// <summary>What the index would keep of it; null where the file is no article.</summary>
    public IndexedArticle? Indexed => Role == FileRole.Article ? _indexed.Value : null;

    /// <summary>The last model that was made, of this version or of one before it; null where there is none.</summary>
    private ArticleModel? NewestModel
    {
        get
        {
            var before = _before;
            return _model.IsValueCreated ? _model.Value : before;
        }
    }

    private ArticleModel Analyze()
    {
        var model = Tools.Analyzer.Analyze(_reading.Value.Article!, _before);
        _before = null;
        return model;
    }

    private FileRole FindRole()
    {
        if (Path == Newsroom.ConfigurationPath) return FileRole.Configuration;
        if (Path == Newsroom.RegistryPath) return FileRole.Registry;
        return Tools.Patterns.IsArticle(Path) ? FileRole.Article : FileRole.Other;
    }

    private ImmutableArray<Diagnostic> FindDiagnostics() => Role switch
    {
        FileRole.Article => [.. _reading.Value.Diagnostics, .. Tools.Rules.Run(_model.Value)],
        FileRole.Registry or FileRole.Configuration => [.. OfThisFile(Newsroom.Diagnostics)],
        _ => [],
    };

    private IEnumerable<Diagnostic> OfThisFile(ImmutableArray<Diagnostic> all) => all.Where(diagnostic => diagnostic.Location.GetLineSpan().Path == Path);
}
