using System.Buffers;
using System.Text;
using Microsoft.CodeAnalysis;
using QuoteTracker.Cli.Execution;
using QuoteTracker.Cli.Fixing;
using QuoteTracker.Core.Rules;
using QuoteTracker.Workspace;
using QuoteTracker.Workspace.Articles;
using QuoteTracker.Workspace.Discovery;

namespace QuoteTracker.Cli.Lint;

/// <summary>One pass over all that was asked for. What it writes depends on the files alone, not on how many jobs worked on them.</summary>
/// <param name="output">Findings, differences, and the mended text of standard input.</param>
/// <param name="error">What went wrong beside the findings; the findings where <paramref name="output"/> is the mended text.</param>
public sealed class LintRun(LintRequest request, Stream output, Stream input, Stream error)
{
    private readonly RunTotals _totals = new();
    private readonly ArrayBufferWriter<byte> _buffer = new();
    private bool _hasWritten;

    /// <summary>Standard input is mended to standard output, as an editor's filter wants it.</summary>
    private readonly bool _isFilter = request.Fixes == FixMode.Write && request.Paths.Contains(ArticleDiscovery.StandardInput);

    private readonly StoppedRules _stopped = new();

    private sealed record Written(LintedFile File, bool IsStandardInput, ArrayBufferWriter<byte> Findings, byte[] Diff, string? Fault);

    private Stream ReportStream => _isFilter ? error : output;

    private bool ShowsFindings => request.Fixes != FixMode.Show;

    /// <param name="progress">Told of each article that is done, with the number of all.</param>
    public async Task<ExitCode> RunAsync(Action<int>? progress, CancellationToken cancellation)
    {
        var finder = new NewsroomFinder(RuleCatalogue.Descriptors);
        var found = ArticleDiscovery.Find(request.Paths, finder, request.StandardInputName);
        var standardInput = found.Files.Any(file => file.IsStandardInput) ? await ReadInputAsync(cancellation).ConfigureAwait(false) : [];
        using var linter = new ArticleLinter(found, request.Filter, request.Fixes, request.CodeRules, cancellation);

        // Only now: which rules there are depends on the newsrooms.
        if (request.Filter.Unknown([.. RuleCatalogue.Descriptors, .. linter.HouseRules]).ToList() is { Count: > 0 } unknown)
        {
            foreach (var name in unknown) Complain($"There is no rule '{name}'. 'quotetracker rules' lists them.");
            return ExitCode.Failed;
        }

        Write(request.Format.WriteHeader);
        foreach (var report in AboutPaths(found, finder, linter)) Write(Render(new LintedFile(report, null, null, 0), isStandardInput: false));
        if (found.Files is [var only])
        {
            // The most common run, an editor's or a hook's: not worth starting the machinery for many.
            Write(LintOne(linter, only, standardInput, cancellation));
        }
        else
        {
            await OrderedPipeline.RunAsync(
                found.Files.ToAsyncEnumerable(),
                file => LintOne(linter, file, standardInput, cancellation),
                written =>
                {
                    Write(written);
                    progress?.Invoke(found.Files.Length);
                },
                request.Jobs,
                cancellation).ConfigureAwait(false);
        }
        foreach (var report in found.Newsrooms.SelectMany(newsroom => linter.LintWhole(newsroom, () => IsWhole(newsroom, found, finder), cancellation)))
            if (_stopped.News(_stopped.Without(report)) is { } news) Write(Render(new LintedFile(news, null, null, 0), isStandardInput: false));
        Write(buffer => request.Format.WriteFooter(_totals, buffer));
        output.Flush();

        var counts = request.Fixes == FixMode.Show ? _totals.FilesMended > 0 : _totals.CountFrom(request.CountsFrom) > 0;
        return _totals.HasFailed ? ExitCode.Failed : counts ? ExitCode.Findings : ExitCode.Clean;
    }

    private static bool IsWhole(Newsroom newsroom, FoundArticles found, NewsroomFinder finder)
    {
        var linted = found.Files.Select(static file => file.Path).ToHashSet(StringComparer.Ordinal);
        return ArticleDiscovery.Find([newsroom.Root], finder).Files.All(file => !ReferenceEquals(file.Newsroom, newsroom) || linted.Contains(file.Path));
    }

