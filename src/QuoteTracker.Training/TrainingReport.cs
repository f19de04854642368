using System.Globalization;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Training;

/// <summary>The figures of a training run as Markdown tables.</summary>
internal static class TrainingReport
{
    public static IEnumerable<string> Lines((Dictionary<AttributionKind, KindFigures> Figures, List<Evaluation.Judged> Judged) result, int trained, int held)
    {
        yield return string.Create(CultureInfo.InvariantCulture, $"Trained on {trained} articles, measured on {held} others.");
        yield return "";
        yield return "| kind | recall | precision | speaker |";
        yield return "| --- | --- | --- | --- |";
        foreach (var (kind, f) in result.Figures)
        {
            yield return string.Create(CultureInfo.InvariantCulture,
                $"| {kind.ToString().ToLowerInvariant()} | {Share(f.Found, f.Gold)} of {f.Gold} | {Share(f.Right, f.Made)} of {f.Made} | {Share(f.Speakers, f.Found)} |");
        }
        yield return "";
        foreach (string line in Calibrator.Reliability(result.Judged)) yield return line;
    }

    private static string Share(int part, int whole) => string.Create(CultureInfo.InvariantCulture, $"{100.0 * part / Math.Max(1, whole):f1} %");
}
