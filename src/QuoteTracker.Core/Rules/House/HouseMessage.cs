using System.Collections.Immutable;
using System.Text;

namespace QuoteTracker.Core.Rules.House;

/// <summary>A rule's message with names in braces for what was found: <c>Write 'said', not '{words}'</c>.</summary>
public sealed record HouseMessage
{
    /// <summary>What a message may name.</summary>
    public static ImmutableArray<string> Names { get; } = ["words", "name", "role", "count"];

    private HouseMessage(string template, string format) => (Template, Format) = (template, format);

    /// <summary>As it is written.</summary>
    public string Template { get; }

    /// <summary>A composite format string: <c>{0}</c> for the first of <see cref="Names"/> and so on.</summary>
    public string Format { get; }

    /// <returns>The message, or the name in braces that there is not.</returns>
    public static (HouseMessage? Message, string? Unknown) Parse(string template)
    {
        ArgumentNullException.ThrowIfNull(template);
        var format = new StringBuilder(template.Length);
        for (int at = 0; at < template.Length; at++)
        {
            char character = template[at];
            if (character is not ('{' or '}'))
            {
                format.Append(character);
                continue;
            }
            int close = character == '{' ? template.IndexOf('}', at) : -1;
            var name = close < 0 ? "" : template[(at + 1)..close];
            if (Names.IndexOf(name) is >= 0 and var index)
            {
                format.Append('{').Append(index).Append('}');
                at = close;
            }
            else if (name.Length > 0 && name.All(char.IsAsciiLetter)) return (null, name);
            else format.Append(character, 2);
        }
        return (new HouseMessage(template, format.ToString()), null);
    }
}
