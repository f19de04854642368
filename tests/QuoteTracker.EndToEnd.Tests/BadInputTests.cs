using System.Text;
using System.Text.Json;
using Xunit;

namespace QuoteTracker.EndToEnd.Tests;

/// <summary>Whatever one file is, it costs only itself: the good article beside it is linted each time.</summary>
public sealed class BadInputTests : IDisposable
{
    private const string Good = "Mayor Ada Vaughn said: “The ferry will sail on Monday,\" and left the hall.\n";

    private readonly TemporaryFolder _folder = new();

    public BadInputTests() => _folder.Write("good.txt", Good);

    public void Dispose() => _folder.Dispose();

    /// <returns>The exit code and the rules found in each file, the good one's fault left out after it was seen.</returns>
    private (int ExitCode, (string File, string Rule)[] Findings) Lint(params string[] arguments)
    {
        var run = QuoteTrackerProcess.Run(_folder.Root, ["lint", .. arguments, "--format", "json", "--ignore", "QT02,QT03,QT0101,QT0104"]);
        Assert.Empty(run.Error);
        (string File, string Rule)[] findings = [.. JsonDocument.Parse(run.Output).RootElement.EnumerateArray()
            .Select(finding => (finding.GetProperty("file").GetString()!, finding.GetProperty("rule").GetString()!))];
        Assert.Contains(("good.txt", "mismatched-quotation-marks"), findings);
        return (run.ExitCode, [.. findings.Where(finding => finding.File != "good.txt")]);
    }

    [Fact]
    public void A_missing_path()
    {
        var (exit, findings) = Lint("nowhere.txt", "good.txt");
        Assert.Equal(2, exit);
        Assert.Equal([("nowhere.txt", "missing-path")], findings);
    }

    [Fact]
    public void A_path_without_a_name()
    {
        var (exit, findings) = Lint("", "good.txt");
        Assert.Equal(2, exit);
        Assert.Equal([(".", "missing-path")], findings);
    }

    [SkippableFact]
    public void An_unreadable_file()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no permission bits");
        var secret = _folder.Write("secret.txt", "Rain fell.\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(secret, UnixFileMode.None);
        Skip.If(Environment.IsPrivilegedProcess, "root may read everything");
        var (exit, findings) = Lint(".");
        Assert.Equal(2, exit);
        Assert.Equal([("secret.txt", "unreadable-file")], findings);
    }

