using System.Collections.Immutable;
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

    /// <summary>A quotation's words, with all the places where one speaker is quoted with just these.</summary>
    private sealed class Wording(string words)
    {
        public string Words { get; } = words;

        public Quotation Quotation { get; } = Quotation.Of(words);

        public SourceDocument Document { get; } = new("", words, words, "", new SourceHeading(), [], []);

        /// <summary>In the order of the articles, each with its number among the speaker's quotations.</summary>
        public List<(int Number, ArticleSummary Article, StatementSummary Statement)> Places { get; } = [];
    }

    private static void Check(WorkspaceActionContext context)
    {
        if (context.Articles.Length < 2) return;
        var bySpeaker = context.Articles
            .SelectMany(article => article.Statements.Where(IsTestimony).Select(statement => (Article: article, Statement: statement)))
            .GroupBy(said => said.Statement.SpeakerId ?? said.Statement.Speaker!, StringComparer.Ordinal)
            .Where(group => group.Skip(1).Any());
        foreach (var group in bySpeaker)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            foreach (var (one, other) in PairsSharing(Wordings(group))) Compare(context, one, other);
        }
    }

    private static bool IsTestimony(StatementSummary statement) => IsTestimony(statement.Kind, statement.IsAnonymous, statement.Speaker, statement.Confidence);

    private static bool IsTestimony(AttributionKind kind, bool isAnonymous, string? speaker, double confidence) =>
        kind == AttributionKind.Direct && !isAnonymous && speaker is not null && confidence >= Attribution.ShownFrom;

    private static string WithoutMarks(string words) => words.Trim('"', '“', '”', '\'', '‘', '’', '«', '»', ' ');

    /// <summary>Each once, for agency copy stands in many articles; those that are too short are left out.</summary>
    private static List<Wording> Wordings(IEnumerable<(ArticleSummary Article, StatementSummary Statement)> quotations)
    {
        var byWords = new Dictionary<string, Wording>(StringComparer.Ordinal);
        int number = 0;
        foreach (var (article, statement) in quotations)
        {
            string words = WithoutMarks(statement.Words);
            if (!byWords.TryGetValue(words, out var wording)) byWords[words] = wording = new Wording(words);
            wording.Places.Add((number++, article, statement));
        }
        return [.. byWords.Values.Where(wording => wording.Quotation.WordCount >= FewestWords)];
    }

    private static IEnumerable<(Wording One, Wording Other)> PairsSharing(List<Wording> wordings)
    {
        var byStretch = new Dictionary<(uint, uint, uint), List<int>>();
        for (int i = 0; i < wordings.Count; i++)
        {
            var met = new HashSet<int>();
            var words = wordings[i].Quotation.Words;
            for (int w = 0; w + SharedWords <= words.Length; w++)
            {
                var stretch = (words[w].Key, words[w + 1].Key, words[w + 2].Key);
                if (!byStretch.TryGetValue(stretch, out var others)) byStretch[stretch] = others = [];
                if (others is not [.., var last] || last != i)
                {
                    met.UnionWith(others);
                    others.Add(i);
                }
            }
            foreach (int other in met.Order()) yield return (wordings[other], wordings[i]);
        }
    }

    /// <summary>The shorter is looked for in the longer; of two of the same length, the one that was met first.</summary>
    private static void Compare(WorkspaceActionContext context, Wording one, Wording other)
    {
        int longer = one.Quotation.WordCount - other.Quotation.WordCount;
        Lazy<WordEdit?> inOther = new(() => EditBetween(one, other)), inOne = new(() => EditBetween(other, one));
        foreach (var (here, there) in one.Places.SelectMany(here => other.Places.Select(there => (here, there))))
        {
            if (here.Article.Path == there.Article.Path) continue;
            bool isShorter = longer < 0 || (longer == 0 && here.Number < there.Number);
            var (shorter, whole, edit) = isShorter ? (here, there, inOther.Value) : (there, here, inOne.Value);
            if (edit is null) continue;
            Report(context, shorter.Statement, whole.Statement, edit.WrittenWords, edit.SaidWords);
            Report(context, whole.Statement, shorter.Statement, edit.SaidWords, edit.WrittenWords);
        }
    }

    /// <summary>The first of what is different, null where the two are the same or not of one statement.</summary>
    private static WordEdit? EditBetween(Wording shorter, Wording longer) =>
        PassageFinder.Find(shorter.Quotation, longer.Document, 0, longer.Document.WordCount).FirstOrDefault() is { Verdict: Verdict.Edited, Edits: [var edit, ..] } match && match.Fit >= AlikeFrom
            ? edit
            : null;

    private static void Report(WorkspaceActionContext context, StatementSummary here, StatementSummary there, string written, string elsewhere)
    {
        var difference = written.Length == 0 ? $"Another article has '{elsewhere}' as well in this quotation"
            : elsewhere.Length == 0 ? $"Another article has this quotation without '{written}'"
            : $"This quotation has '{written}' where another article has '{elsewhere}'";
        var place = there.Location.GetLineSpan();
        context.Report(here.Location, difference, FileName(place.Path), place.StartLinePosition.Line + 1);
    }

    /// <summary>The path may be a full one, which says more of the machine than of the newsroom.</summary>
    private static string FileName(string path) => path[(path.LastIndexOfAny(['/', '\\']) + 1)..];
}
