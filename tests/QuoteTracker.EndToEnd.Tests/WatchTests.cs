using System.Diagnostics;
using Xunit;

namespace QuoteTracker.EndToEnd.Tests;

public sealed class WatchTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("news/story.txt", "news/story.txt")]
    [InlineData("news/story.txt", "speakers.yaml")]
    [InlineData("news", "speakers.yaml")]
    [InlineData(".", "sources/talk.vtt")]
    [InlineData(".", "news/other.txt")]
    public async Task What_a_finding_depends_on_is_waited_for(string path, string changed)
    {
        _folder.Write("quotetracker.yaml", "sources: [\"sources/**\"]\n");
        _folder.Write("speakers.yaml", "speakers: []\n");
        _folder.Write("sources/talk.vtt", "WEBVTT\n");
        _folder.Write("news/story.txt", "Rain fell.\n");
        using var process = QuoteTrackerProcess.Start(_folder.Root, ["lint", path, "--watch", "--format", "jsonl"]);
        try
        {
            await SaysAsync(process, "Waiting for changes");
            _folder.Write(changed, "# Rain fell.\n");
            await SaysAsync(process, $"Changed: {changed}");
            await SaysAsync(process, "Waiting for changes");
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private static async Task SaysAsync(Process process, string words)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        string? line;
        do line = await process.StandardError.ReadLineAsync(patience.Token);
        while (line is not null && !line.StartsWith(words, StringComparison.Ordinal));
        Assert.NotNull(line);
    }
}
