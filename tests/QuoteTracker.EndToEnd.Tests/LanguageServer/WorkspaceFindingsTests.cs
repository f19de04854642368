using System.Diagnostics;
using System.Text.Json;
using QuoteTracker.EndToEnd.Tests.HouseRules;
using Xunit;

namespace QuoteTracker.EndToEnd.Tests.LanguageServer;

/// <summary>What an editor shows of a newsroom is what the command says of it, rules that compare articles included.</summary>
public sealed class WorkspaceFindingsTests
{
    private const string Article = "news/harbour-dredging.txt";
    private const string Later = "news/later.txt";

    /// <summary>Drummond speaks of lights in <see cref="Article"/>.</summary>
    private const string LaterText = "The council met again.\n\n“That money pays for the lifeguards, the lamps and the man who empties the bins,” Councillor Isla Drummond said.\n";

    private static readonly object Pulls = new { textDocument = new { diagnostic = new { } } };
    private static readonly object IsPushedTo = new { textDocument = new { publishDiagnostics = new { versionSupport = true, relatedInformation = true } } };

    /// <summary>Far above what it takes, and far below what a person would call slow: the machine may have other work.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Findings_pulled_for_the_workspace_are_those_of_lint_to_the_column_whether_an_article_is_open_or_not(bool allowCodeRules)
    {
        await using var newsroom = await ServedNewsroom.StartAsync(Pulls, allowCodeRules, (Later, LaterText));
        var linted = newsroom.Lint();
        Assert.Contains(linted, static one => one.Code == "QT0401");
        Assert.Equal([Article, Later], linted.Where(static one => one.Code == "QT0406").Select(static one => one.File));
        Assert.Equal(allowCodeRules, linted.Exists(static one => one is { Code: "HR0003", File: "speakers.yaml" }));
        Assert.Equal(linted, await newsroom.PulledAsync(linted));

        foreach (string name in (string[])["web/reservoir-page.txt", Article, "speakers.yaml"]) newsroom.Open(name);
        Assert.Equal(linted, await newsroom.PulledAsync(linted));
        var report = (await newsroom.Editor.RequestAsync("textDocument/diagnostic", new { textDocument = new { uri = newsroom.UriOf(Article) } })).Ok();
        Assert.Equal(
            linted.Where(static one => one.File == Article).Select(static one => one.Message).Order(StringComparer.Ordinal),
            report.GetProperty("items").EnumerateArray().Select(static item => item.GetProperty("message").GetString()).Order(StringComparer.Ordinal));
        var again = (await newsroom.Editor.RequestAsync("textDocument/diagnostic", new { textDocument = new { uri = newsroom.UriOf(Article) }, previousResultId = report.GetProperty("resultId").GetString() })).Ok();
        Assert.Equal("unchanged", again.GetProperty("kind").GetString());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Findings_pushed_for_open_files_are_those_of_lint_and_lead_to_the_other_article(bool allowCodeRules)
    {
        await using var newsroom = await ServedNewsroom.StartAsync(IsPushedTo, allowCodeRules, (Later, LaterText));
        var linted = newsroom.Lint();
        foreach (string name in (string[])[Article, Later, "speakers.yaml"]) newsroom.Open(name);
        foreach (string name in (string[])[Article, "speakers.yaml"])
        {
            List<SeenFinding> expected = [.. linted.Where(one => one.File == name)];
            Assert.Equal(expected, await newsroom.PushedAsync(name, expected));
        }
        var finding = await PublishedAsync(newsroom, Later, "QT0406");
        var related = Assert.Single(finding.GetProperty("relatedInformation").EnumerateArray());
        Assert.Equal("What the other article has", related.GetProperty("message").GetString());
        Assert.Equal(newsroom.UriOf(Article), related.GetProperty("location").GetProperty("uri").GetString());
        var other = linted.Single(static one => one is { Code: "QT0406", File: Article });
        Assert.Equal((other.Line, other.Character, other.EndLine, other.EndCharacter), RangeOf(related.GetProperty("location").GetProperty("range")));
    }

    [Fact]
    public async Task Entries_of_the_ledger_whose_article_went_or_was_renamed_are_told_as_lint_tells_them()
    {
        // Gone before the server starts, and while it runs; of the renamed one the words are found.
        await using var newsroom = await ServedNewsroom.StartAsync(Pulls, allowCodeRules: false, ("claims.jsonl", Ledger("c1", "never/there.txt", "Nobody ever wrote a word of this here.") + await SampleLedgerAsync()));
        var linted = newsroom.Lint();
        Assert.Equal(1, linted.Count(static one => one is { Code: "QT0414", File: "claims.jsonl" }));
        Assert.Equal(linted, await newsroom.PulledAsync(linted));

        File.Delete(newsroom.PathOf("features/lighthouse.txt"));
        File.Move(newsroom.PathOf("agency/ferry-strike.txt"), newsroom.PathOf("agency/ferries.txt"));
        linted = newsroom.Lint();
        Assert.Equal(2, linted.Count(static one => one is { Code: "QT0414", File: "claims.jsonl" }));
        Assert.Equal(linted, await newsroom.PulledAsync(linted));
        var claims = (await newsroom.Editor.RequestAsync("quotetracker/claims", new { })).Ok().EnumerateArray().ToList();
        Assert.Equal(["c1", "lighthouse-44289bb3"], claims.Where(static claim => claim.GetProperty("lost").GetBoolean()).Select(static claim => claim.GetProperty("id").GetString()).Order(StringComparer.Ordinal));
        var renamed = claims.Single(static claim => claim.GetProperty("id").GetString() == "ferry-strike-a43fb3aa");
        Assert.Equal(newsroom.UriOf("agency/ferries.txt"), renamed.GetProperty("uri").GetString());

        newsroom.Open("claims.jsonl");
        Assert.Equal(linted, await newsroom.PulledAsync(linted));
    }

    [Fact]
    public async Task An_open_ledger_hears_of_the_articles_around_it()
    {
        await using var newsroom = await ServedNewsroom.StartAsync(IsPushedTo);
        newsroom.Open("claims.jsonl");
        File.Delete(newsroom.PathOf("features/lighthouse.txt"));
        Assert.Contains("There is no article features/lighthouse.txt any more", (await PublishedAsync(newsroom, "claims.jsonl", "QT0414")).GetProperty("message").GetString(), StringComparison.Ordinal);

        string text = newsroom.Open(Article);
        newsroom.Editor.Change(newsroom.UriOf(Article), 2, new { text = text.Replace("I’m not suggesting", "I’m hardly suggesting", StringComparison.Ordinal) });
        Assert.Contains("“not” is now “hardly”", (await PublishedAsync(newsroom, "claims.jsonl", "QT0405")).GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    private static string Ledger(string id, string article, string words) =>
        $$"""{"id":"{{id}}","article":"{{article}}","anchor":{"prefix":"","exact":"{{words}}","suffix":""},"speaker":"okafor","kind":"direct","status":"unchecked"}""" + "\n";

    private static Task<string> SampleLedgerAsync() => File.ReadAllTextAsync(Path.Combine(RepositoryFolder.Root, "samples", "newsroom", "claims.jsonl"));

    [Fact]
    public async Task A_save_elsewhere_changes_what_is_shown_within_a_moment()
    {
        await using var newsroom = await ServedNewsroom.StartAsync(IsPushedTo, allowCodeRules: false, (Later, LaterText));
        newsroom.Open(Article);
        await PublishedAsync(newsroom, Article, "QT0406");

        newsroom.Write(Later, LaterText.Replace("lamps", "lights", StringComparison.Ordinal));
        var watch = Stopwatch.StartNew();
        await newsroom.Editor.NextAsync("textDocument/publishDiagnostics", said => IsOf(newsroom, said, Article) && !Codes(said).Contains("QT0406"));
        Assert.True(watch.Elapsed < Soon, $"it took {watch.Elapsed}");

        newsroom.Write(Later, LaterText.Replace("lamps", "lanterns", StringComparison.Ordinal));
        watch.Restart();
        Assert.Contains("'lights' where another article has 'lanterns'", (await PublishedAsync(newsroom, Article, "QT0406")).GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.True(watch.Elapsed < Soon, $"it took {watch.Elapsed}");

        File.Delete(newsroom.PathOf(Later));
        await newsroom.Editor.NextAsync("textDocument/publishDiagnostics", said => IsOf(newsroom, said, Article) && !Codes(said).Contains("QT0406"));
    }

    [Fact]
    public async Task What_is_typed_moves_a_finding_at_once_and_changes_it_when_the_typing_pauses()
    {
        await using var newsroom = await ServedNewsroom.StartAsync(IsPushedTo, allowCodeRules: false, (Later, LaterText));
        newsroom.Open(Later);
        var finding = await PublishedAsync(newsroom, Later, "QT0406");
        Assert.Equal(2, RangeOf(finding.GetProperty("range")).Line);

        newsroom.Editor.Change(newsroom.UriOf(Later), 2, new { range = new { start = new { line = 1, character = 0 }, end = new { line = 1, character = 0 } }, text = "\nNobody came.\n" });
        var first = await newsroom.Editor.NextAsync("textDocument/publishDiagnostics", said => IsOf(newsroom, said, Later) && said.GetProperty("version").GetInt32() == 2);
        var moved = Assert.Single(first.GetProperty("diagnostics").EnumerateArray(), static one => one.GetProperty("code").GetString() == "QT0406");
        Assert.Equal(4, RangeOf(moved.GetProperty("range")).Line);

        // The word itself: the old finding is gone with the first look, and the new one comes.
        newsroom.Editor.Change(newsroom.UriOf(Later), 3, new { text = LaterText.Replace("lamps", "lanterns", StringComparison.Ordinal) });
        first = await newsroom.Editor.NextAsync("textDocument/publishDiagnostics", said => IsOf(newsroom, said, Later) && said.GetProperty("version").GetInt32() == 3);
        Assert.DoesNotContain("QT0406", Codes(first));
        Assert.Contains("'lanterns'", (await PublishedAsync(newsroom, Later, "QT0406")).GetProperty("message").GetString(), StringComparison.Ordinal);
        newsroom.Editor.Change(newsroom.UriOf(Later), 4, new { text = LaterText.Replace("lamps", "lights", StringComparison.Ordinal) });
        await newsroom.Editor.NextAsync("textDocument/publishDiagnostics", said => IsOf(newsroom, said, Later) && said.GetProperty("version").GetInt32() == 4 && !Codes(said).Contains("QT0406"));
    }

    [Fact]
    public async Task Nobody_who_types_waits_for_a_rule_that_looks_at_all_articles()
    {
        string rule = HouseNewsroom.RuleText("endless", 9, "context.Report(new TextSpan(0, 3), \"loaded\");", "private static void Look(WorkspaceActionContext all) { while (true) { } }").Replace(
            "=> context.RegisterArticleAction(Check);", "{ context.RegisterArticleAction(Check); context.RegisterWorkspaceAction(Look); }", StringComparison.Ordinal);
        await using var newsroom = await ServedNewsroom.StartAsync(IsPushedTo, allowCodeRules: true, (Later, LaterText), ("house-rules/endless.cs", rule));
        string uri = newsroom.UriOf(Later);
        newsroom.Open(Later);
        // The rule is there, and runs as soon as all articles are read by it.
        await PublishedAsync(newsroom, Later, "HR0009");
        var slowest = TimeSpan.Zero;
        int version = 1;
        for (var typing = Stopwatch.StartNew(); typing.Elapsed < TimeSpan.FromSeconds(5);)
        {
            var watch = Stopwatch.StartNew();
            newsroom.Editor.Change(uri, ++version, new { text = LaterText + new string('x', version) });
            await newsroom.Editor.NextAsync("textDocument/publishDiagnostics", said => IsOf(newsroom, said, Later) && said.GetProperty("version").GetInt32() == version);
            (await newsroom.Editor.RequestAsync("textDocument/hover", new { textDocument = new { uri }, position = new { line = 2, character = 5 } })).Ok();
            if (watch.Elapsed > slowest) slowest = watch.Elapsed;
            await Task.Delay(400);
        }
        // The rule is given ten seconds of the processor: whoever waited for it would have waited for that.
        Assert.True(slowest < Soon, $"a key took {slowest}");
    }

    private static async Task<JsonElement> PublishedAsync(ServedNewsroom newsroom, string name, string code)
    {
        var published = await newsroom.Editor.NextAsync("textDocument/publishDiagnostics", said => IsOf(newsroom, said, name) && Codes(said).Contains(code));
        return published.GetProperty("diagnostics").EnumerateArray().First(one => one.GetProperty("code").GetString() == code);
    }

    private static bool IsOf(ServedNewsroom newsroom, JsonElement said, string name) => said.GetProperty("uri").GetString() == newsroom.UriOf(name);

    private static IEnumerable<string?> Codes(JsonElement said) => said.GetProperty("diagnostics").EnumerateArray().Select(static one => one.GetProperty("code").GetString());

    private static (int Line, int Character, int EndLine, int EndCharacter) RangeOf(JsonElement range)
    {
        var (start, end) = (range.GetProperty("start"), range.GetProperty("end"));
        return (start.GetProperty("line").GetInt32(), start.GetProperty("character").GetInt32(), end.GetProperty("line").GetInt32(), end.GetProperty("character").GetInt32());
    }
}