    /// <summary>What there is to say before any article: paths that lead nowhere, then the newsrooms' own files.</summary>
    private static IEnumerable<FileReport> AboutPaths(FoundArticles found, NewsroomFinder finder, ArticleLinter linter)
    {
        foreach (var diagnostic in found.Diagnostics)
        {
            var path = diagnostic.Location.GetLineSpan().Path;
            yield return linter.ReportOf(path, finder.For(path), text: null, [diagnostic], model: null);
        }
        foreach (var report in found.Newsrooms.SelectMany(linter.LintNewsroom)) yield return report;
    }

    private Written LintOne(ArticleLinter linter, ArticleFile file, byte[] standardInput, CancellationToken cancellation)
    {
        try
        {
            return Render(linter.Lint(file, standardInput, cancellation), file.IsStandardInput);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // A fault of our own: it costs this article, is told, and ends the run as failed.
            var nothing = new LintedFile(linter.ReportOf(file.Path, file.Newsroom, null, [], null), null, null, 0);
            return Render(nothing, file.IsStandardInput) with { Fault = $"{nothing.Report.Path}: {fault.GetType().Name}: {fault.Message}; this is a fault of quotetracker" };
        }
    }

    private Written Render(LintedFile file, bool isStandardInput)
    {
        var report = file.Report;
        if (request.Format.UsesFingerprints || request.NewBaseline is not null || request.Baseline != Baseline.Empty)
            report = request.Baseline.Filter(Fingerprint.Assign(report));
        var findings = new ArrayBufferWriter<byte>();
        if (ShowsFindings) request.Format.Write(report, findings);
        var diff = request.Fixes == FixMode.Show && file.Mended is { } mended
            ? request.ForTerminal ? Encoding.UTF8.GetBytes(UnifiedDiff.ToShow(report.Path, file.Original!, mended)) : UnifiedDiff.BytesOf(report.Path, file.Original!, mended)
            : [];
        return new Written(file with { Report = report }, isStandardInput, findings, diff, null);
    }

    private void Write(Written written)
    {
        var left = _stopped.Without(written.File.Report);
        if (left != written.File.Report) written = Render(written.File with { Report = left }, written.IsStandardInput);
        _totals.Add(written.File.Report);
        _totals.AddMended(written.File.Fixes);
        request.NewBaseline?.Add(written.File.Report);
        if (written.Fault is { } fault)
        {
            _totals.Fail();
            Complain(fault);
        }
        if (_isFilter && written.IsStandardInput)
        {
            var text = written.File.Mended ?? written.File.Original;
            if (text is not null) output.Write(ArticleWriter.BytesOf(text));
        }
        output.Write(written.Diff);
        if (!ShowsFindings) ComplainOfFailures(written.File.Report);
        if (written.Findings.WrittenCount > 0)
        {
            if (_hasWritten) Write(buffer => buffer.Write(request.Format.Separator));
            _hasWritten = true;
            ReportStream.Write(written.Findings.WrittenSpan);
        }
        foreach (var news in written.File.Elsewhere.Select(_stopped.News).OfType<FileReport>())
            Write(Render(new LintedFile(news, null, null, 0), isStandardInput: false));
    }

    /// <summary>Where no finding is shown, these are still: what could not be checked has no difference to show either.</summary>
    private void ComplainOfFailures(FileReport report)
    {
        foreach (var finding in report.Findings.Where(static finding => FailureFaults.Has(finding.Id)))
            Complain($"{report.Path}: {finding.Message}");
    }

    private void Complain(string what) => error.Write(Encoding.UTF8.GetBytes($"quotetracker: {Formats.VisibleText.Of(what)}\n"));

    private void Write(Action<IBufferWriter<byte>> write)
    {
        if (!ShowsFindings) return;
        write(_buffer);
        ReportStream.Write(_buffer.WrittenSpan);
        _buffer.ResetWrittenCount();
    }

    /// <summary>One byte past the limit is enough to say that it is too much.</summary>
    private async Task<byte[]> ReadInputAsync(CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[1 << 16];
        int read;
        while (bytes.Length <= ArticleReader.DefaultMaxBytes && (read = await input.ReadAsync(buffer, cancellation).ConfigureAwait(false)) > 0)
            bytes.Write(buffer, 0, read);
        return bytes.ToArray();
    }
}
