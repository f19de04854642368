using System.Collections.Immutable;
using System.Text.Json;

namespace QuoteTracker.LanguageServer.Hosting;

/// <summary>One thing that a person can switch on and off in an editor.</summary>
/// <param name="Name">In the section <c>quotetracker</c> of the editor's settings.</param>
public sealed record EditorSetting(string Name, bool Default, string Description);

/// <summary>
/// What a person set in the editor. Everything else a newsroom says in its <c>quotetracker.yaml</c>, so that all who work in it, and <c>lint</c>, see the
/// same. Immutable.
/// </summary>
public sealed record EditorSettings
{
    private static readonly EditorSetting InlineNamesSetting = new(
        "inlineNames", true, "Show behind he, she and the minister who it is, and behind a paragraph that goes on with a quotation whose it is.");

    private static readonly EditorSetting CountsSetting = new(
        "counts", true, "Show over each article how many quotations and speakers it has, and over each entry of the registry how often it is quoted.");

    /// <summary>All that there are. The VS Code extension's settings are made of them.</summary>
    public static ImmutableArray<EditorSetting> All { get; } = [InlineNamesSetting, CountsSetting];

    public static EditorSettings Default { get; } = new();

    public bool InlineNames { get; private init; } = InlineNamesSetting.Default;

    public bool Counts { get; private init; } = CountsSetting.Default;

    /// <summary>Who decides about claims; null for the user's name on this machine.</summary>
    public string? CheckedBy { get; private init; }

    /// <param name="section">What a client sent: anything. What is not there, or no boolean, keeps its default.</param>
    public static EditorSettings Read(JsonElement? section) => new()
    {
        InlineNames = ValueOf(InlineNamesSetting, section),
        Counts = ValueOf(CountsSetting, section),
        CheckedBy = section is { ValueKind: JsonValueKind.Object } values && values.TryGetProperty("checkedBy", out var name) && name.ValueKind == JsonValueKind.String
            && !string.IsNullOrWhiteSpace(name.GetString()) ? name.GetString() : null,
    };

    private static bool ValueOf(EditorSetting setting, JsonElement? section) =>
        section is { ValueKind: JsonValueKind.Object } values && values.TryGetProperty(setting.Name, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? value.GetBoolean()
            : setting.Default;
}
