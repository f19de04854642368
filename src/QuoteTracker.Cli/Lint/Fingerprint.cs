using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace QuoteTracker.Cli.Lint;

/// <summary>
/// Names a finding by what it is about and not by where it stands: the rule, the file and the words. It stays when lines move and text elsewhere
/// changes; it goes when the words themselves change. The same words under the same rule in one file are told apart by their order.
/// </summary>
public static class Fingerprint
{
    /// <summary>Findings on fewer UTF-16 units than this (a lone mark) are told apart by the words around them.</summary>
    private const int EnoughWords = 24;

    private const int LongestWords = 400;

    private static readonly char[] LineBreaks = ['\r', '\n', '\u0085', '\u2028', '\u2029'];

    /// <summary>The report with <see cref="Finding.Fingerprint"/> set.</summary>
    public static FileReport Assign(FileReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return report with { Findings = [.. report.Findings.Select(finding => finding with { Fingerprint = Of(finding) })] };

        string Of(Finding finding)
        {
            var subject = string.Join('\n', finding.Id, report.Key, Words(report.Text, finding));
            var occurrence = seen[subject] = seen.GetValueOrDefault(subject) + 1;
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes(subject + "\n" + occurrence.ToString(CultureInfo.InvariantCulture)));
            return Convert.ToHexStringLower(hash.AsSpan(0, 16));
        }
    }

    /// <summary>The words a finding is about, white space as single blanks; its message where it is about no words.</summary>
    private static string Words(SourceText? text, Finding finding)
    {
        if (text is null || text.Length == 0 || finding.Span.End > text.Length) return finding.Message;
        var span = finding.Span;
        if (span.Length < EnoughWords)
        {
            // Where the line starts the finding says; where it ends shows within a few words. The lines of the text itself would all have to be read.
            var start = span.Start - Math.Min(EnoughWords, finding.Lines.Start.Character);
            var end = Math.Min(span.End + EnoughWords, text.Length);
            var rest = text.ToString(TextSpan.FromBounds(span.Start, end)).IndexOfAny(LineBreaks);
            if (rest >= 0) end = Math.Max(span.Start + rest, span.End);
            span = TextSpan.FromBounds(start, end);
        }
        var words = new StringBuilder();
        foreach (var c in text.ToString(new TextSpan(span.Start, Math.Min(span.Length, LongestWords))))
        {
            if (!char.IsWhiteSpace(c)) words.Append(c);
            else if (words is not [.., ' ']) words.Append(' ');
        }
        return words.ToString();
    }
}
