using QuoteTracker.Cli.Commands;
using QuoteTracker.Cli.Execution;

// Ahead of all commands: whoever lints waits for this process, and it needs none of theirs.
if (args is [CodeRulesAllowed.HostCommand]) return CodeRulesAllowed.RunHost();

EngineHeadStart.BeginFor(args);
using var headStart = CodeRulesAllowed.HeadStartFor(args);
return await QuoteTrackerCommand.RunAsync(args, headStart).ConfigureAwait(false);
