using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.ProtocolTesting;
using Xunit;

namespace QuoteTracker.EndToEnd.Tests.LanguageServer;

/// <summary>A small newsroom with the server's process on it, for all tests of a class: they ask, and leave its files as they are.</summary>
[SuppressMessage("Design", "CA1001", Justification = "The runner calls DisposeAsync.")]
public sealed class FeatureNewsroom : IAsyncLifetime
{
    public const string Bridge = "bridge.txt", Ferry = "ferry.txt", Registry = "speakers.yaml", Configuration = "quotetracker.yaml", Ledger = "claims.jsonl", Hearing = "sources/hearing.vtt";

    private const string Bill = "We looked at the bill twice and it only grew,";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly object Capabilities = new
    {
        textDocument = new
        {
            publishDiagnostics = new { versionSupport = true },
            documentSymbol = new { hierarchicalDocumentSymbolSupport = true },
            rename = new { prepareSupport = true },
            completion = new { completionItem = new { resolveSupport = new { properties = new[] { "documentation" } } } },
            hover = new { contentFormat = new[] { "markdown" } },
        },
        workspace = new { workspaceEdit = new { documentChanges = true } },
    };

    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal)
    {
        [Bridge] = $"""
            ---
            date: 2026-03-14
            ---
            Bridge to close in spring

            Mayor Ada Vaughn opened the 🙂 fair. "{Bill}" Vaughn said. She left early.

            “The bridge will close in spring,” Tom Okafor said. “Nobody voted for it.

            “Nobody is glad of it.”

            """,
        [Ferry] = $"""
            The ferry stays

            “{Bill}” Ada Vaughn said in May. “The ferry stays,” Tom Okafor added.

            """,
        [Registry] = """
            speakers:
              - id: vaughn
                name: Ada Vaughn
                kind: person
                pronouns: she/her
                roles:
                  - { title: Mayor, of: Port Ellery, from: 2020-01-01, until: null }
                links: ["https://example.org/vaughn"]
              - id: okafor
                name: Tom Okafor
                nicknames: [Tommy]

            """,
        [Configuration] = """
            articles: ["*.txt"]
            registry: speakers.yaml
            sources: ["sources/**"]
            ledger: claims.jsonl
            rules:
              loaded-cue: info
              no-such-rule: off

            """,
        [Ledger] = $$"""{"id":"c1","article":"bridge.txt","anchor":{"prefix":"","exact":"{{Bill}}","suffix":""},"speaker":"vaughn","kind":"direct","status":"verified","source":{"path":"{{Hearing}}","locator":"00:00:05"},"checkedBy":"ida","checkedOn":"2026-03-15"}""" + "\n",
        [Hearing] = $"""
            WEBVTT

            NOTE
            title: Harbour hearing
            url: https://example.org/hearing.mp4

            00:00:05.000 --> 00:00:09.000
            <v Ada Vaughn>{Bill[..^1]}.

            """,
    };

    private readonly TemporaryFolder _folder = new();
    private Process _process = null!;

    public ScriptedEditor Editor { get; private set; } = null!;

    /// <summary>What the server said that it can do.</summary>
    public JsonElement ServerCan { get; private set; }

    public async Task InitializeAsync()
    {
        foreach (var (name, text) in _texts) _folder.Write(name, text);
        _process = QuoteTrackerProcess.Start(_folder.Root, ["serve"], new Dictionary<string, string?> { ["XDG_CACHE_HOME"] = _folder.PathOf("cache") });
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
        Editor = new ScriptedEditor(_process.StandardInput.BaseStream, _process.StandardOutput.BaseStream);
        ServerCan = (await Editor.InitializeAsync(Capabilities, _folder.Root)).GetProperty("capabilities");
        // The ferry's article and the ledger are known as they are on disk.
        foreach (string name in (string[])[Bridge, Registry, Configuration]) Editor.Open(UriOf(name), _texts[name], language: name.EndsWith(".yaml", StringComparison.Ordinal) ? "yaml" : "plaintext");
        await UntilAsync(async () => (await AskAsync("workspace/symbol", new { query = "ferry stays" })).GetArrayLength() > 0);
        await UntilAsync(async () => (await AtAsync("textDocument/definition", Bridge, "the bill")).GetRawText().Contains(".vtt", StringComparison.Ordinal));
        await UntilAsync(async () => await CountAsync() == 0);

        async Task<int> CountAsync() => (await AskAsync("quotetracker/articleCounts", new { textDocument = Document(Bridge) })).GetProperty("openClaims").GetInt32() - 1;
    }

    public async Task DisposeAsync()
    {
        (await Editor.RequestAsync("shutdown")).Ok();
        Editor.Notify("exit");
        await Editor.DisposeAsync();
        Assert.True(_process.WaitForExit(Patience));
        _process.Dispose();
        _folder.Dispose();
    }

    /// <summary>Puts a file on disk beside the others, for one test.</summary>
    public void Write(string name, string text) => _folder.Write(name, text);

    public string UriOf(string name) => ScriptedEditor.UriOf(_folder.PathOf(name));

    public object Document(string name) => new { uri = UriOf(name) };

    public string TextOf(string name) => _texts[name];

    public async Task<JsonElement> AskAsync(string method, object parameters) => (await Editor.RequestAsync(method, parameters)).Ok();

    /// <summary>Asks about the place in a file where <paramref name="words"/> begin.</summary>
    public Task<JsonElement> AtAsync(string method, string name, string words) => AskAsync(method, new { textDocument = Document(name), position = PositionOf(name, words) });

    /// <summary>Asks about a whole file.</summary>
    public Task<JsonElement> OfAsync(string method, string name) => AskAsync(method, new { textDocument = Document(name) });

    /// <summary>Where <paramref name="words"/> first stand, at the <c>|</c> in them or at their beginning.</summary>
    public object PositionOf(string name, string words)
    {
        int behind = Math.Max(0, words.IndexOf('|', StringComparison.Ordinal)), at = _texts[name].IndexOf(words.Replace("|", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.True(at >= 0, $"'{words}' is not in {name}");
        var position = SourceText.From(_texts[name]).Lines.GetLinePosition(at + behind);
        return new { line = position.Line, character = position.Character };
    }

    /// <summary>The range of <paramref name="words"/> where they first stand.</summary>
    public object RangeOf(string name, string words) => new { start = PositionOf(name, words), end = PositionOf(name, words + "|") };

    /// <summary>The words in a range of a file, each line's end as <c>⏎</c>.</summary>
    public string Words(string name, JsonElement range)
    {
        var text = SourceText.From(_texts[name]);
        return text.ToString(text.Lines.GetTextSpan(new LinePositionSpan(Position(range.GetProperty("start")), Position(range.GetProperty("end"))))).Replace("\n", "⏎", StringComparison.Ordinal);

        static LinePosition Position(JsonElement position) => new(position.GetProperty("line").GetInt32(), position.GetProperty("character").GetInt32());
    }

    /// <summary>A location as the file, its line from 1 and the words there.</summary>
    public string Place(JsonElement location) => Place(location.GetProperty("uri").GetString()!, location.GetProperty("range"));

    public string Place(string uri, JsonElement range)
    {
        string name = _texts.Keys.Single(name => UriOf(name) == uri);
        return $"{name}:{range.GetProperty("start").GetProperty("line").GetInt32() + 1} {Words(name, range)}";
    }

    public List<string> Places(JsonElement locations) => [.. locations.EnumerateArray().Select(Place)];

    /// <param name="expected">What is said, line by line. Where it differs the test tells what is said, whole, to be taken over from there.</param>
    public static void Check(string expected, IEnumerable<string> said)
    {
        string all = string.Join('\n', said);
        Assert.True(all == expected, all);
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        var deadline = DateTime.UtcNow + Patience;
        while (!await isSo())
        {
            Assert.True(DateTime.UtcNow < deadline, "it never came to be");
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }
    }
}
