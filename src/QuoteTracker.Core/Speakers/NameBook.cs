using System.Runtime.InteropServices;
using QuoteTracker.Core.Attributions.Ranking;
using QuoteTracker.Core.Language;
using QuoteTracker.Core.Text;

namespace QuoteTracker.Core.Speakers;

/// <summary>The names of one story: full names first, so that a short one finds its full form wherever it stands, before or behind.</summary>
internal sealed class NameBook(ArticleTokens article, NameLexicon names)
{
    private const int ReachOfRival = 2;

    private readonly List<Referent> _all = [];
    private readonly Dictionary<ulong, Referent> _byName = [];
    private readonly Dictionary<uint, List<Referent>> _byLast = [];
    private readonly Dictionary<uint, List<Referent>> _byFirst = [];
    private readonly Dictionary<uint, Referent> _acronyms = [];
    private readonly Dictionary<uint, Referent> _singles = [];
    private readonly HashSet<uint> _seenInside = [];

    // Of the name that is looked up.
    private readonly List<Referent> _fits = [];

    /// <summary>Those with a name.</summary>
    public List<Referent> All => _all;

    /// <summary>Collects the words by which a name of one word may find anybody, or be somebody's.</summary>
    public void CollectWords(HashSet<uint> into)
    {
        foreach (var (word, _) in _byLast) into.Add(word);
        foreach (var (word, _) in _byFirst) into.Add(word);
        foreach (var (word, _) in _acronyms) into.Add(word);
        foreach (var (word, _) in _singles) into.Add(word);
        foreach (uint word in _seenInside) into.Add(word);
    }

    /// <summary>
    /// A name of one word that cannot be anybody's, because its capital says nothing where it stands, unless it has one of the words of <see cref="CollectWords"/>. A text
    /// is full of them while it is typed: each sentence begins with one.
    /// </summary>
    public static bool IsNobodyBut(in LocalMention m) =>
        m.Form == LocalForm.Name && m.Core.End - m.Core.Start == 1 && m.Is(MentionTraits.SentenceStart | MentionTraits.Headline)
        && !m.Is(MentionTraits.Source | MentionTraits.Titled | MentionTraits.Organisation | MentionTraits.Group);

    /// <summary>Enters the full names of a story, those first whose capitals say most.</summary>
    public void Enter(List<StoryMention> mentions)
    {
        List<StoryMention>[] byRank = [[], [], []];
        foreach (var m in mentions)
        {
            if (m.Local.Form != LocalForm.Name) continue;
            if (Length(m) > 1) byRank[RankOf(m)].Add(m);
            else if (!m.Is(MentionTraits.SentenceStart | MentionTraits.Headline)) _seenInside.Add(m.Local.Word);
        }
        for (int rank = 0; rank < byRank.Length; rank++)
        {
            foreach (var m in byRank[rank]) EnterFull(m, rank);
        }
        foreach (var referent in CollectionsMarshal.AsSpan(_all)) EnterAcronym(referent);
        foreach (var m in mentions) EnterBracketed(m);
    }

    /// <summary>What a name mention names; undecided where several fit.</summary>
    public void Resolve(StoryMention m)
    {
        if (Length(m) == 0) return;
        if (Length(m) > 1)
        {
            if (_byName.TryGetValue(KeyOf(m), out var full)) Use(m, full, "same-name");
            return;
        }
        var fits = Fitting(m, m.Local.Word);
        if (fits.Count == 1) Use(m, fits[0], fits[0].Name.Length > 1 ? "short-for-full-name" : "same-name");
        else if (fits.Count > 1) Choose(m, fits);
        else if (MayStandAlone(m)) Use(m, Single(m), "own-name");
    }

