using QuoteTracker.Cli.Execution;
using Spectre.Console;

namespace QuoteTracker.Cli.Lint;

/// <summary>Shows on standard error how far a long run is, where that is a terminal and the findings do not go to the same one.</summary>
public static class LintProgress
{
    /// <summary>Fewer articles are done before anybody looks.</summary>
    private const int LongFrom = 300;

    public static Task<ExitCode> RunAsync(LintRun run, bool outputIsTerminal, CancellationToken cancellation) =>
        outputIsTerminal || Console.IsErrorRedirected ? run.RunAsync(progress: null, cancellation) : ShowAsync(run, cancellation);

    // Apart, so that an ordinary run does not load the library.
    private static Task<ExitCode> ShowAsync(LintRun run, CancellationToken cancellation)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress().AutoClear(true).StartAsync(async context =>
        {
            var task = context.AddTask("Linting", autoStart: false);
            return await run.RunAsync(
                total =>
                {
                    if (total < LongFrom) return;
                    if (!task.IsStarted) task.StartTask();
                    task.MaxValue = total;
                    task.Increment(1);
                },
                cancellation).ConfigureAwait(false);
        });
    }
}
