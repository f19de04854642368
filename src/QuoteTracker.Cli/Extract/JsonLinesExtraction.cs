using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using QuoteTracker.Cli.Execution;
using QuoteTracker.Core;
using QuoteTracker.Core.Checking;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Cli.Extract;

/// <summary><c>extract --stdin-jsonl</c>: a filter, one line out for each good line in, in their order, in bounded memory.</summary>
public sealed class JsonLinesExtraction(ArticleAnalyzer analyzer, Stream output, TextWriter error)
{
    /// <param name="Line">From 1.</param>
    private readonly record struct BadLine(long Line, string Reason);

    private sealed record Extracted(ArrayBufferWriter<byte> Json, IReadOnlyList<BadLine> BadLines);

    /// <summary>Articles by value belong to no newsroom's files.</summary>
    private static readonly ImmutableDictionary<string, QuotationCheck> NoChecks = ImmutableDictionary<string, QuotationCheck>.Empty;

    private const int LargestKeptBuffer = 1 << 20;

    private readonly System.Collections.Concurrent.ConcurrentBag<ArrayBufferWriter<byte>> _buffers = [];

    /// <summary>A line was left out.</summary>
    private bool _failed;

    public async Task<ExitCode> RunAsync(Stream input, int jobs, CancellationToken cancellation)
    {
        await OrderedPipeline.RunAsync(LineBatch.ReadAsync(input), Extract, Write, jobs, cancellation).ConfigureAwait(false);
        await output.FlushAsync(cancellation).ConfigureAwait(false);
        return _failed ? ExitCode.Failed : ExitCode.Clean;
    }

    private Extracted Extract(LineBatch batch)
    {
        using var _ = batch;
        var json = _buffers.TryTake(out var buffer) ? buffer : new ArrayBufferWriter<byte>(1 << 16);
        if (batch.IsTooLong) return new Extracted(json, [new BadLine(batch.FirstLine, $"longer than {LineBatch.MaximalLine >> 20} MiB")]);
        List<BadLine> bad = [];
        using var writer = new Utf8JsonWriter(json, ExtractJson.Options);
        var number = batch.FirstLine;
        foreach (var range in batch.Lines.Span.Split((byte)'\n'))
        {
            var line = batch.Lines.Span[range];
            if (number == 1 && line.StartsWith("\uFEFF"u8)) line = line[3..];
            if (line.ContainsAnyExcept(" \t\r"u8))
            {
                if (ExtractLine(line, writer, json) is { } reason) bad.Add(new BadLine(number, reason));
            }
            number++;
        }
        return new Extracted(json, bad);
    }

    /// <returns>Why the line was left out, null where it was not.</returns>
    private string? ExtractLine(ReadOnlySpan<byte> line, Utf8JsonWriter writer, ArrayBufferWriter<byte> json)
    {
        try
        {
            var article = ArticleLine.Parse(line);
            var model = Analyze(article);
            ExtractJson.Write(writer, article.Id, file: null, model, NoChecks);
            writer.Flush();
            json.Write("\n"u8);
            // The writer would set the next value apart with a comma.
            writer.Reset();
            return null;
        }
        catch (JsonException exception)
        {
            // The parser's own faults carry a position; its message would quote the input.
            return exception.BytePositionInLine is { } position ? $"not valid JSON at byte {position + 1}" : exception.Message;
        }
    }

    private ArticleModel Analyze(ArticleLine line)
    {
        try
        {
            return analyzer.Analyze(new Article(line.Id.Text, line.Text, line.Date));
        }
        catch (Exception fault)
        {
            // A fault of our own: it costs this article and ends the run as failed.
            throw new JsonException($"{fault.GetType().Name}: {fault.Message}", fault);
        }
    }

    private void Write(Extracted extracted)
    {
        output.Write(extracted.Json.WrittenSpan);
        foreach (var (line, reason) in extracted.BadLines)
        {
            _failed = true;
            error.WriteLine($"quotetracker: standard input, line {line}: {Formats.VisibleText.Of(reason)}; left out");
        }
        if (extracted.Json.Capacity > LargestKeptBuffer) return;
        extracted.Json.ResetWrittenCount();
        _buffers.Add(extracted.Json);
    }
}
