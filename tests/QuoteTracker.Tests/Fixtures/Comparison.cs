using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace QuoteTracker.Tests.Fixtures;

/// <summary>One labelled thing that is expected or was found; equal where its label and all its spans are.</summary>
internal sealed record Finding(string Label, ImmutableArray<TextSpan> Spans)
{
    public bool Equals(Finding? other) => other is not null && Label == other.Label && Spans.SequenceEqual(other.Spans);

    public override int GetHashCode() => HashCode.Combine(Label, Spans.Length, Spans.FirstOrDefault());
}

/// <summary>Compares one to one and shows a failure as the article, annotated with what was expected and with what was found.</summary>
internal static class Comparison
{
    public static void AssertSame(FixtureFile file, IEnumerable<Finding> expected, IEnumerable<Finding> found)
    {
        var unmet = expected.ToList();
        var surplus = new List<Finding>();
        var all = found.ToList();
        foreach (var finding in all)
            if (!unmet.Remove(finding)) surplus.Add(finding);
        if (unmet.Count == 0 && surplus.Count == 0) return;

        var message = new StringBuilder();
        message.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"{file.Name}: {unmet.Count} not found, {surplus.Count} not expected.");
        foreach (var finding in unmet) Append("- not found:    ", finding);
        foreach (var finding in surplus) Append("- not expected: ", finding);
        message.AppendLine("=== expected").AppendLine(Annotate(expected));
        message.AppendLine("=== found").AppendLine(Annotate(all));
        Assert.Fail(message.ToString());

        void Append(string title, Finding finding) => message.Append(title).Append(finding.Label).Append(' ')
            .AppendJoin(" + ", finding.Spans.Select(span => $"{span} {file.TextAt(span)}")).AppendLine();

        string Annotate(IEnumerable<Finding> findings) =>
            Annotation.Of(file.Text, findings.SelectMany(finding => finding.Spans.Select(span => (span, finding.Label))).Distinct());
    }
}
