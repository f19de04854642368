using QuoteTracker.Core.Checking;
using QuoteTracker.Core.Model;
using QuoteTracker.Workspace;
using QuoteTracker.Workspace.Ledger;

namespace QuoteTracker.Ide.Checking;

/// <summary>What a newsroom holds its articles against, as it is at one moment: its ledger, and its sources once they are read. Thread-safe.</summary>
public sealed class NewsroomRecords
{
    private readonly Newsroom _newsroom;
    private readonly Lazy<LedgerReading>? _ledger;

    /// <param name="ledger">Null for the one that was read with the newsroom.</param>
    internal NewsroomRecords(Newsroom newsroom, Lazy<LedgerReading>? ledger, CheckedSources? sources)
    {
        _newsroom = newsroom;
        _ledger = ledger;
        Sources = sources;
    }

    public LedgerReading Ledger => _ledger?.Value ?? _newsroom.Ledger;

    /// <summary>Null where there are none, or they are not read yet.</summary>
    public CheckedSources? Sources { get; }

    /// <summary>There is nothing to hold an article against.</summary>
    public bool IsEmpty => Ledger.Document is null && Sources is null;

    /// <summary>What is known of an article beyond its text.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    internal ArticleBackground BackgroundOf(ArticleModel model, CancellationToken cancellation)
    {
        var background = ArticleBackground.None;
        if (Sources is { } sources) background = background with { Checks = sources.Check(model, cancellation) };
        cancellation.ThrowIfCancellationRequested();
        return Ledger.Document is null ? background : background with { Claims = Ledger.Ledger.Resolve(_newsroom.RelativePath(model.Article.Path), model) };
    }
}

/// <summary>The records of a newsroom where they are not as they were read with it.</summary>
internal readonly record struct ChangedRecords(Lazy<LedgerReading>? Ledger, CheckedSources? Sources);
