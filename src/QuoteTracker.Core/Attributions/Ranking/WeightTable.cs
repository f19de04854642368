namespace QuoteTracker.Core.Attributions.Ranking;

/// <summary>The weights of one stage in 8 bits: a weight is its byte times <see cref="Scale"/>.</summary>
internal sealed class WeightTable(sbyte[] weights, float scale)
{
    public static readonly WeightTable Empty = new([], 1);

    public int Size => weights.Length;

    public float Scale => scale;

    public ReadOnlySpan<sbyte> Weights => weights;

    /// <summary>The sum of weights in steps of <see cref="Scale"/>.</summary>
    public int Sum(ReadOnlySpan<uint> indices)
    {
        var w = weights;
        int sum = 0;
        foreach (uint index in indices) sum += w[index];
        return sum;
    }

    /// <summary>Puts the weight of each index, in steps of <see cref="Scale"/>, in its place.</summary>
    public void Replace(Span<uint> indices)
    {
        var w = weights;
        foreach (ref uint index in indices) index = (uint)(int)w[index];
    }

    /// <summary>Rounds trained weights to 8 bits; those beyond <paramref name="limit"/> are cut to it.</summary>
    public static WeightTable Quantize(ReadOnlySpan<float> trained, float limit)
    {
        float scale = limit / sbyte.MaxValue;
        var bytes = new sbyte[trained.Length];
        for (int i = 0; i < bytes.Length; i++) bytes[i] = (sbyte)Math.Clamp(MathF.Round(trained[i] / scale), -sbyte.MaxValue, sbyte.MaxValue);
        return new WeightTable(bytes, scale);
    }
}
