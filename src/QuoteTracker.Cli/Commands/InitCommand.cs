using System.CommandLine;
using System.Globalization;
using QuoteTracker.Cli.Execution;
using QuoteTracker.Cli.Lint;
using QuoteTracker.Core;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Rules;
using QuoteTracker.Core.Speakers;
using QuoteTracker.Workspace;
using QuoteTracker.Workspace.Articles;
using QuoteTracker.Workspace.Discovery;

namespace QuoteTracker.Cli.Commands;

/// <summary><c>quotetracker init</c>: makes a newsroom of a folder, with the speakers that its articles quote.</summary>
public static class InitCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("folder") { Description = "The newsroom's folder", DefaultValueFactory = _ => "." };
        var force = new Option<bool>("--force") { Description = "Overwrite files that are there already" };
        var jobs = CommonOptions.Jobs();
        var command = new Command("init", "Write quotetracker.yaml, and speakers.yaml with the speakers found in the articles") { folder, force, jobs };
        CommonOptions.AddCheck(command, result =>
        {
            // Null is the default: it has not been put in yet.
            if (result.GetValue(folder) is { } given && !Directory.Exists(given)) result.AddError($"There is no folder {Formats.VisibleText.Of(given)}.");
        });
        command.SetAction(async (parsed, cancellation) =>
            (int)await RunAsync(parsed.GetRequiredValue(folder), parsed.GetValue(force), parsed.GetValue(jobs), cancellation).ConfigureAwait(false));
        return command;
    }

    private static async Task<ExitCode> RunAsync(string folder, bool force, int jobs, CancellationToken cancellation)
    {
        var root = Path.GetFullPath(folder);
        var configuration = Path.Combine(root, Configuration.FileName);
        var registry = Path.Combine(root, Configuration.Default.Registry);
        if (!force && (string[])[configuration, registry] is var files && files.Where(File.Exists).ToList() is { Count: > 0 } there)
        {
            Complaint.Write($"{string.Join(" and ", there.Select(DisplayPath.Of))} exist already; nothing was written. --force overwrites.");
            return ExitCode.Failed;
        }

        var speakers = await SpeakersAsync(root, jobs, cancellation).ConfigureAwait(false);
        var written = Write(configuration, StarterFiles.ConfigurationText, force) && Write(registry, StarterFiles.RegistryText(speakers), force);
        if (!written) return ExitCode.Failed;
        await Console.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"Wrote {DisplayPath.Of(configuration)}, and {DisplayPath.Of(registry)} with {speakers.Count} {(speakers.Count == 1 ? "speaker" : "speakers")}: look through them, and add what the articles do not say.")).ConfigureAwait(false);
        return ExitCode.Clean;
    }

    /// <summary>Who is quoted, the most quoted first.</summary>
    private static async Task<List<SpeakerProposal>> SpeakersAsync(string root, int jobs, CancellationToken cancellation)
    {
        var found = ArticleDiscovery.Find([root], new NewsroomFinder(RuleCatalogue.Descriptors));
        var analyzer = new ArticleAnalyzer(Registry.Empty);
        var counts = new Dictionary<(string Name, EntityKind Kind), int>();
        await OrderedPipeline.RunAsync(
            found.Files.ToAsyncEnumerable(),
            file => ArticleReader.Read(file.Path).Article is { } article ? QuotedIn(analyzer.Analyze(article)) : [],
            quoted =>
            {
                foreach (var speaker in quoted) counts[speaker] = counts.GetValueOrDefault(speaker) + 1;
            },
            jobs,
            cancellation).ConfigureAwait(false);
        return [.. counts
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key.Name, StringComparer.Ordinal)
            .Select(pair => new SpeakerProposal(pair.Key.Name, pair.Key.Kind, Title: null))];
    }

    /// <summary>The named speakers of one article that are sure enough to be written down; a lone first name or surname is not.</summary>
    private static List<(string Name, EntityKind Kind)> QuotedIn(ArticleModel model) =>
        [.. model.Attributions
            .Where(attribution => attribution.Confidence >= Attribution.ShownFrom)
            .Select(attribution => attribution.Speaker)
            .OfType<Entity>()
            .Where(speaker => !speaker.IsAnonymous && speaker.Kind != EntityKind.Unknown && (speaker.Kind != EntityKind.Person || speaker.Name.Contains(' ', StringComparison.Ordinal)))
            .Select(speaker => (speaker.Name, speaker.Kind))];

    private static bool Write(string path, string text, bool force)
    {
        if (ArticleWriter.Create(path, text, overwrite: force) is not { } fault) return true;
        Complaint.Write($"{DisplayPath.Of(path)}: {fault.GetMessage(CultureInfo.InvariantCulture)}");
        return false;
    }
}
