using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace QuoteTracker.Core.Rules;

/// <summary>
/// Fixes that a finding brings along in its properties, because whoever could make them later is not there: a rule of the configuration, or a rule that
/// runs in another process.
/// </summary>
internal static class CarriedFixes
{
    private const string Key = "quotetracker.fixes";

    /// <param name="properties">Kept beside the fixes.</param>
    public static ImmutableDictionary<string, string?> Pack(IEnumerable<Fix> fixes, ImmutableDictionary<string, string?>? properties = null)
    {
        var fields = new StringBuilder();
        foreach (var fix in fixes)
        {
            Add(fix.Title);
            Add(fix.EquivalenceKey);
            Add(fix.IsSafe ? "safe" : "");
            Add(fix.Changes.Length.ToString(CultureInfo.InvariantCulture));
            foreach (var change in fix.Changes)
            {
                Add(change.Span.Start.ToString(CultureInfo.InvariantCulture));
                Add(change.Span.Length.ToString(CultureInfo.InvariantCulture));
                Add(change.NewText ?? "");
            }
        }
        return (properties ?? ImmutableDictionary<string, string?>.Empty).SetItem(Key, fields.ToString());

        void Add(string field) => fields.Append(CultureInfo.InvariantCulture, $"{field.Length}:{field}");
    }

    public static bool AreIn(Diagnostic diagnostic) => diagnostic.Properties.ContainsKey(Key);

    public static ImmutableArray<Fix> Of(Diagnostic diagnostic) => Of(diagnostic.Properties);

    /// <exception cref="FormatException">Somebody else wrote them.</exception>
    public static ImmutableArray<Fix> Of(ImmutableDictionary<string, string?> properties)
    {
        if (properties.GetValueOrDefault(Key) is not { Length: > 0 } packed) return [];
        var fields = new Queue<string>(Split(packed));
        var fixes = ImmutableArray.CreateBuilder<Fix>();
        while (fields.Count > 0)
        {
            var (title, key, isSafe) = (Next(fields), Next(fields), Next(fields).Length > 0);
            var changes = ImmutableArray.CreateBuilder<TextChange>();
            for (int count = Number(fields); count > 0; count--) changes.Add(new TextChange(new TextSpan(Number(fields), Number(fields)), Next(fields)));
            fixes.Add(new Fix(title, key, changes.ToImmutable()) { IsSafe = isSafe });
        }
        return fixes.ToImmutable();
    }

    private static string Next(Queue<string> fields) => fields.TryDequeue(out var field) ? field : throw new FormatException("There is less than announced.");

    private static int Number(Queue<string> fields) => int.Parse(Next(fields), NumberStyles.None, CultureInfo.InvariantCulture);

    private static IEnumerable<string> Split(string packed)
    {
        for (int at = 0; at < packed.Length;)
        {
            int colon = packed.IndexOf(':', at);
            if (colon < 0) throw new FormatException("A field has no length.");
            int length = int.Parse(packed.AsSpan(at, colon - at), NumberStyles.None, CultureInfo.InvariantCulture);
            if (length > packed.Length - colon - 1) throw new FormatException("There is less than announced.");
            yield return packed.Substring(colon + 1, length);
            at = colon + 1 + length;
        }
    }
}
