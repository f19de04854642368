using System.Runtime.InteropServices;
using QuoteTracker.Core.Attributions.Ranking;
using QuoteTracker.Core.Language;
using QuoteTracker.Core.Speakers;
using QuoteTracker.Core.Text;

namespace QuoteTracker.Core.Attributions;

/// <summary>Reads one paragraph: tokens, sentences, cues, sources, what the marks hang on, content. Not thread-safe: one for each thread.</summary>
internal sealed class ParagraphReader
{
    /// <summary>From this score on content is reported where it is the only reading of words in marks.</summary>
    private const float LeastDoubtfulScore = 0.06f;

    /// <summary>From this score on unmarked content is reported, if it is long: <see cref="LeastFor"/>.</summary>
    public const float LeastUnmarkedScore = 0.225f;

    /// <summary>From this score on content is reported that is partly in marks.</summary>
    private const float LeastMixedScore = 0.28f;

    /// <summary>How much the source's chance counts in the score of unmarked content: something may well be said though it is doubtful by whom.</summary>
    private const float SourceWeight = 0.7f;

    /// <summary>In tokens; a region of fewer is a name or a word in scare quotes rather than a part of what somebody goes on to say.</summary>
    private const int ShortestGoingOn = 4;

    /// <summary>In tokens; one or two are an adverb or a date.</summary>
    private const int ShortestOpeningClause = 3;

    /// <summary>From this score on content is reported whose cue stands in the same marks: what somebody quoted says of others' words.</summary>
    private const float LeastNestedScore = 0.6f;

    private readonly LanguageData _language;
    private readonly RankerWeights _weights;
    private readonly Ranker _ranker;
    private readonly List<Sentence> _sentences = [];
    private readonly List<CueCandidate> _cues = [];
    private readonly List<RegionTokens> _regions = [];
    private readonly FoundAttributions _found;
    private readonly List<LocalMention> _mentions = [];

    // The cues that a region hangs on, and of each cue the regions that do.
    private readonly HashSet<int> _taken = [];
    private CueUse[] _uses = new CueUse[32];
    private Token[] _tokens = new Token[512];
    private byte[] _rates = new byte[512];
    private RunningCount[] _counts = new RunningCount[513];

    public ParagraphReader(LanguageData language, RankerWeights weights)
    {
        (_language, _weights, _ranker) = (language, weights, new Ranker(weights));
        _found = new FoundAttributions(_regions);
    }

    /// <summary>The regions that hang on a cue.</summary>
    /// <param name="Last">The number of the last.</param>
    /// <param name="InItsSentence">One of them stands in the cue's own sentence, or before it.</param>
    private readonly record struct CueUse(bool IsTaken, int Last, bool InItsSentence);

    public Ranker Ranker => _ranker;

    public ParagraphReading Read(ReadOnlySpan<char> text, ParagraphLayout layout, in ParagraphTail before)
    {
        var tokens = Prepare(text, layout);
        var view = new ParagraphView(tokens, _rates.AsSpan(0, tokens.Length), _counts, layout.IsHeadline);
        CueFinder.Find(_ranker, view, _sentences, _regions, _cues);
        _found.Begin();
        var seconds = new RegionLink[_regions.Count];
        var links = RegionLinker.Link(_ranker, view, _sentences, _regions, _cues, before, seconds);
        FindUses(links);
        MarkedAttributions(tokens, links, before);
        if (before.WhollyQuoted && CueFinder.IsBylineParagraph(tokens)) AddByline(tokens);
        else if (layout.IsTurn) AddTurn(tokens);
        else
        {
            UnmarkedAttributions(view, links);
            AddOpeningClauses(tokens, links);
            AddNextSentences(tokens, links);
            SecondChances(tokens, links, seconds, before);
        }
        var found = _found.InOrder();
        _mentions.Clear();
        MentionFinder.Find(text, tokens, CollectionsMarshal.AsSpan(_sentences), layout.IsHeadline, _language, _mentions);
        return new ParagraphReading(tokens.ToArray(), [.. _sentences], found, [.. _mentions], TailOf(tokens, links, before));
    }

