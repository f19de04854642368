using QuoteTracker.Ide.Edits;
using QuoteTracker.LanguageServer.Hosting;
using QuoteTracker.LanguageServer.Protocol;

namespace QuoteTracker.LanguageServer.Conversion;

/// <summary>Edits as the protocol has them, in the form that the client understands.</summary>
internal static class EditConversion
{
    /// <summary>False where the edit begins a file and the client cannot.</summary>
    public static bool CanApply(IEnumerable<FileEdit> edits, ReadContext context) =>
        !edits.Any(static edit => edit.IsNew)
        || context.ClientCan.Workspace?.WorkspaceEdit is { DocumentChanges: true, ResourceOperations: { } operations } && operations.Contains("create");

    public static WorkspaceEdit ToProtocol(IReadOnlyCollection<FileEdit> edits, ReadContext context)
    {
        var client = context.ClientCan.Workspace?.WorkspaceEdit;
        if (client?.DocumentChanges != true)
        {
            return new WorkspaceEdit(Changes: edits.ToDictionary(
                edit => UriOf(edit, context), edit => (IReadOnlyList<TextEdit>)[.. TextEdits(edit, context, static _ => null)], StringComparer.Ordinal));
        }

        var ids = new Dictionary<EditNote, string>();
        Func<EditNote?, string?> idOf = client.ChangeAnnotationSupport is null ? static _ => null : note => note is null ? null : IdOf(note, ids);
        var changes = new List<DocumentChange>();
        foreach (var edit in edits)
        {
            string uri = UriOf(edit, context);
            if (edit.IsNew) changes.Add(new CreateFile(uri, new CreateFileOptions(IgnoreIfExists: true)));
            changes.Add(new TextDocumentEdit(new OptionalVersionedTextDocumentIdentifier(uri, context.State.DocumentAt(edit.Path)?.Version), [.. TextEdits(edit, context, idOf)]));
        }
        return new WorkspaceEdit(
            DocumentChanges: changes,
            ChangeAnnotations: ids.Count == 0 ? null : ids.ToDictionary(static pair => pair.Value, static pair => ToProtocol(pair.Key), StringComparer.Ordinal));
    }

    private static IEnumerable<TextEdit> TextEdits(FileEdit edit, ReadContext context, Func<EditNote?, string?> idOf)
    {
        var document = context.State.DocumentAt(edit.Path);
        var positions = document is not null && ReferenceEquals(document.Text, edit.Text) ? document.Positions : new PositionMap(edit.Text, context.State.Client.Encoding);
        return edit.Changes.Select(change => new TextEdit(positions.RangeOf(change.Change.Span), change.Change.NewText ?? "", idOf(change.Note)));
    }

    private static string UriOf(FileEdit edit, ReadContext context) => context.State.DocumentAt(edit.Path)?.Uri ?? DocumentUri.Of(edit.Path);

    private static ChangeAnnotation ToProtocol(EditNote note) => new(note.Label, note.NeedsConfirmation, note.Description);

    private static string IdOf(EditNote note, Dictionary<EditNote, string> ids)
    {
        if (!ids.TryGetValue(note, out string? id)) ids[note] = id = "note-" + (ids.Count + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return id;
    }
}
