using Xunit;

namespace QuoteTracker.EndToEnd.Tests.HouseRules;

/// <summary><c>lint</c> in a newsroom with rules of its own.</summary>
public sealed class LintWithHouseRulesTests : IDisposable
{
    private readonly HouseNewsroom _newsroom = new();

    [Fact]
    public void Without_the_users_word_nothing_runs_whatever_the_files_say()
    {
        _newsroom.WriteRule("own", 1, "context.Report(new TextSpan(0, 1), \"it ran\");");
        _newsroom.Write("a.txt", "We knew.");
        _newsroom.Write("quotetracker.yaml", "articles: [\"*.txt\"]\nallow-code-rules: true\n");
        _newsroom.Write(".vscode/settings.json", """{ "quotetracker.allowCodeRules": true }""");
        var run = _newsroom.Run("lint", "--format", "jsonl");
        Assert.DoesNotContain("it ran", run.Output, StringComparison.Ordinal);
        Assert.Single(run.OutputLines, line => line.Contains("QT0946", StringComparison.Ordinal));
        Assert.Contains("--allow-code-rules", run.Output, StringComparison.Ordinal);
        Assert.Equal("", run.Error);
        Assert.False(Directory.Exists(Path.Combine(_newsroom.Home, "cache")));
    }

    [Fact]
    public void A_rule_that_breaks_is_told_once_and_what_is_written_does_not_depend_on_the_jobs()
    {
        _newsroom.WriteRule("every", 1, "context.Report(new TextSpan(0, 1), context.Model.Article.Path);");
        _newsroom.WriteRule("breaks", 2, "if (context.Model.Article.Path == \"c.txt\") throw new FormatException(\"c it is\"); context.Report(new TextSpan(0, 1), \"fine\");");
        foreach (var name in "abcdef") _newsroom.Write($"{name}.txt", "We knew.");
        var one = _newsroom.Run("lint", "--allow-code-rules", "--jobs", "1", "--format", "jsonl");
        var many = _newsroom.Run("lint", "--allow-code-rules", "--jobs", "4", "--format", "jsonl");
        Assert.Equal(one.Output, many.Output);
        Assert.Equal(2, one.ExitCode);
        Assert.Equal(6, one.OutputLines.Count(line => line.Contains("HR0001", StringComparison.Ordinal)));
        Assert.Equal(2, one.OutputLines.Count(line => line.Contains("HR0002", StringComparison.Ordinal)));
        var stopped = Assert.Single(one.OutputLines, line => line.Contains("QT0942", StringComparison.Ordinal));
        Assert.Contains("house-rules/breaks.cs", stopped, StringComparison.Ordinal);
        Assert.Contains("while it looked at c.txt", stopped, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_that_takes_its_process_along_is_told_at_the_first_article_whichever_comes_to_it_first()
    {
        // Long at the first article that it fails on, so that another process has come to the second by then.
        _newsroom.WriteRule("every", 1, "context.Report(new TextSpan(0, 1), context.Model.Article.Path);");
        _newsroom.WriteRule("sinks", 2, """
            long sum = 0;
            if (context.Model.Article.Path == "c.txt") for (long k = 0; k < 200_000_000; k++) sum += k;
            if (context.Model.Article.Path is "c.txt" or "e.txt") Deep((int)sum);
            context.Report(new TextSpan(0, 1), "fine");
            """, "private static int Deep(int level) => Deep(level + 1) + level;");
        foreach (var name in "abcdefgh") _newsroom.Write($"{name}.txt", "We knew.");
        var one = _newsroom.Run("lint", "--allow-code-rules", "--jobs", "1", "--format", "jsonl");
        for (int k = 0; k < 3; k++) Assert.Equal(one.Output, _newsroom.Run("lint", "--allow-code-rules", "--jobs", "4", "--format", "jsonl").Output);
        Assert.Equal(8, one.OutputLines.Count(line => line.Contains("HR0001", StringComparison.Ordinal)));
        Assert.Equal(2, one.OutputLines.Count(line => line.Contains("HR0002", StringComparison.Ordinal)));
        Assert.Contains("while it looked at c.txt", Assert.Single(one.OutputLines, line => line.Contains("QT0942", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_configuration_an_article_and_the_command_line_know_the_rules_by_name()
    {
        _newsroom.WriteRule("own", 1, "context.Report(new TextSpan(context.Model.Article.Text.Length - 1, 1), \"here\");");
        _newsroom.Write("quotetracker.yaml", "articles: [\"*.txt\"]\nhouse: [{ id: HR0002, name: bold, message: m, find: { phrase: bold } }]\nrules:\n  own: error\n  bold: info\n");
        _newsroom.Write("a.txt", "Bold it was.");
        _newsroom.Write("b.txt", "[quotetracker: ignore own, bold: it is meant so]\nBold it was.");
        var run = _newsroom.Run("lint", "--allow-code-rules", "--format", "jsonl");
        Assert.DoesNotContain("b.txt", run.Output, StringComparison.Ordinal);
        Assert.Contains("HR0001", run.Output, StringComparison.Ordinal);
        Assert.Contains("HR0002", run.Output, StringComparison.Ordinal);

        // Where it does not run, the article is right to name it.
        var without = _newsroom.Run("lint", "--format", "jsonl");
        Assert.DoesNotContain("QT0904", without.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("QT0931", without.Output, StringComparison.Ordinal);

        var selected = _newsroom.Run("lint", "--allow-code-rules", "--select", "HR0002", "--format", "jsonl");
        Assert.Equal("", selected.Error);
        Assert.Contains("HR0002", Assert.Single(selected.OutputLines), StringComparison.Ordinal);
        var unknown = _newsroom.Run("lint", "--select", "HR0099");
        Assert.Equal(2, unknown.ExitCode);
        Assert.Contains("There is no rule 'HR0099'", unknown.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_rule_is_written_with_its_page_and_its_test_and_passes_it()
    {
        var made = _newsroom.Run("rules", "new", "loud-verb");
        Assert.Equal(("", 0), (made.Error, made.ExitCode));
        Assert.Contains("house-rules/loud-verb.cs, house-rules/loud-verb.md, house-rules/loud-verb.txt: HR0001 loud-verb", made.Output, StringComparison.Ordinal);
        Assert.Contains("exist already", _newsroom.Run("rules", "new", "loud-verb").Error, StringComparison.Ordinal);
        Assert.Contains("HR0002 quiet-verb", _newsroom.Run("rules", "new", "quiet-verb").Output, StringComparison.Ordinal);
        Assert.Equal(2, _newsroom.Run("rules", "new", "Bad Name").ExitCode);
        Assert.Equal(2, _newsroom.Run("rules", "new", "../../evil").ExitCode);

        var untrusted = _newsroom.Run("rules", "test");
        Assert.Contains("2 rules in C# not tested", untrusted.Output, StringComparison.Ordinal);
        var tested = _newsroom.Run("rules", "test", "--allow-code-rules");
        Assert.Equal(("HR0001 loud-verb: ok, 4 examples", 0), (tested.OutputLines[0], tested.ExitCode));

        // Neither the page nor the test is an article.
        Assert.DoesNotContain("loud-verb", _newsroom.Run("lint", "--allow-code-rules").Output, StringComparison.Ordinal);
    }

    /// <summary>docs/house-rules.md, followed as a new user would.</summary>
    [Fact]
    public void The_documentation_does_what_it_says()
    {
        var page = File.ReadAllText(Path.Combine(RepositoryFolder.Root, "docs/house-rules.md")).ReplaceLineEndings("\n");
        _newsroom.Write("quotetracker.yaml", Block(page, "yaml"));
        _newsroom.Write("a.txt", "“We knew,” Mayor Ada Vaughn slammed.");
        Assert.Equal(["HR0101 loud-verb: ok, 2 examples", "1 rule, 2 examples: all is as it should be."], _newsroom.Run("rules", "test").OutputLines);
        Assert.Contains("a.txt:1:29: warning HR0101 loud-verb", _newsroom.Run("lint").Output, StringComparison.Ordinal);

        Assert.Contains("loud-verb (HR0101)", _newsroom.Run("explain", "HR0101").Output, StringComparison.Ordinal);
        Assert.DoesNotContain("{|", _newsroom.Run("explain", "HR0101").Output, StringComparison.Ordinal);
        Assert.Contains("HR0101", _newsroom.Run("rules").Output, StringComparison.Ordinal);

        Assert.Equal(0, _newsroom.Run("rules", "new", "unnamed-photographer").ExitCode);
        Assert.Contains("unnamed-photographer (HR0001)", _newsroom.Run("explain", "unnamed-photographer").Output, StringComparison.Ordinal);
        Assert.Contains(Block(page, "csharp"), File.ReadAllText(Path.Combine(_newsroom.Root, "house-rules/unnamed-photographer.cs")), StringComparison.Ordinal);

        static string Block(string page, string language)
        {
            int start = page.IndexOf($"```{language}\n", StringComparison.Ordinal) + language.Length + 4;
            return page[start..page.IndexOf("```", start, StringComparison.Ordinal)];
        }
    }

    [Fact]
    public void No_process_of_the_users_loads_the_compiler()
    {
        _newsroom.WriteRule("own", 1, "context.Report(new TextSpan(0, 1), \"here\");");
        _newsroom.Write("a.txt", "We knew.");
        Assert.Contains("HR0001", _newsroom.Run("lint", "--allow-code-rules").Output, StringComparison.Ordinal);

        // The same command where there is no compiler: what was compiled runs on.
        using var folder = new TemporaryFolder();
        foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory).Where(file => Path.GetFileName(file) is not ("Microsoft.CodeAnalysis.CSharp.dll" or "quotetracker.deps.json")))
            File.Copy(file, folder.PathOf(Path.GetFileName(file)));
        var start = new System.Diagnostics.ProcessStartInfo(folder.PathOf(Path.GetFileName(QuoteTrackerProcess.Executable)), ["lint", "--allow-code-rules"])
        {
            WorkingDirectory = _newsroom.Root, RedirectStandardOutput = true,
        };
        foreach (var (name, value) in _newsroom.Environment) start.Environment[name] = value;
        using var process = System.Diagnostics.Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Contains("HR0001", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Examples_that_do_not_hold_are_told_at_their_line()
    {
        _newsroom.Write("quotetracker.yaml", """
            house:
              - id: HR0001
                name: bold-words
                message: m
                find: { phrase: bold }
                ok: ["It was bold."]
                flag:
                  - It was old.
                  - It was {|HR0001:bold|}, and bold.
                  - It was {|HR0001:bold|}.
            """);
        var run = _newsroom.Run("rules", "test");
        Assert.Equal(1, run.ExitCode);
        Assert.Equal(
            [
                "HR0001 bold-words: FAILED, 4 examples",
                "  quotetracker.yaml:6: found and not expected: “bold” in line 1 of article.txt",
                "  quotetracker.yaml:8: nothing is found in it, and something should be",
                "  quotetracker.yaml:9: found and not expected: “bold” in line 1 of article.txt",
                "1 rule, 4 examples: 3 failures.",
            ],
            run.OutputLines);
    }

    public void Dispose() => _newsroom.Dispose();
}