    private static void Choose(StoryMention m, List<Referent> fits)
    {
        if (Only(fits, r => r.LastParagraph == m.Paragraph) is { } here) Use(m, here, "nearest-full-name");
        else if (Leading(fits) is { } leading && (leading.LastParagraph >= m.Paragraph - ReachOfRival || Only(fits, r => r.Uses > 0) is not null)) Use(m, leading, "established-short-name");
        else if (Only(fits, r => r.Uses > 0 && r.LastParagraph >= m.Paragraph - ReachOfRival) is { } recent) Use(m, recent, "nearest-full-name");
        else if (m.Is(MentionTraits.Headline) && Only(fits, r => r.Is(MentionTraits.Person)) is { } person) Use(m, person, "short-for-full-name");
        else if (Prominent(fits) is { } prominent && (prominent.Uses > 0 || m.Is(MentionTraits.Headline))) Use(m, prominent, "most-mentioned-of-name");
        else m.Doubt([.. fits]);
    }

    /// <summary>The one whom the story names in full three times as often as all others together.</summary>
    private static Referent? Prominent(List<Referent> fits)
    {
        int all = fits.Sum(r => r.FullUses + r.ShortUses);
        return fits.Find(r => (r.FullUses + r.ShortUses) * 4 >= all * 3 && all >= 4);
    }

    private static Referent? Leading(List<Referent> fits)
    {
        Referent? best = null;
        foreach (var r in fits)
        {
            if (r.ShortUses > (best?.ShortUses ?? 0)) best = r;
            else if (best is not null && r.ShortUses == best.ShortUses) return null;
        }
        return best;
    }

    private static Referent? Only(List<Referent> fits, Predicate<Referent> which) => fits.FindAll(which) is [var one] ? one : null;

    /// <returns>Good until the next name is looked up.</returns>
    private List<Referent> Fitting(StoryMention m, uint word)
    {
        bool person = m.Is(MentionTraits.Titled), definite = m.Is(MentionTraits.Definite) && !person;
        var fits = _fits;
        fits.Clear();
        if (_byLast.TryGetValue(word, out var last))
        {
            foreach (var r in last)
            {
                bool isPerson = !r.Is(MentionTraits.Organisation | MentionTraits.Place);
                if (person && !isPerson || definite && isPerson) continue;
                if (isPerson && m.Is(MentionTraits.Place) && !m.Is(MentionTraits.Subject)) continue;
                if (!isPerson && !definite && !r.Is(MentionTraits.Organisation)) continue;
                if (r.Agrees(m.Local.Gender)) fits.Add(r);
            }
        }
        if (fits.Count > 1 && ByTitle(m, fits) is { } titled)
        {
            fits.Clear();
            fits.Add(titled);
        }
        if (fits.Count > 0) return fits;
        if ((_acronyms.TryGetValue(word, out var known) && !person) || _singles.TryGetValue(word, out known))
        {
            fits.Add(known);
            return fits;
        }
        if (!_byFirst.TryGetValue(word, out var first)) return fits;
        foreach (var r in first)
        {
            if (r.Is(MentionTraits.Place) || m.Is(MentionTraits.Place)) continue;
            if (r.Is(MentionTraits.Organisation) ? !person && definite : !definite && r.Agrees(m.Local.Gender)) fits.Add(r);
        }
        return fits;
    }

    /// <summary>The one whose titles share a word with the title before the short name.</summary>
    private Referent? ByTitle(StoryMention m, List<Referent> fits)
    {
        HashSet<uint>? titles = null;
        TitleWords.Collect(article.TokensOf(m.Paragraph), m.Local, ref titles);
        return titles is null ? null : Only(fits, r => r.Titles is { } own && own.Overlaps(titles));
    }

    private bool MayStandAlone(StoryMention m)
    {
        if (m.Is(MentionTraits.Source | MentionTraits.Titled | MentionTraits.Organisation)) return true;
        return !m.Is(MentionTraits.Headline) && (!m.Is(MentionTraits.SentenceStart) || _seenInside.Contains(m.Local.Word));
    }

    private Referent Single(StoryMention m)
    {
        var referent = Create(m, [m.Local.Word]);
        _singles[referent.Name[0]] = referent;
        return referent;
    }

