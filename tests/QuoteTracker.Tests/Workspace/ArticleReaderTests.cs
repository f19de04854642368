using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Model;
using QuoteTracker.Workspace.Articles;
using Xunit;

namespace QuoteTracker.Tests.Workspace;

public class ArticleReaderTests
{
    private const string Words = "“We’re ready,” she said – at last. Café.\r\nNext line\rand\nmore.\r\n";

    private static Encoding Windows1252 => CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static TheoryData<string, bool> Encodings => new()
    {
        { "utf-8", true }, { "utf-8", false }, { "utf-16", true }, { "utf-16", false }, { "utf-16BE", true }, { "utf-16BE", false }, { "windows-1252", false },
    };

    private static byte[] Encode(string name, bool mark, string text)
    {
        Encoding encoding = name switch
        {
            "utf-8" => new UTF8Encoding(mark),
            "utf-16" => new UnicodeEncoding(false, mark),
            "utf-16BE" => new UnicodeEncoding(true, mark),
            _ => Windows1252,
        };
        return [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Text_is_read_in_any_encoding_with_its_line_breaks(string encoding, bool mark)
    {
        var reading = ArticleReader.FromBytes("a.txt", Encode(encoding, mark, Words));
        Assert.Equal(Words, reading.Article!.Text.ToString());
        Assert.Equal(Words, reading.Article.Copy);
        // UTF-8 is valid or not; of the others, those without a mark are a guess, and said to be one.
        var isGuess = encoding != "utf-8" && !mark;
        Assert.Equal(isGuess ? ["QT0915"] : [], reading.Diagnostics.Select(d => d.Id));
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Text_is_written_back_in_its_own_encoding(string encoding, bool mark)
    {
        using var folder = new TempFolder();
        var path = folder.Write("a.txt", Encode(encoding, mark, Words));
        var read = ArticleReader.Read(path).Article!.Text;
        var changed = read.WithChanges(new TextChange(new TextSpan(0, 1), "«"));
        Assert.Null(ArticleWriter.Replace(path, read, changed, folder.Root));
        Assert.Equal(Encode(encoding, mark, "«" + Words[1..]), File.ReadAllBytes(path));
        Assert.Single(Directory.GetFiles(folder.Root));
    }

    public static TheoryData<string, byte[]> Binaries => new()
    {
        { "a PDF document", "%PDF-1.7 words words"u8.ToArray() },
        { "a rich text (RTF) document", "{\\rtf1 words"u8.ToArray() },
        { "a Word document", "PK\x03\x04.......word/document.xml"u8.ToArray() },
        { "a ZIP archive or an office document", "PK\x03\x04......."u8.ToArray() },
        { "a picture", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A] },
        { "a binary file", [0x7F, 0x45, 0x4C, 0x46, 0, 1, 2, 3, 0, 0, 0xFF, 0xFE, 0x81] },
        { "a binary file", [0x41, 0x81, 0x42, 0x8D] },
        { "a binary file", [.. Enumerable.Range(0x80, 120).Select(b => (byte)b)] },
        { "a binary file", [0xFF, 0xFE, 0x41] },
    };

    [Theory]
    [MemberData(nameof(Binaries))]
    public void What_is_no_text_is_called_by_its_name(string name, byte[] bytes)
    {
        var reading = ArticleReader.FromBytes("a.txt", bytes);
        Assert.Null(reading.Article);
        var fault = Assert.Single(reading.Diagnostics);
        Assert.Equal("QT0912", fault.Id);
        Assert.Contains(name, fault.GetMessage(CultureInfo.InvariantCulture));
    }

    [Fact]
    public void One_broken_letter_does_not_change_the_others()
    {
        byte[] bytes = [.. "“One” line.\n“Tw"u8, 0xFF, .. "o” — three."u8];
        var reading = ArticleReader.FromBytes("a.txt", bytes);
        Assert.Equal("“One” line.\n“Tw\uFFFDo” — three.", reading.Article!.Text.ToString());
        var fault = Assert.Single(reading.Diagnostics);
        Assert.Equal("QT0919", fault.Id);
        Assert.Equal(new LinePosition(1, 3), fault.Location.GetLineSpan().StartLinePosition);
    }

    [Fact]
    public void A_damaged_file_is_not_written_to()
    {
        using var folder = new TempFolder();
        byte[] bytes = [.. "“One” “Tw"u8, 0xFF, .. "o”"u8];
        var path = folder.Write("a.txt", bytes);
        var read = ArticleReader.Read(path).Article!.Text;
        Assert.Equal("QT0920", ArticleWriter.Replace(path, read, SourceText.From("other"), folder.Root)?.Id);
        Assert.Equal(bytes, File.ReadAllBytes(path));
    }

    [Fact]
    public void An_empty_file_is_an_empty_article()
    {
        using var folder = new TempFolder();
        var reading = ArticleReader.Read(folder.Write("a.txt", ""));
        Assert.Equal(0, reading.Article!.Text.Length);
        Assert.Equal(["QT0916"], reading.Diagnostics.Select(d => d.Id));
    }

    [Fact]
    public void A_hundred_megabytes_are_not_read()
    {
        using var folder = new TempFolder();
        var path = folder["big.txt"];
        using (var file = File.Create(path)) file.SetLength(100L * 1024 * 1024);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var reading = ArticleReader.Read(path);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
        Assert.Null(reading.Article);
        var fault = Assert.Single(reading.Diagnostics);
        Assert.Equal("QT0913", fault.Id);
        Assert.Equal("This file has 100 MB; articles of up to 16 MB are read. Split it to have it checked", fault.GetMessage(CultureInfo.InvariantCulture));
    }

    [Fact]
    public void What_is_not_there_or_a_folder_is_said_so()
    {
        using var folder = new TempFolder();
        Assert.Equal(["QT0910"], ArticleReader.Read(folder["none.txt"]).Diagnostics.Select(d => d.Id));
        Assert.Equal(["QT0911"], ArticleReader.Read(folder.Root).Diagnostics.Select(d => d.Id));
    }

    [Fact]
    public void A_file_that_another_program_holds_is_said_so()
    {
        using var folder = new TempFolder();
        var path = folder.Write("a.txt", "Words.");
        using var held = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Assert.Equal(["QT0911"], ArticleReader.Read(path).Diagnostics.Select(d => d.Id));
    }

    [SkippableFact]
    public void A_file_that_may_not_be_read_is_said_so()
    {
        Skip.If(OperatingSystem.IsWindows(), "Unix permissions");
        Skip.If(Environment.IsPrivilegedProcess, "The superuser may read every file.");
        using var folder = new TempFolder();
        var path = folder.Write("a.txt", "Words.");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.None);
        Assert.Equal(["QT0911"], ArticleReader.Read(path).Diagnostics.Select(d => d.Id));
    }

    [Fact]
    public void Front_matter_is_no_copy_and_tells_the_date()
    {
        const string Text = "---\r\ntitle: \"The row\"\r\ndate: 2026-03-01 09:30:00 +1300\r\nspeaker: vaughn\r\nurl: https://example.org/a\r\n---\r\nCopy.\r\n";
        var reading = ArticleReader.FromText("a.txt", SourceText.From(Text));
        Assert.Empty(reading.Diagnostics);
        Assert.Equal(new FrontMatter("The row", new DateOnly(2026, 3, 1), "vaughn", "https://example.org/a", new TextSpan(0, Text.Length - 7)) { UrlSpan = new TextSpan(Text.IndexOf("https", StringComparison.Ordinal), 21) }, reading.FrontMatter);
        Assert.Equal(new DateOnly(2026, 3, 1), reading.Article!.Date);
        Assert.Equal("Copy.\r\n", reading.Article.Copy[(Text.Length - 7)..]);
        Assert.All(reading.Article.Copy[..(Text.Length - 7)], c => Assert.True(c is Article.NotCopy or '\r' or '\n'));
    }

    [Theory]
    [InlineData("---\nHe said: “no”.\n---\nMore.")]
    [InlineData("---\n\n“No,” he said.\n\n---\nMore.")]
    [InlineData("---\ntitle: never closed\n\nMore.")]
    [InlineData("--- \"No.\"\n")]
    [InlineData("----\ntitle: x\n----\n")]
    public void A_line_of_dashes_takes_no_copy_away(string text) => Assert.Equal(text, ArticleReader.FromText("a.txt", SourceText.From(text)).Article!.Copy);

    [Fact]
    public void A_fault_in_front_matter_stands_at_its_place()
    {
        var reading = ArticleReader.FromText("a.txt", SourceText.From("---\ntitle: T\ndate: last Monday\n---\nCopy."));
        var fault = Assert.Single(reading.Diagnostics);
        Assert.Equal("QT0917", fault.Id);
        Assert.Equal(new LinePositionSpan(new LinePosition(2, 6), new LinePosition(2, 17)), fault.Location.GetLineSpan().Span);
        Assert.Null(reading.Article!.Date);
        Assert.Equal(["QT0917"], ArticleReader.FromText("a.txt", SourceText.From("---\ntitle: [T\n---\nCopy.")).Diagnostics.Select(d => d.Id));
    }

    [Fact]
    public void A_desk_elsewhere_reads_the_same()
    {
        // The tool runs without the system's cultures, so this stands in for one: Turkish numbers and dates.
        var turkish = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (turkish.NumberFormat.NumberDecimalSeparator, turkish.DateTimeFormat.DateSeparator, turkish.NumberFormat.NegativeSign) = (",", ".", "\u2212");
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = turkish;
            var reading = ArticleReader.FromText("INDEX.MD", SourceText.From("---\nTITLE: I\ndate: 2026-03-01\n---\n# I\n<SCRIPT>\nI\n</SCRIPT>\n"));
            Assert.Equal(new DateOnly(2026, 3, 1), reading.Article!.Date);
            Assert.Equal("···\n········\n················\n···\n··I\n········\n·\n·········\n", reading.Article.Copy.Replace(Article.NotCopy, '·'));
            using var folder = new TempFolder();
            var tooLarge = Assert.Single(ArticleReader.Read(folder.Write("a.txt", new byte[1536 * 1024]), maxBytes: 1024 * 1024).Diagnostics);
            Assert.StartsWith("This file has 1.5 MB;", tooLarge.GetMessage(culture), StringComparison.Ordinal);
            YamlChecks.CheckRegistry("speakers:\n  - { id: a, name: IŞIK ilk, aliases: [INDIA] }\n  - { id: b, name: B, aliases: [{|QT0316:india|}] }\n");
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }
}
