using System.Diagnostics;
using System.Text.Json;
using QuoteTracker.ProtocolTesting;
using Xunit;

namespace QuoteTracker.EndToEnd.Tests.HouseRules;

/// <summary>The language server in a newsroom with rules in C# that are edited while it runs.</summary>
public sealed class ServeWithHouseRulesTests : IDisposable
{
    private const string Article = "“We knew,” said Ada Vaughn.\n\n[quotetracker: ignore no-such-rule: because]\n";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly HouseNewsroom _newsroom = new();

    public void Dispose() => _newsroom.Dispose();

    [Fact]
    public async Task A_rule_is_edited_broken_and_mended_while_the_server_answers()
    {
        var rule = _newsroom.WriteRule("own", 1, Report("first"));
        await using var editor = await StartAsync(allowCodeRules: true);
        var article = _newsroom.Write("a.txt", Article);
        editor.Open(ScriptedEditor.UriOf(article), Article);
        await FoundAsync(editor, article, "HR0001", "first");

        _newsroom.WriteRule("own", 1, Report("second"));
        await FoundAsync(editor, article, "HR0001", "second");

        _newsroom.WriteRule("own", 1, "var x = nothing;");
        await FoundAsync(editor, rule, "QT0943", "The name 'nothing' does not exist");
        _newsroom.WriteRule("own", 1, "System.IO.File.Delete(\"a\");");
        await FoundAsync(editor, rule, "QT0944", "System.IO.File");

        _newsroom.WriteRule("own", 1, "while (true) { }");
        await FoundAsync(editor, rule, "QT0942", "did not end within 2 seconds");
        // It answers, and everything else is found still.
        Assert.Null((await editor.RequestAsync("textDocument/hover", new { textDocument = new { uri = ScriptedEditor.UriOf(article) }, position = new { line = 0, character = 2 } })).ErrorCode);
        editor.Change(ScriptedEditor.UriOf(article), 2, new { text = Article + "\nMore.\n" });
        await FoundAsync(editor, article, "QT0904", "no-such-rule");

        _newsroom.WriteRule("own", 1, Report("mended"));
        await FoundAsync(editor, article, "HR0001", "mended");
        await editor.NextAsync("textDocument/publishDiagnostics", sent => IsOf(sent, rule) && Diagnostics(sent).Length == 0).WaitAsync(Patience);

        // The text in the editor counts, not the file.
        editor.Open(ScriptedEditor.UriOf(rule), HouseNewsroom.RuleText("own", 1, "var x = unsaved;"), language: "csharp");
        await FoundAsync(editor, rule, "QT0943", "unsaved");
    }

    [Fact]
    public async Task Who_asks_for_words_waits_for_no_rule()
    {
        var rule = _newsroom.WriteRule("own", 1, Report("ran") + "if (context.TextOf(context.Model.Paragraphs[^1]).StartsWith(\"Now\", StringComparison.Ordinal)) while (true) { }");
        await using var editor = await StartAsync(allowCodeRules: true);
        var article = _newsroom.Write("a.txt", Article);
        string uri = ScriptedEditor.UriOf(article);
        editor.Open(uri, Article);
        await FoundAsync(editor, article, "HR0001", "ran");

        var stopped = FoundAsync(editor, rule, "QT0942", "did not end within 2 seconds");
        editor.Change(uri, 2, new { text = Article + "\nNow.\n" });
        foreach (int character in (int[])[2, 11, 18])
            Assert.NotEqual(JsonValueKind.Null, (await editor.RequestAsync("textDocument/hover", new { textDocument = new { uri }, position = new { line = 0, character } })).Ok().ValueKind);
        Assert.False(stopped.IsCompleted);
        await stopped;
    }

    [Fact]
    public async Task Without_the_clients_word_it_is_told_that_they_do_not_run()
    {
        var rule = _newsroom.WriteRule("own", 1, Report("it ran"));
        await using var editor = await StartAsync(allowCodeRules: false);
        var article = _newsroom.Write("a.txt", Article);
        editor.Open(ScriptedEditor.UriOf(article), Article);
        await FoundAsync(editor, rule, "QT0946", "rules in C# (1 file)");
        editor.Open(ScriptedEditor.UriOf(rule), HouseNewsroom.RuleText("own", 1, ""), language: "csharp");
        await FoundAsync(editor, rule, "QT0946", "rules in C# (1 file)");
    }

    [Fact]
    public async Task Without_the_clients_word_nothing_runs()
    {
        _newsroom.WriteRule("own", 1, Report("it ran"));
        _newsroom.Write(".vscode/settings.json", """{ "quotetracker.allowCodeRules": true }""");
        await using var editor = await StartAsync(allowCodeRules: false);
        editor.Answers["workspace/configuration"] = _ => Task.FromResult<object?>(new[] { new { allowCodeRules = true } });
        var article = _newsroom.Write("a.txt", Article);
        editor.Open(ScriptedEditor.UriOf(article), Article);
        await FoundAsync(editor, article, "QT0904", "no-such-rule");
        editor.Notify("workspace/didChangeConfiguration", new { settings = new { quotetracker = new { allowCodeRules = true } } });
        var ran = editor.NextAsync("textDocument/publishDiagnostics", sent => Diagnostics(sent).Any(one => one.GetProperty("message").GetString() == "it ran"));
        Assert.NotSame(ran, await Task.WhenAny(ran, Task.Delay(TimeSpan.FromSeconds(2))));
        Assert.False(Directory.Exists(Path.Combine(_newsroom.Home, "cache")));
    }

    private static string Report(string words) => $"context.Report(new TextSpan(0, 3), \"{words}\");";

    private async Task<ScriptedEditor> StartAsync(bool allowCodeRules)
    {
        var process = QuoteTrackerProcess.Start(_newsroom.Root, ["serve", "--stdio"], _newsroom.Environment);
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var editor = new ScriptedEditor(process.StandardInput.BaseStream, process.StandardOutput.BaseStream);
        await editor.InitializeAsync(folder: _newsroom.Root, options: new { allowCodeRules });
        return editor;
    }

    private static async Task FoundAsync(ScriptedEditor editor, string path, string id, string words)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            await editor.NextAsync("textDocument/publishDiagnostics", sent => IsOf(sent, path) && Diagnostics(sent).Any(one =>
                one.GetProperty("code").GetString() == id && one.GetProperty("message").GetString()!.Contains(words, StringComparison.Ordinal))).WaitAsync(Patience);
        }
        catch (Exception fault) when (fault is TimeoutException)
        {
            Assert.Fail($"after {watch.Elapsed} there is no {id} with '{words}' at {path}");
        }
    }

    private static bool IsOf(JsonElement sent, string path) => sent.GetProperty("uri").GetString() == ScriptedEditor.UriOf(path);

    private static JsonElement[] Diagnostics(JsonElement sent) => [.. sent.GetProperty("diagnostics").EnumerateArray()];
}