    private static void Use(StoryMention m, Referent referent, string how)
    {
        m.Decide(referent, how);
        referent.Uses++;
        if (Length(m) == 1) referent.ShortUses++;
        referent.LastParagraph = m.Paragraph;
        Learn(referent, m);
    }

    private static void Learn(Referent referent, StoryMention m)
    {
        if (m.Is(MentionTraits.Titled) && !referent.Is(MentionTraits.Organisation)) referent.Kind = (referent.Kind & ~MentionTraits.Place) | MentionTraits.Person;
        referent.Kind |= m.Local.Traits & (MentionTraits.Source | MentionTraits.Definite);
        if (m.Is(MentionTraits.Titled)) referent.Learn(m.Local.Gender);
    }

    private void EnterFull(StoryMention m, int rank)
    {
        var referent = _byName.GetValueOrDefault(KeyOf(m));
        if (referent is null && rank > 0 && Trimmed(m, WordsOf(m), rank) is { } shorter)
        {
            m.Trim(shorter, article.TokensOf(m.Paragraph)[shorter.End - 1].Word);
            if (Length(m) < 2) return;
            referent = _byName.GetValueOrDefault(KeyOf(m));
        }
        if (referent is null)
        {
            var words = WordsOf(m);
            if (rank == 2 && !m.Is(MentionTraits.Source | MentionTraits.Titled)) return;
            referent = Namesake(m, words) ?? Create(m, words);
            _byName[Key(words)] = referent;
        }
        referent.FullUses++;
        Rename(referent, m, rank);
        referent.AddTitles(article.TokensOf(m.Paragraph), m.Local);
        Learn(referent, m);
        if (IsDescribedAsPerson(m) && !referent.Is(MentionTraits.Organisation)) referent.Kind |= MentionTraits.Person;
    }

    /// <summary>A sentence's first capital, or a headline's capitals, that are not part of the name.</summary>
    private TokenSpan? Trimmed(StoryMention m, uint[] words, int rank)
    {
        var core = m.Local.Core;
        if (rank == 2 || IsOpener(m)) return TrimmedHeadline(words, core, rank);
        return words.Length > 2 && IsKnownName(words.AsSpan(1)) ? new TokenSpan(core.Start + 1, core.End) : null;
    }

    private TokenSpan? TrimmedHeadline(uint[] words, TokenSpan core, int rank)
    {
        if (IsKnownName(words.AsSpan(1))) return new TokenSpan(core.Start + 1, core.End);
        for (int n = words.Length - 1; n > 0 && rank == 2; n--)
        {
            if (IsKnownName(words.AsSpan(0, n))) return new TokenSpan(core.Start, core.Start + n);
        }
        return null;
    }

    /// <summary>An adverb or participle that opens the sentence: <c>Meanwhile</c>, <c>Quoting</c>.</summary>
    private bool IsOpener(StoryMention m)
    {
        ref readonly var first = ref article.TokensOf(m.Paragraph)[m.Local.Core.Start];
        var word = article.TextOf(m.Paragraph)[first.Start..first.End];
        return names.Is(first.Word, NameClass.Opener) || (word.Length > 5 && (word.EndsWith("ly") || word.EndsWith("ing") || word.EndsWith("ed")));
    }

    private bool IsKnownName(ReadOnlySpan<uint> words) =>
        words.Length > 1 ? _byName.ContainsKey(Key(words)) : (_seenInside.Contains(words[0]) && !IsGiven(words[0])) || (_byLast.TryGetValue(words[0], out var known) && known.Exists(r => !r.Is(MentionTraits.Organisation)));

