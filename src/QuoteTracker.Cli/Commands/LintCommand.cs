using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using QuoteTracker.Cli.Execution;
using QuoteTracker.Cli.Formats;
using QuoteTracker.Cli.Lint;
using QuoteTracker.Core.Rules;
using QuoteTracker.HouseRules.Hosting;
using QuoteTracker.Workspace.Articles;
using QuoteTracker.Workspace.Discovery;

namespace QuoteTracker.Cli.Commands;

/// <summary><c>quotetracker lint</c>: reads its options, and hands them to a <see cref="LintRun"/>.</summary>
public sealed class LintCommand
{
    private readonly Argument<string[]> _paths = new("path")
    {
        Description = "Files and folders; - for standard input. Without any, the working folder",
        Arity = ArgumentArity.ZeroOrMore,
        DefaultValueFactory = _ => ["."],
    };

    private readonly Option<string> _format = CommonOptions.Choice("--format", "How to write findings", ReportFormats.Names);
    private readonly Option<string?> _severity = new("--severity") { Description = "The mildest findings to show; those shown make the exit code 1", HelpName = "hint|info|warning|error" };
    private readonly Option<string[]> _select = CommonOptions.Rules("--select", "Only these rules: ids, beginnings of ids (QT02), names; with commas");
    private readonly Option<string[]> _ignore = CommonOptions.Rules("--ignore", "Not these rules");
    private readonly Option<bool> _fix = new("--fix") { Description = "Mend what can be mended safely; from standard input to standard output" };
    private readonly Option<bool> _diff = new("--diff") { Description = "Show what --fix would change, and write nothing" };
    private readonly Option<bool> _watch = new("--watch") { Description = "Lint again whenever an article, the speakers, the ledger or the configuration change" };
    private readonly Option<bool> _statistics = new("--statistics") { Description = "Count findings by rule instead of showing them (text and json)" };
    private readonly Option<string?> _baseline = new("--baseline") { Description = "Leave out the findings that this file has", HelpName = "FILE" };
    private readonly Option<string?> _writeBaseline = new("--write-baseline") { Description = "Write all findings to this file, for --baseline", HelpName = "FILE" };
    private readonly Option<string?> _output = new("--output", "-o") { Description = "Write to this file instead of standard output", HelpName = "FILE" };
    private readonly Option<string?> _stdinName = new("--stdin-filename") { Description = "The name of what comes from standard input: says which newsroom and which format", HelpName = "NAME" };
    private readonly Option<string> _colour = CommonOptions.Choice("--color", "Whether text is coloured", ["auto", "always", "never"]);
    private readonly Option<bool> _allowCodeRules = CodeRulesAllowed.Option();
    private readonly Option<int> _jobs = CommonOptions.Jobs();
    private readonly RuleHeadStart? _headStart;

    private LintCommand(RuleHeadStart? headStart)
    {
        _headStart = headStart;
        _severity.AcceptOnlyFromAmong([.. RuleSeverities.Words.Skip(1)]);
    }

    /// <param name="headStart">For rules in C#; null for none.</param>
    public static Command Create(RuleHeadStart? headStart)
    {
        var lint = new LintCommand(headStart);
        var command = new Command("lint", "Find faults in quotations and attributions")
        {
            lint._paths, lint._format, lint._severity, lint._select, lint._ignore, lint._fix, lint._diff, lint._watch, lint._statistics,
            lint._baseline, lint._writeBaseline, lint._output, lint._stdinName, lint._colour, lint._allowCodeRules, lint._jobs,
        };
        CommonOptions.AddCheck(command, lint.Validate);
        command.SetAction(lint.RunAsync);
        return command;
    }

    private void Validate(CommandResult result)
    {
        if (result.GetValue(_fix) && result.GetValue(_diff)) result.AddError("--fix and --diff exclude each other: --diff shows what --fix would write.");
        if (result.GetValue(_watch) && (result.GetValue(_paths) ?? []).Contains(ArticleDiscovery.StandardInput)) result.AddError("--watch needs files: standard input has no changes to wait for.");
        if (result.GetValue(_watch) && result.GetValue(_output) is not null) result.AddError("--watch writes to the terminal and goes with no --output.");
        if (result.GetValue(_statistics) && result.GetValue(_format) is not (null or "text" or "json")) result.AddError("--statistics goes with --format text and json.");
        if (result.GetValue(_stdinName) is not null && !(result.GetValue(_paths) ?? []).Contains(ArticleDiscovery.StandardInput)) result.AddError("--stdin-filename names what comes from standard input: give - as the path.");
        CommonOptions.RejectUnknownOptions(result, result.GetValue(_paths));
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        if (ReadBaseline(parsed.GetValue(_baseline)) is not { } baseline) return (int)ExitCode.Failed;
        if (!parsed.GetValue(_watch)) return (int)await RunOnceAsync(parsed, parsed.GetValue(_paths)!, baseline, cancellation).ConfigureAwait(false);
        using var watch = new FileWatch(parsed.GetValue(_paths)!);
        return (int)await watch.RunAsync(
            paths => RunOnceAsync(parsed, paths, baseline, cancellation),
            Console.Error,
            cancellation).ConfigureAwait(false);
    }

