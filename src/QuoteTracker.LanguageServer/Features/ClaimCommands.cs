using System.Text.Json;
using QuoteTracker.Core.Claims;
using QuoteTracker.Ide;
using QuoteTracker.Ide.Checking;
using QuoteTracker.Ide.Edits;
using QuoteTracker.LanguageServer.Conversion;
using QuoteTracker.LanguageServer.Hosting;
using QuoteTracker.LanguageServer.JsonRpc;
using QuoteTracker.LanguageServer.Protocol;
using QuoteTracker.Workspace;
using QuoteTracker.Workspace.Ledger;

namespace QuoteTracker.LanguageServer.Features;

/// <summary>What changes the ledger, and what opens a source: the commands that the server runs.</summary>
internal static class ClaimCommands
{
    public const string SetStatus = "quotetracker.setClaimStatus";
    public const string OpenSource = "quotetracker.openSource";

    public static async Task<ClaimChangedResult?> Execute(ExecuteCommandParams parameters, ReadContext context)
    {
        switch (parameters.Command)
        {
            case SetStatus: return await SetAsync(ArgumentOf(parameters, ProtocolJson.Default.ClaimStatusParams), context).ConfigureAwait(false);
            case OpenSource:
                await OpenAsync(ArgumentOf(parameters, ProtocolJson.Default.Location), context).ConfigureAwait(false);
                return null;
            default: throw new RequestException(ErrorCode.InvalidParams, "The server has no such command.");
        }
    }

    public static ServerCapabilities Capability(ServerCapabilities server, ClientProfile client) =>
        server with { ExecuteCommandProvider = new ExecuteCommandOptions([SetStatus, OpenSource]) };

    /// <summary>The command that does what an action says; null for one that edits, or that the client could not follow.</summary>
    public static Command? CommandOf(EditAction action, ReadContext context, string uri, PositionMap positions)
    {
        if (action.Claim is { } claim)
        {
            var parameters = new ClaimStatusParams(
                Uri: uri, Range: positions.RangeOf(claim.Span), Status: claim.Status?.Name(),
                Source: claim.Source is { } source ? new ClaimSourceParams(source.Path, source.Url, source.Locator) : null);
            return new Command(action.Title, SetStatus, [JsonSerializer.SerializeToElement(parameters, ProtocolJson.Default.ClaimStatusParams)]);
        }
        return action.Opens is { } place && CanShow(context) && new PlaceConversion(context.State).LocationOf(place) is { } location
            ? new Command(action.Title, OpenSource, [JsonSerializer.SerializeToElement(location, ProtocolJson.Default.Location)])
            : null;
    }

    private static bool CanShow(ReadContext context) => context.ClientCan.Window?.ShowDocument?.Support == true;

