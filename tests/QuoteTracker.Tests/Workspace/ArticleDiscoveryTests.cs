using QuoteTracker.Workspace;
using QuoteTracker.Workspace.Discovery;
using Xunit;

namespace QuoteTracker.Tests.Workspace;

public sealed class ArticleDiscoveryTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    private static FoundArticles Find(params string[] paths) => ArticleDiscovery.Find(paths, new NewsroomFinder(YamlChecks.Rules));

    private string[] Names(FoundArticles found) => [.. found.Files.Select(file => Path.GetRelativePath(folder.Root, file.Path).Replace('\\', '/'))];

    private (string Id, string Path)[] Faults(FoundArticles found) =>
        [.. found.Diagnostics.Select(d => (d.Id, Path.GetRelativePath(folder.Root, d.Location.GetLineSpan().Path).Replace('\\', '/')))];

    private void Touch(params string[] names)
    {
        foreach (var name in names) folder.Write(name, "Words.");
    }

    [Fact]
    public void By_default_text_and_markdown_anywhere_in_ordinal_order()
    {
        Touch("b.txt", "B.txt", "a/z.md", "a/A.TXT", "a.txt", "c.html", "deep/er/x.txt");
        var found = Find(folder.Root);
        Assert.Equal(["B.txt", "a.txt", "a/A.TXT", "a/z.md", "b.txt", "deep/er/x.txt"], Names(found));
        Assert.Empty(found.Diagnostics);
    }

    [Fact]
    public void What_is_not_the_newsrooms_copy_is_skipped()
    {
        Touch("a.txt", ".git/b.txt", "bin/b.txt", "x/obj/b.txt", "node_modules/m/readme.md", ".hidden/b.txt", ".b.txt", "sources/tape.txt", "sources/deep/tape.md", "claims.jsonl");
        folder.Write("speakers.yaml", "speakers: []\n");
        Assert.Equal(["a.txt"], Names(Find(folder.Root)));
    }

    [Fact]
    public void Patterns_are_the_configurations()
    {
        folder.Write("quotetracker.yaml", "articles: [\"news/**\"]\nexclude: [\"news/old/**\"]\nsources: [\"news/tapes/*\"]\nregistry: news/people.yaml\nledger: news/c.jsonl\n");
        folder.Write("news/people.yaml", "");
        folder.Write("news/c.jsonl", "");
        Touch("news/a.article", "news/old/b.txt", "news/tapes/t.txt", "other.txt");
        var found = Find(folder.Root);
        Assert.Equal(["news/a.article"], Names(found));
        Assert.Empty(found.Newsrooms.Single().Diagnostics);
        Assert.Equal(["news/a.article"], Names(Find(folder["news"])));
    }

    [Fact]
    public void A_named_file_is_read_whatever_the_patterns_say()
    {
        folder.Write("quotetracker.yaml", "exclude: [\"old/**\"]\n");
        Touch("old/b.txt", "note.rst", ".hidden/h.txt", "a.txt");
        Assert.Equal(["old/b.txt", "note.rst", ".hidden/h.txt"], Names(Find(folder["old/b.txt"], folder["note.rst"], folder[".hidden/h.txt"])));
    }

    [Fact]
    public void A_file_is_read_once()
    {
        Touch("a.txt", "b.txt");
        Assert.Equal(["b.txt", "a.txt"], Names(Find(folder["b.txt"], folder.Root, folder["./a.txt"])));
    }

    [Fact]
    public void The_registry_and_the_configuration_are_no_articles_but_bring_their_newsroom()
    {
        folder.Write("quotetracker.yaml", "colour: red\n");
        folder.Write("speakers.yaml", "speakers: Ada\n");
        var found = Find(folder["speakers.yaml"], folder["quotetracker.yaml"]);
        Assert.Empty(found.Files);
        Assert.Equal(["QT0902", "QT0310"], found.Newsrooms.Single().Diagnostics.Select(d => d.Id));
    }

    [Fact]
    public void A_folder_below_may_be_a_newsroom_of_its_own()
    {
        Touch("a.txt", "desk/b.txt", "desk/b.md", "desk/x/c.txt");
        folder.Write("quotetracker.yaml", "");
        folder.Write("desk/quotetracker.yaml", "articles: [\"**/*.txt\"]\n");
        var found = Find(folder.Root);
        Assert.Equal(["a.txt", "desk/b.txt", "desk/x/c.txt"], Names(found));
        Assert.Equal([folder.Root, folder["desk"], folder["desk"]], found.Files.Select(file => file.Newsroom.Root));
        Assert.Equal(2, found.Newsrooms.Length);
    }

    [Fact]
    public void What_is_missing_stops_nothing_else()
    {
        Touch("a.txt");
        var found = Find(folder["none.txt"], "", "a\0b", folder["a.txt"], folder["none"]);
        Assert.Equal(["a.txt"], Names(found));
        Assert.Equal(["QT0910", "QT0910", "QT0910", "QT0910"], found.Diagnostics.Select(d => d.Id));
    }

    [Fact]
    public void A_folder_with_no_article_is_said_so()
    {
        Touch("a.html");
        Assert.Equal([("QT0918", ".")], Faults(Find(folder.Root)));
    }

    [Fact]
    public void Links_inside_are_followed_once()
    {
        Touch("real/a.txt", "b.txt", ".store/c.txt");
        folder.Link("also", "real");
        folder.Link("b-again.txt", "b.txt");
        folder.Link("store", ".store");
        var found = Find(folder.Root);
        Assert.Equal(["b.txt", "real/a.txt", "store/c.txt"], Names(found));
        Assert.Empty(found.Diagnostics);
    }

    [Fact]
    public void Loops_and_links_to_nowhere_are_said_and_stop_nothing()
    {
        Touch("a.txt", "deep/b.txt");
        folder.Link("deep/up", "..");
        folder.Link("self", "self");
        folder.Link("one", "two");
        folder.Link("two", "one");
        folder.Link("gone.txt", "nothing.txt");
        var found = Find(folder.Root);
        Assert.Equal(["a.txt", "deep/b.txt"], Names(found));
        Assert.Equal([("QT0914", "deep/up"), ("QT0910", "gone.txt"), ("QT0914", "one"), ("QT0914", "self"), ("QT0914", "two")], Faults(found));
        Assert.Equal([("QT0914", "self")], Faults(Find(folder["self"])));
    }

    [Fact]
    public void Links_that_leave_the_newsroom_are_not_read()
    {
        using var outside = new TempFolder();
        outside.Write("secret.txt", "Words.");
        Touch("a.txt");
        folder.Link("out", outside.Root);
        folder.Link("secret.txt", outside["secret.txt"]);
        folder.Link("b", "out");
        var found = Find(folder.Root);
        Assert.Equal(["a.txt"], Names(found));
        Assert.Equal([("QT0906", "b"), ("QT0906", "out"), ("QT0906", "secret.txt")], Faults(found));
        Assert.Equal([("QT0906", "secret.txt")], Faults(Find(folder["secret.txt"])));
    }

    [Fact]
    public void A_link_out_of_a_linked_folder_is_seen_for_what_it_is()
    {
        using var outside = new TempFolder();
        outside.Write("secret.txt", "Words.");
        outside.Write("sub/x.txt", "Words.");
        Touch("a.txt");
        // As the system reads it, '..' behind a link climbs from where the link leads.
        folder.Link("in", outside["sub"]);
        folder.Link("trick.txt", "in/../secret.txt");
        Assert.Contains(("QT0906", "trick.txt"), Faults(Find(folder.Root)));
    }

    [SkippableFact]
    public void A_folder_that_may_not_be_read_stops_nothing_else()
    {
        Skip.If(OperatingSystem.IsWindows(), "Unix permissions");
        Skip.If(Environment.IsPrivilegedProcess, "The superuser may read every folder.");
        if (OperatingSystem.IsWindows()) return;
        Touch("a.txt", "locked/b.txt");
        File.SetUnixFileMode(folder["locked"], UnixFileMode.None);
        try
        {
            var found = Find(folder.Root);
            Assert.Equal(["a.txt"], Names(found));
            Assert.Equal([("QT0911", "locked")], Faults(found));
        }
        finally
        {
            File.SetUnixFileMode(folder["locked"], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public void Standard_input_belongs_to_the_newsroom_of_its_name()
    {
        folder.Write("quotetracker.yaml", "registry: people.yaml\n");
        folder.Write("people.yaml", "");
        var file = ArticleDiscovery.Find(["-"], new NewsroomFinder([]), folder["desk/draft.md"]).Files.Single();
        Assert.True(file.IsStandardInput);
        Assert.Equal(folder["desk/draft.md"], file.Path);
        Assert.Equal(folder.Root, file.Newsroom.Root);
        Assert.Equal("-", ArticleDiscovery.Find(["-"], new NewsroomFinder([])).Files.Single().Path);
    }
}