    /// <summary>Tokens, sentences, cue rates and region parts, without any decision of the ranker.</summary>
    public Span<Token> Prepare(ReadOnlySpan<char> text, ParagraphLayout layout)
    {
        int count = Tokenizer.Tokenize(text, layout.Parts, _language, ref _tokens);
        var tokens = _tokens.AsSpan(0, count);
        _sentences.Clear();
        SentenceSplitter.Split(tokens, _language, _sentences);
        if (_rates.Length < count) _rates = new byte[_tokens.Length];
        for (int i = 0; i < count; i++) _rates[i] = _weights.CueRate(tokens[i].Stem);
        if (_counts.Length <= count) _counts = new RunningCount[_tokens.Length + 1];
        RunningCount.Fill(tokens, _rates, _counts);
        FindRegions(tokens, layout);
        return tokens;
    }

    public ReadOnlySpan<byte> Rates => _rates;

    public IReadOnlyList<Sentence> Sentences => _sentences;

    public List<RegionTokens> Regions => _regions;

    private void FindRegions(ReadOnlySpan<Token> tokens, ParagraphLayout layout)
    {
        _regions.Clear();
        int sentence = 0;
        for (int i = 0; i < tokens.Length;)
        {
            int part = tokens[i].Region;
            if (part < 0)
            {
                i++;
                continue;
            }
            int end = i + 1;
            while (end < tokens.Length && tokens[end].Region == part) end++;
            while (_sentences[sentence].End <= i) sentence++;
            _regions.Add(new RegionTokens(part, i, end, sentence, layout.Parts[part].RunsOn, layout.Parts[part].Continues));
            i = end;
        }
    }

    private void FindUses(ReadOnlySpan<RegionLink> links)
    {
        if (_uses.Length < _cues.Count) _uses = new CueUse[2 * _cues.Count];
        Array.Clear(_uses, 0, _cues.Count);
        for (int r = 0; r < links.Length; r++)
        {
            if (links[r].Kind != LinkKind.Cue) continue;
            ref var use = ref _uses[links[r].Cue];
            use = new CueUse(true, r, use.InItsSentence || _regions[r].Sentence <= _cues[links[r].Cue].Sentence);
        }
    }

    private void MarkedAttributions(ReadOnlySpan<Token> tokens, ReadOnlySpan<RegionLink> links, in ParagraphTail before)
    {
        _taken.Clear();
        for (int r = 0; r < links.Length; r++)
        {
            if (links[r].Kind is not (LinkKind.Cue or LinkKind.Continue or LinkKind.Announced)) continue;
            // The regions that hang on the same cue, and those that follow one of them.
            int cue = links[r].Cue;
            if (links[r].Kind == LinkKind.Cue && !_taken.Add(cue)) continue;
            var parts = new List<int>();
            bool taken = false;
            int last = links[r].Kind == LinkKind.Cue ? _uses[cue].Last : r;
            for (int k = r; k < links.Length && (taken || k <= last); k++)
            {
                bool same = k == r || (links[k].Kind == LinkKind.Cue && links[r].Kind == LinkKind.Cue && links[k].Cue == cue);
                if (same || (links[k].Kind == LinkKind.Follow && taken)) parts.Add(k);
                if (links[k].Kind is not (LinkKind.Follow or LinkKind.Partial)) taken = same;
            }
            var numbers = new int[parts.Count];
            for (int k = 0; k < numbers.Length; k++) numbers[k] = _regions[parts[k]].Part;
            _found.Add(Marked(tokens, links[r], r, numbers, before));
        }
    }

