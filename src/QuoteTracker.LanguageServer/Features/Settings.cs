using System.Text.Json;
using QuoteTracker.LanguageServer.Hosting;
using QuoteTracker.LanguageServer.Protocol;

namespace QuoteTracker.LanguageServer.Features;

/// <summary>The editor's settings for this server: asked for where the client answers <c>workspace/configuration</c>, else as it pushes them.</summary>
internal sealed class Settings(Server server) : IServerPart
{
    public const string Section = "quotetracker";

    /// <summary>Takes pushed settings, with the section around them or not, or marks them as changed where they are asked for.</summary>
    public static ServerState Changed(ServerState state, DidChangeConfigurationParams parameters)
    {
        state = state with { SettingsNews = state.SettingsNews + 1 };
        if (IsAsked(state) || parameters.Settings is not { ValueKind: JsonValueKind.Object } settings) return state;
        return state with { Settings = EditorSettings.Read(settings.TryGetProperty(Section, out var section) ? section : settings) };
    }

    public void Started()
    {
        if (IsAsked(server.State)) Ask();
    }

    public void StateChanged(ServerState before, ServerState after)
    {
        if (before.SettingsNews != after.SettingsNews && IsAsked(after)) Ask();
    }

    private static bool IsAsked(ServerState state) => state.Client.Capabilities.Workspace?.Configuration == true;

    private void Ask() => server.Background("reading of the settings", async () =>
    {
        var answer = await server.Client.RequestAsync(
            "workspace/configuration",
            new ConfigurationParams([new ConfigurationItem(Section: Section)]),
            ProtocolJson.Default.ConfigurationParams,
            ProtocolJson.Default.IReadOnlyListJsonElement,
            server.Ending).ConfigureAwait(false);
        JsonElement? settings = answer is [{ ValueKind: JsonValueKind.Object } section] ? section : null;
        server.Post(state => state with { Settings = EditorSettings.Read(settings) });
    });
}
