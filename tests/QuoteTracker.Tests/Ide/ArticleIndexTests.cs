using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Speakers;
using QuoteTracker.Ide;
using QuoteTracker.Ide.Index;
using Xunit;

namespace QuoteTracker.Tests.Ide;

public sealed class ArticleIndexTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("quotetracker-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Who_said_what_is_kept_with_its_places()
    {
        const string Text = "“The steel is tired,” said Ida Lund. Lund left early.";
        var article = IndexOf(Text, new Registry([new RegistryEntry { Id = "lund", Name = "Ida Lund" }]));
        var speaker = Assert.Single(article.Speakers);
        Assert.Equal(new SpeakerKey("/news", "lund", null), speaker.Key);
        Assert.Equal(["Ida Lund", "Lund"], speaker.Mentions.Select(mention => Text.Substring(mention.Span.Start, mention.Span.Length)));
        var quotation = Assert.Single(article.Quotations);
        Assert.Equal((0, AttributionKind.Direct, "“The steel is tired,”", 4), (quotation.Speaker, quotation.Kind, quotation.Words, quotation.WordCount));
    }

    [Fact]
    public void A_name_without_an_entry_is_the_same_in_every_article() =>
        Assert.Equal(
            Assert.Single(IndexOf("“It holds,” said Ida Lund.", Registry.Empty).Speakers).Key,
            Assert.Single(IndexOf("“It does not hold,” said IDA LUND.", Registry.Empty).Speakers).Key);

    [Fact]
    public void Marks_without_an_attribution_are_kept_as_such()
    {
        var quotation = Assert.Single(IndexOf("“Nobody in this town wants to pay a toll for the bridge.”", Registry.Empty).Quotations);
        Assert.Equal((-1, null), (quotation.Speaker, quotation.Kind));
    }

    [Theory]
    [InlineData("“We knew it all along,” said Ida Lund.", "\"We knew it all along\", Tom Okafor wrote.", true)]
    [InlineData("“We didn’t know it,” said Ida Lund.", "\"We didn't know it,\" said Ida Lund.", true)]
    [InlineData("“We knew it all along,” said Ida Lund.", "“We knew it, all of it,” said Ida Lund.", false)]
    public void The_same_words_are_known_whatever_stands_around_them(string one, string other, bool isSame) =>
        Assert.Equal(isSame, Assert.Single(IndexOf(one, Registry.Empty).Quotations).Fingerprint == Assert.Single(IndexOf(other, Registry.Empty).Quotations).Fingerprint);

    [Fact]
    public void What_the_editor_has_open_stands_before_what_is_on_disk()
    {
        string first = Write("a.txt", "“It holds,” said Ida Lund."), second = Write("b.txt", "“It does not,” said Tom Okafor.");
        var ide = IdeSnapshot.Empty.WithRoots([_folder]);
        Assert.Equal([first, second], ide.FindArticles());
        ide = ide.WithIndexed([.. ide.FindArticles().Select(path => ide.ReadForIndex(path)!)], [], ide.Index.News).WithText(second, SourceText.From("“Maybe,” said Nora Quist."));
        Assert.Equal(["Ida Lund", "Nora Quist"], ide.Articles.SelectMany(article => article.Speakers).Select(speaker => speaker.Name));
        Assert.Equal(["Ida Lund", "Tom Okafor"], ide.WithoutText(second).Articles.SelectMany(article => article.Speakers).Select(speaker => speaker.Name));
    }

    [Theory]
    [InlineData("4913", false)]
    [InlineData("2026", true)]
    [InlineData("2026.05", true)]
    [InlineData("news", true)]
    public void A_newsroom_is_read_anew_for_a_folder_that_went_and_not_for_a_file_that_an_editor_made_for_a_moment(string name, bool isFolder)
    {
        string path = Path.Combine(_folder, name), article = Path.Combine(path, "a.txt");
        var ide = IdeSnapshot.Empty.WithRoots([_folder]);
        if (isFolder)
        {
            Directory.CreateDirectory(path);
            File.WriteAllText(article, "“It holds,” said Ida Lund.");
            ide = ide.WithIndexed([ide.ReadForIndex(article)!], [], ide.Index.News);
            Directory.Delete(path, recursive: true);
        }
        Assert.Equal(isFolder, !ide.WithDiskChanges([path]).HasNewsroomsOf(ide));
    }

    [Fact]
    public void A_change_during_the_reading_is_not_forgotten()
    {
        string path = Write("a.txt", "“It holds,” said Ida Lund.");
        var before = IdeSnapshot.Empty.WithRoots([_folder]).WithDiskChanges([path]);
        Assert.Equal([path], before.Index.Stale);
        var read = before.ReadForIndex(path)!;
        Assert.Empty(before.WithIndexed([read], [], before.Index.News).Index.Stale);
        Assert.Equal([path], before.WithDiskChanges([path]).WithIndexed([read], [], before.Index.News).Index.Stale);
    }

    private static IndexedArticle IndexOf(string text, Registry registry) =>
        IndexedArticle.Of("/news", new ArticleAnalyzer(registry).Analyze(new Article("a.txt", text)), []);

    private string Write(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