    private async Task<ExitCode> RunOnceAsync(ParseResult parsed, IReadOnlyList<string> paths, Baseline baseline, CancellationToken cancellation)
    {
        await using var output = OutputFile.Open(parsed.GetValue(_output));
        if (output is null) return ExitCode.Failed;
        await using var input = Console.OpenStandardInput();
        await using var error = Console.OpenStandardError();
        var newBaseline = parsed.GetValue(_writeBaseline) is null ? null : new BaselineWriter();
        var request = RequestOf(parsed, paths, baseline, newBaseline, output.IsTerminal);
        var exit = await LintProgress.RunAsync(new LintRun(request, output.Stream, input, error), output.IsTerminal, cancellation).ConfigureAwait(false);
        if (newBaseline is not null && !WriteFile(parsed.GetValue(_writeBaseline)!, newBaseline.Finish())) exit = ExitCode.Failed;
        return output.Commit() ? exit : ExitCode.Failed;
    }

    private LintRequest RequestOf(ParseResult parsed, IReadOnlyList<string> paths, Baseline baseline, BaselineWriter? newBaseline, bool isTerminal)
    {
        var selection = new RuleSelection(Patterns(parsed.GetValue(_select)), Patterns(parsed.GetValue(_ignore)));
        // What was asked for by name or by severity is shown, however mild.
        var asked = parsed.GetValue(_severity) is { } word && RuleSeverities.TryParse(word, out var severity) ? severity : null;
        var minimum = asked ?? (selection.IsExplicit ? DiagnosticSeverity.Hidden : DiagnosticSeverity.Info);
        return new LintRequest
        {
            Paths = [.. paths],
            StandardInputName = parsed.GetValue(_stdinName),
            Format = parsed.GetValue(_statistics)
                ? new StatisticsFormat(asJson: parsed.GetValue(_format) == "json")
                : ReportFormats.Create(parsed.GetValue(_format)!, Terminal.StyleFor(parsed.GetValue(_colour)!, isTerminal), isTerminal ? Terminal.Width : TextFormat.DefaultWidth),
            Filter = new FindingFilter(selection, minimum),
            CountsFrom = asked ?? DiagnosticSeverity.Warning,
            Baseline = baseline,
            NewBaseline = newBaseline,
            ForTerminal = isTerminal,
            Fixes = parsed.GetValue(_fix) ? FixMode.Write : parsed.GetValue(_diff) ? FixMode.Show : FixMode.None,
            CodeRules = parsed.GetValue(_allowCodeRules) ? CodeRulesAllowed.Loader(parsed.GetValue(_jobs), stopsAtFirstFault: false, _headStart) : null,
            Jobs = parsed.GetValue(_jobs),
        };
    }

    private static ImmutableArray<string> Patterns(string[]? given) =>
        [.. (given ?? []).SelectMany(list => list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    /// <returns>Null where it could not be read; standard error says why.</returns>
    private static Baseline? ReadBaseline(string? path)
    {
        if (path is null) return Baseline.Empty;
        try
        {
            return Baseline.Parse(File.ReadAllBytes(path));
        }
        catch (JsonException exception)
        {
            Complaint.Write($"the baseline {path}: {(exception.BytePositionInLine is null ? exception.Message : "it is not valid JSON")}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Complaint.Write($"the baseline {path}: {exception.Message}");
        }
        return null;
    }

    private static bool WriteFile(string path, ReadOnlyMemory<byte> content)
    {
        if (ArticleWriter.Create(path, System.Text.Encoding.UTF8.GetString(content.Span), overwrite: true) is not { } fault) return true;
        Complaint.Write($"{path}: {fault.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}");
        return false;
    }
}
