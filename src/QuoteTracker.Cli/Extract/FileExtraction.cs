using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using QuoteTracker.Cli.Execution;
using QuoteTracker.Cli.Formats;
using QuoteTracker.Cli.Lint;
using QuoteTracker.Core;
using QuoteTracker.Workspace.Articles;
using QuoteTracker.Workspace.Discovery;

namespace QuoteTracker.Cli.Extract;

/// <summary><c>extract PATH…</c>: one line for each article that could be read, in the order of the paths. What could not be read is told and left out.</summary>
public sealed class FileExtraction(FoundArticles found, Stream output, TextWriter error)
{
    private readonly Dictionary<Workspace.Newsroom, ArticleAnalyzer> _analyzers =
        found.Newsrooms.ToDictionary(newsroom => newsroom, newsroom => new ArticleAnalyzer(newsroom.Registry), (IEqualityComparer<Workspace.Newsroom>)ReferenceEqualityComparer.Instance);

    private bool _failed;

    private sealed record Extracted(ArrayBufferWriter<byte> Json, IReadOnlyList<string> Faults, bool HasFailed);

    public async Task<ExitCode> RunAsync(int jobs, CancellationToken cancellation)
    {
        foreach (var diagnostic in found.Diagnostics.Concat(found.Newsrooms.SelectMany(newsroom => newsroom.Diagnostics)).Where(IsTold))
        {
            await error.WriteLineAsync(Describe(diagnostic)).ConfigureAwait(false);
            _failed |= FailureFaults.Has(diagnostic.Id);
        }
        await OrderedPipeline.RunAsync(found.Files.ToAsyncEnumerable(), Extract, Write, jobs, cancellation).ConfigureAwait(false);
        foreach (var diagnostic in found.Newsrooms.Where(newsroom => newsroom.HasOpenedSources).SelectMany(newsroom => newsroom.Sources.Diagnostics).Where(IsTold))
        {
            await error.WriteLineAsync(Describe(diagnostic)).ConfigureAwait(false);
            _failed |= FailureFaults.Has(diagnostic.Id);
        }
        await output.FlushAsync(cancellation).ConfigureAwait(false);
        return _failed ? ExitCode.Failed : ExitCode.Clean;
    }

    private Extracted Extract(ArticleFile file)
    {
        var json = new ArrayBufferWriter<byte>();
        var path = DisplayPath.Of(file.Path);
        var reading = ArticleReader.Read(file.Path);
        var faults = reading.Diagnostics.Where(IsTold).Select(Describe).ToList();
        if (reading.Article is not { } article) return new Extracted(json, faults, HasFailed: true);
        try
        {
            var model = _analyzers[file.Newsroom].Analyze(article);
            using (var writer = new Utf8JsonWriter(json, ExtractJson.Options)) ExtractJson.Write(writer, new ArticleId(path, IsNumber: false), path, model, file.Newsroom.ChecksOf(model));
            json.Write("\n"u8);
            return new Extracted(json, faults, HasFailed: false);
        }
        catch (Exception fault)
        {
            // A fault of our own: it costs this article and ends the run as failed.
            return new Extracted(new ArrayBufferWriter<byte>(), [.. faults, $"quotetracker: {VisibleText.Of(path)}: {fault.GetType().Name}: {VisibleText.Of(fault.Message)}; left out"], HasFailed: true);
        }
    }

    private void Write(Extracted extracted)
    {
        _failed |= extracted.HasFailed;
        foreach (var fault in extracted.Faults) error.WriteLine(fault);
        output.Write(extracted.Json.WrittenSpan);
    }

    private static bool IsTold(Diagnostic diagnostic) => diagnostic.Severity >= DiagnosticSeverity.Warning;

    private static string Describe(Diagnostic diagnostic)
    {
        var place = diagnostic.Location.GetLineSpan();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"quotetracker: {VisibleText.Of(DisplayPath.Of(place.Path))}:{place.StartLinePosition.Line + 1}:{place.StartLinePosition.Character + 1}: {VisibleText.Of(diagnostic.GetMessage(CultureInfo.InvariantCulture))}");
    }
}
