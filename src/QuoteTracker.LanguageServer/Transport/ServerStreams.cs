using System.IO.Pipes;
using System.Net;
using System.Net.Sockets;

namespace QuoteTracker.LanguageServer.Transport;

/// <summary>
/// The ways to a client. Over a socket and over a pipe it is the client that listens and starts the server, as VS Code does; where nobody listens the
/// server does, for one client, which is how people try a server by hand.
/// </summary>
public static class ServerStreams
{
    public static (Stream Input, Stream Output) Stdio() => (Console.OpenStandardInput(), Console.OpenStandardOutput());

    /// <param name="port">On this machine alone.</param>
    /// <exception cref="SocketException">The port can be neither reached nor opened.</exception>
    public static Task<Stream> SocketAsync(int port, CancellationToken cancellation) =>
        ConnectOrListenAsync(
            () => new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true },
            new IPEndPoint(IPAddress.Loopback, port),
            cancellation);

    /// <param name="name">A named pipe on Windows, elsewhere the path of a socket.</param>
    /// <exception cref="SocketException">The pipe can be neither reached nor opened.</exception>
    /// <exception cref="IOException">The same, on Windows.</exception>
    public static Task<Stream> PipeAsync(string name, CancellationToken cancellation) => OperatingSystem.IsWindows()
        ? WindowsPipeAsync(name, cancellation)
        : ConnectOrListenAsync(
            static () => new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified), new UnixDomainSocketEndPoint(name), cancellation);

    private static async Task<Stream> ConnectOrListenAsync(Func<Socket> open, EndPoint place, CancellationToken cancellation)
    {
        var socket = open();
        try
        {
            await socket.ConnectAsync(place, cancellation).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (SocketException e) when (e.SocketErrorCode is SocketError.ConnectionRefused or SocketError.AddressNotAvailable)
        {
            socket.Dispose();
        }
        using var listener = open();
        listener.Bind(place);
        listener.Listen(backlog: 1);
        return new NetworkStream(await listener.AcceptAsync(cancellation).ConfigureAwait(false), ownsSocket: true);
    }

    private static async Task<Stream> WindowsPipeAsync(string name, CancellationToken cancellation)
    {
        const string Prefix = @"\\.\pipe\";
        string shortName = name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? name[Prefix.Length..] : name;
        var client = new NamedPipeClientStream(".", shortName, PipeDirection.InOut, PipeOptions.Asynchronous);
        try
        {
            await client.ConnectAsync(TimeSpan.FromMilliseconds(200), cancellation).ConfigureAwait(false);
            return client;
        }
        catch (TimeoutException)
        {
            await client.DisposeAsync().ConfigureAwait(false);
        }
        var server = new NamedPipeServerStream(shortName, PipeDirection.InOut, 1, PipeTransmissionMode.Byte, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
        await server.WaitForConnectionAsync(cancellation).ConfigureAwait(false);
        return server;
    }
}