    private static T ArgumentOf<T>(ExecuteCommandParams parameters, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
        where T : class =>
        (parameters.Arguments is [var argument, ..] ? OwnData.Read(argument, type) : null)
        ?? throw new RequestException(ErrorCode.InvalidParams, $"{parameters.Command} needs one argument of the form that the documentation gives.");

    private static async Task OpenAsync(Location location, ReadContext context)
    {
        if (!CanShow(context)) throw new RequestException(ErrorCode.RequestFailed, "The editor cannot be asked to open a file.");
        await context.Client.RequestAsync(
            "window/showDocument", new ShowDocumentParams(location.Uri, TakeFocus: true, Selection: location.Range),
            ProtocolJson.Default.ShowDocumentParams, ProtocolJson.Default.ShowDocumentResult, context.Cancellation).ConfigureAwait(false);
    }

    private static async Task<ClaimChangedResult> SetAsync(ClaimStatusParams parameters, ReadContext context)
    {
        var status = parameters.Status is { } word
            ? ClaimNames.ParseStatus(word) ?? throw new RequestException(ErrorCode.InvalidParams, $"'{word}' is no status: {string.Join(", ", ClaimNames.Statuses)}.")
            : (ClaimStatus?)null;
        var (newsroom, change) = ChangeOf(parameters, status, context);
        if (context.State.DocumentAt(newsroom.LedgerPath) is { } open && !IsAsOnDisk(newsroom, open.Text.ToString()))
            return await InEditorAsync(newsroom, open, change, context).ConfigureAwait(false);
        var update = LedgerFile.Update(newsroom.LedgerPath, newsroom.Root, change);
        if (update.Fault is { } fault) throw new RequestException(ErrorCode.RequestFailed, fault.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        context.Post(state => state with { Ide = state.Ide.WithDiskChanges([newsroom.LedgerPath]) });
        // Nothing is written where the ledger says so already.
        var now = update.Written.FirstOrDefault() ?? change(LedgerReading.FromFile(newsroom.Root, newsroom.LedgerPath).Ledger).FirstOrDefault();
        return now is not null ? new ClaimChangedResult(now.Id, now.Status.Name()) : throw new RequestException(ErrorCode.RequestFailed, "The ledger has no such entry any more.");
    }

    private static (Newsroom Newsroom, Func<ClaimLedger, IEnumerable<Claim>> Change) ChangeOf(ClaimStatusParams parameters, ClaimStatus? status, ReadContext context)
    {
        string by = parameters.By ?? context.State.Settings.CheckedBy ?? Environment.UserName;
        var source = parameters.Source is { } given ? new ClaimSource { Path = given.Path, Url = given.Url, Locator = given.Locator } : null;
        if (status is null && source is null) throw new RequestException(ErrorCode.InvalidParams, "A status or a source is needed.");
        if (parameters is { Uri: { } uri, Range: { } range } && context.State.Documents.TryGet(uri, out var document))
        {
            if (context.FileOf(document) is not { Role: FileRole.Article } file || ClaimChanges.AttributionAt(file, document.Positions.SpanOf(range)) is not { } attribution)
                throw new RequestException(ErrorCode.InvalidParams, "No quotation stands there.");
            return (file.Newsroom, ClaimChanges.Of(file, attribution, new ClaimDecision(status, WithHash(source, file.Records), parameters.Note, by, Today), context.Cancellation));
        }
        if (parameters.Id is not { } id) throw new RequestException(ErrorCode.InvalidParams, "An open article and a range in it, or the id of an entry is needed.");
        foreach (var tools in context.State.Ide.NewsroomTools)
        {
            var records = context.State.Ide.RecordsOf(tools);
            if (records.Ledger.Ledger.Find(id) is not null) return (tools.Newsroom, ClaimChanges.Of(id, new ClaimDecision(status, WithHash(source, records), parameters.Note, by, Today)));
        }
        throw new RequestException(ErrorCode.InvalidParams, "No ledger has an entry of this id.");
    }

    private static DateOnly Today => DateOnly.FromDateTime(DateTime.Now);

    private static ClaimSource? WithHash(ClaimSource? source, NewsroomRecords records) =>
        source?.Path is { } path && records.Sources?.Library.Document(path) is { } document ? source with { Hash = document.Hash } : source;

    private static bool IsAsOnDisk(Newsroom newsroom, string text) => LedgerReading.FromFile(newsroom.Root, newsroom.LedgerPath).Document?.Text.ToString() == text;

    /// <summary>A ledger with changes that are not saved is changed where they are.</summary>
    private static async Task<ClaimChangedResult> InEditorAsync(
        Newsroom newsroom, Documents.Document open, Func<ClaimLedger, IEnumerable<Claim>> change, ReadContext context)
    {
        if (context.ClientCan.Workspace?.ApplyEdit != true) throw new RequestException(ErrorCode.RequestFailed, "The ledger is open with changes that are not saved. Save it first.");
        var ledger = LedgerDocument.Read(newsroom.LedgerPath, open.Text);
        List<Claim> claims = [.. change(LedgerReading.Of(newsroom.Root, ledger).Ledger)];
        var edit = EditConversion.ToProtocol([FileEdit.Of(newsroom.LedgerPath, open.Text, ledger.ChangesFor(claims))], context);
        var answer = await context.Client.RequestAsync(
            "workspace/applyEdit", new ApplyWorkspaceEditParams(edit, "Record a claim"),
            ProtocolJson.Default.ApplyWorkspaceEditParams, ProtocolJson.Default.ApplyWorkspaceEditResult, context.Cancellation).ConfigureAwait(false);
        if (answer?.Applied != true || claims is not [var written, ..]) throw new RequestException(ErrorCode.RequestFailed, "The editor did not change the ledger.");
        return new ClaimChangedResult(written.Id, written.Status.Name());
    }
}
