using QuoteTracker.Cli.Commands;

return await QuoteTrackerCommand.RunAsync(args).ConfigureAwait(false);
