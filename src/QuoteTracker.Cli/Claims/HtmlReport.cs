using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Checking;
using QuoteTracker.Core.Claims;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Cli.Claims;

/// <summary>
/// The editor's report: each article with its quotations marked by how far they are checked, and beside them what the source says. One file that loads
/// nothing and runs nothing; what strangers wrote is text in it and nothing else.
/// </summary>
public sealed class HtmlReport
{
    private const int MostSpeakers = 10;

    private readonly StringBuilder _html = new();

    private HtmlReport()
    {
    }

    /// <param name="newsroom">The newsroom's name.</param>
    /// <param name="day">The day it is made.</param>
    public static string Write(string newsroom, DateOnly day, IReadOnlyList<ReportArticle> articles)
    {
        ArgumentNullException.ThrowIfNull(articles);
        var report = new HtmlReport();
        report.WriteHead(newsroom, day, articles);
        for (int i = 0; i < articles.Count; i++) report.WriteArticle(i + 1, articles[i]);
        if (articles.Count == 0) report._html.Append("<p>There is nothing to report.</p>\n");
        return report._html.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private void WriteHead(string newsroom, DateOnly day, IReadOnlyList<ReportArticle> articles)
    {
        var title = articles.Count == 1 ? articles[0].Title : newsroom;
        var styleHash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(HtmlReportStyle.Text)));
        _html.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        _html.Append(CultureInfo.InvariantCulture, $"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{styleHash}'; base-uri 'none'; form-action 'none'\">\n");
        _html.Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" content=\"no-referrer\">\n");
        _html.Append(CultureInfo.InvariantCulture, $"<title>{HtmlText.Of(title)}: quotations and their checks</title>\n<style>{HtmlReportStyle.Text}</style>\n</head>\n<body>\n");
        var open = articles.Sum(static article => article.Items.Count(static item => item.State is ReportState.Disputed or ReportState.Retracted or ReportState.Stale or ReportState.Unchecked));
        var all = articles.Sum(static article => article.Items.Length);
        _html.Append(CultureInfo.InvariantCulture, $"<header>\n<h1>Quotations and their checks</h1>\n<p>{HtmlText.Of(newsroom)}, {Day(day)}. {Count(articles.Count, "article")}, {Count(all, "quotation")}, of which <strong>{open} need a look</strong>.</p>\n");
        _html.Append("<ul class=\"legend\">");
        foreach (var state in ReportStates.All) _html.Append(CultureInfo.InvariantCulture, $"<li><span class=\"mark {ReportStates.ClassOf(state)}\">{ReportStates.SignOf(state)} {ReportStates.WordsOf(state)}</span></li>");
        _html.Append("</ul>\n</header>\n<main>\n");
    }

    private void WriteArticle(int number, ReportArticle report)
    {
        var article = report.Article;
        _html.Append(CultureInfo.InvariantCulture, $"<article>\n<h2>{HtmlText.Of(report.Title)}</h2>\n<p class=\"where\">{HtmlText.Of(article.Key)}");
        if (article.Model.Date is { } date) _html.Append(CultureInfo.InvariantCulture, $", {Day(date)}");
        _html.Append("</p>\n<div class=\"charts\">\n");
        _html.Append(BarChart.Svg($"a{number}-states", "Quotations", "quotations", [.. ReportStates.All
            .Select(state => new Bar(ReportStates.WordsOf(state), ReportStates.ClassOf(state), report.Items.Count(item => item.State == state)))
            .Where(static bar => bar.Value > 0)]));
        _html.Append(BarChart.Svg($"a{number}-speakers", "Words quoted", "words", SpeakersOf(report)));
        _html.Append("</div>\n");
        foreach (var paragraph in article.Model.Paragraphs)
        {
            // Front matter and other markup is nothing to read.
            var copy = article.Model.Article.Copy.AsSpan(paragraph.Start, paragraph.Length);
            if (!copy.ContainsAnyExcept(" \t\r\n\uFFFE")) continue;
            var cards = report.Items.Where(item => paragraph.Contains(item.Spans[0].Start)).ToList();
            _html.Append("<div class=\"row\">\n<p>");
            WriteParagraph(article.Model, paragraph, report);
            _html.Append("</p>\n<aside>");
            foreach (var card in cards) WriteCard(card);
            _html.Append("</aside>\n</div>\n");
        }
        _html.Append("</article>\n");
    }

    private static List<Bar> SpeakersOf(ReportArticle report)
    {
        var speakers = report.Items
            .GroupBy(static item => item.Speaker.Length == 0 ? "Nobody named" : item.Speaker, StringComparer.Ordinal)
            .Select(group => new Bar(group.Key, "speaker", group.Sum(item => item.Spans.Sum(span => ClaimWords.Of(report.Article.Model.Article.Copy.Substring(span.Start, span.Length)).Count))))
            .OrderByDescending(static bar => bar.Value).ThenBy(static bar => bar.Label, StringComparer.Ordinal).ToList();
        if (speakers.Count <= MostSpeakers) return speakers;
        return [.. speakers.Take(MostSpeakers), new Bar($"{speakers.Count - MostSpeakers} others", "speaker", speakers.Skip(MostSpeakers).Sum(static bar => bar.Value))];
    }

    private void WriteParagraph(ArticleModel model, TextSpan paragraph, ReportArticle report)
    {
        var at = paragraph.Start;
        foreach (var item in report.Items)
        {
            for (int i = 0; i < item.Spans.Length; i++)
            {
                if (item.Spans[i].Intersection(paragraph) is not { Length: > 0 } span || span.Start < at) continue;
                WriteCopy(model, TextSpan.FromBounds(at, span.Start));
                _html.Append(CultureInfo.InvariantCulture, $"<span class=\"mark {ReportStates.ClassOf(item.State)}\">");
                WriteCopy(model, span);
                _html.Append("</span>");
                if (i == item.Spans.Length - 1 && span.End == item.Spans[i].End)
                    _html.Append(CultureInfo.InvariantCulture, $"<sup><a href=\"#q{item.Number}\">{ReportStates.SignOf(item.State)}\u200A{item.Number}</a></sup>");
                at = span.End;
            }
        }
        WriteCopy(model, TextSpan.FromBounds(at, paragraph.End));
    }

    /// <summary>The copy as it is read: no markup, blanks at its ends kept as one.</summary>
    private void WriteCopy(ArticleModel model, TextSpan span)
    {
        if (span.Length == 0) return;
        var words = model.Article.Copy.Substring(span.Start, span.Length).Replace(Article.NotCopy.ToString(), "", StringComparison.Ordinal);
        if (words.Length == 0) return;
        if (char.IsWhiteSpace(words[0])) _html.Append(' ');
        _html.Append(HtmlText.Of(words));
        if (char.IsWhiteSpace(words[^1]) && !string.IsNullOrWhiteSpace(words)) _html.Append(' ');
    }

    private void WriteCard(ReportItem item)
    {
        _html.Append(CultureInfo.InvariantCulture, $"\n<div class=\"card {ReportStates.ClassOf(item.State)}\" id=\"q{item.Number}\">\n");
        _html.Append(CultureInfo.InvariantCulture, $"<p class=\"head\"><b>{item.Number}</b> <span class=\"state\">{ReportStates.SignOf(item.State)} {ReportStates.WordsOf(item.State)}</span> {HtmlText.Of(item.Speaker)}</p>\n");
        var check = item.Place?.Claim.Check;
        if (item.Place is { IsStale: true } stale) _html.Append(CultureInfo.InvariantCulture, $"<p class=\"change\">{HtmlText.Of(stale.Difference)}</p>\n");
        if (item.Passage is { } passage) WritePassage(passage);
        else if (item.IsNowhere) _html.Append("<p>No source has these words.</p>\n");
        var source = check is null ? "" : ClaimText.SourceOf(check);
        if (source.Length == 0 && item.Passage is { } near) source = $"{near.Source.Path}, {near.Source.Locator}";
        if (source.Length > 0)
        {
            var said = item.Passage?.Source.Speaker is { } speaker ? $" ({HtmlText.Of(speaker.Name)})" : "";
            var link = check?.Source?.Url is { } url && ClaimReviewExport.IsWebAddress(url) ? $"<a href=\"{HtmlText.Of(url)}\" rel=\"noreferrer noopener\">{HtmlText.Of(source)}</a>" : HtmlText.Of(source);
            _html.Append(CultureInfo.InvariantCulture, $"<p class=\"source\">{link}{said}</p>\n");
        }
        if (check is { Status: not ClaimStatus.Unchecked })
        {
            var verdict = check.Verdict is { } found ? $", {found.Name()}" : "";
            _html.Append(CultureInfo.InvariantCulture, $"<p class=\"by\">{HtmlText.Of(Capital(ClaimText.Of(check)))}{verdict}</p>\n");
        }
        if (check?.Note is { } note) _html.Append(CultureInfo.InvariantCulture, $"<p class=\"note\">{HtmlText.Of(note)}</p>\n");
        _html.Append("</div>");
    }

    private void WritePassage(Passage passage)
    {
        _html.Append("<blockquote>");
        foreach (var (text, part) in passage.Pieces)
        {
            var (open, close) = part switch { PassagePart.Said => ("<b>", "</b>"), PassagePart.Different => ("<b class=\"different\">", "</b>"), _ => ("", "") };
            if (char.IsWhiteSpace(text[0])) _html.Append(' ');
            _html.Append(open).Append(HtmlText.Of(text)).Append(close);
            if (char.IsWhiteSpace(text[^1]) && !string.IsNullOrWhiteSpace(text)) _html.Append(' ');
        }
        _html.Append("</blockquote>\n");
    }

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Count(int count, string thing) => string.Create(CultureInfo.InvariantCulture, $"{count} {thing}{(count == 1 ? "" : "s")}");
}
