using System.Buffers;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Core.Rules;

/// <summary>An attribution as the whole newsroom is shown it, when the model it came from is gone.</summary>
public sealed record StatementSummary
{
    /// <summary>The attribution's, unique in its article.</summary>
    public required string Id { get; init; }

    /// <summary>The attribution's.</summary>
    public required AttributionKind Kind { get; init; }

    /// <summary>The chance that source and content are right, 0 to 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>Where its first content stands.</summary>
    public required Location Location { get; init; }

    /// <summary>The content as it is written, with its marks and single spaces.</summary>
    public required string Words { get; init; }

    /// <summary>The words that attribute, null where there are none.</summary>
    public string? Cue { get; init; }

    /// <summary>The speaker's name: the registry's, or the fullest in the article. Null where nothing decides.</summary>
    public string? Speaker { get; init; }

    /// <summary>The registry's id, null where no entry is linked.</summary>
    public string? SpeakerId { get; init; }

    /// <summary>The source is unnamed on purpose.</summary>
    public bool IsAnonymous { get; init; }
}

/// <summary>What an article says, for rules that compare articles. It holds no text and no model, for there are thousands.</summary>
public sealed record ArticleSummary
{
    /// <summary>The article's.</summary>
    public required string Path { get; init; }

    /// <summary>The article's beginning.</summary>
    public required Location Location { get; init; }

    /// <summary>Null where nothing says it.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>In the order of their first content.</summary>
    public required ImmutableArray<StatementSummary> Statements { get; init; }

    /// <summary>What the article's comments hide.</summary>
    internal ImmutableArray<SuppressedStretch> Suppressed { get; init; } = [];

    /// <summary>True where both say the same at the same places, so that nobody who compares articles can tell them apart.</summary>
    public bool Equals(ArticleSummary? other) => ReferenceEquals(this, other) || (other is not null
        && Path == other.Path && Date == other.Date && Location.Equals(other.Location)
        && Statements.SequenceEqual(other.Statements) && Suppressed.SequenceEqual(other.Suppressed));

    /// <summary>The same for equal ones.</summary>
    public override int GetHashCode() => HashCode.Combine(Path, Date, Statements.Length);

    /// <summary>What there is to remember of an article.</summary>
    public static ArticleSummary Of(ArticleModel model) => Of(model, static _ => true);

    /// <param name="isKept">Which of its statements.</param>
    internal static ArticleSummary Of(ArticleModel model, Func<Attribution, bool> isKept)
    {
        ArgumentNullException.ThrowIfNull(model);
        var statements = ImmutableArray.CreateBuilder<StatementSummary>();
        foreach (var attribution in model.Attributions)
        {
            if (isKept(attribution)) statements.Add(StatementOf(model.Article, attribution));
        }
        return new ArticleSummary
        {
            Path = model.Article.Path,
            Location = Location.Create(model.Article.Path, default, default),
            Date = model.Date,
            Suppressed = Suppressions.StretchesOf(model),
            Statements = statements.DrainToImmutable(),
        };
    }

    private static StatementSummary StatementOf(Article article, Attribution attribution) => new()
    {
        Id = attribution.Id,
        Kind = attribution.Kind,
        Confidence = attribution.Confidence,
        Location = article.LocationOf(attribution.Content[0]),
        Words = WordsOf(article, attribution.Content),
        Cue = attribution.Cue is { } cue ? WordsOf(article, [cue]) : null,
        Speaker = attribution.Speaker?.Name,
        SpeakerId = attribution.Speaker?.Entry?.Id,
        IsAnonymous = attribution.IsAnonymous,
    };

    private static string WordsOf(Article article, ImmutableArray<TextSpan> spans)
    {
        int most = 0, length = 0;
        foreach (var span in spans) most += span.Length + 1;
        var buffer = ArrayPool<char>.Shared.Rent(most);
        foreach (var span in spans)
        {
            if (length > 0 && buffer[length - 1] != ' ') buffer[length++] = ' ';
            foreach (char character in article.Copy.AsSpan(span.Start, span.Length))
            {
                if (character != Article.NotCopy && !char.IsWhiteSpace(character)) buffer[length++] = character;
                else if (length > 0 && buffer[length - 1] != ' ') buffer[length++] = ' ';
            }
        }
        var words = buffer.AsSpan(0, length).TrimEnd(' ').ToString();
        ArrayPool<char>.Shared.Return(buffer);
        return words;
    }
}
