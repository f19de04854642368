using System.Text;
using QuoteTracker.Core.Rules;
using QuoteTracker.Core.Speakers;
using QuoteTracker.Workspace.Yaml;

namespace QuoteTracker.Workspace.Speakers;

/// <summary>Writes a proposal as an entry of the registry.</summary>
internal static class EntryText
{
    /// <summary>One line: <c>{ id: luxon, name: Christopher Luxon, kind: person }</c>.</summary>
    public static string Flow(string id, SpeakerProposal proposal)
    {
        var text = new StringBuilder($"{{ id: {YamlText.Scalar(id)}, name: {YamlText.Scalar(proposal.Name)}");
        if (KindOf(proposal) is { } kind) text.Append($", kind: {kind}");
        if (proposal.Title is { Length: > 0 } title) text.Append($", roles: [{{ title: {YamlText.Scalar(title)} }}]");
        return text.Append(" }").ToString();
    }

    /// <summary>A line for each key, each ended by <paramref name="newLine"/>.</summary>
    /// <param name="dash">What stands before the first key: the indent, the dash, and the blanks behind it.</param>
    public static string Block(string id, SpeakerProposal proposal, string dash, string newLine)
    {
        var indent = new string(' ', dash.Length);
        var text = new StringBuilder($"{dash}id: {YamlText.Scalar(id)}{newLine}{indent}name: {YamlText.Scalar(proposal.Name)}{newLine}");
        if (KindOf(proposal) is { } kind) text.Append($"{indent}kind: {kind}{newLine}");
        if (proposal.Title is { Length: > 0 } title) text.Append($"{indent}roles:{newLine}{indent}  - {{ title: {YamlText.Scalar(title)} }}{newLine}");
        return text.ToString();
    }

    private static string? KindOf(SpeakerProposal proposal) => proposal.Kind switch
    {
        EntityKind.Person => "person",
        EntityKind.Organisation => "organisation",
        EntityKind.Document => "document",
        _ => null,
    };
}
