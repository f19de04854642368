using System.CommandLine;
using QuoteTracker.Cli.Commands;

var root = new RootCommand("Who said what, in whose words, and where it can be checked") { ExtractCommand.Create(), ServeCommand.Create() };
return await root.Parse(args).InvokeAsync().ConfigureAwait(false);
