using System.Diagnostics;
using System.Text.Json;

namespace QuoteTracker.Benchmarks.Server;

/// <summary>
/// <c>server EXECUTABLE [ARTICLES]</c>: starts the published <c>quotetracker</c> in a generated newsroom, types into a long article and a short one, and
/// tells how long the server took for what a person waits for. The exit code is 1 where a target was missed.
/// </summary>
internal sealed class ServerBenchmark : IDisposable
{
    private const int Keystrokes = 300;

    /// <summary>In each of two articles.</summary>
    private const int ComparedKeystrokes = 1000;

    private const string Typed =
        "The clerk said nothing of it, “not a word,” and went home. Nobody had asked for the key. “It hangs where it always hung,” she told the porter, who had his doubts.\n\n";

    private static readonly TimeSpan BetweenKeys = TimeSpan.FromMilliseconds(100);

    private readonly string _folder;
    private readonly int _articles;
    private readonly ServerProcess _server;
    private readonly Timings _timings = new(Console.Out);
    private JsonElement _capabilities;

    private ServerBenchmark(string executable, string folder, int articles)
    {
        _folder = folder;
        _articles = articles;
        GeneratedNewsroom.Write(folder, articles);
        _server = new ServerProcess(executable, folder);
    }

    /// <summary>A text in the editor, in which a cursor types.</summary>
    private sealed class Document
    {
        private int _line, _column, _typed;

        public Document(string uri, string text)
        {
            Uri = uri;
            Text = text;
            var lines = text.Split('\n');
            Line = lines.Length / 2;
            while (lines[Line].Length == 0) Line++;
            (_line, _column) = (Line, lines[Line].Length);
        }

        public string Uri { get; }
        public string Text { get; }
        public int Version { get; set; } = 1;

        /// <summary>The middle of the article, where the typing began.</summary>
        public int Line { get; }

        /// <summary>The next change: one character, at a paragraph's end. A new paragraph is begun when the one before has an ordinary length.</summary>
        public object NextKey()
        {
            var at = new { line = _line, character = _column };
            char key = Typed[_typed++ % Typed.Length];
            (_line, _column) = key == '\n' ? (_line + 1, 0) : (_line, _column + 1);
            return new { range = new { start = at, end = at }, text = key.ToString() };
        }
    }

