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

    public static ImmutableArray<Fix> Of(Diagnostic diagnostic)
    {
        if (diagnostic.Properties.GetValueOrDefault(Key) is not { Length: > 0 } packed) return [];
        var fields = new Queue<string>(Split(packed));
        var fixes = ImmutableArray.CreateBuilder<Fix>();
        while (fields.Count > 0)
        {
            var (title, key, isSafe) = (fields.Dequeue(), fields.Dequeue(), fields.Dequeue().Length > 0);
            var changes = new TextChange[Number(fields)];
            for (int i = 0; i < changes.Length; i++) changes[i] = new TextChange(new TextSpan(Number(fields), Number(fields)), fields.Dequeue());
            fixes.Add(new Fix(title, key, [.. changes]) { IsSafe = isSafe });
        }
        return fixes.ToImmutable();
    }

    private static int Number(Queue<string> fields) => int.Parse(fields.Dequeue(), NumberStyles.None, CultureInfo.InvariantCulture);

    private static IEnumerable<string> Split(string packed)
    {
        for (int at = 0; at < packed.Length;)
        {
            int colon = packed.IndexOf(':', at);
            int length = int.Parse(packed.AsSpan(at, colon - at), NumberStyles.None, CultureInfo.InvariantCulture);
            yield return packed.Substring(colon + 1, length);
            at = colon + 1 + length;
        }
    }
}
