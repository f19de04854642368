using QuoteTracker.LanguageServer.JsonRpc;
using QuoteTracker.LanguageServer.Transport;

namespace QuoteTracker.LanguageServer.Hosting;

/// <summary>Runs one server on one pair of streams.</summary>
public static class LanguageServerHost
{
    private const int SpareThreads = 8;

    /// <summary>How long a client that does not read may hold up the end.</summary>
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(2);

    /// <param name="input">What the client sends.</param>
    /// <param name="output">What the client reads; nobody else may write to it.</param>
    /// <param name="log">For what no client can be told.</param>
    /// <param name="clientProcess">The process to end with, besides the one that <c>initialize</c> names.</param>
    /// <returns>The exit code: 0 where the client shut the server down before it ended, else 1.</returns>
    public static async Task<int> RunAsync(Stream input, Stream output, ServerFeatures features, TextWriter log, int? clientProcess = null)
    {
        // Long reads may fill the pool; a short one must not wait until the pool makes up its mind to grow.
        ThreadPool.GetMinThreads(out int workers, out int ports);
        ThreadPool.SetMinThreads(Math.Max(workers, SpareThreads + Environment.ProcessorCount), ports);
        var writer = new FrameWriter(output);
        var client = new Client(writer, log);
        var server = new Server(features, client);
        new Thread(() => Read(input, server, client)) { IsBackground = true, Name = "protocol input" }.Start();
        new Thread(server.Run) { IsBackground = true, Name = "changes" }.Start();
        if (clientProcess is { } parent) ParentProcess.Watch(parent, server.EndNow, server.Ending);
        int code = await server.Finished.ConfigureAwait(false);
        writer.Complete();
        await Task.WhenAny(writer.Finished, Task.Delay(LastWords)).ConfigureAwait(false);
        return code;
    }

    private static void Read(Stream input, Server server, Client client)
    {
        try
        {
            foreach (var frame in new FrameReader(input).ReadAll())
                server.Accept(frame.Body is { } body ? IncomingMessage.Parse(body) : new BrokenMessage(null, ErrorCode.InvalidRequest, frame.Fault!));
            server.EndAfterQueue(isBroken: false);
        }
        catch (FramingException e)
        {
            client.Post(OutgoingMessage.Error(null, ErrorCode.ParseError, e.Message));
            client.Log(Protocol.MessageType.Error, "The server ends: " + e.Message);
            server.EndAfterQueue(isBroken: true);
        }
        catch (Exception e)
        {
            client.Log(Protocol.MessageType.Error, $"The server ends: its input failed ({e.GetType().Name}).", e.ToString());
            server.EndAfterQueue(isBroken: true);
        }
    }
}
