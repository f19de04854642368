using System.CommandLine;
using System.Globalization;
using QuoteTracker.Cli.Execution;
using QuoteTracker.Cli.Formats;
using QuoteTracker.Cli.HouseRules;
using QuoteTracker.Cli.Lint;
using QuoteTracker.Core.Rules;
using QuoteTracker.Workspace;
using QuoteTracker.Workspace.House;

namespace QuoteTracker.Cli.Commands;

/// <summary><c>quotetracker rules test</c>: runs the examples of a newsroom's own rules.</summary>
public static class RulesTestCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("folder") { Description = "The newsroom's folder", DefaultValueFactory = _ => "." };
        var allow = CodeRulesAllowed.Option();
        var command = new Command("test", "Run the examples of the newsroom's own rules") { folder, allow };
        CommonOptions.AddCheck(command, result =>
        {
            // Null is the default: it has not been put in yet.
            if (result.GetValue(folder) is { } given && !Directory.Exists(given)) result.AddError($"There is no folder {VisibleText.Of(given)}.");
        });
        command.SetAction((parsed, cancellation) => Task.FromResult((int)Run(parsed.GetRequiredValue(folder), parsed.GetValue(allow), cancellation)));
        return command;
    }

    private static ExitCode Run(string folder, bool isCodeAllowed, CancellationToken cancellation)
    {
        var newsroom = new NewsroomFinder(RuleCatalogue.Descriptors).For(folder);
        var output = Console.Out;
        var exit = ExitCode.Clean;
        foreach (var fault in newsroom.Diagnostics)
        {
            output.WriteLine(LineOf(fault));
            if (fault.Severity >= Microsoft.CodeAnalysis.DiagnosticSeverity.Error) exit = ExitCode.Failed;
        }

        var tests = new RuleTests(newsroom);
        var results = tests.OfConfiguration().ToList();
        if (!newsroom.CodeRulePaths.IsEmpty && isCodeAllowed)
        {
            var (files, unread) = CodeRuleFiles.Read(newsroom);
            using var code = CodeRulesAllowed.Loader(jobs: 1, stopsAtFirstFault: false).Load(newsroom.CodeRuleRequestFor(files) with { Severities = RuleSeverities.Default }, cancellation);
            foreach (var fault in unread.AddRange(code.Diagnostics))
            {
                output.WriteLine(LineOf(fault));
                exit = ExitCode.Failed;
            }
            results.AddRange(tests.OfCode(files, code));
        }

        foreach (var result in results) Write(output, result);
        int examples = results.Sum(static result => result.Examples), failures = results.Sum(static result => result.Failures.Length);
        if (results.Count == 0) output.WriteLine("There is no house rule to test. 'quotetracker rules new NAME' writes one.");
        else output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Count(results.Count, "rule")}, {Count(examples, "example")}: {(failures == 0 ? "all is as it should be" : Count(failures, "failure"))}."));
        if (!newsroom.CodeRulePaths.IsEmpty && !isCodeAllowed)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Count(newsroom.CodeRulePaths.Length, "rule")} in C# not tested: they are programs. --allow-code-rules runs them."));
        return exit == ExitCode.Clean && failures > 0 ? ExitCode.Findings : exit;
    }

    private static void Write(TextWriter output, RuleTestResult result)
    {
        var word = result.Examples == 0 ? "no examples" : result.Failures.IsEmpty ? "ok" : "FAILED";
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{result.Id} {VisibleText.Of(result.Name)}: {word}{(result.Examples > 0 ? $", {Count(result.Examples, "example")}" : "")}"));
        foreach (var failure in result.Failures)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {DisplayPath.Of(failure.Path)}:{failure.Line}: {VisibleText.Of(failure.What)}"));
    }

    private static string LineOf(Microsoft.CodeAnalysis.Diagnostic fault)
    {
        var place = fault.Location.GetLineSpan();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{DisplayPath.Of(place.Path)}:{place.StartLinePosition.Line + 1}:{place.StartLinePosition.Character + 1}: {fault.Id} {VisibleText.Of(fault.GetMessage(CultureInfo.InvariantCulture))}");
    }

    private static string Count(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");
}