    private LocalAttribution Marked(ReadOnlySpan<Token> tokens, in RegionLink link, int region, int[] parts, in ParagraphTail before)
    {
        int first = _regions[region].First;
        return link.Kind switch
        {
            LinkKind.Cue => Linked(first, _cues[link.Cue], parts, link.Chance, SieveOf(tokens, _cues[link.Cue], _regions[region]), Place.Here),
            LinkKind.Announced => Linked(first, before.Announcer!.Value.Cue, parts, link.Chance, "announced-before", Place.AnnouncedBefore),
            _ => new LocalAttribution(first, TokenSpan.None, -1, TokenSpan.None, [], parts, link.Chance, "continuation-paragraph", Place.Continues),
        };
    }

    /// <summary>A region that seemed part of something larger, and nothing larger was found: what else it may hang on.</summary>
    private void SecondChances(ReadOnlySpan<Token> tokens, ReadOnlySpan<RegionLink> links, ReadOnlySpan<RegionLink> seconds, in ParagraphTail before)
    {
        for (int r = 0; r < links.Length; r++)
        {
            if (links[r].Kind != LinkKind.Partial || _found.HoldsAny(r)) continue;
            int length = _regions[r].RunsOn ? int.MaxValue : _regions[r].Length - 2;
            float least = LeastContentAround(length), leastLink = LeastSecondLink(length);
            if (_found.DoubtfulAround(r) is { } doubtful && doubtful.Score >= least && (doubtful.Score >= seconds[r].Chance || seconds[r].Chance < leastLink))
            {
                _found.Add(doubtful);
                continue;
            }
            if (seconds[r].Kind is LinkKind.Partial or LinkKind.Follow || seconds[r].Chance < leastLink) continue;
            var found = Marked(tokens, seconds[r], r, [_regions[r].Part], before);
            if (found.Head < 0 || found.Place != Place.Here || _found.OfCue(found.Head) is null) _found.Add(found);
        }
    }

    /// <summary>
    /// From this score on content that was too doubtful is taken for the region in it. The longer a region is the less likely it quotes nobody: in news 35 in
    /// 100 of one to three words do not, 7 of four to eight, 1.5 of longer ones.
    /// </summary>
    private static float LeastContentAround(int tokens) => tokens > 9 ? 0.06f : 0.14f;

    /// <summary>From this chance on a region hangs on its second best after all.</summary>
    private static float LeastSecondLink(int tokens) => tokens > 9 ? 0.12f : 0.3f;

    private static LocalAttribution Linked(int first, in CueCandidate c, int[] parts, float chance, string sieve, Place place) =>
        new(first, new TokenSpan(c.Cue.Start, c.Cue.End), c.Cue.Head, c.Source, [], parts, chance * c.SourceChance, sieve, place);

    private static string SieveOf(ReadOnlySpan<Token> tokens, in CueCandidate c, in RegionTokens r)
    {
        if (tokens[c.Cue.Head].Is(TokenFlags.Punctuation)) return "colon";
        bool before = c.Cue.Start < r.First;
        bool inverted = !c.Source.IsNone && c.Source.Start >= c.Cue.End;
        return before ? "cue-before-region" : inverted ? "region-cue-source" : "region-source-cue";
    }

