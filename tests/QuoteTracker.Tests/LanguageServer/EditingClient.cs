using System.Text.Json;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.ProtocolTesting;

namespace QuoteTracker.Tests.LanguageServer;

/// <summary>What an editor that can make every kind of edit says of itself, and how it applies one.</summary>
internal static class EditingClient
{
    public static object Capabilities { get; } = new
    {
        workspace = new { workspaceEdit = new { documentChanges = true, resourceOperations = new[] { "create" }, changeAnnotationSupport = new { groupsOnLabel = true } } },
        textDocument = new
        {
            publishDiagnostics = new { versionSupport = true },
            codeAction = new
            {
                codeActionLiteralSupport = new { codeActionKind = new { valueSet = new[] { "quickfix", "refactor", "source", "source.fixAll" } } },
                isPreferredSupport = true,
                dataSupport = true,
                resolveSupport = new { properties = new[] { "edit" } },
            },
            rename = new { prepareSupport = true, honorsChangeAnnotations = true },
            completion = new { completionItem = new { resolveSupport = new { properties = new[] { "documentation" } } } },
        },
    };

    public static object Simple { get; } = new { textDocument = new { codeAction = new { codeActionLiteralSupport = new { codeActionKind = new { valueSet = Array.Empty<string>() } } } } };

    /// <param name="text">Of one line or more, broken by <c>\n</c>; positions are utf-16.</param>
    /// <param name="edits">The specification's TextEdit[].</param>
    public static string Apply(string text, JsonElement edits)
    {
        var source = SourceText.From(text);
        return source.WithChanges(edits.EnumerateArray().Select(edit => new TextChange(
            source.Lines.GetTextSpan(new LinePositionSpan(PositionOf(edit.GetProperty("range").GetProperty("start")), PositionOf(edit.GetProperty("range").GetProperty("end")))),
            edit.GetProperty("newText").GetString()!))).ToString();
    }

    /// <summary>The edits of one file in a WorkspaceEdit with documentChanges.</summary>
    public static JsonElement EditsOf(JsonElement workspaceEdit, string uri) => workspaceEdit.GetProperty("documentChanges").EnumerateArray()
        .First(change => change.TryGetProperty("textDocument", out var document) && document.GetProperty("uri").GetString() == uri).GetProperty("edits");

    /// <summary>The position of the first <paramref name="words"/> in a text broken by <c>\n</c>.</summary>
    public static object PositionIn(string text, string words, int behind = 0)
    {
        int at = text.IndexOf(words, StringComparison.Ordinal) + behind;
        var position = SourceText.From(text).Lines.GetLinePosition(at);
        return new { line = position.Line, character = position.Character };
    }

    public static async Task<List<JsonElement>> ActionsAsync(ScriptedEditor editor, string uri, object position, params string[] only)
    {
        var answer = await editor.RequestAsync("textDocument/codeAction", new
        {
            textDocument = new { uri },
            range = new { start = position, end = position },
            context = only.Length == 0 ? (object)new { diagnostics = Array.Empty<object>() } : new { diagnostics = Array.Empty<object>(), only },
        });
        return [.. answer.Ok().EnumerateArray()];
    }

    private static LinePosition PositionOf(JsonElement position) => new(position.GetProperty("line").GetInt32(), position.GetProperty("character").GetInt32());
}
