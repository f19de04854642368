using System.IO.Pipelines;
using QuoteTracker.LanguageServer.Features;
using QuoteTracker.LanguageServer.Hosting;
using QuoteTracker.ProtocolTesting;

namespace QuoteTracker.Tests.LanguageServer;

/// <summary>The server as it is shipped, in this process, with an editor at its other end. A test may give it handlers of its own.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    private readonly StringWriter _log = new();

    private RunningServer(Handler[] more)
    {
        var toServer = new Pipe();
        var fromServer = new Pipe();
        string[] replaced = [.. more.Select(static handler => handler.Method)];
        var features = FeatureTable.All with
        {
            Handlers = [.. FeatureTable.All.Handlers.Where(handler => !replaced.Contains(handler.Method)), .. more],
        };
        Editor = new ScriptedEditor(toServer.Writer.AsStream(), fromServer.Reader.AsStream());
        Exit = Task.Run(async () =>
        {
            int code = await LanguageServerHost.RunAsync(toServer.Reader.AsStream(), fromServer.Writer.AsStream(), features, _log);
            await fromServer.Writer.CompleteAsync();
            return code;
        });
    }

    public ScriptedEditor Editor { get; }

    public Task<int> Exit { get; }

    /// <summary>What went to standard error.</summary>
    public string Log => _log.ToString();

    /// <param name="more">Served as well, or instead of the handler of the same method.</param>
    public static RunningServer Start(params Handler[] more) => new(more);

    public static async Task<RunningServer> StartInitializedAsync(object? capabilities = null, string? folder = null, object? options = null, params Handler[] more)
    {
        var server = new RunningServer(more);
        await server.Editor.InitializeAsync(capabilities, folder, options);
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await Editor.DisposeAsync();
        await Exit.WaitAsync(TimeSpan.FromSeconds(30));
        await _log.DisposeAsync();
    }
}