    public static async Task<int> RunAsync(string[] arguments)
    {
        if (arguments is not [var executable, ..] || !File.Exists(executable))
        {
            await Console.Error.WriteLineAsync("server EXECUTABLE [ARTICLES]: name the published quotetracker.").ConfigureAwait(false);
            return 2;
        }
        int articles = arguments.Length > 1 ? int.Parse(arguments[1], System.Globalization.CultureInfo.InvariantCulture) : 2000;
        var folder = Directory.CreateTempSubdirectory("quotetracker-benchmark-");
        try
        {
            using var benchmark = new ServerBenchmark(Path.GetFullPath(executable), folder.FullName, articles);
            await benchmark.MeasureAsync().ConfigureAwait(false);
            return benchmark._timings.IsAnyMissed ? 1 : 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public void Dispose() => _server.Dispose();

    private async Task MeasureAsync()
    {
        _timings.PrintHead();
        var large = new Document(new Uri(Path.Combine(_folder, "long.txt")).AbsoluteUri, GeneratedNewsroom.Article(-1, words: 10_000, quotations: 300));
        var small = new Document(new Uri(Path.Combine(_folder, "short.txt")).AbsoluteUri, GeneratedNewsroom.Article(-2, words: 1_000, quotations: 30));
        await InitializeAsync().ConfigureAwait(false);
        long initialized = Stopwatch.GetTimestamp();
        Open(large);
        long first = await _server.Published(large.Uri, 1).ConfigureAwait(false);
        _timings.PrintOne("start to the first findings, 10,000 words", Milliseconds(_server.Started, first), "ms", 500);
        _timings.Print("key to findings, 10,000 words, while indexing", await TypeAsync(large, 10, TimeSpan.Zero).ConfigureAwait(false));
        long indexed = await _server.Indexed.ConfigureAwait(false);
        _timings.PrintOne($"indexing of {_articles} articles", Milliseconds(initialized, indexed), "ms", 3000);
        Open(small);
        await _server.Published(small.Uri, 1).ConfigureAwait(false);
        // A server is warm after some seconds of typing, and stays so all day.
        await TypeInTurnAsync(large, small, ComparedKeystrokes / 2).ConfigureAwait(false);
        var (inLarge, inSmall) = await TypeInTurnAsync(large, small, ComparedKeystrokes).ConfigureAwait(false);
        var ofSmall = _timings.Print("key to findings, 1,000 words", inSmall);
        var ofLarge = _timings.Print("key to findings, 10,000 words", inLarge, 15);
        _timings.PrintRatio("10,000 words to 1,000, in turn", ofLarge, ofSmall, 2);
        _timings.Print("key to findings, 10,000 words, at 10 keys a second", await TypeAsync(large, Keystrokes / 4, BetweenKeys).ConfigureAwait(false), 15);
        await ReadWhileTypingAsync(large).ConfigureAwait(false);
        await PullWorkspaceAsync().ConfigureAwait(false);
        await SaveElsewhereAsync().ConfigureAwait(false);
        await TypeBesideRecordsAsync(large).ConfigureAwait(false);
        _timings.PrintOne("memory", _server.Memory, "MB", 300);
        await _server.RequestAsync("shutdown", null).ConfigureAwait(false);
    }

    private async Task InitializeAsync()
    {
        var (answer, _) = await _server.RequestAsync("initialize", new
        {
            processId = Environment.ProcessId,
            rootUri = new Uri(_folder).AbsoluteUri,
            capabilities = new
            {
                window = new { workDoneProgress = true },
                textDocument = new { publishDiagnostics = new { versionSupport = true, codeDescriptionSupport = true } },
            },
        }).ConfigureAwait(false);
        _capabilities = answer.GetProperty("result").GetProperty("capabilities");
        _server.Notify("initialized", new { });
    }

    private void Open(Document document) =>
        _server.Notify("textDocument/didOpen", new { textDocument = new { uri = document.Uri, languageId = "plaintext", version = document.Version, text = document.Text } });

    private long Type(Document document)
    {
        var change = document.NextKey();
        document.Version++;
        long now = Stopwatch.GetTimestamp();
        _server.Notify("textDocument/didChange", new { textDocument = new { uri = document.Uri, version = document.Version }, contentChanges = new[] { change } });
        return now;
    }

    private async Task<List<double>> TypeAsync(Document document, int keys, TimeSpan between)
    {
        var times = new List<double>(keys);
        for (int k = 0; k < keys; k++)
        {
            long sent = Type(document);
            times.Add(Milliseconds(sent, await _server.Published(document.Uri, document.Version).ConfigureAwait(false)));
            if (between > TimeSpan.Zero) await Task.Delay(between).ConfigureAwait(false);
        }
        return times;
    }

    /// <summary>A key in the one, a key in the other: whatever else the machine does, it does to both.</summary>
    private async Task<(List<double> InOne, List<double> InOther)> TypeInTurnAsync(Document one, Document other, int keys)
    {
        List<double> inOne = new(keys), inOther = new(keys);
        for (int k = 0; k < keys; k++)
        {
            inOne.AddRange(await TypeAsync(one, 1, TimeSpan.Zero).ConfigureAwait(false));
            inOther.AddRange(await TypeAsync(other, 1, TimeSpan.Zero).ConfigureAwait(false));
        }
        return (inOne, inOther);
    }

    /// <summary>Each request is sent right behind a key, when the server has most to do.</summary>
    private async Task ReadWhileTypingAsync(Document document)
    {
        var textDocument = new { uri = document.Uri };
        var position = new { line = document.Line, character = 4 };
        var range = new { start = new { line = Math.Max(0, document.Line - 25), character = 0 }, end = new { line = document.Line + 25, character = 0 } };
        foreach (var (method, capability, parameters) in new (string, string, object)[]
        {
            ("textDocument/hover", "hoverProvider", new { textDocument, position }),
            ("textDocument/definition", "definitionProvider", new { textDocument, position }),
            ("textDocument/semanticTokens/range", "semanticTokensProvider", new { textDocument, range }),
        })
        {
            if (!_capabilities.TryGetProperty(capability, out var served) || served.ValueKind == JsonValueKind.False)
            {
                Console.WriteLine($"{method}: the server does not serve it");
                continue;
            }
            var times = new List<double>();
            for (int k = 0; k < Keystrokes / 6; k++)
            {
                Type(document);
                long sent = Stopwatch.GetTimestamp();
                var (answer, time) = await _server.RequestAsync(method, parameters).ConfigureAwait(false);
                if (answer.TryGetProperty("error", out var error)) throw new InvalidOperationException($"{method}: {error}");
                times.Add(Milliseconds(sent, time));
                await Task.Delay(BetweenKeys).ConfigureAwait(false);
            }
            _timings.Print($"{method["textDocument/".Length..]} while typing", times, 10);
        }
    }

    /// <summary>The same keys when the newsroom has a ledger and sources: they are looked at when the typing pauses.</summary>
    private async Task TypeBesideRecordsAsync(Document document)
    {
        const int Transcripts = 200;
        GeneratedNewsroom.WriteRecords(_folder, Transcripts);
        _server.Notify("workspace/didChangeWatchedFiles", new
        {
            changes = Directory.EnumerateFiles(Path.Combine(_folder, "sources")).Append(Path.Combine(_folder, "claims.jsonl")).Select(static path => new { uri = new Uri(path).AbsoluteUri, type = 1 }).ToArray(),
        });
        var position = new { line = document.Line, character = 4 };
        // Until the sources are read.
        await Task.Delay(TimeSpan.FromSeconds(4)).ConfigureAwait(false);
        await _server.RequestAsync("textDocument/hover", new { textDocument = new { uri = document.Uri }, position }).ConfigureAwait(false);
        await TypeAsync(document, 50, TimeSpan.Zero).ConfigureAwait(false);
        _timings.Print($"key to findings, with a ledger and {Transcripts} sources", await TypeAsync(document, Keystrokes / 4, BetweenKeys).ConfigureAwait(false), 15);
    }

    /// <summary>Another article has an open one's words, and others each time that it is saved.</summary>
    private async Task SaveElsewhereAsync()
    {
        const string Statement = "The rope\n\n“We sold the last of the ferry’s rope in {0}, and the crane went with it,” Ada Vaughn said.\n";
        string[] months = ["April", "May", "June", "July", "August", "September", "October"];
        var here = new Document(new Uri(Path.Combine(_folder, "here.txt")).AbsoluteUri, string.Format(System.Globalization.CultureInfo.InvariantCulture, Statement, "March"));
        string there = Path.Combine(_folder, "there.txt");
        Open(here);
        await _server.Published(here.Uri, 1).ConfigureAwait(false);
        var times = new List<double>();
        foreach (string month in months)
        {
            await File.WriteAllTextAsync(there, string.Format(System.Globalization.CultureInfo.InvariantCulture, Statement, month)).ConfigureAwait(false);
            long saved = Stopwatch.GetTimestamp();
            _server.Notify("workspace/didChangeWatchedFiles", new { changes = new[] { new { uri = new Uri(there).AbsoluteUri, type = 2 } } });
            times.Add(Milliseconds(saved, await _server.Said(here.Uri, month).ConfigureAwait(false)));
        }
        _timings.Print("a save to what it changes in another article", times, 2000);
    }

    private async Task PullWorkspaceAsync()
    {
        long sent = Stopwatch.GetTimestamp();
        var (_, first) = await _server.RequestAsync("workspace/diagnostic", new { previousResultIds = Array.Empty<object>() }).ConfigureAwait(false);
        long again = Stopwatch.GetTimestamp();
        var (_, second) = await _server.RequestAsync("workspace/diagnostic", new { previousResultIds = Array.Empty<object>() }).ConfigureAwait(false);
        _timings.Print("findings of the workspace, pulled first", [Milliseconds(sent, first)]);
        _timings.Print("findings of the workspace, pulled again", [Milliseconds(again, second)]);
    }

    private static double Milliseconds(long from, long to) => Stopwatch.GetElapsedTime(from, to).TotalMilliseconds;
}
