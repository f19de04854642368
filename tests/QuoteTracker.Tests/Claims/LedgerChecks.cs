using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core;
using QuoteTracker.Core.Claims;
using QuoteTracker.Core.Model;
using QuoteTracker.Tests.Fixtures;
using Xunit;

namespace QuoteTracker.Tests.Claims;

/// <summary>What a ledger says of the articles beside it.</summary>
internal static class LedgerChecks
{
    /// <summary>The faults of the <c>claims.jsonl</c> of a fixture, with its registry, its other files as articles and sources.</summary>
    public static ImmutableArray<Diagnostic> DiagnosticsOf(string fixture)
    {
        var parsed = Fixture.Parse(fixture);
        var document = LedgerDocument.Read("claims.jsonl", SourceText.From(parsed.TextOf("claims.jsonl")!));
        var ledger = new ClaimLedger(document.Claims, path => parsed.TextOf(path) is not null);
        var resolved = FixtureAnalysis.Analyse(parsed).SelectMany(item => ledger.Resolve(item.File.Name, item.Model).Places).ToList();
        return LedgerDiagnostics.Of(document, new LedgerContext
        {
            Registry = FixtureAnalysis.RegistryOf(parsed),
            Homeless = ledger.Homeless,
            HashOf = path => parsed.TextOf(path) is { } text ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))) : null,
            PlaceOf = claim => resolved.Find(place => place.Claim.Id == claim.Id),
        });
    }

    public static ArticleModel Analyse(string text) => new ArticleAnalyzer(QuoteTracker.Core.Speakers.Registry.Empty).Analyze(new Article("a.txt", text));

    /// <summary>A verified claim of words in an article.</summary>
    /// <param name="content">Parts of the text, each there once; in its order.</param>
    public static Claim ClaimOf(string text, params string[] content)
    {
        var spans = content.Select(part => new TextSpan(text.IndexOf(part, StringComparison.Ordinal), part.Length));
        return ClaimAt(text, [.. spans]);
    }

    public static Claim ClaimAt(string text, ImmutableArray<TextSpan> spans, string id = "c1")
    {
        Assert.All(spans, span => Assert.True(span.Start >= 0));
        return new Claim
        {
            Id = id,
            Article = "a.txt",
            Anchor = ClaimAnchors.Of(new Article("a.txt", text), spans),
            Check = new ClaimCheck { Status = ClaimStatus.Verified, CheckedBy = "Ann Lee", CheckedOn = new DateOnly(2026, 3, 12) },
        };
    }

    public static ArticleClaims Resolve(string text, params Claim[] claims) => new ClaimLedger(claims).Resolve("a.txt", Analyse(text));
}
