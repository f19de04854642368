using System.Collections.Immutable;

namespace QuoteTracker.Core.Marks;

/// <summary>One way to read the article up to the end of a paragraph.</summary>
/// <param name="Open">The regions that the paragraph leaves open.</param>
/// <param name="Cost">Tenths of a point above the cheapest reading.</param>
internal readonly record struct Hypothesis(OpenMarks Open, int Cost);

/// <summary>
/// All that pairing carries from one paragraph to the next: a handful of readings that are still possible. Equal states before the same
/// paragraphs give the same pairing of them.
/// </summary>
public sealed class PairingState : IEquatable<PairingState>
{
    private PairingState(ImmutableArray<Hypothesis> hypotheses) => Hypotheses = hypotheses;

    /// <summary>Nothing is open and nothing in doubt: before the first paragraph, and after most others.</summary>
    public static PairingState Settled { get; } = new([new Hypothesis(OpenMarks.None, 0)]);

    /// <summary>By cost, then by what is open; no two leave the same open.</summary>
    internal ImmutableArray<Hypothesis> Hypotheses { get; }

    /// <summary>One reading is left and no region is open: nothing later can change how the text so far is paired.</summary>
    public bool IsSettled => ReferenceEquals(this, Settled);

    internal static PairingState Of(ReadOnlySpan<Hypothesis> hypotheses) =>
        hypotheses is [{ Open.IsEmpty: true, Cost: 0 }] ? Settled : new PairingState([.. hypotheses]);

    public bool Equals(PairingState? other) =>
        other is not null && (ReferenceEquals(this, other) || Hypotheses.AsSpan().SequenceEqual(other.Hypotheses.AsSpan()));

    public override bool Equals(object? obj) => Equals(obj as PairingState);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var hypothesis in Hypotheses) hash.Add(hypothesis);
        return hash.ToHashCode();
    }
}
