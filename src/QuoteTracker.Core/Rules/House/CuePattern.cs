using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Language;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Core.Rules.House;

/// <summary>A cue that the newsroom avoids. A verb is found in each of its forms: <c>slam</c> in <c>slammed</c>, <c>hit out at</c> in <c>hitting out at</c>.</summary>
public sealed record CuePattern : HousePattern
{
    private readonly ImmutableArray<(uint Stem, ImmutableArray<string> Others)> _cues;

    /// <param name="cues">Words or short phrases, none blank.</param>
    /// <param name="kinds">The kinds of quotation it is about; empty for all.</param>
    public CuePattern(IEnumerable<string> cues, SpeakerSet speakers, ImmutableArray<AttributionKind> kinds)
    {
        Speakers = speakers;
        Kinds = kinds;
        _cues = [.. cues
            .Select(static cue => cue.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .OrderByDescending(static words => words.Length)
            .Select(static words => (StemOf(words[0]), words.Skip(1).ToImmutableArray()))];
    }

    public SpeakerSet Speakers { get; }

    public ImmutableArray<AttributionKind> Kinds { get; }

    public override bool FindsWords => true;

    public override IEnumerable<HouseMatch> FindIn(ArticleModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        foreach (var attribution in model.Attributions)
        {
            if (attribution is not { Cue: { } cue, Confidence: >= Attribution.ShownFrom } || !Speakers.Has(attribution.Speaker)) continue;
            if (!Kinds.IsEmpty && !Kinds.Contains(attribution.Kind)) continue;
            if (FindIn(model.CopyAt(cue)) is { } found)
                yield return new HouseMatch(new TextSpan(cue.Start + found.Start, found.Length), attribution.Speaker?.Name ?? "", RoleOf(attribution.Speaker, model.Date));
        }
    }

    private static uint StemOf(ReadOnlySpan<char> word) => LanguageData.English.StemOf(word, WordHash.Of(word));

    private TextSpan? FindIn(ReadOnlySpan<char> cue)
    {
        for (int at = 0; at < cue.Length; at++)
        {
            if (!char.IsLetter(cue[at])) continue;
            int end = WordEnd(cue, at);
            uint stem = StemOf(cue[at..end]);
            foreach (var (first, rest) in _cues)
            {
                if (first == stem && EndOf(cue, end, rest) is { } last) return TextSpan.FromBounds(at, last);
            }
            at = end;
        }
        return null;
    }

    /// <summary>Where the words of <paramref name="rest"/> end that stand at <paramref name="at"/>; null where others do.</summary>
    private static int? EndOf(ReadOnlySpan<char> cue, int at, ImmutableArray<string> rest)
    {
        foreach (var word in rest)
        {
            int start = at;
            while (start < cue.Length && char.IsWhiteSpace(cue[start])) start++;
            if (start == at) return null;
            at = WordEnd(cue, start);
            if (!cue[start..at].Equals(word, StringComparison.OrdinalIgnoreCase)) return null;
        }
        return at;
    }

    private static int WordEnd(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || (text[at] is '\'' or '’' or '-' && at + 1 < text.Length && char.IsLetter(text[at + 1])))) at++;
        return at;
    }
}
