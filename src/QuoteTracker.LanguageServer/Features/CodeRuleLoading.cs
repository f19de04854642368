using System.Collections.Immutable;
using System.Text.Json;
using QuoteTracker.Core.Rules.House;
using QuoteTracker.Ide;
using QuoteTracker.LanguageServer.Conversion;
using QuoteTracker.LanguageServer.Hosting;
using QuoteTracker.LanguageServer.Protocol;

namespace QuoteTracker.LanguageServer.Features;

/// <summary>
/// Loads the newsrooms' rules in C#, and loads them again when one of their files changes, where the user allowed it: by the command line, or by the
/// client's <c>initializationOptions.allowCodeRules</c>, which the client sets from the workspace's trust. A setting does not allow it, for settings may
/// come from a file of the workspace. Where it is not allowed that is told, at the first of the rules. What is wrong with a rule's file is published for it while it is not open.
/// </summary>
/// <param name="makeLoader">Asked once, and only where rules may run.</param>
/// <param name="isAllowed">The command line allows it.</param>
public sealed class CodeRuleLoading(Server server, Func<ICodeRuleLoader> makeLoader, bool isAllowed) : IServerPart
{
    /// <summary>Somebody types in a rule: it is compiled once that is over.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(300);

    private readonly Lazy<ICodeRuleLoader> _loader = new(makeLoader);
    private readonly Lock _gate = new();
    private readonly Dictionary<string, IReadOnlyList<Diagnostic>> _published = new(StringComparer.Ordinal);
    private bool _isWanted;
    private bool _isWorking;
    private bool _isRefused;

    public void Started() => Want();

    public void StateChanged(ServerState before, ServerState after)
    {
        if (before.Ide == after.Ide) return;
        bool areOthersOpen = !OpenRules(before).Select(static file => file.Path).SequenceEqual(OpenRules(after).Select(static file => file.Path));
        if (areOthersOpen || before.Ide.CodeRules != after.Ide.CodeRules) Publish(after);
        if (!before.Ide.HasNewsroomsOf(after.Ide) || !OpenRules(before).SequenceEqual(OpenRules(after))) Want();
    }

    private static IEnumerable<OpenFile> OpenRules(ServerState state) => state.Ide.Files.Where(static file => file.Path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase));

    private bool IsAllowed => isAllowed
        || (server.State.Client.Options is { ValueKind: JsonValueKind.Object } options && options.TryGetProperty("allowCodeRules", out var allowed) && allowed.ValueKind == JsonValueKind.True);

    private void Want()
    {
        if (!server.State.Ide.Newsrooms.Any(static newsroom => !newsroom.CodeRulePaths.IsEmpty) && server.State.Ide.CodeRules.IsEmpty) return;
        if (!IsAllowed && !_isRefused)
        {
            server.Client.Log(MessageType.Info, "This newsroom has rules in C#. They are programs, and run only in a workspace that you trust.");
            _isRefused = true;
        }
        lock (_gate)
        {
            _isWanted = true;
            if (_isWorking) return;
            _isWorking = true;
        }
        server.Background("loading of the rules in C#", WorkAsync);
    }

    private async Task WorkAsync()
    {
        while (true)
        {
            lock (_gate)
            {
                _isWorking = _isWanted;
                if (!_isWanted) return;
                _isWanted = false;
            }
            try
            {
                Load(server.State.Ide);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // What changes next is loaded all the same.
                server.Client.Log(MessageType.Error, $"The rules in C# could not be loaded ({e.GetType().Name}).", e.ToString());
            }
            await Task.Delay(Settling, server.Ending).ConfigureAwait(false);
        }
    }

    private void Load(IdeSnapshot ide)
    {
        foreach (var newsroom in ide.Newsrooms)
        {
            var (files, faults) = ide.ReadCodeRules(newsroom);
            var old = ide.CodeRules.GetValueOrDefault(newsroom.Root);
            if (old is null ? files.IsEmpty : old.AreOf(newsroom, files)) continue;
            var loaded = IsAllowed ? LoadedCodeRules.Load(_loader.Value, newsroom, files, faults, server.Ending) : LoadedCodeRules.NotRun(newsroom, files);
            if (IsAllowed) loaded.Rules.Stopped += stopped => server.Post(state => state with { Ide = state.Ide.WithCodeRuleFault(newsroom.Root, loaded.Rules, stopped) });
            server.Post(state =>
            {
                // Whoever still runs them finds nothing more; what they find is out of date.
                state.Ide.CodeRules.GetValueOrDefault(newsroom.Root)?.Rules.Dispose();
                return state with { Ide = state.Ide.WithCodeRules(newsroom.Root, files.IsEmpty ? null : loaded) };
            });
        }
    }

    /// <summary>Those of open files are published with the file.</summary>
    private void Publish(ServerState state)
    {
        if (state.Client.Delivery == DiagnosticsDelivery.Pull) return;
        var wanted = new Dictionary<string, IReadOnlyList<Diagnostic>>(StringComparer.Ordinal);
        foreach (var loaded in state.Ide.CodeRules.Values)
        {
            foreach (var file in loaded.Files)
            {
                if (state.DocumentAt(file.Path) is not null) continue;
                var faults = loaded.Diagnostics.Where(fault => fault.Location.GetLineSpan().Path == file.Path).ToImmutableArray();
                var positions = new PositionMap(file.Text, state.Client.Encoding);
                wanted[file.Path] = DiagnosticConversion.ToProtocol(faults, positions, state.Client.Capabilities.TextDocument?.PublishDiagnostics);
            }
        }
        foreach (var path in _published.Keys.Where(path => !wanted.ContainsKey(path)).ToList())
        {
            // An open file's are the publisher's business now.
            if (_published[path].Count > 0 && state.DocumentAt(path) is null) Send(path, []);
            _published.Remove(path);
        }
        foreach (var (path, faults) in wanted)
        {
            if (_published.TryGetValue(path, out var before) ? before.SequenceEqual(faults) : faults.Count == 0) continue;
            _published[path] = faults;
            Send(path, faults);
        }
    }

    private void Send(string path, IReadOnlyList<Diagnostic> faults) => server.Client.Notify(
        "textDocument/publishDiagnostics", new PublishDiagnosticsParams(DocumentUri.Of(path), [.. faults.Select(static fault => new WrittenDiagnostic(fault))], null), ProtocolJson.Default.PublishDiagnosticsParams);
}
