using System.Collections.Immutable;
using System.Text.Json;
using QuoteTracker.Ide.Edits;
using QuoteTracker.LanguageServer.Conversion;
using QuoteTracker.LanguageServer.Documents;
using QuoteTracker.LanguageServer.Hosting;
using QuoteTracker.LanguageServer.JsonRpc;
using QuoteTracker.LanguageServer.Protocol;

namespace QuoteTracker.LanguageServer.Features;

/// <summary>What can be done at a place. Edits are worked out when the client takes an action, where it can wait for that.</summary>
internal static class CodeActions
{
    public static IReadOnlyList<CodeAction>? Offered(CodeActionParams parameters, ReadContext context)
    {
        var document = context.Document(parameters);
        // A client without the literals knows only commands, and would run each without an edit.
        if (context.ClientCan.TextDocument?.CodeAction?.CodeActionLiteralSupport is null) return [];
        bool isLater = context.ClientCan.TextDocument.CodeAction is { DataSupport: true, ResolveSupport.Properties: { } properties } && properties.Contains("edit");
        var offered = new List<CodeAction>();
        foreach (var action in At(document, parameters.Range, context))
        {
            var kind = KindOf(action, parameters.Context.Only);
            if (!IsWanted(kind, parameters.Context.Only)) continue;
            if (action.Claim is not null || action.Opens is not null)
            {
                if (ClaimCommands.CommandOf(action, context, document.Uri, document.Positions) is { } command)
                    offered.Add(new CodeAction(action.Title, kind, FindingsOf(action, document, context), Command: command));
                continue;
            }
            var edits = isLater && action.Kind == EditActionKind.FixAll ? [] : action.Edits();
            if (!EditConversion.CanApply(edits, context)) continue;
            var shown = new CodeAction(
                action.Title,
                kind,
                FindingsOf(action, document, context),
                action.IsPreferred && context.ClientCan.TextDocument.CodeAction.IsPreferredSupport == true ? true : null);
            offered.Add(isLater
                ? shown with { Data = JsonSerializer.SerializeToElement(new CodeActionData(document.Uri, document.Version, parameters.Range), ProtocolJson.Default.CodeActionData) }
                : shown with { Edit = EditConversion.ToProtocol(edits, context) });
        }
        return offered;
    }

    private static IReadOnlyList<Diagnostic>? FindingsOf(EditAction action, Document document, ReadContext context) => action.Findings.IsEmpty
        ? null
        : DiagnosticConversion.ToProtocol(action.Findings, document.Positions, context.ClientCan.TextDocument?.PublishDiagnostics);

    public static CodeAction? Resolved(CodeAction action, ReadContext context)
    {
        if (OwnData.Read(action.Data, ProtocolJson.Default.CodeActionData) is not { } data)
            throw new RequestException(ErrorCode.InvalidParams, "The code action is none of this server's.");
        if (!context.State.Documents.TryGet(data.Uri, out var document) || document.Version != data.Version)
            throw new RequestException(ErrorCode.ContentModified, "The text changed since the action was offered.");
        var found = At(document, data.Range, context).FirstOrDefault(offered => offered.Title == action.Title && KindOf(offered, [action.Kind ?? ""]) == action.Kind)
            ?? throw new RequestException(ErrorCode.ContentModified, "The action is no longer on offer.");
        return action with { Edit = EditConversion.ToProtocol(found.Edits(), context) };
    }

    public static ServerCapabilities Capability(ServerCapabilities server, ClientProfile client) => server with
    {
        CodeActionProvider = new CodeActionOptions([CodeActionKind.QuickFix, CodeActionKind.Refactor, CodeActionKind.SourceFixAll], ResolveProvider: true),
    };

    private static ImmutableArray<EditAction> At(Document document, Protocol.Range range, ReadContext context) =>
        context.FileOf(document) is { } file ? EditActions.At(context.State.Ide, file, document.Positions.SpanOf(range), context.Cancellation) : [];

    /// <param name="only">The kinds that are asked for: some editors drop an answer of any other.</param>
    private static string KindOf(EditAction action, IReadOnlyList<string>? only) => action.Kind switch
    {
        EditActionKind.Fix => CodeActionKind.QuickFix,
        EditActionKind.Refactoring => CodeActionKind.Refactor,
        _ => only?.Contains(CodeActionKind.OwnFixAll) == true ? CodeActionKind.OwnFixAll : CodeActionKind.SourceFixAll,
    };

    /// <summary>Kinds are a tree: who asks for <c>source</c> also wants <c>source.fixAll</c>. What mends all is for those who ask for it.</summary>
    private static bool IsWanted(string kind, IReadOnlyList<string>? only) =>
        only is null ? kind != CodeActionKind.SourceFixAll : only.Any(wanted => wanted.Length == 0 || kind == wanted || kind.StartsWith(wanted + ".", StringComparison.Ordinal));
}