    private void UnmarkedAttributions(in ParagraphView paragraph, ReadOnlySpan<RegionLink> links)
    {
        int sentence = -1;
        bool hasLoose = false;
        for (int k = 0; k < _cues.Count; k++)
        {
            var c = _cues[k];
            if (c.Sentence != sentence) hasLoose = HasLooseRegion(_sentences[c.Sentence], links);
            sentence = c.Sentence;
            // What is too doubtful to report is worth finding where it may be the reading of words in marks that hang on nothing.
            float least = hasLoose ? LeastDoubtfulScore : LeastUnmarkedScore;
            bool taken = _uses[k].IsTaken;
            float chances = c.Chance * MathF.Pow(c.SourceChance, SourceWeight);
            if (chances < least || _uses[k].InItsSentence) continue;
            var s = new SentenceView(paragraph, _sentences[c.Sentence]);
            var (first, second, chance) = _ranker.ContentOf(s, c.Anchor, least / chances);
            float score = chances * chance;
            if (first.IsNone || score < least || SaysNothing(s, first) || (second.IsNone && IsTakenElsewhere(first, c.Cue, links))) continue;
            if (second.IsNone) first = WithoutAddressee(s, first, c.Cue, links);
            TokenSpan[] content = second.IsNone ? [first] : [first, second];
            if (score < LeastNestedScore && IsNested(c.Cue, first, links)) continue;
            bool enough = score >= LeastFor(s, first, second);
            if (taken)
            {
                if (enough) AddBefore(c.Cue.Head, content);
                continue;
            }
            var one = new LocalAttribution(first.Start, new TokenSpan(c.Cue.Start, c.Cue.End), c.Cue.Head, c.Source, content, [], score, UnmarkedSieve(s, c, first, second), Place.Here);
            if (enough) _found.Add(one);
            else _found.AddDoubtful(one);
        }
    }

    /// <summary>The score from which content is reported. Of few words it is wrong more often than the score says, since there are fewer places where it may end.</summary>
    private static float LeastFor(in SentenceView s, TokenSpan first, TokenSpan second)
    {
        if (s.CountsAt(first.End).OpenMarks != s.CountsAt(first.Start).OpenMarks) return LeastMixedScore;
        int tokens = first.End - first.Start + (second.IsNone ? 0 : second.End - second.Start);
        return LeastUnmarkedScore / MathF.Min(1, 0.55f + (0.045f * tokens));
    }

    /// <summary>Content behind its cue that is a sentence in marks, and whom it is said to, is the sentence alone.</summary>
    private TokenSpan WithoutAddressee(in SentenceView s, TokenSpan content, in CueSpan cue, ReadOnlySpan<RegionLink> links)
    {
        if (content.Start < cue.End) return content;
        for (int r = _found.FirstFrom(content.Start); r < links.Length && _regions[r].First < content.End; r++)
        {
            if (links[r].Kind != LinkKind.Partial || _regions[r].First < content.Start || _regions[r].End > content.End) continue;
            return MarkedSentence.IsAllOf(s, content, _regions[r]) ? new TokenSpan(_regions[r].First, _regions[r].End) : content;
        }
        return content;
    }

    /// <summary><c>While rents rise, she said, “wages do not.”</c>: the words in marks begin in the middle of a sentence, and its beginning is hers as well.</summary>
    private void AddOpeningClauses(ReadOnlySpan<Token> tokens, ReadOnlySpan<RegionLink> links)
    {
        for (int r = 0; r < links.Length; r++)
        {
            if (links[r].Kind != LinkKind.Cue) continue;
            var (region, c) = (_regions[r], _cues[links[r].Cue]);
            var sentence = _sentences[c.Sentence];
            int comma = c.Anchor.Start - 1;
            if (region.Length < 2 || region.Sentence != c.Sentence || c.Cue.End + 1 != region.First || !tokens[c.Cue.End].Is(TokenFlags.Comma) || tokens[region.First + 1].Is(TokenFlags.Capital)) continue;
            if (comma - sentence.First < ShortestOpeningClause || !tokens[comma].Is(TokenFlags.Comma)) continue;
            var clause = new TokenSpan(sentence.First, comma);
            int behind = _found.FirstFrom(clause.Start);
            if (behind < _regions.Count && _regions[behind].First < clause.End) continue;
            // “As the mayor warned everybody, she said, …”: her clause, whatever verb it has.
            bool subordinate = tokens[clause.Start].Is(WordClass.Subordinator) || tokens[clause.Start + 1].Is(WordClass.Subordinator);
            if (!subordinate && HasCue(clause, 0.5f)) continue;
            AddBefore(c.Cue.Head, [clause]);
        }
    }

