using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Rules;
using QuoteTracker.Core.Rules.House;
using QuoteTracker.Core.Speakers;
using QuoteTracker.HouseRules;
using QuoteTracker.HouseRules.Caching;
using QuoteTracker.HouseRules.Hosting;
using Xunit;

namespace QuoteTracker.EndToEnd.Tests.HouseRules;

/// <summary>Rules that mean no good, each beside one that does, in real processes with small limits.</summary>
public sealed class HostedRuleTests : IDisposable
{
    private const string Good = "context.Report(new TextSpan(0, 3), \"good\");";

    private static readonly RuleLimits Limits = new() { PerArticle = TimeSpan.FromMilliseconds(500), Memory = 128 << 20 };

    private readonly HouseNewsroom _newsroom = new();

    [Theory]
    [InlineData("while (true) { }", "", "did not end within 0.5 seconds")]
    [InlineData("Deep(0);", "private static int Deep(int level) => Deep(level + 1) + level;", "broke off the process that runs it")]
    [InlineData("var all = new List<int[]>(); while (true) all.Add(new int[100_000]);", "", "broke (OutOfMemoryException")]
    [InlineData("throw new InvalidOperationException(\"no such luck\");", "", "broke (InvalidOperationException: no such luck)")]
    [InlineData("context.Report(new TextSpan(0, 1_000_000));", "", "broke (ArgumentOutOfRangeException")]
    [InlineData("while (true) context.Report(new TextSpan(0, 1));", "", "it reports more than 10000 findings")]
    [InlineData("context.Report(RuleDescriptor.Create(\"HR0009\", \"other\", \"\", DiagnosticSeverity.Info, \"\"), new TextSpan(0, 1));", "", "which is not among its SupportedDiagnostics")]
    public void A_bad_rule_is_named_and_costs_itself(string statements, string members, string what)
    {
        _newsroom.WriteRule("good", 1, Good);
        _newsroom.WriteRule("bad", 2, statements, members);
        using var rules = Load();
        Assert.Empty(rules.Diagnostics);

        var first = Run(rules);
        Assert.Equal(["HR0001", "QT0942"], first.Select(found => found.Id).Order());
        var stopped = first.Single(found => found.Id == "QT0942");
        Assert.Contains(what, stopped.GetMessage(), StringComparison.Ordinal);
        Assert.Equal("bad.cs", Path.GetFileName(stopped.Location.GetLineSpan().Path));
        Assert.Equal(6, stopped.Location.GetLineSpan().StartLinePosition.Line);

        // Off from then on, and the other one still there.
        Assert.Equal(["HR0001"], Run(rules).Select(found => found.Id));
    }

    [Theory]
    [InlineData("private static readonly int Never = Forever(); private static int Forever() { while (true) { } }", "its constructor does not end")]
    [InlineData("public TheRule() => throw new InvalidOperationException(\"not today\");", "its constructor broke (InvalidOperationException: not today)")]
    public void A_rule_that_cannot_be_made_is_told_and_costs_itself(string members, string what)
    {
        _newsroom.WriteRule("good", 1, Good);
        _newsroom.WriteRule("bad", 2, "", members);
        using var rules = Load(Limits with { PerNewsroom = TimeSpan.FromSeconds(1) });
        var fault = Assert.Single(rules.Diagnostics);
        Assert.Equal("QT0945", fault.Id);
        Assert.Contains(what, fault.GetMessage(), StringComparison.Ordinal);
        Assert.Equal(["HR0001"], Run(rules).Select(found => found.Id));
    }

    [Fact]
    public void Names_and_ids_are_those_of_the_file_and_of_nobody_else()
    {
        _newsroom.WriteRule("one", 1, Good);
        _newsroom.WriteRule("two", 1, Good);
        _newsroom.Write("house-rules/three.cs", HouseNewsroom.RuleText("third", 3, Good));
        _newsroom.WriteRule("four", 0, Good);
        _newsroom.Write("house-rules/five.cs", HouseNewsroom.RuleText("five", 5, Good).Replace("[Descriptor]", "[]", StringComparison.Ordinal));
        _newsroom.Write("house-rules/six.cs", HouseNewsroom.RuleText("six", 6, Good).Replace("HR0006", "XX0006", StringComparison.Ordinal));
        using var rules = Load();
        Assert.Equal(
            [
                "five.cs QT0945 This rule cannot be used: it has 0 descriptors in SupportedDiagnostics, and one is what it needs",
                "six.cs QT0945 This rule cannot be used: its id 'XX0006' is not HR and four digits",
                "three.cs QT0945 This rule cannot be used: it is called 'third', and its file 'three.cs': give both the same name",
                "two.cs QT0941 'HR0001' is taken by the rule one, so this rule is left out. Give it one of its own",
            ],
            rules.Diagnostics.Select(fault => $"{Path.GetFileName(fault.Location.GetLineSpan().Path)} {fault.Id} {fault.GetMessage()}").Order());
        Assert.Equal(["HR0000", "HR0001"], Run(rules).Select(found => found.Id).Order());
    }

