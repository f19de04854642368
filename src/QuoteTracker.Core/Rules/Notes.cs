namespace QuoteTracker.Core.Rules;

/// <summary>
/// What rules found out about a region from its words and those of the paragraphs it stands in, and from nothing else. It goes along with the region for as
/// long as those stay the same, so that nobody looks again at each key. Whoever looks first notes it, and all would note the same: several threads may.
/// </summary>
internal sealed class RegionNotes
{
    /// <summary>Its marks; <see cref="MarkPair.None"/> where they do not belong together.</summary>
    public MarkPair? Pair { get; set; }

    /// <summary>It is long, and in running copy.</summary>
    public Noted IsPrimary { get; set; }

    /// <summary>It is a statement, and nothing in its paragraph tells whose.</summary>
    public Noted IsBare { get; set; }

    /// <summary>Notes are no part of what a region is.</summary>
    public override bool Equals(object? obj) => obj is RegionNotes;

    public override int GetHashCode() => 0;
}

/// <summary>The same of an attribution, from the words of the paragraphs that its pieces are in.</summary>
internal sealed class AttributionNotes
{
    /// <summary>The loaded word of its cue; <see cref="LoadedWord.None"/> where it has none.</summary>
    public LoadedWord? Loaded { get; set; }

    /// <summary>All of its content stands beside its source or its cue.</summary>
    public Noted IsBeside { get; set; }

    /// <inheritdoc cref="RegionNotes.Equals(object?)"/>
    public override bool Equals(object? obj) => obj is AttributionNotes;

    public override int GetHashCode() => 0;
}

/// <summary>Whether something was looked at, and what was found. In one byte, which threads write at once.</summary>
internal enum Noted : byte
{
    Unknown,
    No,
    Yes,
}
