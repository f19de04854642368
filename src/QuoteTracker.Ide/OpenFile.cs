using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Checking;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Rules;
using QuoteTracker.Ide.Checking;
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
    Ledger,

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
    private readonly Lazy<NewsroomRecords> _records;
    private readonly ReadText _text;
    private readonly SharedWork<ArticleBackground> _background;
    private readonly SharedWork<ImmutableArray<Diagnostic>> _diagnostics;
    private readonly Lazy<ClaimMarks> _ownMarks;

    // Those of the version before: good until this version has its own.
    private readonly ClaimMarks _marksBefore;

    /// <param name="before">The version before: of what was understood of it only what changed is read again.</param>
    internal OpenFile(string path, SourceText text, Func<NewsroomTools> tools, Func<NewsroomTools, NewsroomRecords> records, OpenFile? before)
        : this(path, text, new Lazy<NewsroomTools>(tools), records, null, before)
    {
    }

    private OpenFile(string path, SourceText text, Lazy<NewsroomTools> tools, Func<NewsroomTools, NewsroomRecords> records, ReadText? read, OpenFile? before)
    {
        Path = path;
        Text = text;
        _tools = tools;
        _records = new(() => records(Tools));
        _text = read ?? new ReadText(path, text, tools, before?._text.NewestModel);
        _marksBefore = before?.Marks ?? ClaimMarks.None;
        _background = new(cancellation => Records.BackgroundOf(_text.Model.Get(cancellation), cancellation));
        _diagnostics = new(FindAll);
        _ownMarks = new(() => ClaimMarks.Of(_text.Model.Get(), _background.Get().Claims));
    }

    /// <summary>A full path; the file need not be on disk.</summary>
    public string Path { get; }

    public SourceText Text { get; }

    public NewsroomTools Tools => _tools.Value;

    public Newsroom Newsroom => Tools.Newsroom;

    /// <summary>What its newsroom holds articles against.</summary>
    public NewsroomRecords Records => _records.Value;

    public FileRole Role => Tools.RoleOf(Path);

    /// <summary>Null where the file is no article.</summary>
    public ArticleModel? Model => Role == FileRole.Article ? _text.Model.Get() : null;

    /// <summary>None where the file is no article.</summary>
    public FrontMatter FrontMatter => Role == FileRole.Article ? _text.Reading.FrontMatter : FrontMatter.None;

    /// <summary>What <c>lint</c> says about this file, with the text as it is in the editor: in text order.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => _diagnostics.Get();

    /// <summary>What the index would keep of it, without findings (<see cref="Diagnostics"/>): nobody waits for a rule who asks who speaks. Null where the file is no article.</summary>
    public IndexedArticle? Indexed => Role == FileRole.Article ? _text.Indexed : null;

    /// <summary>What the rules that look at the newsroom as a whole are shown of the article.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled. The work stops where nobody else waits for it.</exception>
    internal ArticleSummary Summarize(CancellationToken cancellation) => _text.Summary.Get(cancellation);

    /// <summary>How its quotations stand in the ledger: by this version's entries once they are found, until then by those of the version before.</summary>
    public ClaimMarks Marks => _background.IsDone ? _ownMarks.Value : _marksBefore;

    /// <summary>True where there is more to say about an article than its text alone tells: see <see cref="FindInText"/>.</summary>
    public bool HasRecords => Role == FileRole.Article && !Records.IsEmpty;

    /// <summary>Sees to it that <see cref="Model"/> is there, as long as the caller waits for it.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled. The work stops where nobody else waits for it.</exception>
    public void Read(CancellationToken cancellation)
    {
        if (Role == FileRole.Article) _text.Model.Get(cancellation);
    }

    /// <summary>What the newsroom knows of the article beyond its text; none where the file is no article. Looks at ledger and sources: not for each key.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled. The work stops where nobody else waits for it.</exception>
    public ArticleBackground ReadBackground(CancellationToken cancellation) => Role == FileRole.Article ? _background.Get(cancellation) : ArticleBackground.None;

    /// <summary><see cref="Diagnostics"/>, as long as the caller waits for them.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled. The work stops where nobody else waits for it.</exception>
    public ImmutableArray<Diagnostic> FindDiagnostics(CancellationToken cancellation) => _diagnostics.Get(cancellation);

    /// <summary>Those of <see cref="Diagnostics"/> that the text alone tells, without <see cref="NeedsRecords"/>: for each key.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled. The work stops where nobody else waits for it.</exception>
    public ImmutableArray<Diagnostic> FindInText(CancellationToken cancellation) =>
        HasRecords ? _text.Diagnostics.Get(cancellation).RemoveAll(NeedsRecords) : _diagnostics.Get(cancellation);

    /// <summary>True for what nobody can tell of an article without the ledger and the sources: claims, and whether a comment hides anything.</summary>
    public static bool NeedsRecords(Diagnostic diagnostic)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        return diagnostic.Id.StartsWith("QT04", StringComparison.Ordinal) || diagnostic.Id == RunFaults.UnusedSuppression.Id;
    }

    /// <summary>The same version beside other records: what was read of its text is kept.</summary>
    internal OpenFile With(Func<NewsroomTools, NewsroomRecords> records) => new(Path, Text, _tools, records, _text, this);

    private ImmutableArray<Diagnostic> FindAll(CancellationToken cancellation) => Role switch
    {
        FileRole.Article when Records.IsEmpty => _text.Diagnostics.Get(cancellation),
        FileRole.Article => [.. _text.Reading.Diagnostics, .. OfFile(Path, Tools.Rules.Run(_text.Model.Get(cancellation), _background.Get(cancellation), cancellation))],
        FileRole.Registry or FileRole.Configuration => [.. OfFile(Path, Newsroom.Diagnostics)],
        FileRole.HouseRule => [.. OfFile(Path, Tools.CodeRules?.Diagnostics ?? [])],
        FileRole.Ledger => Records.Ledger.DiagnosticsFor(Newsroom),
        _ => [],
    };

    /// <summary>A rule that broke over an article is reported at the rule's file, which hears of it by another way.</summary>
    private static IEnumerable<Diagnostic> OfFile(string path, ImmutableArray<Diagnostic> all) => all.Where(diagnostic => diagnostic.Location.GetLineSpan().Path == path);

    /// <summary>What was understood of the text alone.</summary>
    private sealed class ReadText
    {
        private readonly string _path;
        private readonly Lazy<NewsroomTools> _tools;
        private readonly Lazy<ArticleReading> _reading;
        private readonly Lazy<IndexedArticle> _indexed;

        // Until this version is read: so that no version keeps all those before it.
        private ArticleModel? _before;

        public ReadText(string path, SourceText text, Lazy<NewsroomTools> tools, ArticleModel? before)
        {
            _path = path;
            _tools = tools;
            _before = before;
            _reading = new(() => ArticleReader.FromText(_path, text));
            Model = new(Analyze);
            Diagnostics = new(cancellation => [.. Reading.Diagnostics, .. OfFile(_path, _tools.Value.Rules.Run(Model.Get(cancellation), cancellation))]);
            Summary = new(cancellation => _tools.Value.Rules.Summarize(Model.Get(cancellation)));
            _indexed = new(() => IndexedArticle.Of(_tools.Value.Newsroom.Root, Model.Get(), []));
        }

        public ArticleReading Reading => _reading.Value;

        public SharedWork<ArticleModel> Model { get; }

        /// <summary>As if the newsroom had no records.</summary>
        public SharedWork<ImmutableArray<Diagnostic>> Diagnostics { get; }

        public SharedWork<ArticleSummary> Summary { get; }

        public IndexedArticle Indexed => _indexed.Value;

        /// <summary>The last model that was made, of this version or of one before it; null where there is none.</summary>
        public ArticleModel? NewestModel
        {
            get
            {
                var before = _before;
                return Model.IsDone ? Model.Get() : before;
            }
        }

        private ArticleModel Analyze(CancellationToken cancellation)
        {
            var model = _tools.Value.Analyzer.Analyze(Reading.Article!, _before, cancellation);
            _before = null;
            return model;
        }
    }
}
