using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;
using QuoteTracker.Core.Checking;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Core.Rules;

/// <summary>The same statement of the same speaker in two articles, with other words in the marks.</summary>
public sealed class QuotedDifferentlyElsewhere : ArticleRule
{
    /// <summary>0: what differs, 1: the other article, 2: the line in it.</summary>
    public static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        "QT0406", "quoted-differently-elsewhere", RuleGroup.Claims, DiagnosticSeverity.Warning,
        "{0} ({1}, line {2}). Both cannot be what was said: check the recording and correct one of them");

    /// <summary>Shorter quotations are alike by chance.</summary>
    private const int FewestWords = 6;

    /// <summary>Less alike than this, two quotations are of two statements.</summary>
    private const double AlikeFrom = 0.7;

    /// <summary>Quotations that share a stretch of so many words are compared.</summary>
    private const int SharedWords = 3;

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptor];

    public override void Initialize(RuleContext context) =>
        context.RegisterWorkspaceAction(Check, static attribution => IsTestimony(attribution.Kind, attribution.IsAnonymous, attribution.Speaker?.Name, attribution.Confidence));

    /// <summary>A quotation where it stands.</summary>
    private sealed record Place(ArticleSummary Article, StatementSummary Statement);

    /// <summary>A quotation's words, with all the places where one speaker is quoted with just these.</summary>
    private sealed class Wording(string words)
    {
        private Quotation? _quotation;
        private SourceDocument? _document;

        /// <summary>Read when somebody compares it: who is quoted once needs none of it.</summary>
        public Quotation Quotation => _quotation ??= Quotation.Of(words);

        /// <summary>The same words, to look for others in.</summary>
        public SourceDocument Document => _document ??= new("", words, words, "", new SourceHeading(), [], []);

        /// <summary>In the order of the articles.</summary>
        public List<Place> Places { get; } = [];

        /// <summary>In the order in which they were met.</summary>
        public List<Variant> Variants { get; } = [];
    }

    /// <summary>Other words for the same statement.</summary>
    /// <param name="Here">What the quotation has where the other has <paramref name="There"/>; either may be empty.</param>
    /// <param name="Likeness">0 to 1; of a part and the whole the less, the more the whole has besides.</param>
    private sealed record Variant(Wording Wording, string Here, string There, double Likeness)
    {
        public int Articles { get; } = Wording.Places.Select(static place => place.Article.Path).Distinct(StringComparer.Ordinal).Count();
    }

    /// <summary>Words that follow each other, by their keys.</summary>
    private readonly record struct Stretch(uint First, uint Second, uint Third);

    private static void Check(WorkspaceActionContext context)
    {
        if (context.Articles.Length < 2) return;
        foreach (var places in BySpeaker(context.Articles))
        {
            context.Cancellation.ThrowIfCancellationRequested();
            var wordings = Wordings(places);
            ComparePairs(wordings);
            foreach (var wording in wordings)
            {
                if (wording.Variants.Count > 0) Report(context, wording);
            }
        }
    }

    private static Dictionary<string, List<Place>>.ValueCollection BySpeaker(ImmutableArray<ArticleSummary> articles)
    {
        var bySpeaker = new Dictionary<string, List<Place>>(StringComparer.Ordinal);
        foreach (var article in articles)
        {
            foreach (var statement in article.Statements)
            {
                if (!IsTestimony(statement)) continue;
                var speaker = statement.SpeakerId ?? statement.Speaker!;
                if (!bySpeaker.TryGetValue(speaker, out var places)) bySpeaker[speaker] = places = [];
                places.Add(new Place(article, statement));
            }
        }
        return bySpeaker.Values;
    }

    private static bool IsTestimony(StatementSummary statement) => IsTestimony(statement.Kind, statement.IsAnonymous, statement.Speaker, statement.Confidence);

    private static bool IsTestimony(AttributionKind kind, bool isAnonymous, string? speaker, double confidence) =>
        kind == AttributionKind.Direct && !isAnonymous && speaker is not null && confidence >= Attribution.ShownFrom;

    private static string WithoutMarks(string words) => words.Trim('"', '“', '”', '\'', '‘', '’', '«', '»', ' ');

    /// <summary>Each once, for agency copy stands in many articles; those that are too short are left out. None where there are no two to compare.</summary>
    private static List<Wording> Wordings(List<Place> places)
    {
        var byWords = new Dictionary<string, Wording>(StringComparer.Ordinal);
        foreach (var place in places)
        {
            string words = WithoutMarks(place.Statement.Words);
            if (!byWords.TryGetValue(words, out var wording)) byWords[words] = wording = new Wording(words);
            wording.Places.Add(place);
        }
        return byWords.Count < 2 ? [] : [.. byWords.Values.Where(static wording => wording.Quotation.WordCount >= FewestWords)];
    }

    /// <summary>Those that share a stretch of words, each pair once.</summary>
    private static void ComparePairs(List<Wording> wordings)
    {
        int most = 0;
        foreach (var wording in wordings) most += wording.Quotation.WordCount;
        // Of each stretch the last wording that has it; of each of these the one before it. Most stretches have one, and a list for each would be most of the work.
        var lastOf = new Dictionary<Stretch, int>(most);
        var having = new List<(int Wording, int Before)>(most);
        var met = new HashSet<int>();
        for (int i = 0; i < wordings.Count; i++)
        {
            met.Clear();
            var words = wordings[i].Quotation.Words;
            for (int w = 0; w + SharedWords <= words.Length; w++)
            {
                var stretch = new Stretch(words[w].Key, words[w + 1].Key, words[w + 2].Key);
                ref int last = ref CollectionsMarshal.GetValueRefOrAddDefault(lastOf, stretch, out bool isKnown);
                int before = isKnown ? last : -1;
                if (isKnown && having[before].Wording == i) continue;
                last = having.Count;
                having.Add((i, before));
                for (; before >= 0; before = having[before].Before) met.Add(having[before].Wording);
            }
            foreach (int other in met.Order()) Compare(wordings[other], wordings[i]);
        }
    }

    /// <summary>The shorter is looked for in the longer; of two of the same length, the one that was met first.</summary>
    private static void Compare(Wording one, Wording other)
    {
        var (shorter, longer) = one.Quotation.WordCount <= other.Quotation.WordCount ? (one, other) : (other, one);
        var match = PassageFinder.Find(shorter.Quotation, longer.Document, 0, longer.Document.WordCount).FirstOrDefault();
        if (match is not { Verdict: Verdict.Edited, Edits: [var edit, ..] } || match.Fit < AlikeFrom) return;
        double likeness = match.Fit * shorter.Quotation.WordCount / longer.Quotation.WordCount;
        shorter.Variants.Add(new Variant(longer, edit.WrittenWords, edit.SaidWords, likeness));
        longer.Variants.Add(new Variant(shorter, edit.SaidWords, edit.WrittenWords, likeness));
    }

    /// <summary>
    /// Each place once, against the other words that most articles have: where one article stands against many, the one is what to look at. Where as many have each,
    /// the words that are most alike say best what differs.
    /// </summary>
    private static void Report(WorkspaceActionContext context, Wording wording)
    {
        List<Variant> variants = [.. wording.Variants.OrderByDescending(static variant => variant.Articles).ThenByDescending(static variant => variant.Likeness)];
        foreach (var here in wording.Places)
        {
            if (FirstElsewhere(variants, here.Article) is var (variant, there)) Report(context, here.Statement, there.Statement, variant);
        }
    }

    /// <summary>Not in the same article: there a speaker may say it again.</summary>
    private static (Variant Variant, Place There)? FirstElsewhere(List<Variant> variants, ArticleSummary article)
    {
        foreach (var variant in variants)
        {
            foreach (var place in variant.Wording.Places)
            {
                if (place.Article.Path != article.Path) return (variant, place);
            }
        }
        return null;
    }

    private static void Report(WorkspaceActionContext context, StatementSummary here, StatementSummary there, Variant variant)
    {
        var difference = variant.Here.Length == 0 ? $"Another article has '{variant.There}' as well in this quotation"
            : variant.There.Length == 0 ? $"Another article has this quotation without '{variant.Here}'"
            : $"This quotation has '{variant.Here}' where another article has '{variant.There}'";
        var place = there.Location.GetLineSpan();
        context.ReportBeside(here.Location, there.Location, difference, FileName(place.Path), place.StartLinePosition.Line + 1);
    }

    /// <summary>The path may be a full one, which says more of the machine than of the newsroom.</summary>
    private static string FileName(string path) => path[(path.LastIndexOfAny(['/', '\\']) + 1)..];
}
