namespace QuoteTracker.Core.Rules;

/// <summary>
/// What rules found out about a region from its words and those of the paragraphs it stands in, and from nothing else. It goes along with the region for as
/// long as those stay the same, so that nobody looks again at each key. Whoever looks first notes it, and all would note the same: several threads may.
/// </summary>
internal struct RegionNotes : IEquatable<RegionNotes>
{
    /// <summary>Its marks; <see cref="MarkPair.None"/> where they do not belong together.</summary>
    public MarkPair? Pair;

    /// <summary>It is long, and in running copy.</summary>
    public Noted IsPrimary;

    /// <summary>It is a statement, and nothing in its paragraph tells whose.</summary>
    public Noted IsBare;

    /// <summary>Notes are no part of what a region is.</summary>
    public readonly bool Equals(RegionNotes other) => true;

    public override readonly bool Equals(object? obj) => obj is RegionNotes;

    public override readonly int GetHashCode() => 0;
}

/// <summary>The same of an attribution, from the words of the paragraphs that its pieces are in.</summary>
internal struct AttributionNotes : IEquatable<AttributionNotes>
{
    /// <summary>The loaded word of its cue; <see cref="LoadedWord.None"/> where it has none.</summary>
    public LoadedWord? Loaded;

    /// <summary>All of its content stands beside its source or its cue.</summary>
    public Noted IsBeside;

    /// <inheritdoc cref="RegionNotes.Equals(RegionNotes)"/>
    public readonly bool Equals(AttributionNotes other) => true;

    public override readonly bool Equals(object? obj) => obj is AttributionNotes;

    public override readonly int GetHashCode() => 0;
}

/// <summary>Whether something was looked at, and what was found. In one byte, which threads write at once.</summary>
internal enum Noted : byte
{
    Unknown,
    No,
    Yes,
}