    /// <summary>The same person with or without middle names, or the same name with more or fewer words at its edges.</summary>
    private Referent? Namesake(StoryMention m, uint[] words)
    {
        bool person = IsPersonLike(m);
        if (_byLast.TryGetValue(words[^1], out var last))
        {
            foreach (var r in last)
            {
                bool body = r.Is(MentionTraits.Organisation) || m.Is(MentionTraits.Organisation);
                if (!body && person && r.Name[0] == words[0]) return r;
                if (Math.Min(r.Name.Length, words.Length) > 1 && (words.AsSpan().EndsWith(r.Name) || r.Name.AsSpan().EndsWith(words))) return r;
            }
        }
        if (!m.Is(MentionTraits.Organisation) || !_byFirst.TryGetValue(words[0], out var first)) return null;
        foreach (var r in first)
        {
            if (r.Is(MentionTraits.Organisation) && r.Name.Length > 1 && (words.AsSpan().StartsWith(r.Name) || r.Name.AsSpan().StartsWith(words))) return r;
        }
        return null;
    }

    private static bool IsPersonLike(StoryMention m) => !m.Is(MentionTraits.Organisation | MentionTraits.Place) && !(m.Is(MentionTraits.Definite) && !m.Is(MentionTraits.Titled));

    private Referent Create(StoryMention m, uint[] words)
    {
        var referent = new Referent
        {
            Name = words,
            Origin = (m.Paragraph, m.Local.Core),
            Kind = m.Local.Traits & (MentionTraits.Person | MentionTraits.Organisation | MentionTraits.Place | MentionTraits.Definite | MentionTraits.Source),
            Gender = m.Local.Gender,
        };
        if (!referent.Is(MentionTraits.Organisation) && words.Length > 1) referent.Learn(names.GenderOf(words[0]));
        if (IsDescribedAsPerson(m) && !referent.Is(MentionTraits.Organisation)) referent.Kind |= MentionTraits.Person;
        referent.AddTitles(article.TokensOf(m.Paragraph), m.Local);
        _all.Add(referent);
        if (words.Length > 1) Index(referent);
        return referent;
    }

    private void Index(Referent r)
    {
        Add(_byLast, r.Name[^1], r);
        if (r.Name.Length > 2 && names.Is(r.Name[^1], NameClass.Suffix)) Add(_byLast, r.Name[^2], r);
        Add(_byFirst, r.Name[0], r);
    }

    private static void Add(Dictionary<uint, List<Referent>> index, uint word, Referent r)
    {
        if (!index.TryGetValue(word, out var list)) index[word] = list = [];
        if (!list.Contains(r)) list.Add(r);
    }

    /// <summary>Keeps the fullest form, one that is not all capitals where there is one; before a known given name stands no part of a person's name.</summary>
    private void Rename(Referent r, StoryMention m, int rank)
    {
        bool shouted = article.TokensOf(r.Origin.Paragraph)[r.Origin.Span.Start].Is(TokenFlags.AllCapitals) && !r.Is(MentionTraits.Organisation);
        bool quieter = shouted && !article.TokensOf(m.Paragraph)[m.Local.Core.Start].Is(TokenFlags.AllCapitals);
        if (Length(m) == r.Name.Length && !quieter) return;
        var words = WordsOf(m);
        if (words.Length != r.Name.Length && !IsBetter(r, words, rank)) return;
        r.Name = words;
        r.Origin = (m.Paragraph, m.Local.Core);
        Index(r);
        if (!r.Is(MentionTraits.Organisation)) r.Learn(names.GenderOf(words[0]));
    }

    /// <summary>A longer form is a fuller name; of a person only if what it adds can be one: not a place, not a headline's or sentence's first capital.</summary>
    private bool IsBetter(Referent r, uint[] words, int rank)
    {
        bool longer = words.Length > r.Name.Length;
        if (r.Is(MentionTraits.Organisation) || words[0] == r.Name[0]) return longer;
        bool given = IsGiven(words[0]), had = IsGiven(r.Name[0]);
        if (given != had) return given;
        return longer ? rank == 0 && CanBeName(words) : !CanBeName(r.Name);
    }

    private bool CanBeName(uint[] words) => words.Length <= 3 && !names.Is(words[0], NameClass.Place | NameClass.PlacePart | NameClass.Demonym | NameClass.Party);

