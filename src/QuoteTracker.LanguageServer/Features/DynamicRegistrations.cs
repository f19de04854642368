using System.Text.Json;
using QuoteTracker.LanguageServer.Hosting;
using QuoteTracker.LanguageServer.Protocol;

namespace QuoteTracker.LanguageServer.Features;

/// <summary>
/// Registers with the client what the protocol has no static capability for, its file watcher and news of its settings, and the pulling of findings where
/// the client would rather have that registered. Everything else is said once, in the answer to <c>initialize</c>, which every client understands.
/// </summary>
internal sealed class DynamicRegistrations(Server server) : IServerPart
{
    public void Started()
    {
        var workspace = server.State.Client.Capabilities.Workspace;
        var registrations = new List<Registration>();
        if (workspace?.DidChangeWatchedFiles?.DynamicRegistration == true)
        {
            // Of a folder that goes a client may tell alone, without the files that were in it.
            var options = new DidChangeWatchedFilesRegistrationOptions([new(WatchedFiles.Glob), new("**/*", WatchKind.Delete)]);
            registrations.Add(new Registration(
                "watched-files",
                "workspace/didChangeWatchedFiles",
                JsonSerializer.SerializeToElement(options, ProtocolJson.Default.DidChangeWatchedFilesRegistrationOptions)));
        }
        if (workspace?.DidChangeConfiguration?.DynamicRegistration == true)
        {
            var options = new DidChangeConfigurationRegistrationOptions(Settings.Section);
            registrations.Add(new Registration(
                "settings",
                "workspace/didChangeConfiguration",
                JsonSerializer.SerializeToElement(options, ProtocolJson.Default.DidChangeConfigurationRegistrationOptions)));
        }
        if (PulledDiagnostics.IsRegistered(server.State.Client))
        {
            var said = PulledDiagnostics.Options;
            var options = new DiagnosticRegistrationOptions(null, said.InterFileDependencies, said.WorkspaceDiagnostics, said.Identifier);
            registrations.Add(new Registration(
                "findings", "textDocument/diagnostic", JsonSerializer.SerializeToElement(options, ProtocolJson.Default.DiagnosticRegistrationOptions)));
        }
        if (registrations.Count == 0) return;
        server.Background("registration", () => server.Client.TryRequestAsync(
            "client/registerCapability", new RegistrationParams(registrations), ProtocolJson.Default.RegistrationParams, server.Ending));
    }

    public void StateChanged(ServerState before, ServerState after)
    {
        // What is registered holds for the whole session.
    }
}
