namespace QuoteTracker.Workspace.Yaml;

/// <summary>What the parser says of broken YAML, in words for who keeps a registry and has never heard of a plain scalar.</summary>
internal static class YamlFaultWords
{
    private static readonly (string Said, string Words)[] _known =
    [
        ("multiline plain scalar, found invalid mapping", "this colon has a key before it, but a line above has none behind its key"),
        ("found invalid mapping", "a second colon is one too many: put words with a colon into quotes, or begin this line where the keys beside it begin"),
        ("invalid tab", "lines are indented with spaces, never with a tab"),
        ("expected ',' or ']'", "a [ above is not closed, or a comma is missing"),
        ("expected ',' or '}'", "a { above is not closed, or a comma is missing"),
        ("quoted scalar, found unexpected end", "the quotation mark that opens here is never closed"),
        ("expected '-' indicator", "this line does not begin where the items beside it begin"),
        ("expected key", "this does not begin where the keys beside it begin, or does not belong on this line"),
        ("cannot start any token", "a value does not begin with this character unless it stands in quotes"),
    ];

    /// <param name="said">By the parser, in English.</param>
    /// <returns>A part of a sentence, without a stop.</returns>
    public static string For(string said)
    {
        foreach (var (known, words) in _known)
        {
            if (said.Contains(known, StringComparison.Ordinal)) return words;
        }
        said = said.Trim().TrimEnd('.');
        return said.Length == 0 ? "it is not YAML" : char.ToLowerInvariant(said[0]) + said[1..];
    }
}
