using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Checking;
using QuoteTracker.Core.Model;
using QuoteTracker.Workspace.Sources;
using Xunit;

namespace QuoteTracker.Tests.Workspace;

public sealed class SourceReaderTests
{
    private static SourceReading Read(string name, string text) => SourceReader.FromText(name, name, SourceText.From(text));

    private static SourceDocument Document(string name, string text)
    {
        var reading = Read(name, text);
        Assert.Empty(reading.Diagnostics);
        return reading.Document!;
    }

    private static string? SpeakerOf(SourceDocument document, string words) => document.SpeakerAt(document.Text.IndexOf(words, StringComparison.Ordinal));

    private static string LocatorOf(SourceDocument document, string words) => document.LocatorOf(document.Text.IndexOf(words, StringComparison.Ordinal));

    [Theory]
    [InlineData("VAUGHN: We knew.", "VAUGHN")]
    [InlineData("[00:12:31] Ada Vaughn: We knew.", "Ada Vaughn")]
    [InlineData("Ada Vaughn (00:12:31): We knew.", "Ada Vaughn")]
    [InlineData("ADA VAUGHN (Mayor): We knew.", "ADA VAUGHN")]
    [InlineData(">> ADA VAUGHN: We knew.", "ADA VAUGHN")]
    [InlineData("00:12:31 Speaker 2: We knew.", "Speaker 2")]
    [InlineData("Ada Vaughn, mayor: Hello.\nCy Orr: Hello.\nAda Vaughn, mayor: We knew.", "Ada Vaughn")]
    [InlineData("---\nspeaker: Ada Vaughn\n---\nWe knew.", "Ada Vaughn")]
    [InlineData("---\nspeaker: Ada Vaughn\n---\nQ: Did you know?\nA: We knew.", "Ada Vaughn")]
    [InlineData("---\nspeaker: Ada Vaughn\n---\nQ: We knew.", "Q")]
    [InlineData("One thing is sure: it rained.\nRemember: We knew.", null)]
    [InlineData("Location: the hall\nWe knew.", null)]
    public void Who_speaks_is_known_by_labels_and_front_matter(string text, string? speaker) => Assert.Equal(speaker, SpeakerOf(Document("a.txt", text), "We knew"));

    [Fact]
    public void A_label_is_no_word_and_offsets_stay()
    {
        var document = Document("a.txt", "VAUGHN: We knew.");
        Assert.Equal(Article.NotCopy, document.Copy[0]);
        Assert.Equal(document.Text.Length, document.Copy.Length);
        Assert.Equal(2, document.WordCount);
    }

    [Fact]
    public void Subtitles_keep_times_and_voices()
    {
        var document = Document("a.vtt", "WEBVTT\n\nNOTE\ntitle: Scrum\ndate: 2026-03-12\n\n1\n00:00:01.000 --> 00:00:04.000\n<v Ada Vaughn>We <i>knew</i> it\nand we stayed.\n\n01:02:03.500 --> 01:02:05.000\nNobody asked.\n");
        Assert.Equal(("Scrum", new DateOnly(2026, 3, 12)), (document.Heading.Title, document.Heading.Date));
        Assert.Equal("Ada Vaughn", SpeakerOf(document, "we stayed"));
        Assert.Null(SpeakerOf(document, "Nobody"));
        Assert.Equal("00:00:01", LocatorOf(document, "we stayed"));
        Assert.Equal("01:02:03", LocatorOf(document, "Nobody"));
        Assert.Equal(8, document.WordCount);
    }

    [Theory]
    [InlineData("a.vtt", "WEBVTT\n\n00:01.000 --> 00:0x.000\nWe knew.\n\n00:05.000 --> 00:06.000\nNobody asked.\n", 3)]
    [InlineData("a.vtt", "WEBVTT\n\n00:04.000 --> 00:01.000\nWe knew.\n\n00:05.000 --> 00:06.000\nNobody asked.\n", 3)]
    [InlineData("a.srt", "1\n00:00:01 -> 00:00:04\nWe knew.\n\n2\n00:00:05,000 --> 00:00:06,000\nNobody asked.\n", 2)]
    [InlineData("a.srt", "1\n-->\nWe knew.\n\n2\n00:00:05,000 --> 00:00:06,000\nNobody asked.\n", 2)]
    public void A_broken_time_costs_that_cue_its_time_alone(string name, string text, int line)
    {
        var reading = Read(name, text);
        var fault = Assert.Single(reading.Diagnostics);
        Assert.Equal("QT0922", fault.Id);
        Assert.Equal(line, fault.Location.GetLineSpan().StartLinePosition.Line + 1);
        Assert.Equal("00:00:05", LocatorOf(reading.Document!, "Nobody"));
        Assert.Contains("We knew", reading.Document!.Copy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_has_its_words_and_not_its_scripts()
    {
        var document = Document("a.html", "<html><head><title>Hall</title><script>say('We lied')</script></head>\r\n<body><nav>Home</nav><p><b>VAUGHN:</b> We didn&rsquo;t &amp; won&#39;t <i>st</i>op.<script>We lied</script></p><style>We lied</style><p>ORR: So.</body></html>");
        Assert.Equal("Hall", document.Heading.Title);
        Assert.DoesNotContain("lied", document.Copy, StringComparison.Ordinal);
        Assert.DoesNotContain("Home", document.Copy, StringComparison.Ordinal);
        var matcher = new QuotationMatcher(Core.Speakers.Registry.Empty);
        var found = matcher.Check(Quotation.Of("We didn’t & won't stop"), [new CandidateWindow(document, 0, document.WordCount)]).Best;
        Assert.Equal(Verdict.Exact, found.Verdict);
        Assert.Equal("We didn&rsquo;t &amp; won&#39;t <i>st</i>op", document.Text.Substring(found.Passage!.Span.Start, found.Passage.Span.Length));
        Assert.Equal("ORR", SpeakerOf(document, "So."));
    }
}
