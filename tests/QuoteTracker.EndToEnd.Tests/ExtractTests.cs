using System.Globalization;
using System.Text;
using System.Text.Json;
using Xunit;

namespace QuoteTracker.EndToEnd.Tests;

public sealed class ExtractTests
{
    private static RunResult Extract(string input, params string[] more) =>
        QuoteTrackerProcess.Run(Path.GetTempPath(), ["extract", "--stdin-jsonl", .. more], Encoding.UTF8.GetBytes(input));

    [Fact]
    public void One_line_an_article_in_the_order_of_the_input()
    {
        var input = new StringBuilder();
        for (var i = 0; i < 2000; i++)
            input.Append(CultureInfo.InvariantCulture, $"{{\"id\":\"n{i}\",\"text\":\"{new string('x', i * 37 % 900)}\"}}\n");

        var run = Extract(input.ToString(), "--jobs", "8");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            Enumerable.Range(0, 2000).Select(i => string.Create(CultureInfo.InvariantCulture, $"n{i}")),
            run.OutputLines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()));
    }

    [Fact]
    public void A_bad_line_costs_only_itself()
    {
        var run = Extract(
            """
            {"id":"first","text":"Rain fell."}
            not json

            {"id":"no text"}
            {"text":"no id"}
            {"id":"half a pair","text":"\ud800"}
            {"id":"twice","text":"a"} {"id":"on a line","text":"b"}
            [1]
            {"id":7,"text":"Snow fell.","more":{"text":"not this","list":[1,2]}}
            """);

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(["first", "7"], run.OutputLines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").ToString()));
        Assert.Equal(JsonValueKind.Number, JsonDocument.Parse(run.OutputLines[1]).RootElement.GetProperty("id").ValueKind);
        foreach (var line in (int[])[2, 4, 5, 6, 7, 8])
            Assert.Contains($"line {line.ToString(CultureInfo.InvariantCulture)}: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_past_the_limit_is_left_out_and_the_next_is_read()
    {
        var run = Extract($"{{\"id\":\"a\",\"text\":\"{new string('x', 17 << 20)}\"}}\n{{\"id\":\"b\",\"text\":\"Rain fell.\"}}\n");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("line 1: longer than 16 MiB", run.Error, StringComparison.Ordinal);
        Assert.Equal("b", JsonDocument.Parse(Assert.Single(run.OutputLines)).RootElement.GetProperty("id").GetString());
    }

    [Fact]
    public async Task An_answer_comes_before_the_input_ends()
    {
        using var process = QuoteTrackerProcess.Start(Path.GetTempPath(), ["extract", "--stdin-jsonl"]);
        await process.StandardInput.WriteLineAsync("{\"id\":\"a\",\"text\":\"Rain fell.\"}");
        await process.StandardInput.FlushAsync();

        var line = await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60));

        process.StandardInput.Close();
        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(60)));
        Assert.Contains("\"id\":\"a\"", line, StringComparison.Ordinal);
    }
}
