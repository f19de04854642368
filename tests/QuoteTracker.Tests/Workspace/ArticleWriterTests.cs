using System.Text;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Workspace.Articles;
using Xunit;

namespace QuoteTracker.Tests.Workspace;

public class ArticleWriterTests
{
    private static readonly SourceText Old = SourceText.From("Old.", new UTF8Encoding(false));
    private static readonly SourceText New = SourceText.From("New.");

    [Fact]
    public void A_file_that_changed_meanwhile_is_left_alone()
    {
        using var folder = new TempFolder();
        var path = folder.Write("a.txt", "Older.");
        Assert.Equal("QT0920", ArticleWriter.Replace(path, Old, New, folder.Root)?.Id);
        Assert.Equal("Older.", File.ReadAllText(path));
    }

    [Fact]
    public void Letters_that_the_encoding_lacks_are_not_written_as_something_else()
    {
        using var folder = new TempFolder();
        byte[] bytes = [(byte)'C', (byte)'a', (byte)'f', 0xE9];
        var path = folder.Write("a.txt", bytes);
        var read = ArticleReader.Read(path).Article!.Text;
        var fault = ArticleWriter.Replace(path, read, SourceText.From("Kākāpō"), folder.Root);
        Assert.Equal("QT0920", fault?.Id);
        Assert.Contains("Windows-1252", fault!.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(bytes, File.ReadAllBytes(path));
    }

    [Fact]
    public void A_link_is_followed_inside_and_stays_a_link()
    {
        using var folder = new TempFolder();
        var real = folder.Write("real/a.txt", "Old.");
        var link = folder.Link("a.txt", "real/a.txt");
        Assert.Null(ArticleWriter.Replace(link, Old, New, folder.Root));
        Assert.Equal("New.", File.ReadAllText(real));
        Assert.NotNull(new FileInfo(link).LinkTarget);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_link_is_never_followed_outside(bool throughFolder)
    {
        using var outside = new TempFolder();
        using var folder = new TempFolder();
        var real = outside.Write("a.txt", "Old.");
        var path = throughFolder ? Path.Combine(folder.Link("out", outside.Root), "a.txt") : folder.Link("a.txt", real);
        Assert.Equal("QT0906", ArticleWriter.Replace(path, Old, New, folder.Root)?.Id);
        Assert.Equal("Old.", File.ReadAllText(real));
    }

    [SkippableFact]
    public void Permissions_stay_and_read_only_is_heeded()
    {
        Skip.If(OperatingSystem.IsWindows(), "Unix permissions");
        if (OperatingSystem.IsWindows()) return;
        using var folder = new TempFolder();
        var path = folder.Write("a.txt", "Old.");
        const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherWrite;
        File.SetUnixFileMode(path, Mode);
        Assert.Null(ArticleWriter.Replace(path, Old, New, folder.Root));
        Assert.Equal(Mode, File.GetUnixFileMode(path));
        File.SetUnixFileMode(path, UnixFileMode.UserRead);
        Assert.Equal("QT0920", ArticleWriter.Replace(path, New, Old, folder.Root)?.Id);
        Assert.Equal("New.", File.ReadAllText(path));
        Assert.Single(Directory.GetFiles(folder.Root));
    }

    [Fact]
    public void A_new_file_never_replaces_one()
    {
        using var folder = new TempFolder();
        Assert.Null(ArticleWriter.Create(folder["a.yaml"], "One."));
        Assert.Equal("One.", File.ReadAllText(folder["a.yaml"]));
        Assert.Equal("QT0920", ArticleWriter.Create(folder["a.yaml"], "Two.")?.Id);
        Assert.Equal("One.", File.ReadAllText(folder["a.yaml"]));
        Assert.Equal("QT0920", ArticleWriter.Create(folder["none/a.yaml"], "One.")?.Id);
        Assert.Single(Directory.GetFiles(folder.Root));
    }
}
