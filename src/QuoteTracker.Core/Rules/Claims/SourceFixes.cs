using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Checking;

namespace QuoteTracker.Core.Rules;

/// <summary>What <see cref="QuotationDiffersFromSource"/> tells its fixes: a diagnostic carries strings alone, and a fix does not see the sources.</summary>
internal static class SourceFixes
{
    private const string Words = "words", Ellipsis = "ellipsis", Speaker = "speaker";

    private static readonly ImmutableDictionary<string, string?> None = ImmutableDictionary.Create<string, string?>(StringComparer.Ordinal);

    public static ImmutableDictionary<string, string?> For(WordEdit edit, bool isSeam)
    {
        var fixes = isSeam ? None : UseWords([edit]);
        return edit.Written.Length == 0 ? fixes.Add(Ellipsis, Change(edit.Written, "… ")) : fixes;
    }

    public static ImmutableDictionary<string, string?> UseWords(IEnumerable<WordEdit> edits) => None.Add(Words, string.Join('\n', edits.Select(edit =>
        // A blank goes with words put in or taken out.
        edit.Written.Length == 0 ? Change(edit.Written, edit.SaidWords + " ")
        : edit.Said.Length == 0 ? Change(new TextSpan(edit.Written.Start, edit.Written.Length + 1), "")
        : Change(edit.Written, edit.SaidWords))));

    /// <param name="source">The mention in the article; null where it has none that could be exchanged.</param>
    public static ImmutableDictionary<string, string?> AttributeTo(TextSpan? source, string name) => source is { } span ? None.Add(Speaker, Change(span, name)) : None;

    public static ImmutableArray<TextChange> WordsIn(ImmutableDictionary<string, string?> properties) => Read(properties, Words);

    public static ImmutableArray<TextChange> EllipsisIn(ImmutableDictionary<string, string?> properties) => Read(properties, Ellipsis);

    public static ImmutableArray<TextChange> SpeakerIn(ImmutableDictionary<string, string?> properties) => Read(properties, Speaker);

    private static string Change(TextSpan span, string text) => string.Create(CultureInfo.InvariantCulture, $"{span.Start} {span.Length} {text}");

    private static ImmutableArray<TextChange> Read(ImmutableDictionary<string, string?> properties, string key)
    {
        if (properties.GetValueOrDefault(key) is not { } written) return [];
        return [.. written.Split('\n').Select(line =>
        {
            var fields = line.Split(' ', 3);
            return new TextChange(new TextSpan(int.Parse(fields[0], CultureInfo.InvariantCulture), int.Parse(fields[1], CultureInfo.InvariantCulture)), fields[2]);
        })];
    }
}
