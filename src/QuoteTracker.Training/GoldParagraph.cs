using QuoteTracker.Core.Attributions.Ranking;
using QuoteTracker.Core.Text;

namespace QuoteTracker.Training;

/// <summary>An attribution in the tokens of the paragraph its cue is in, or its first content where it has no cue.</summary>
/// <param name="Number">Its number in the article.</param>
/// <param name="Cue">None where it has none.</param>
/// <param name="Content">The spans inside this paragraph; none where the cue announces the next one.</param>
internal sealed record GoldAttribution(int Number, string Type, CueSpan Cue, TokenSpan Source, TokenSpan[] Content)
{
    public bool HasCue => Cue.Head >= 0;
}

/// <summary>A paragraph prepared for training.</summary>
/// <param name="Article">The number of its article.</param>
/// <param name="Owners">For each region the number of the gold attribution (in the article) whose content it overlaps most, -1 for none.</param>
internal sealed record GoldParagraph(int Article, bool IsHeadline, Token[] Tokens, byte[] Rates, Sentence[] Sentences, RegionTokens[] Regions, GoldAttribution[] Gold, RegionGold[] Owners)
{
    private readonly RunningCount[] _counts = Count(Tokens, Rates);

    public ParagraphView View => new(Tokens, Rates, _counts, IsHeadline);

    private static RunningCount[] Count(Token[] tokens, byte[] rates)
    {
        var counts = new RunningCount[tokens.Length + 1];
        RunningCount.Fill(tokens, rates, counts);
        return counts;
    }
}

/// <summary>Whose content a region is.</summary>
/// <param name="Attribution">The number of the gold attribution in its article; -1 for nobody's.</param>
/// <param name="IsUnit">The content's part is this region and no more.</param>
/// <param name="Cue">The head of its cue where that is in the same paragraph, else -1.</param>
internal readonly record struct RegionGold(int Attribution, bool IsUnit, int Cue);
