using System.Diagnostics;
using System.Text.Json;
using QuoteTracker.ProtocolTesting;

namespace QuoteTracker.EndToEnd.Tests.LanguageServer;

/// <summary>A finding as a person sees it, by the command or in an editor.</summary>
/// <param name="File">From the newsroom's folder.</param>
/// <param name="Line">From 0, as is the character.</param>
internal sealed record SeenFinding(string File, int Line, int Character, int EndLine, int EndCharacter, string Code, string Severity, string Message);

/// <summary>A copy of the sample newsroom with the server's process on it, and the command beside.</summary>
internal sealed class ServedNewsroom : IAsyncDisposable
{
    /// <summary>The articles, the ledger and the sources are read in the background.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly string[] Severities = ["", "error", "warning", "info", "hint"];

    private readonly TemporaryFolder _folder;
    private readonly bool _allowCodeRules;
    private readonly Process _process;

    private ServedNewsroom(TemporaryFolder folder, bool allowCodeRules)
    {
        (_folder, _allowCodeRules) = (folder, allowCodeRules);
        _process = QuoteTrackerProcess.Start(Root, ["serve"], Home);
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
        Editor = new ScriptedEditor(_process.StandardInput.BaseStream, _process.StandardOutput.BaseStream);
    }

    public ScriptedEditor Editor { get; }

    public string Root => _folder.PathOf("newsroom");

    private Dictionary<string, string?> Home => new() { ["XDG_CACHE_HOME"] = _folder.PathOf("cache"), ["XDG_DATA_HOME"] = _folder.PathOf("data") };

    /// <param name="more">Files beside those of the sample, by their path in the newsroom.</param>
    public static async Task<ServedNewsroom> StartAsync(object? capabilities = null, bool allowCodeRules = false, params (string Name, string Text)[] more)
    {
        var folder = new TemporaryFolder();
        string sample = Path.Combine(RepositoryFolder.Root, "samples", "newsroom");
        foreach (string file in Directory.EnumerateFiles(sample, "*", SearchOption.AllDirectories))
            folder.Write(Path.Combine("newsroom", Path.GetRelativePath(sample, file)), await File.ReadAllBytesAsync(file));
        foreach (var (name, text) in more) folder.Write(Path.Combine("newsroom", name), text);
        var newsroom = new ServedNewsroom(folder, allowCodeRules);
        await newsroom.Editor.InitializeAsync(capabilities, newsroom.Root, new { allowCodeRules });
        return newsroom;
    }

    public string PathOf(string name) => Path.Combine(Root, name);

    public string UriOf(string name) => ScriptedEditor.UriOf(PathOf(name));

    public void Write(string name, string text) => _folder.Write(Path.Combine("newsroom", name), text);

    /// <returns>The text, as it is on disk.</returns>
    public string Open(string name, string language = "plaintext")
    {
        string text = File.ReadAllText(PathOf(name));
        Editor.Open(UriOf(name), text, language: language);
        return text;
    }

    /// <summary>What the command says of the newsroom as it is on disk.</summary>
    public List<SeenFinding> Lint()
    {
        string[] allow = _allowCodeRules ? ["--allow-code-rules"] : [];
        var run = QuoteTrackerProcess.Run(Root, ["lint", "--format", "jsonl", "--severity", "hint", .. allow], input: null, Home);
        return run.Error.Length > 0 ? throw new InvalidOperationException(run.Error) : InOrder(run.OutputLines.Select(static line =>
        {
            var finding = JsonDocument.Parse(line).RootElement;
            var (start, end) = (finding.GetProperty("start"), finding.GetProperty("end"));
            return new SeenFinding(
                finding.GetProperty("file").GetString()!,
                Number(start, "line") - 1, Number(start, "column") - 1, Number(end, "line") - 1, Number(end, "column") - 1,
                finding.GetProperty("id").GetString()!, finding.GetProperty("severity").GetString()!, finding.GetProperty("message").GetString()!);
        }));
    }

    /// <summary>Those that the editor pulls for the workspace, as soon as they are those that are expected, or when patience ends.</summary>
    public async Task<List<SeenFinding>> PulledAsync(List<SeenFinding> expected)
    {
        var deadline = DateTime.UtcNow + Patience;
        while (true)
        {
            var report = (await Editor.RequestAsync("workspace/diagnostic", new { previousResultIds = Array.Empty<object>() })).Ok();
            var pulled = InOrder(report.GetProperty("items").EnumerateArray().SelectMany(file => FindingsIn(file.GetProperty("uri"), file.GetProperty("items"))));
            if (pulled.SequenceEqual(expected) || DateTime.UtcNow > deadline) return pulled;
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }
    }

    /// <summary>Those that are pushed for a file, as soon as they are those that are expected, or when patience ends.</summary>
    public async Task<List<SeenFinding>> PushedAsync(string name, List<SeenFinding> expected)
    {
        string uri = UriOf(name);
        List<SeenFinding> last = [];
        try
        {
            await Editor.NextAsync("textDocument/publishDiagnostics", said =>
            {
                if (said.GetProperty("uri").GetString() != uri) return false;
                last = InOrder(FindingsIn(said.GetProperty("uri"), said.GetProperty("diagnostics")));
                return last.SequenceEqual(expected);
            });
        }
        catch (TimeoutException)
        {
            return last;
        }
        return last;
    }

    public async ValueTask DisposeAsync()
    {
        (await Editor.RequestAsync("shutdown")).Ok();
        Editor.Notify("exit");
        await Editor.DisposeAsync();
        bool hasEnded = _process.WaitForExit(Patience);
        _process.Dispose();
        _folder.Dispose();
        if (!hasEnded) throw new TimeoutException("the server did not end");
    }

    private static List<SeenFinding> InOrder(IEnumerable<SeenFinding> findings) =>
        [.. findings.OrderBy(static one => $"{one.File} {one.Line:0000} {one.Character:0000} {one.EndLine:0000} {one.EndCharacter:0000} {one.Code} {one.Message}", StringComparer.Ordinal)];

    private IEnumerable<SeenFinding> FindingsIn(JsonElement uri, JsonElement findings) => findings.EnumerateArray().Select(finding =>
    {
        var (start, end) = (finding.GetProperty("range").GetProperty("start"), finding.GetProperty("range").GetProperty("end"));
        return new SeenFinding(
            Path.GetRelativePath(Root, new Uri(uri.GetString()!).LocalPath).Replace('\\', '/'),
            Number(start, "line"), Number(start, "character"), Number(end, "line"), Number(end, "character"),
            finding.GetProperty("code").GetString()!, Severities[Number(finding, "severity")], finding.GetProperty("message").GetString()!);
    });

    private static int Number(JsonElement of, string name) => of.GetProperty(name).GetInt32();
}