    [Fact]
    public void A_rule_sees_the_model_and_gives_fixes()
    {
        _newsroom.Write("house-rules/seen.cs", HouseNewsroom.RuleText("seen", 1, """
            var said = context.Model.Attributions[0];
            context.Report(said.Cue!.Value, $"{said.Speaker!.Name} {said.Speaker.Entry?.Id} {said.Kind} {context.Model.Regions.Length} {context.Model.Article.Path} {context.Model.Date:yyyy}");
            """) + """
            public sealed class SeenFix : FixProvider
            {
                public override ImmutableArray<string> FixableIds { get; } = ["HR0001"];

                public override ImmutableArray<Fix> FixesFor(Diagnostic diagnostic, ArticleModel model) =>
                    [new Fix("Write 'told'", "tell", [new TextChange(diagnostic.Location.SourceSpan, "told")])];
            }
            """);
        using var rules = Load();
        Assert.Empty(rules.Diagnostics);
        var model = ModelOf(new Registry([new RegistryEntry { Id = "vaughn", Name = "Ada Vaughn" }]));
        var found = Assert.Single(new RuleRunner(rules.Rules, RuleSeverities.Default).Run(model));
        Assert.Equal("Ada Vaughn vaughn Direct 1 a.txt 2024", found.GetMessage());
        Assert.Equal("“We knew,” told Ada Vaughn.", model.Article.Text.WithChanges(RuleCatalogue.FixesFor(found, model).Single().Changes).ToString());
    }

    [Fact]
    public void A_workspace_rule_sees_all_articles()
    {
        _newsroom.Write("house-rules/whole.cs", HouseNewsroom.RuleText("whole", 1, "").Replace(
            "context.RegisterArticleAction(Check)",
            "context.RegisterWorkspaceAction(all => { foreach (var said in all.Articles.SelectMany(article => article.Statements)) all.Report(said.Location, said.Words + \" \" + all.Articles.Length); })",
            StringComparison.Ordinal));
        using var rules = Load();
        Assert.Empty(rules.Diagnostics);
        var runner = new RuleRunner(rules.Rules, RuleSeverities.Default);
        var model = ModelOf(Registry.Empty);
        Assert.Empty(runner.Run(model));
        var found = Assert.Single(runner.RunOnWorkspace(Registry.Empty, [ArticleSummary.Of(model)], "quotetracker.yaml"));
        Assert.Equal(("“We knew,” 1", new TextSpan(0, 10)), (found.GetMessage(), found.Location.SourceSpan));
    }

    [Fact]
    public void A_rule_whose_findings_nobody_wants_any_more_is_ended()
    {
        _newsroom.WriteRule("good", 1, Good);
        _newsroom.Write("house-rules/whole.cs", HouseNewsroom.RuleText("whole", 2, "").Replace(
            "context.RegisterArticleAction(Check)", "context.RegisterWorkspaceAction(all => { while (true) { } })", StringComparison.Ordinal));
        using var rules = Load(Limits with { PerNewsroom = TimeSpan.FromMinutes(5) });
        var runner = new RuleRunner(rules.Rules, RuleSeverities.Default);
        using var nobodyWaits = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        Assert.ThrowsAny<OperationCanceledException>(
            () => runner.RunOnWorkspace(Registry.Empty, [ArticleSummary.Of(ModelOf(Registry.Empty))], "quotetracker.yaml", nobodyWaits.Token));

        // It did nothing wrong: nobody is told, and it is there the next time, as the others are.
        Assert.Equal(["HR0001"], Run(rules).Select(found => found.Id));
        Assert.True(runner.HasWorkspaceActions);
    }

