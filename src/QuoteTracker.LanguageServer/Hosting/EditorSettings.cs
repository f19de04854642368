using System.Collections.Immutable;
using System.Text.Json;

namespace QuoteTracker.LanguageServer.Hosting;

/// <summary>What a person can set in an editor.</summary>
/// <param name="Name">In the section <c>quotetracker</c> of the editor's settings.</param>
public abstract record EditorSetting(string Name, string Description)
{
    private protected JsonElement? In(JsonElement? section) =>
        section is { ValueKind: JsonValueKind.Object } values && values.TryGetProperty(Name, out var value) ? value : null;
}

/// <summary>One thing that can be switched on and off.</summary>
public sealed record EditorSwitch(string Name, bool Default, string Description) : EditorSetting(Name, Description)
{
    /// <param name="section">What a client sent: anything.</param>
    /// <returns>The default where the section has no boolean of that name.</returns>
    public bool ReadFrom(JsonElement? section) => In(section) is { ValueKind: JsonValueKind.True or JsonValueKind.False } value ? value.GetBoolean() : Default;
}

/// <summary>Something about the person: no folder may set it for them. Empty by default.</summary>
public sealed record EditorText(string Name, string Description) : EditorSetting(Name, Description)
{
    /// <param name="section">What a client sent: anything.</param>
    /// <returns>Null where the section has no words of that name.</returns>
    public string? ReadFrom(JsonElement? section) => In(section) is { ValueKind: JsonValueKind.String } value && value.GetString() is { } words && !string.IsNullOrWhiteSpace(words) ? words : null;
}

/// <summary>
/// What a person set in the editor. Everything else a newsroom says in its <c>quotetracker.yaml</c>, so that all who work in it, and <c>lint</c>, see the
/// same. Immutable.
/// </summary>
public sealed record EditorSettings
{
    private static readonly EditorSwitch InlineNamesSetting = new(
        "inlineNames", true, "Show behind he, she and the minister who it is, and behind a paragraph that goes on with a quotation whose it is.");

    private static readonly EditorSwitch CountsSetting = new(
        "counts", true, "Show over each article how many quotations and speakers it has, and over each entry of the registry how often it is quoted.");

    private static readonly EditorText CheckedBySetting = new(
        "checkedBy", "Your name as the ledger is to have it when you set a claim's status. Empty: your name on this machine.");

    /// <summary>All that there are. The VS Code extension's settings are made of them.</summary>
    public static ImmutableArray<EditorSetting> All { get; } = [InlineNamesSetting, CountsSetting, CheckedBySetting];

    public static EditorSettings Default { get; } = new();

    public bool InlineNames { get; private init; } = InlineNamesSetting.Default;

    public bool Counts { get; private init; } = CountsSetting.Default;

    /// <summary>Who decides about claims; null for the user's name on this machine.</summary>
    public string? CheckedBy { get; private init; }

    /// <param name="section">What a client sent: anything. What is not there, or of another kind, keeps its default.</param>
    public static EditorSettings Read(JsonElement? section) => new()
    {
        InlineNames = InlineNamesSetting.ReadFrom(section),
        Counts = CountsSetting.ReadFrom(section),
        CheckedBy = CheckedBySetting.ReadFrom(section),
    };
}
