using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using QuoteTracker.ProtocolTesting;
using Xunit;

namespace QuoteTracker.EndToEnd.Tests.LanguageServer;

/// <summary>The server as editors start it: a process.</summary>
public sealed class ServeTests : IDisposable
{
    /// <summary>An ignore comment that names no rule: a finding that needs no analysis.</summary>
    private const string Article = "The fair opens on Friday.\n\n[quotetracker: ignore no-such-rule: because]\n";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("--stdio")]
    [InlineData(null)]
    public async Task Speaks_over_standard_input_and_output(string? option)
    {
        using var process = Start(option is null ? ["serve"] : ["serve", option]);
        await using (var editor = new ScriptedEditor(process.StandardInput.BaseStream, process.StandardOutput.BaseStream))
        {
            await UseAsync(editor);
            (await editor.RequestAsync("shutdown")).Ok();
            editor.Notify("exit");
        }
        Assert.True(process.WaitForExit(Patience));
        Assert.Equal(0, process.ExitCode);
    }

    [Fact]
    public async Task Writes_the_report_of_an_open_article_as_it_is_in_the_editor()
    {
        using var process = Start(["serve"]);
        await using (var editor = new ScriptedEditor(process.StandardInput.BaseStream, process.StandardOutput.BaseStream))
        {
            await editor.InitializeAsync(folder: _folder.Root);
            string uri = ScriptedEditor.UriOf(Path.Combine(_folder.Root, "a.txt"));
            editor.Open(uri, "The bridge <b>\n\n“It is safe,” said Mayor Ada Vaughn.\n");
            string html = (await editor.RequestAsync("quotetracker/report", new { textDocument = new { uri } })).Ok().GetProperty("html").GetString()!;
            Assert.StartsWith("<!DOCTYPE html>", html, StringComparison.Ordinal);
            Assert.Contains("“It is safe,”", html, StringComparison.Ordinal);
            Assert.Contains("The bridge &lt;b&gt;", html, StringComparison.Ordinal);
        }
        Assert.True(process.WaitForExit(Patience));
    }

    [Fact]
    public async Task Says_what_is_broken_and_ends()
    {
        using var process = Start(["serve", "--stdio"]);
        await using (var editor = new ScriptedEditor(process.StandardInput.BaseStream, process.StandardOutput.BaseStream))
        {
            editor.SendBytes(Encoding.ASCII.GetBytes("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\"}\n"));
            await editor.Closed.WaitAsync(Patience);
            Assert.Contains("header", Assert.Single(editor.Strays).Message, StringComparison.Ordinal);
        }
        Assert.True(process.WaitForExit(Patience));
        Assert.Equal(1, process.ExitCode);
        Assert.Contains("header", await process.StandardError.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ends_with_its_input()
    {
        using var process = Start(["serve", "--stdio"]);
        await using (var editor = new ScriptedEditor(process.StandardInput.BaseStream, process.StandardOutput.BaseStream)) await UseAsync(editor);
        Assert.True(process.WaitForExit(Patience));
        Assert.Equal(1, process.ExitCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Speaks_over_a_socket_whoever_listens(bool editorListens)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;
        if (!editorListens) listener.Stop();
        using var process = Start(["serve", "--socket", port.ToString(CultureInfo.InvariantCulture)]);
        using var client = editorListens ? await listener.AcceptTcpClientAsync().WaitAsync(Patience) : await ConnectAsync(port);
        await UseAndEndAsync(client.GetStream(), process);
    }

    [SkippableFact]
    public async Task Speaks_over_a_pipe()
    {
        Skip.If(OperatingSystem.IsWindows(), "a pipe is a file here");
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(_folder.PathOf("pipe")));
        listener.Listen();
        using var process = Start(["serve", "--pipe=" + _folder.PathOf("pipe"), "--clientProcessId=" + Environment.ProcessId]);
        using var client = await listener.AcceptAsync().WaitAsync(Patience);
        await using var stream = new NetworkStream(client);
        await UseAndEndAsync(stream, process);
    }

    [Theory]
    [InlineData("--stdio", "--socket", "5000")]
    [InlineData("--socket", "0")]
    [InlineData("--socket", "many")]
    public void Refuses_options_that_make_no_sense(params string[] options)
    {
        var run = QuoteTrackerProcess.Run(_folder.Root, ["serve", .. options]);
        Assert.NotEqual(0, run.ExitCode);
        Assert.NotEmpty(run.Error);
    }

    private Process Start(string[] arguments) => QuoteTrackerProcess.Start(_folder.Root, arguments);

    private async Task UseAsync(ScriptedEditor editor)
    {
        await editor.InitializeAsync(new { textDocument = new { publishDiagnostics = new { versionSupport = true } } }, _folder.Root);
        string uri = ScriptedEditor.UriOf(_folder.PathOf("a.txt"));
        editor.Open(uri, Article);
        Assert.Equal(1, (await editor.DiagnosticsAsync(uri, 1)).GetProperty("diagnostics").GetArrayLength());
        editor.Change(uri, 2, new { text = "Nothing." });
        Assert.Equal(0, (await editor.DiagnosticsAsync(uri, 2)).GetProperty("diagnostics").GetArrayLength());
    }

    private async Task UseAndEndAsync(Stream stream, Process process)
    {
        await using (var editor = new ScriptedEditor(stream, stream))
        {
            await UseAsync(editor);
            (await editor.RequestAsync("shutdown")).Ok();
            editor.Notify("exit");
            await editor.Closed.WaitAsync(Patience);
        }
        Assert.True(process.WaitForExit(Patience));
        Assert.Equal(0, process.ExitCode);
        Assert.Empty(await process.StandardOutput.ReadToEndAsync());
    }

    private static async Task<TcpClient> ConnectAsync(int port)
    {
        var deadline = DateTime.UtcNow + Patience;
        while (true)
        {
            var client = new TcpClient();
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, port);
                return client;
            }
            catch (SocketException) when (DateTime.UtcNow < deadline)
            {
                // The server has not got to listening yet.
                client.Dispose();
                await Task.Delay(50);
            }
        }
    }
}
