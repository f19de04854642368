using QuoteTracker.Workspace;
using QuoteTracker.Workspace.Discovery;
using Xunit;

namespace QuoteTracker.Tests.Workspace;

public sealed class ArticleDiscoveryTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static FoundArticles Find(params string[] paths) => ArticleDiscovery.Find(paths, new NewsroomFinder(YamlChecks.Rules));

    private string[] Names(FoundArticles found) => [.. found.Files.Select(file => Path.GetRelativePath(_folder.Root, file.Path).Replace('\\', '/'))];

    private (string Id, string Path)[] Faults(FoundArticles found) =>
        [.. found.Diagnostics.Select(d => (d.Id, Path.GetRelativePath(_folder.Root, d.Location.GetLineSpan().Path).Replace('\\', '/')))];

    private void Touch(params string[] names)
    {
        foreach (var name in names) _folder.Write(name, "Words.");
    }

    [Fact]
    public void By_default_text_and_markdown_anywhere_in_ordinal_order()
    {
        Touch("b.txt", "B.txt", "a/z.md", "a/A.TXT", "a.txt", "c.html", "deep/er/x.txt");
        var found = Find(_folder.Root);
        Assert.Equal(["B.txt", "a.txt", "a/A.TXT", "a/z.md", "b.txt", "deep/er/x.txt"], Names(found));
        Assert.Empty(found.Diagnostics);
    }

    [Fact]
    public void What_is_not_the_newsrooms_copy_is_skipped()
    {
        Touch("a.txt", ".git/b.txt", "bin/b.txt", "x/obj/b.txt", "node_modules/m/readme.md", ".hidden/b.txt", ".b.txt", "sources/tape.txt", "sources/deep/tape.md", "claims.jsonl");
        _folder.Write("speakers.yaml", "speakers: []\n");
        Assert.Equal(["a.txt"], Names(Find(_folder.Root)));
    }

    [Fact]
    public void What_is_skipped_is_skipped_as_a_link_too()
    {
        Touch("a.txt", ".store/readme.md");
        _folder.Link("node_modules", ".store");
        _folder.Link("bin", ".store");
        Assert.Equal(["a.txt"], Names(Find(_folder.Root)));
    }

    [Fact]
    public void A_configuration_may_be_a_link()
    {
        _folder.Write("sport/desk.yaml", "exclude: [\"old/**\"]\n");
        Touch("sport/old/b.txt", "sport/a.txt");
        _folder.Link("sport/quotetracker.yaml", "desk.yaml");
        Assert.Equal(["sport/a.txt"], Names(Find(_folder.Root)));
    }

    [Fact]
    public void Patterns_are_the_configurations()
    {
        _folder.Write("quotetracker.yaml", "articles: [\"news/**\"]\nexclude: [\"news/old/**\"]\nsources: [\"news/tapes/*\"]\nregistry: news/people.yaml\nledger: news/c.jsonl\n");
        _folder.Write("news/people.yaml", "");
        _folder.Write("news/c.jsonl", "");
        Touch("news/a.article", "news/old/b.txt", "news/tapes/t.txt", "other.txt");
        var found = Find(_folder.Root);
        Assert.Equal(["news/a.article"], Names(found));
        Assert.Empty(found.Newsrooms.Single().Diagnostics);
        Assert.Equal(["news/a.article"], Names(Find(_folder["news"])));
    }

    [Fact]
    public void A_named_file_is_read_whatever_the_patterns_say()
    {
        _folder.Write("quotetracker.yaml", "exclude: [\"old/**\"]\n");
        Touch("old/b.txt", "note.rst", ".hidden/h.txt", "a.txt");
        Assert.Equal(["old/b.txt", "note.rst", ".hidden/h.txt"], Names(Find(_folder["old/b.txt"], _folder["note.rst"], _folder[".hidden/h.txt"])));
    }

    [Fact]
    public void A_file_is_read_once()
    {
        Touch("a.txt", "b.txt");
        Assert.Equal(["b.txt", "a.txt"], Names(Find(_folder["b.txt"], _folder.Root, _folder["./a.txt"])));
    }

    [Fact]
    public void The_registry_and_the_configuration_are_no_articles_but_bring_their_newsroom()
    {
        _folder.Write("quotetracker.yaml", "colour: red\n");
        _folder.Write("speakers.yaml", "speakers: Ada\n");
        var found = Find(_folder["speakers.yaml"], _folder["quotetracker.yaml"]);
        Assert.Empty(found.Files);
        Assert.Equal(["QT0902", "QT0310"], found.Newsrooms.Single().Diagnostics.Select(d => d.Id));
    }

    [Fact]
    public void A_folder_below_may_be_a_newsroom_of_its_own()
    {
        Touch("a.txt", "desk/b.txt", "desk/b.md", "desk/x/c.txt");
        _folder.Write("quotetracker.yaml", "");
        _folder.Write("desk/quotetracker.yaml", "articles: [\"**/*.txt\"]\n");
        var found = Find(_folder.Root);
        Assert.Equal(["a.txt", "desk/b.txt", "desk/x/c.txt"], Names(found));
        Assert.Equal([_folder.Root, _folder["desk"], _folder["desk"]], found.Files.Select(file => file.Newsroom.Root));
        Assert.Equal(2, found.Newsrooms.Length);
    }

    [Fact]
    public void What_is_missing_stops_nothing_else()
    {
        Touch("a.txt");
        var found = Find(_folder["none.txt"], "", "a\0b", _folder["a.txt"], _folder["none"]);
        Assert.Equal(["a.txt"], Names(found));
        Assert.Equal(["QT0910", "QT0910", "QT0910", "QT0910"], found.Diagnostics.Select(d => d.Id));
    }

    [Fact]
    public void A_folder_with_no_article_is_said_so()
    {
        Touch("a.html");
        Assert.Equal([("QT0918", ".")], Faults(Find(_folder.Root)));
    }

    [Fact]
    public void Links_inside_are_followed_once()
    {
        Touch("real/a.txt", "b.txt", ".store/c.txt");
        _folder.Link("also", "real");
        _folder.Link("b-again.txt", "b.txt");
        _folder.Link("store", ".store");
        var found = Find(_folder.Root);
        Assert.Equal(["b.txt", "real/a.txt", "store/c.txt"], Names(found));
        Assert.Empty(found.Diagnostics);
    }

    [Fact]
    public void Loops_and_links_to_nowhere_are_said_and_stop_nothing()
    {
        Touch("a.txt", "deep/b.txt");
        _folder.Link("deep/up", "..");
        _folder.Link("self", "self");
        _folder.Link("one", "two");
        _folder.Link("two", "one");
        _folder.Link("gone.txt", "nothing.txt");
        var found = Find(_folder.Root);
        Assert.Equal(["a.txt", "deep/b.txt"], Names(found));
        Assert.Equal([("QT0914", "deep/up"), ("QT0910", "gone.txt"), ("QT0914", "one"), ("QT0914", "self"), ("QT0914", "two")], Faults(found));
        Assert.Equal([("QT0914", "self")], Faults(Find(_folder["self"])));
    }

    [Fact]
    public void Links_that_leave_the_newsroom_are_not_read()
    {
        using var outside = new TempFolder();
        outside.Write("secret.txt", "Words.");
        Touch("a.txt");
        _folder.Link("out", outside.Root);
        _folder.Link("secret.txt", outside["secret.txt"]);
        _folder.Link("b", "out");
        var found = Find(_folder.Root);
        Assert.Equal(["a.txt"], Names(found));
        Assert.Equal([("QT0906", "b"), ("QT0906", "out"), ("QT0906", "secret.txt")], Faults(found));
        Assert.Equal([("QT0906", "secret.txt")], Faults(Find(_folder["secret.txt"])));
    }

    [Fact]
    public void A_link_out_of_a_linked_folder_is_seen_for_what_it_is()
    {
        using var outside = new TempFolder();
        outside.Write("secret.txt", "Words.");
        outside.Write("sub/x.txt", "Words.");
        Touch("a.txt");
        // As the system reads it, '..' behind a link climbs from where the link leads.
        _folder.Link("in", outside["sub"]);
        _folder.Link("trick.txt", "in/../secret.txt");
        Assert.Contains(("QT0906", "trick.txt"), Faults(Find(_folder.Root)));
    }

    [SkippableFact]
    public void A_folder_that_may_not_be_read_stops_nothing_else()
    {
        Skip.If(OperatingSystem.IsWindows(), "Unix permissions");
        Skip.If(Environment.IsPrivilegedProcess, "The superuser may read every _folder.");
        if (OperatingSystem.IsWindows()) return;
        Touch("a.txt", "locked/b.txt");
        File.SetUnixFileMode(_folder["locked"], UnixFileMode.None);
        try
        {
            var found = Find(_folder.Root);
            Assert.Equal(["a.txt"], Names(found));
            Assert.Equal([("QT0911", "locked")], Faults(found));
        }
        finally
        {
            File.SetUnixFileMode(_folder["locked"], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public void Standard_input_belongs_to_the_newsroom_of_its_name()
    {
        _folder.Write("quotetracker.yaml", "registry: people.yaml\n");
        _folder.Write("people.yaml", "");
        var file = ArticleDiscovery.Find(["-"], new NewsroomFinder([]), _folder["desk/draft.md"]).Files.Single();
        Assert.True(file.IsStandardInput);
        Assert.Equal(_folder["desk/draft.md"], file.Path);
        Assert.Equal(_folder.Root, file.Newsroom.Root);
        Assert.Equal("-", ArticleDiscovery.Find(["-"], new NewsroomFinder([])).Files.Single().Path);
    }
}
