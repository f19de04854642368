using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace QuoteTracker.Workspace.Yaml;

/// <summary>A node of a YAML file with its place in it.</summary>
/// <param name="Span">From its first to its last character, quotation marks and brackets included; UTF-16 offsets in the file, end exclusive.</param>
internal abstract record YamlNode(TextSpan Span)
{
    /// <summary>True for a value left empty or written <c>null</c> or <c>~</c>.</summary>
    public bool IsNull => this is YamlScalar { IsPlain: true, Value: "" or "~" or "null" or "Null" or "NULL" };
}

internal sealed record YamlScalar(TextSpan Span, string Value, bool IsPlain) : YamlNode(Span);

internal sealed record YamlSequence(TextSpan Span, ImmutableArray<YamlNode> Items, bool IsFlow) : YamlNode(Span);

internal sealed record YamlMapping(TextSpan Span, ImmutableArray<YamlPair> Pairs, bool IsFlow) : YamlNode(Span)
{
    public YamlNode? this[string key]
    {
        get
        {
            foreach (var pair in Pairs)
            {
                if (pair.Key.Value == key) return pair.Value;
            }
            return null;
        }
    }
}

internal readonly record struct YamlPair(YamlScalar Key, YamlNode Value);

/// <summary>Why a YAML file cannot be read at a place.</summary>
internal readonly record struct YamlFault(TextSpan Span, string Message);
