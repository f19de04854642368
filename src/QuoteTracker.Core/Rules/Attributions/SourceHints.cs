using System.Buffers;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Language;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Core.Rules;

/// <summary>What stands around a quotation without a source: signs that readers can tell whose it is, even where the engine cannot.</summary>
internal readonly ref struct SourceHints
{
    private const int MinWords = 3;

    private static readonly SearchValues<char> _statementEnds = SearchValues.Create(".?!…,;—–-");

    private readonly ArticleModel _model;
    private readonly QuotationRegion _region;
    private readonly int _index;

    public SourceHints(ArticleModel model, QuotationRegion region)
    {
        _model = model;
        _region = region;
        _index = model.ParagraphIndexAt(region.Span.Start);
        Paragraph = _index < 0 ? region.Parts[0].Span : model.Paragraphs[_index];
    }

    /// <summary>The one that the quotation begins in.</summary>
    public TextSpan Paragraph { get; }

    private bool IsInHeadline => _model.IsInHeadline(_region.Span.Start);

    /// <summary>True for somebody's whole sentence; a fragment, a title or a name in marks may quote nobody.</summary>
    private bool IsStatement
    {
        get
        {
            var words = _model.CopyAt(_region.Parts[0].Inner).Trim();
            return !words.IsEmpty
                && (char.IsUpper(words[0]) || char.IsDigit(words[0]))
                && (_region.IsRunning || _statementEnds.Contains(words[^1]))
                && ArticleLayout.CountWords(words) >= MinWords
                && !IsTitleCase(words);
        }
    }

    /// <summary>It is a statement in running copy, and nothing in its paragraph tells whose.</summary>
    public bool IsBare
    {
        get
        {
            if (_region.Notes.IsBare == Noted.Unknown) _region.Notes.IsBare = !IsInHeadline && IsStatement && !(IsSigned || IsTurn || HasSpeechVerb) ? Noted.Yes : Noted.No;
            return _region.Notes.IsBare == Noted.Yes;
        }
    }

    /// <summary>A colon leads up to it, in its paragraph or at the end of the one before.</summary>
    public bool IsAnnounced => Before.TrimEnd() is [.., ':'] || (Before.IsWhiteSpace() && _index > 0 && _model.CopyAt(_model.Paragraphs[_index - 1]).TrimEnd() is [.., ':']);

    /// <summary>A dash and a name close it: <c>“…” — Ida Lund</c>.</summary>
    private bool IsSigned => After.TrimStart() is ['—' or '–' or '―' or '-', ..];

    /// <summary>It is a turn in a transcript: <c>“LUND: …”</c>.</summary>
    private bool IsTurn
    {
        get
        {
            var words = _model.CopyAt(_region.Parts[0].Inner);
            int colon = words.IndexOf(':');
            return colon > 0 && ArticleLayout.CountWords(words[..colon]) <= MinWords && !words[..colon].ContainsAnyInRange('a', 'z');
        }
    }

    private bool HasSpeechVerb => HasSpeechVerbIn(Before) || HasSpeechVerbIn(After);

    private ReadOnlySpan<char> Before => _model.CopyAt(TextSpan.FromBounds(Paragraph.Start, Math.Max(Paragraph.Start, _region.Parts[0].Span.Start)));

    private ReadOnlySpan<char> After => _model.CopyAt(TextSpan.FromBounds(Math.Min(_region.Parts[0].Span.End, Paragraph.End), Paragraph.End));

    private static bool HasSpeechVerbIn(ReadOnlySpan<char> copy)
    {
        var language = LanguageData.English;
        for (int at = 0; at < copy.Length;)
        {
            int end = at;
            while (end < copy.Length && char.IsLetter(copy[end])) end++;
            if (end > at)
            {
                var word = copy[at..end];
                if (language.IsSpeechVerb(language.StemOf(word, WordHash.Of(word)))) return true;
            }
            at = end + 1;
        }
        return false;
    }

    /// <summary>Every word of four letters or more is capitalised.</summary>
    private static bool IsTitleCase(ReadOnlySpan<char> words)
    {
        foreach (var range in words.Split(' '))
        {
            var word = words[range];
            if (word.Length >= 4 && char.IsLower(word[0])) return false;
        }
        return true;
    }
}
