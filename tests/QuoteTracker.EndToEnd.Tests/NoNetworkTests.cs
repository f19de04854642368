using System.Net;
using System.Net.Sockets;
using Xunit;

namespace QuoteTracker.EndToEnd.Tests;

/// <summary>Sources name places on the network; none of them is ever asked.</summary>
public sealed class NoNetworkTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public NoNetworkTests() => _listener.Start();

    public void Dispose()
    {
        _listener.Dispose();
        _folder.Dispose();
    }

    [SkippableFact]
    public async Task Checking_quotations_against_sources_opens_no_socket()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "a process's sockets are looked up in /proc, which this system has not");
        var place = $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";
        _folder.Write("quotetracker.yaml", "sources: [\"sources/**\"]\n");
        _folder.Write("story.txt", "“The ferry will never sail on a Sunday again,” said Nadia Brennick.\n");
        _folder.Write("sources/page.html", $"""
            <!DOCTYPE html><html><head><base href="{place}/"><link rel="stylesheet" href="{place}/a.css"><script src="{place}/a.js"></script>
            <meta http-equiv="refresh" content="0;url={place}/next"></head>
            <body><img src="{place}/a.png"><iframe src="{place}/b"></iframe><object data="{place}/c"></object>
            <p>BRENNICK: The ferry will never sail on a Monday again.</p></body></html>
            """);
        _folder.Write("sources/talk.txt", $"---\nurl: {place}/talk\nspeaker: Nadia Brennick\n---\nNothing else was said.\n");
        _folder.Write("sources/talk.vtt", $"WEBVTT\n\nSTYLE\n::cue {{ background: url({place}/d.png) }}\n\n00:01.000 --> 00:02.000\n<v Nadia Brennick>Nothing was said.\n");
        using var process = Start("lint", ".", "--watch", "--select", "QT0401", "--format", "jsonl");
        try
        {
            var finding = await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60));

            Assert.Contains("quotation-differs-from-source", finding, StringComparison.Ordinal);
            Assert.Empty(SocketsOf(process.Id));
            Assert.False(_listener.Pending());
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>That the look-up would see one: a server that was asked to listen has a socket.</summary>
    [SkippableFact]
    public async Task A_server_that_listens_has_a_socket()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "a process's sockets are looked up in /proc, which this system has not");
        int port;
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            port = ((IPEndPoint)free.LocalEndpoint).Port;
        }
        using var process = Start("serve", "--socket", port.ToString(System.Globalization.CultureInfo.InvariantCulture));
        try
        {
            using var client = new TcpClient();
            for (int tries = 0; !client.Connected && tries < 300; tries++)
            {
                try
                {
                    await client.ConnectAsync(IPAddress.Loopback, port);
                }
                catch (SocketException)
                {
                    await Task.Delay(100);
                }
            }

            // The one that listened is closed when the one that talks is open: a list of both may be out of date when it is
            // read, so one look that sees a socket is enough.
            var seen = SocketsOf(process.Id);
            for (int tries = 0; seen.Count == 0 && tries < 50; tries++)
            {
                await Task.Delay(100);
                seen = SocketsOf(process.Id);
            }
            Assert.NotEmpty(seen);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>The runtime's own channel to a debugger is a socket; it is switched off.</summary>
    private System.Diagnostics.Process Start(params string[] arguments) =>
        QuoteTrackerProcess.Start(_folder.Root, arguments, new Dictionary<string, string?> { ["DOTNET_EnableDiagnostics"] = "0" });

    /// <summary>What the process has open beyond its standard streams that is a socket.</summary>
    private static List<string> SocketsOf(int process)
    {
        var sockets = new List<string>();
        foreach (var descriptor in Directory.GetFiles($"/proc/{process}/fd"))
        {
            if (Path.GetFileName(descriptor) is "0" or "1" or "2") continue;
            if (new FileInfo(descriptor).LinkTarget is { } target && target.StartsWith("socket:", StringComparison.Ordinal)) sockets.Add(target);
        }
        return sockets;
    }
}
