using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Claims;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Rules;
using QuoteTracker.Core.Speakers;

namespace QuoteTracker.Ide.Index;

/// <summary>Who speaks, across articles: the registry's entry, or where none is linked the name in capitals.</summary>
/// <param name="Newsroom">The newsroom's root, for an entry's id means something in its own registry alone.</param>
public readonly record struct SpeakerKey(string Newsroom, string? Entry, string? Name);

/// <param name="Span">UTF-16 offsets in the article's text, end exclusive.</param>
public readonly record struct IndexedMention(TextSpan Span, MentionForm Form);

/// <summary>Somebody whom an article mentions.</summary>
/// <param name="Key">Null for one without a name of its own (<c>officials</c>): in another article it is somebody else.</param>
/// <param name="Introduction">The first mention.</param>
/// <param name="Mentions">In text order.</param>
public sealed record IndexedSpeaker(
    SpeakerKey? Key, string Name, EntityKind Kind, bool IsAnonymous, TextSpan Introduction, ImmutableArray<IndexedMention> Mentions);

/// <summary>An attribution, or an outermost quotation in marks that has none.</summary>
/// <param name="Speaker">The index in <see cref="IndexedArticle.Speakers"/>; -1 where nobody was found.</param>
/// <param name="Kind">Null for marks without an attribution.</param>
/// <param name="Content">In text order, marks included.</param>
/// <param name="Words">The content with single spaces, its beginning where it is long.</param>
/// <param name="Fingerprint">The same for the same words, whatever marks, capitals and punctuation stand around them.</param>
/// <param name="WordCount">How many words the content has.</param>
public sealed record IndexedQuotation(
    int Speaker,
    AttributionKind? Kind,
    double Confidence,
    ImmutableArray<TextSpan> Content,
    TextSpan? Cue,
    TextSpan? Source,
    string Words,
    ulong Fingerprint,
    int WordCount);

/// <summary>What the workspace remembers of an article. It holds no text and no model, for there are thousands.</summary>
public sealed record IndexedArticle
{
    /// <summary>A full path.</summary>
    public required string Path { get; init; }

    public required DateOnly? Date { get; init; }

    /// <summary>Of the first story its headline, or else its first paragraph, the beginning where that is long; empty in an empty article.</summary>
    public required string Headline { get; init; }

    /// <summary>In the order of their first mention.</summary>
    public required ImmutableArray<IndexedSpeaker> Speakers { get; init; }

    /// <summary>In the order of their first content.</summary>
    public required ImmutableArray<IndexedQuotation> Quotations { get; init; }

    /// <summary>As <c>lint</c> has them: by place. None for a file that is open, which has its own.</summary>
    public required ImmutableArray<Diagnostic> Diagnostics { get; init; }

    /// <summary>What rules are shown that look at the newsroom as a whole; null where none does, or the article could not be read.</summary>
    public ArticleSummary? Summary { get; init; }

    /// <summary>What it tells of the ledger's entries; null for nothing, and for a file that is open.</summary>
    public ToldClaims? Claims { get; init; }

    /// <summary>The text's <see cref="SourceText.GetContentHash"/>; default where the article could not be read.</summary>
    public ImmutableArray<byte> TextHash { get; init; }

    /// <param name="newsroom">The root of its newsroom.</param>
    public static IndexedArticle Of(string newsroom, ArticleModel model, ImmutableArray<Diagnostic> diagnostics) => new IndexReader(newsroom, model).Read(diagnostics);

    /// <summary>An article that could not be read.</summary>
    public static IndexedArticle Unread(string path, ImmutableArray<Diagnostic> diagnostics) =>
        new() { Path = path, Date = null, Headline = "", Speakers = [], Quotations = [], Diagnostics = diagnostics };
}
