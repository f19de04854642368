using System.CommandLine;
using System.Net.Sockets;
using System.Text.Json;
using QuoteTracker.Cli.Claims;
using QuoteTracker.Cli.Execution;
using QuoteTracker.LanguageServer.Features;
using QuoteTracker.LanguageServer.Hosting;
using QuoteTracker.LanguageServer.Transport;

namespace QuoteTracker.Cli.Commands;

/// <summary><c>quotetracker serve</c>: the language server, for editors.</summary>
public static class ServeCommand
{
    public static Command Create()
    {
        var stdio = new Option<bool>("--stdio") { Description = "Speak over standard input and output (the default)" };
        var socket = CommonOptions.Number("--socket", 1, 65535, "Speak over this port of this machine", "PORT");
        var pipe = new Option<string?>("--pipe") { Description = "Speak over this named pipe or socket file", HelpName = "NAME" };
        var client = CommonOptions.Number("--clientProcessId", 0, int.MaxValue, "End when this process ends", "PID");
        client.Hidden = true;
        var settings = new Option<bool>("--list-settings") { Description = "Write what an editor may set, as JSON, and end", Hidden = true };
        var allow = CodeRulesAllowed.Option();
        var command = new Command("serve", "Run the language server, for editors") { stdio, socket, pipe, client, settings, allow };
        CommonOptions.AddCheck(command, parsed =>
        {
            int ways = (parsed.GetValue(stdio) ? 1 : 0) + (parsed.GetValue(socket) is null ? 0 : 1) + (parsed.GetValue(pipe) is null ? 0 : 1);
            if (ways > 1) parsed.AddError("Give one of --stdio, --socket and --pipe.");
        });
        command.SetAction(async (parsed, cancellation) =>
        {
            if (parsed.GetValue(settings)) return ListSettings();
            try
            {
                var (input, output) = await OpenAsync(parsed.GetValue(socket), parsed.GetValue(pipe), cancellation).ConfigureAwait(false);
                // Whoever writes to the console from here on must not end up between two messages.
                Console.SetOut(Console.Error);
                return await LanguageServerHost.RunAsync(input, output, FeaturesWith(parsed.GetValue(allow)), Console.Error, parsed.GetValue(client)).ConfigureAwait(false);
            }
            catch (Exception e) when (e is SocketException or IOException)
            {
                await Console.Error.WriteLineAsync($"quotetracker: no client can be reached: {e.Message}").ConfigureAwait(false);
                return (int)ExitCode.Failed;
            }
        });
        return command;
    }

    /// <summary>For whoever makes an editor's settings of it: <c>editor-client/scripts/settings.mjs</c> does.</summary>
    private static int ListSettings()
    {
        using var output = Console.OpenStandardOutput();
        using var json = new Utf8JsonWriter(output);
        json.WriteStartArray();
        foreach (var setting in EditorSettings.All)
        {
            json.WriteStartObject();
            json.WriteString("name", setting.Name);
            if (setting is EditorSwitch { Default: var isOn }) json.WriteBoolean("default", isOn);
            else json.WriteString("default", "");
            json.WriteString("description", setting.Description);
            // What is the person's no folder may set.
            json.WriteBoolean("isPersonal", setting is EditorText);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        return (int)ExitCode.Clean;
    }

    /// <param name="isAllowed">Rules in C# may run, whatever the client says of the workspace.</param>
    private static ServerFeatures FeaturesWith(bool isAllowed) => FeatureTable.All with
    {
        Handlers = FeatureTable.All.Handlers.Add(ReportRequest.Handler),
        Parts = FeatureTable.All.Parts.Add(server => new CodeRuleLoading(
            // One may be busy with the newsroom as a whole while somebody waits for an article's findings.
            server, static () => CodeRulesAllowed.Loader(Math.Max(2, Environment.ProcessorCount), stopsAtFirstFault: true), isAllowed)),
    };

    private static async Task<(Stream Input, Stream Output)> OpenAsync(int? port, string? pipe, CancellationToken cancellation)
    {
        if (port is null && pipe is null) return ServerStreams.Stdio();
        var stream = port is { } number
            ? await ServerStreams.SocketAsync(number, cancellation).ConfigureAwait(false)
            : await ServerStreams.PipeAsync(pipe!, cancellation).ConfigureAwait(false);
        return (stream, stream);
    }
}