    private bool IsGiven(uint word) => names.Is(word, NameClass.Given) && !names.Is(word, NameClass.Place | NameClass.PlacePart);

    private bool IsDescribedAsPerson(StoryMention m)
    {
        var tokens = article.TokensOf(m.Paragraph);
        ref readonly var local = ref m.Local;
        if (m.Is(MentionTraits.Titled)) return true;
        if (m.Is(MentionTraits.Definite | MentionTraits.Place)) return false;
        int before = local.Phrase.Start - 1;
        if (before >= 0 && tokens[before].IsLowerWord && tokens[before].Is(WordClass.PersonNoun | WordClass.Title)) return true;
        return TitleWords.HasAge(tokens, local) || TitleWords.HasApposition(tokens, local);
    }

    private void EnterAcronym(Referent r)
    {
        if (r.Name.Length < 2 || r.Is(MentionTraits.Person | MentionTraits.Place)) return;
        var tokens = article.TokensOf(r.Origin.Paragraph);
        var text = article.TextOf(r.Origin.Paragraph);
        uint hash = WordHash.Of([]);
        for (int i = r.Origin.Span.Start; i < r.Origin.Span.End; i++)
        {
            if (!tokens[i].IsCapitalWord) continue;
            var word = text[tokens[i].Start..tokens[i].End];
            for (int c = 0; c < word.Length; c++)
            {
                if (c == 0 || (word[c - 1] == '-' && char.IsUpper(word[c]))) hash = WordHash.Append(hash, WordHash.Fold(word[c]));
            }
        }
        _acronyms.TryAdd(hash, r);
    }

    /// <summary><c>the Harbour Defence Force (HDF)</c>.</summary>
    private void EnterBracketed(StoryMention m)
    {
        if (m.Local.Form != LocalForm.Name || Length(m) < 2) return;
        var tokens = article.TokensOf(m.Paragraph);
        int at = m.Local.Core.End;
        if (at + 2 >= tokens.Length) return;
        if (OpensBracket(tokens[at]) && tokens[at + 1].Is(TokenFlags.AllCapitals) && tokens[at + 2].Word == RoundClose && _byName.GetValueOrDefault(KeyOf(m)) is { } r) _acronyms[tokens[at + 1].Word] = r;
    }

    /// <summary>What follows may be the name's short form.</summary>
    public static bool OpensBracket(in Token token) => token.Word == RoundOpen;

    private static readonly uint RoundOpen = WordHash.Of("("), RoundClose = WordHash.Of(")");

    private int RankOf(StoryMention m)
    {
        if (m.Is(MentionTraits.Headline)) return 2;
        return m.Is(MentionTraits.SentenceStart) && !IsGiven(article.TokensOf(m.Paragraph)[m.Local.Core.Start].Word) ? 1 : 0;
    }

    private static int Length(StoryMention m) => m.Local.Core.End - m.Local.Core.Start;

    private uint[] WordsOf(StoryMention m)
    {
        var tokens = article.TokensOf(m.Paragraph)[m.Local.Core.Start..m.Local.Core.End];
        var words = new uint[tokens.Length];
        for (int i = 0; i < words.Length; i++) words[i] = tokens[i].Word;
        return words;
    }

    private const ulong KeyBasis = 14695981039346656037, KeyPrime = 1099511628211;

    private static ulong Key(ReadOnlySpan<uint> words)
    {
        ulong key = KeyBasis;
        foreach (uint word in words) key = (key ^ word) * KeyPrime;
        return key;
    }

    /// <summary>The same as of <see cref="WordsOf"/>.</summary>
    private ulong KeyOf(StoryMention m)
    {
        ulong key = KeyBasis;
        foreach (ref readonly var token in article.TokensOf(m.Paragraph)[m.Local.Core.Start..m.Local.Core.End]) key = (key ^ token.Word) * KeyPrime;
        return key;
    }
}