    /// <summary><c>“We knew,” she said. The dam “has been a danger for years.”</c>: a sentence half in marks that has no cue of its own goes on with the one before.</summary>
    private void AddNextSentences(ReadOnlySpan<Token> tokens, ReadOnlySpan<RegionLink> links)
    {
        for (int r = 1; r < links.Length; r++)
        {
            var region = _regions[r];
            if (links[r].Kind != LinkKind.Partial || region.RunsOn || region.Length - 2 < ShortestGoingOn || _found.HoldsAny(r)) continue;
            int before = r - 1;
            while (before > 0 && links[before].Kind == LinkKind.Follow) before--;
            if (links[before].Kind != LinkKind.Cue) continue;
            var c = _cues[links[before].Cue];
            int last = Math.Max(c.Sentence, Sentence.NumberAt(CollectionsMarshal.AsSpan(_sentences), _regions[r - 1].End - 1));
            var sentence = _sentences[region.Sentence];
            if (region.Sentence != last + 1 || region.First == sentence.First || tokens[region.First - 1].Is(TokenFlags.Comma) || tokens[region.First - 1].Word == Colon) continue;
            if (_found.OfCue(c.Cue.Head) is not { } one || HasCue(new TokenSpan(sentence.First, sentence.End), 0.3f)) continue;
            int end = sentence.End;
            while (end > region.End && tokens[end - 1].Is(TokenFlags.Terminal)) end--;
            _found.ChangeContent(c.Cue.Head, [.. one.Content, new TokenSpan(sentence.First, end)], one.First);
        }
    }

    /// <summary>A likelier cue has its head in the span.</summary>
    private bool HasCue(TokenSpan span, float above)
    {
        int first = ((ReadOnlySpan<CueCandidate>)CollectionsMarshal.AsSpan(_cues)).FirstFrom(span.Start, static cue => cue.Cue.Head);
        for (int k = first; k < _cues.Count && _cues[k].Cue.Head < span.End; k++)
        {
            if (_cues[k].Chance > above) return true;
        }
        return false;
    }

    private bool HasLooseRegion(Sentence sentence, ReadOnlySpan<RegionLink> links)
    {
        for (int r = _found.FirstFrom(sentence.First); r < links.Length && _regions[r].First < sentence.End; r++)
        {
            if (links[r].Kind == LinkKind.Partial) return true;
        }
        return false;
    }

    /// <summary><c>explained it</c>, <c>told them</c>: one word that only points elsewhere is nobody's statement.</summary>
    private static bool SaysNothing(in SentenceView s, TokenSpan content) =>
        content.End - content.Start == 1 && s.Is(content.Start, WordClass.ObjectPronoun | WordClass.SubjectPronoun);

    /// <summary>The content is words of a region that hangs on something else, and the cue is not among them: one reading of these words is enough.</summary>
    private bool IsTakenElsewhere(TokenSpan content, in CueSpan cue, ReadOnlySpan<RegionLink> links) =>
        TakenRegionAt(content.Start, links) is { } region && content.End <= region.End && (cue.Start < region.First || cue.Start >= region.End);

    private bool IsNested(in CueSpan cue, TokenSpan content, ReadOnlySpan<RegionLink> links) =>
        TakenRegionAt(content.Start, links) is { } region && cue.Start >= region.First && cue.End <= region.End;

    /// <summary>The region around a token, where it hangs on something.</summary>
    private RegionTokens? TakenRegionAt(int token, ReadOnlySpan<RegionLink> links)
    {
        int r = _found.FirstFrom(token);
        return r < links.Length && _regions[r].First <= token && links[r].Kind != LinkKind.Partial ? _regions[r] : null;
    }

    /// <summary>The cue's own sentence has content as well, before the sentences in marks that go on with it.</summary>
    private void AddBefore(int head, TokenSpan[] content)
    {
        if (_found.OfCue(head) is { } one) _found.ChangeContent(head, content, Math.Min(content[0].Start, one.First));
    }

