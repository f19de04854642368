using System.Buffers.Binary;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Core.Attributions.Ranking;

/// <summary>
/// Turns the ranker's score into the share that is right, one monotone table for each kind of quotation, fitted by isotonic regression on held-out articles
/// (Zadrozny and Elkan, KDD 2002).
/// </summary>
internal sealed class Calibration(float[][] tables)
{
    /// <summary>Steps of the score from 0 to 1.</summary>
    public const int Steps = 50;

    public static Calibration Identity { get; } = new([.. Enumerable.Range(0, 3).Select(_ => Enumerable.Range(0, Steps + 1).Select(i => i / (float)Steps).ToArray())]);

    public double Of(AttributionKind kind, double score)
    {
        var table = tables[(int)kind];
        double at = Math.Clamp(score, 0, 1) * Steps;
        int below = Math.Min((int)at, Steps - 1);
        double share = at - below;
        return Math.Round(table[below] * (1 - share) + table[below + 1] * share, 3);
    }

    public void Write(BinaryWriter writer)
    {
        foreach (var table in tables)
            foreach (float value in table) writer.Write(value);
    }

    public static Calibration Read(ReadOnlySpan<byte> from)
    {
        var tables = new float[3][];
        int at = 0;
        for (int k = 0; k < tables.Length; k++)
        {
            tables[k] = new float[Steps + 1];
            for (int i = 0; i <= Steps; i++, at += 4) tables[k][i] = BinaryPrimitives.ReadSingleLittleEndian(from[at..]);
        }
        return new Calibration(tables);
    }
}