    [SkippableTheory]
    [InlineData("", 1)]
    [InlineData("for (long k = 0; k < 300_000_000; k++) { if (k == 299_999_999) context.Report(new TextSpan(0, 1)); }", 2)]
    public void Another_process_is_started_only_for_articles_that_have_waited_for_one(string work, int processes)
    {
        Skip.If(OperatingSystem.IsWindows(), "What counts the processes is a script.");
        _newsroom.WriteRule("good", 1, work + Good);
        var started = Path.Combine(_newsroom.Home, "started");
        var script = Path.Combine(_newsroom.Home, "host.sh");
        File.WriteAllText(script, $"#!/bin/sh\necho >>'{started}'\nexec '{QuoteTrackerProcess.Executable}' rule-host\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        using (Load()) { }
        using var rules = Load(new RuleLimits { PerArticle = TimeSpan.FromSeconds(30), Processes = 2 }, script);
        var runner = new RuleRunner(rules.Rules, RuleSeverities.Default);
        var model = ModelOf(Registry.Empty);
        Parallel.For(0, 12, new ParallelOptions { MaxDegreeOfParallelism = 4 }, _ => Assert.Contains(runner.Run(model), found => found.Id == "HR0001"));
        Assert.Equal(processes, File.ReadAllLines(started).Length);
    }

    [Fact]
    public void A_second_load_takes_what_was_compiled_and_nothing_that_was_changed()
    {
        _newsroom.WriteRule("good", 1, "context.Report(new TextSpan(0, 1), \"genuine words\");");
        using (var first = Load()) Assert.Equal("genuine words", Assert.Single(Run(first)).GetMessage());
        var entry = Assert.Single(Directory.GetFiles(Folders.Rules));
        var written = File.GetLastWriteTimeUtc(entry);

        using (var second = Load()) Assert.Equal("genuine words", Assert.Single(Run(second)).GetMessage());
        Assert.Equal(written, File.GetLastWriteTimeUtc(entry));

        // The words stand in the file twice: in the text that the entry is for, and in the code. Only the code is changed.
        var bytes = File.ReadAllBytes(entry);
        var (genuine, forged) = (Encoding.Unicode.GetBytes("genuine words"), Encoding.Unicode.GetBytes("forged! words"));
        int inCode = bytes.AsSpan().LastIndexOf(genuine);
        Assert.NotEqual(bytes.AsSpan().IndexOf(genuine), inCode);
        forged.CopyTo(bytes, inCode);
        File.WriteAllBytes(entry, bytes);
        using (var third = Load()) Assert.Equal("genuine words", Assert.Single(Run(third)).GetMessage());
        Assert.NotEqual(-1, File.ReadAllBytes(entry).AsSpan().LastIndexOf(genuine));
    }

    [SkippableFact]
    public void A_key_that_others_can_read_seals_nothing()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has other means.");
        _newsroom.WriteRule("good", 1, Good);
        using (Load()) Assert.Single(Directory.GetFiles(Folders.Rules));
        File.Delete(Directory.GetFiles(Folders.Rules)[0]);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Folders.Key, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        using (var rules = Load()) Assert.Single(Run(rules));
        Assert.Empty(Directory.GetFiles(Folders.Rules));
    }

    public void Dispose() => _newsroom.Dispose();

    private CacheFolders Folders => new(Path.Combine(_newsroom.Home, "cache"), Path.Combine(_newsroom.Home, "data", "key"));

    /// <param name="script">What starts the process; null for the command itself.</param>
    private CodeRules Load(RuleLimits? limits = null, string? script = null)
    {
        var loader = new CodeRuleLoader(script is null ? new RuleHostCommand(QuoteTrackerProcess.Executable, ["rule-host"]) : new RuleHostCommand(script, []), limits ?? Limits, Folders, stopsAtFirstFault: true);
        return loader.Load(
            new CodeRuleRequest
            {
                Root = _newsroom.Root,
                Files = [.. Directory.GetFiles(Path.Combine(_newsroom.Root, "house-rules"), "*.cs").Order(StringComparer.Ordinal).Select(path => new CodeRuleFile(path, SourceText.From(File.ReadAllText(path))))],
                Severities = RuleSeverities.Default,
                Taken = RuleCatalogue.Descriptors,
            },
            CancellationToken.None);
    }

    private static ImmutableArray<Diagnostic> Run(CodeRules rules) => new RuleRunner(rules.Rules, RuleSeverities.Default).Run(ModelOf(Registry.Empty));

    private static ArticleModel ModelOf(Registry registry) =>
        new ArticleAnalyzer(registry).Analyze(new Article("a.txt", "“We knew,” said Ada Vaughn.", new DateOnly(2024, 5, 1)));
}