    private static string UnmarkedSieve(in SentenceView s, in CueCandidate c, TokenSpan first, TokenSpan second)
    {
        if (!second.IsNone) return "content-wraps-cue";
        if (first.Start < c.Cue.Start) return "clause-before-cue";
        return s.Is(first.Start, WordClass.That) ? "clause-after-cue:that" : "clause-after-cue";
    }

    private void AddByline(ReadOnlySpan<Token> tokens) =>
        _found.Add(new LocalAttribution(0, new TokenSpan(0, 1), 0, CueFinder.NameAfter(tokens, 0), [], [], CertainSieve, "byline-under-quotation", Place.UnderQuotation));

    /// <summary>A turn of a transcript: all that stands behind the name and its colon.</summary>
    private void AddTurn(ReadOnlySpan<Token> tokens)
    {
        int colon = 0;
        while (colon < tokens.Length && tokens[colon].Word != Colon) colon++;
        if (colon == 0 || colon + 1 >= tokens.Length) return;
        int end = tokens[^1].Is(TokenFlags.CloseMark) ? tokens.Length - 1 : tokens.Length, name = tokens[0].Is(TokenFlags.OpenMark) ? 1 : 0;
        if (end <= colon + 1 || name >= colon) return;
        _found.Clear();
        _found.Add(new LocalAttribution(name, new TokenSpan(colon, colon + 1), colon, new TokenSpan(name, colon), [new TokenSpan(colon + 1, end)], [], CertainSieve, TranscriptTurn, Place.Here));
    }

    /// <summary>The sieve of a transcript's turns.</summary>
    public const string TranscriptTurn = "transcript-turn";

    /// <summary>The score of what a sieve finds by form alone.</summary>
    private const float CertainSieve = 0.95f;

    private ParagraphTail TailOf(ReadOnlySpan<Token> tokens, ReadOnlySpan<RegionLink> links, in ParagraphTail before)
    {
        if (tokens.Length == 0) return before;
        bool quoted = links.Length > 0 && links[^1].Kind != LinkKind.Partial;
        bool endsInCue = tokens[^1].Word == Colon || (_cues.Count > 0 && _cues[^1].Cue.End >= tokens.Length - 1 && _cues[^1].Chance > 0.5f && !_uses[_cues.Count - 1].IsTaken);
        bool wholly = _regions.Count == 1 && _regions[0].First == 0 && _regions[0].End == tokens.Length;
        uint mark = ParagraphTail.MarkBehind(tokens, _regions, before.Mark);
        if (CueFinder.BylineAfter(tokens, _regions) >= 0) return ParagraphTail.BehindByline(mark);
        return new ParagraphTail(quoted, endsInCue, wholly, _found.Count > 0, mark, AnnouncerOf(tokens, _sentences, _cues, _taken));
    }

    /// <summary>The likeliest cue of the last sentence.</summary>
    public static Announcer? AnnouncerOf(ReadOnlySpan<Token> tokens, IReadOnlyList<Sentence> sentences, List<CueCandidate> cues, HashSet<int> taken)
    {
        int best = -1;
        for (int k = 0; k < cues.Count; k++)
        {
            if (cues[k].Sentence != sentences.Count - 1 || tokens[cues[k].Cue.Head].Is(TokenFlags.InMarks)) continue;
            // “Asked about the fleet, the minister said …”: who speaks is the one of the later cue.
            if (best < 0 || cues[k].Chance >= cues[best].Chance || (cues[best].Source.IsNone && !cues[k].Source.IsNone && cues[k].Chance > 0.5f)) best = k;
        }
        if (best < 0) return null;
        var c = cues[best];
        ref readonly var head = ref tokens[c.Cue.Head];
        return new Announcer(c, head.Stem, head.Shape & 15, tokens.Length - c.Cue.End, tokens[^1].Word, taken.Contains(best));
    }

    private static readonly uint Colon = WordHash.Of(":");
}