    [Fact]
    public void A_binary()
    {
        _folder.Write("picture.txt", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0xFF, 0xD8, 0x00]);
        var (exit, findings) = Lint(".");
        Assert.Equal(2, exit);
        Assert.Equal([("picture.txt", "not-a-text-file")], findings);
    }

    [Fact]
    public void An_empty_file()
    {
        _folder.Write("empty.txt", "");
        var (exit, findings) = Lint(".");
        Assert.Equal(1, exit);
        Assert.Equal([("empty.txt", "empty-file")], findings);
    }

    [Fact]
    public void A_hundred_megabytes()
    {
        using (var file = File.Create(_folder.PathOf("huge.txt"))) file.SetLength(100 << 20);
        var (exit, findings) = Lint(".");
        Assert.Equal(2, exit);
        Assert.Equal([("huge.txt", "file-too-large")], findings);
    }

    [Fact]
    public void Invalid_utf8()
    {
        _folder.Write("damaged.txt", [.. "Ada said “yes” to the café"u8, 0xFF, 0xFE, .. " owners.\n"u8]);
        var (exit, findings) = Lint(".");
        Assert.Equal(1, exit);
        Assert.Equal([("damaged.txt", "damaged-text")], findings);
    }

    [Theory]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16BE", false)]
    public void Utf16(string name, bool withMark)
    {
        var encoding = Encoding.GetEncoding(name);
        _folder.Write("wide.txt", [.. withMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(Good)]);
        var (exit, findings) = Lint(".");
        Assert.Equal(1, exit);
        (string, string)[] guessed = withMark ? [] : [("wide.txt", "guessed-encoding")];
        Assert.Equal([.. guessed, ("wide.txt", "mismatched-quotation-marks")], findings);
    }

    [Fact]
    public void Windows_1252()
    {
        // 0x93 and 0x94 are its curly marks, 0xE9 an é.
        _folder.Write("old.txt", [.. "Ada said "u8, 0x93, .. "Yes, the caf"u8, 0xE9, .. " is open"u8, 0x94, .. " on Monday.\n"u8]);
        var (exit, findings) = Lint(".");
        Assert.Equal(1, exit);
        Assert.Equal([("old.txt", "guessed-encoding")], findings);
    }

    [Theory]
    [InlineData("\r")]
    [InlineData("\r\n")]
    public void Line_breaks_of_other_systems(string lineBreak)
    {
        _folder.Write("other.txt", ("Rain fell.\n\n" + Good).Replace("\n", lineBreak, StringComparison.Ordinal));
        var run = QuoteTrackerProcess.Run(_folder.Root, "lint", "other.txt", "--format", "jsonl", "--select", "QT0102");
        var start = JsonDocument.Parse(Assert.Single(run.OutputLines)).RootElement.GetProperty("start");
        Assert.Equal(3, start.GetProperty("line").GetInt32());
    }

    [SkippableFact]
    public void A_link_loop()
    {
        Skip.If(OperatingSystem.IsWindows(), "links need a privilege on Windows");
        Directory.CreateSymbolicLink(_folder.PathOf("round"), _folder.Root);
        var (exit, findings) = Lint(".");
        Assert.Equal(1, exit);
        Assert.Equal([("round", "link-loop")], findings);
    }

    [SkippableFact]
    public void A_path_outside_the_root()
    {
        Skip.If(OperatingSystem.IsWindows(), "links need a privilege on Windows");
        using var outside = new TemporaryFolder();
        File.CreateSymbolicLink(_folder.PathOf("away.txt"), outside.Write("other.txt", Good));
        _folder.Write("quotetracker.yaml", "language: en\n");
        var (exit, findings) = Lint(".");
        Assert.Equal(2, exit);
        Assert.Equal([("away.txt", "path-outside-newsroom")], findings);
    }

    [Fact]
    public void Faults_of_the_newsrooms_own_files_stand_at_their_lines()
    {
        _folder.Write("quotetracker.yaml", "rules:\n  no-such-rule: error\n");
        _folder.Write("speakers.yaml", "speakers:\n  - id: vaughn\n    name: Ada Vaughn\n    kind: alien\n");
        var run = QuoteTrackerProcess.Run(_folder.Root, "lint", ".", "--format", "jsonl");
        Assert.Contains(run.OutputLines, line => line.StartsWith("{\"file\":\"quotetracker.yaml\",\"id\":\"QT0904\"", StringComparison.Ordinal) && line.Contains("\"start\":{\"line\":2,", StringComparison.Ordinal));
        Assert.Contains(run.OutputLines, line => line.StartsWith("{\"file\":\"speakers.yaml\",\"id\":\"QT0313\"", StringComparison.Ordinal) && line.Contains("\"start\":{\"line\":4,", StringComparison.Ordinal));
        Assert.Contains(run.OutputLines, line => line.StartsWith("{\"file\":\"good.txt\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Extract_goes_on_after_a_file_it_cannot_read()
    {
        _folder.Write("picture.txt", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0]);
        var run = QuoteTrackerProcess.Run(_folder.Root, "extract", "nowhere", ".");
        Assert.Equal(2, run.ExitCode);
        Assert.Equal("good.txt", JsonDocument.Parse(Assert.Single(run.OutputLines)).RootElement.GetProperty("file").GetString());
        Assert.Contains("nowhere:1:1: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("picture.txt:1:1: ", run.Error, StringComparison.Ordinal);
    }
}
