using QuoteTracker.Ide;
using QuoteTracker.Ide.Renaming;
using QuoteTracker.LanguageServer.Conversion;
using QuoteTracker.LanguageServer.Documents;
using QuoteTracker.LanguageServer.Hosting;
using QuoteTracker.LanguageServer.JsonRpc;
using QuoteTracker.LanguageServer.Protocol;

namespace QuoteTracker.LanguageServer.Features;

/// <summary>Renames a speaker wherever the newsroom has the name.</summary>
internal static class Rename
{
    public static PrepareRenamePlaceholder? Prepared(TextDocumentPositionParams parameters, ReadContext context)
    {
        var document = context.Document(parameters);
        var file = FileOf(document, context);
        return Answer(() =>
        {
            var target = SpeakerRename.At(file, document.Positions.OffsetOf(parameters.Position));
            return new PrepareRenamePlaceholder(document.Positions.RangeOf(target.Span), target.Name);
        });
    }

    public static WorkspaceEdit? Answered(RenameParams parameters, ReadContext context)
    {
        var document = context.Document(parameters);
        var file = FileOf(document, context);
        bool mayAsk = context.ClientCan.Workspace?.WorkspaceEdit is { DocumentChanges: true, ChangeAnnotationSupport: not null };
        int offset = document.Positions.OffsetOf(parameters.Position);
        return EditConversion.ToProtocol(Answer(() => SpeakerRename.Edits(context.State.Ide, file, offset, parameters.NewName, mayAsk, context.Cancellation)), context);
    }

    public static ServerCapabilities Capability(ServerCapabilities server, ClientProfile client) => server with
    {
        RenameProvider = new RenameOptions(PrepareProvider: client.Capabilities.TextDocument?.Rename?.PrepareSupport == true ? true : null),
    };

    private static OpenFile FileOf(Document document, ReadContext context) =>
        context.FileOf(document) ?? throw new RequestException(ErrorCode.RequestFailed, "This document is not looked at.");

    private static T Answer<T>(Func<T> answer)
    {
        try
        {
            return answer();
        }
        catch (RenameRefusedException refusal)
        {
            throw new RequestException(ErrorCode.RequestFailed, refusal.Message);
        }
    }
}
