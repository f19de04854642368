using System.Text;
using QuoteTracker.Core.Checking;
using Xunit;

namespace QuoteTracker.Tests.Checking;

/// <summary>What the checker says of the judged quotations, against all transcripts at once.</summary>
public sealed class VerdictSetTests(VerdictSet set) : IClassFixture<VerdictSet>
{
    private const double Wanted = 0.98;

    [Fact]
    public void The_set_has_every_verdict_often_enough()
    {
        Assert.True(set.Quotations.Length >= 200);
        Assert.True(set.Library.Count >= 20);
        Assert.All(Enum.GetValues<Verdict>(), verdict => Assert.True(set.Quotations.Count(quotation => quotation.Verdict == verdict) >= 20));
    }

    [Fact]
    public void Verdicts_are_right()
    {
        var wrong = new StringBuilder();
        int right = 0;
        foreach (var quotation in set.Quotations)
        {
            var found = set.Check(quotation).Best;
            bool isPlace = found.Passage is null || Path.GetFileNameWithoutExtension(found.Passage.Path) == quotation.Source;
            if (found.Verdict == quotation.Verdict && isPlace) right++;
            else wrong.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"{quotation.Source}: {quotation.Verdict.Name()}, not {found.Verdict.Name()} ({found.Passage?.Path}): {quotation.Words} [{string.Join("; ", found.Edits.Select(edit => $"{edit.WrittenWords} < {edit.SaidWords}"))}]");
        }
        Assert.True(right >= Wanted * set.Quotations.Length, $"{right} of {set.Quotations.Length} are right.\n{wrong}");
    }

    [Fact]
    public void Words_that_differ_or_were_never_said_are_never_called_exact() =>
        Assert.DoesNotContain(set.Quotations, quotation => quotation.Verdict is Verdict.Edited or Verdict.Absent && set.Check(quotation).Best.Verdict is Verdict.Exact or Verdict.Normalised);
}
