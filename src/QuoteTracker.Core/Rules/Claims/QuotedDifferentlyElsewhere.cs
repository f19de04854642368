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

    public override void Initialize(RuleContext context) => context.RegisterWorkspaceAction(Check);

    private sealed record Quoted(ArticleSummary Article, StatementSummary Statement, string Words)
    {
        public Quotation Quotation { get; } = Quotation.Of(Words);
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
            var quotations = group.Select(said => new Quoted(said.Article, said.Statement, WithoutMarks(said.Statement.Words))).Where(quoted => quoted.Quotation.WordCount >= FewestWords).ToList();
            foreach (var (one, other) in PairsSharing(quotations)) Compare(context, one, other);
        }
    }

    private static bool IsTestimony(StatementSummary statement) =>
        statement is { Kind: AttributionKind.Direct, IsAnonymous: false, Speaker: not null, Confidence: >= Attribution.ShownFrom };

    private static string WithoutMarks(string words) => words.Trim('"', '“', '”', '\'', '‘', '’', '«', '»', ' ');

    private static IEnumerable<(Quoted One, Quoted Other)> PairsSharing(List<Quoted> quotations)
    {
        var byStretch = new Dictionary<(uint, uint, uint), List<int>>();
        for (int i = 0; i < quotations.Count; i++)
        {
            var met = new HashSet<int>();
            var words = quotations[i].Quotation.Words;
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
            foreach (int other in met.Order())
            {
                if (quotations[other].Article.Path != quotations[i].Article.Path) yield return (quotations[other], quotations[i]);
            }
        }
    }

    private static void Compare(WorkspaceActionContext context, Quoted one, Quoted other)
    {
        bool isOneShorter = one.Quotation.WordCount <= other.Quotation.WordCount;
        var (shorter, longer) = isOneShorter ? (one, other) : (other, one);
        var document = new SourceDocument("", longer.Words, longer.Words, "", new SourceHeading(), [], []);
        if (PassageFinder.Find(shorter.Quotation, document, 0, document.WordCount).FirstOrDefault() is not { Verdict: Verdict.Edited, Edits: [var edit, ..] } match || match.Fit < AlikeFrom) return;
        Report(context, shorter, longer, edit.WrittenWords, edit.SaidWords);
        Report(context, longer, shorter, edit.SaidWords, edit.WrittenWords);
    }

    private static void Report(WorkspaceActionContext context, Quoted here, Quoted there, string written, string elsewhere)
    {
        var difference = written.Length == 0 ? $"Another article has '{elsewhere}' as well in this quotation"
            : elsewhere.Length == 0 ? $"Another article has this quotation without '{written}'"
            : $"This quotation has '{written}' where another article has '{elsewhere}'";
        var place = there.Statement.Location.GetLineSpan();
        context.Report(here.Statement.Location, difference, FileName(place.Path), place.StartLinePosition.Line + 1);
    }

    /// <summary>The path may be a full one, which says more of the machine than of the newsroom.</summary>
    private static string FileName(string path) => path[(path.LastIndexOfAny(['/', '\\']) + 1)..];
}
