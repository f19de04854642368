using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Checking;
using QuoteTracker.Core.Speakers;
using QuoteTracker.Tests.RuleTests;
using QuoteTracker.Tests.Workspace;
using QuoteTracker.Workspace;
using QuoteTracker.Workspace.Sources;

namespace QuoteTracker.Tests.Checking;

/// <summary>A quotation with the verdict that a person gave it.</summary>
/// <param name="Source">The transcript it was written for, by its file name.</param>
/// <param name="Speaker">Whom an article would name; null for nobody.</param>
/// <param name="Words">With <c> // </c> where the attribution would stand.</param>
public sealed record JudgedQuotation(string Source, Verdict Verdict, string? Speaker, string Words);

/// <summary>The transcripts under <c>Transcripts</c>, each with the quotations that were judged by hand before anything was tuned: <c>verdict | speaker | words</c>, one a line.</summary>
public sealed class VerdictSet : IDisposable
{
    private readonly TempFolder _folder = new();

    public VerdictSet()
    {
        foreach (var path in Directory.GetFiles(Repository.PathOf("tests", "QuoteTracker.Tests", "Checking", "Transcripts")).Order(StringComparer.Ordinal))
        {
            if (path.EndsWith(".quotes", StringComparison.Ordinal)) Quotations = Quotations.AddRange(File.ReadLines(path).Where(line => line.Length > 0).Select(line => Read(path, line)));
            else _folder.Write($"sources/{Path.GetFileName(path)}", File.ReadAllBytes(path));
        }
        Library = SourceLibrary.Open(new Newsroom { Root = _folder.Root }, cacheFile: "");
    }

    public ImmutableArray<JudgedQuotation> Quotations { get; } = [];

    public SourceLibrary Library { get; }

    public QuotationFindings Check(JudgedQuotation quotation)
    {
        const string Break = " // ";
        var parts = ImmutableArray.CreateBuilder<TextSpan>();
        int at = 0;
        foreach (var part in quotation.Words.Split(Break))
        {
            parts.Add(new TextSpan(at, part.Length));
            at += part.Length + Break.Length;
        }
        var words = Quotation.Of(quotation.Words, parts.ToImmutable(), quotation.Speaker is { } name ? new Entity(name, EntityKind.Person, null) : null);
        return Library.Matcher.Check(words, Library.CandidatesFor(words));
    }

    public void Dispose() => _folder.Dispose();

    private static JudgedQuotation Read(string path, string line)
    {
        var fields = line.Split(" | ");
        Assert3(fields.Length == 3, path, line);
        return new JudgedQuotation(Path.GetFileNameWithoutExtension(path), VerdictNames.Parse(fields[0].Trim()) ?? throw new FormatException(line), fields[1] == "-" ? null : fields[1], fields[2]);
    }

    private static void Assert3(bool holds, string path, string line)
    {
        if (!holds) throw new FormatException($"{path}: '{line}' is not 'verdict | speaker | words'.");
    }
}
