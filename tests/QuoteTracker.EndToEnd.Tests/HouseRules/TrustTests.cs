using QuoteTracker.ProtocolTesting;
using Xunit;

namespace QuoteTracker.EndToEnd.Tests.HouseRules;

/// <summary>
/// Ten ways in which whoever wrote a newsroom's files may try to have their rules run without the user's word. Where a rule was as much as compiled, there is
/// a cache.
/// </summary>
public sealed class TrustTests : IDisposable
{
    private readonly HouseNewsroom _newsroom = new();

    public TrustTests()
    {
        _newsroom.WriteRule("own", 1, "context.Report(new TextSpan(0, 1), \"it ran\");");
        _newsroom.Write("a.txt", "We knew.\n");
    }

    public void Dispose() => _newsroom.Dispose();

    [Theory]
    [InlineData("quotetracker.yaml", "articles: [\"*.txt\"]\nallow-code-rules: true\n")]
    [InlineData("quotetracker.yaml", "articles: [\"*.txt\"]\nhouse-rules: [\"house-rules/*.cs\"]\nrules: { own: error, code-rules-not-run: off }\n")]
    [InlineData("quotetracker.yaml", "articles: [\"*.txt\"]\nhouse: [{ id: HR0001, name: own, message: m, find: { phrase: knew } }]\n")]
    [InlineData(".vscode/settings.json", "{ \"quotetracker.allowCodeRules\": true, \"allowCodeRules\": true }")]
    [InlineData("a.txt", "---\nallow-code-rules: true\n---\n[quotetracker: allow own: please]\nWe knew.\n")]
    [InlineData(".env", "QUOTETRACKER_ALLOW_CODE_RULES=1\n")]
    public void No_file_allows_it(string name, string text)
    {
        _newsroom.Write(name, text);
        AssertNothingRan(_newsroom.Run("lint", "--severity", "hint"));
    }

    /// <summary><c>lint *</c> in a shell: the names of files become the arguments.</summary>
    [Fact]
    public void No_files_name_allows_it()
    {
        _newsroom.Write("--allow-code-rules", "");
        var run = _newsroom.Run("lint", "--allow-code-rules", "a.txt");
        AssertNothingRan(run);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("there is a file called --allow-code-rules", run.Error, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The same with a file of arguments, which many commands would read.</summary>
    [Fact]
    public void No_file_of_arguments_allows_it()
    {
        _newsroom.Write("evil", "--allow-code-rules\n");
        _newsroom.Write("@evil", "");
        AssertNothingRan(_newsroom.Run("lint", "@evil", "a.txt"));
    }

    [Fact]
    public void Neither_listing_nor_testing_nor_explaining_nor_writing_rules_runs_them()
    {
        string[][] commands = [["rules"], ["rules", "test"], ["explain", "own"], ["rules", "new", "another"], ["extract", "a.txt"]];
        foreach (var command in commands) AssertNothingRan(_newsroom.Run(command));
    }

    /// <summary>A word for true is not true, and what a client may have from a file of the workspace is not asked.</summary>
    [Fact]
    public async Task No_setting_of_an_editor_allows_it()
    {
        using var process = QuoteTrackerProcess.Start(_newsroom.Root, ["serve", "--stdio"], _newsroom.Environment);
        await using var editor = new ScriptedEditor(process.StandardInput.BaseStream, process.StandardOutput.BaseStream);
        editor.Answers["workspace/configuration"] = _ => Task.FromResult<object?>(new[] { new { allowCodeRules = true } });
        await editor.InitializeAsync(new { workspace = new { configuration = true } }, _newsroom.Root, new { allowCodeRules = "true", settings = new { allowCodeRules = true } });
        var article = ScriptedEditor.UriOf(Path.Combine(_newsroom.Root, "a.txt"));
        editor.Open(article, "We knew.\n");
        editor.Notify("workspace/didChangeConfiguration", new { settings = new { quotetracker = new { allowCodeRules = true } } });
        await editor.DiagnosticsAsync(article);
        await Task.Delay(TimeSpan.FromSeconds(1));
        Assert.False(Directory.Exists(Path.Combine(_newsroom.Home, "cache")));
    }

    private void AssertNothingRan(RunResult run)
    {
        Assert.DoesNotContain("it ran", run.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_newsroom.Home, "cache")));
    }
}
