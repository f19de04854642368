using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Workspace;
using Xunit;

namespace QuoteTracker.Tests.Workspace;

public sealed class NewsroomFinderTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_nearest_configuration_upwards_counts()
    {
        _folder.Write("quotetracker.yaml", "");
        _folder.Write("desk/quotetracker.yaml", "");
        _folder.Write("desk/a/b.txt", "Words.");
        var finder = new NewsroomFinder(YamlChecks.Rules);
        Assert.Equal(_folder["desk"], finder.For(_folder["desk/a/b.txt"]).Root);
        Assert.Equal(_folder["desk"], finder.For(_folder["desk/a"]).Root);
        Assert.Equal(_folder.Root, finder.For(_folder["other/not-yet.txt"]).Root);
    }

    [Fact]
    public void A_newsroom_is_read_once_for_all_its_files()
    {
        _folder.Write("quotetracker.yaml", "");
        _folder.Write("a/b.txt", "Words.");
        var finder = new NewsroomFinder(YamlChecks.Rules);
        var first = finder.For(_folder["a/b.txt"]);
        File.Delete(_folder["quotetracker.yaml"]);
        Assert.Same(first, finder.For(_folder["a/c.txt"]));
        Assert.Same(first, finder.For(_folder["d.txt"]));
    }

    [Fact]
    public void Without_a_configuration_the_registry_beside_counts()
    {
        _folder.Write("speakers.yaml", "speakers:\n  - { id: vaughn, name: Ada Vaughn }\n");
        _folder.Write("deep/a.txt", "Words.");
        var finder = new NewsroomFinder(YamlChecks.Rules);
        Assert.Equal("vaughn", finder.For(_folder["a.txt"]).Registry.Entries.Single().Id);
        Assert.Empty(finder.For(_folder["deep/a.txt"]).Registry.Entries);
        Assert.Equal("vaughn", finder.For(_folder["deep/a.txt"], fallbackRoot: _folder.Root).Registry.Entries.Single().Id);
        Assert.Equal(Configuration.Default, finder.For(_folder.Root).Configuration);
    }

    [Fact]
    public void A_registry_that_is_named_but_not_there_is_said_at_its_name()
    {
        _folder.Write("quotetracker.yaml", "# ours\nregistry: people.yaml\n");
        var fault = Assert.Single(new NewsroomFinder(YamlChecks.Rules).For(_folder.Root).Diagnostics);
        Assert.Equal("QT0905", fault.Id);
        Assert.Equal(_folder["quotetracker.yaml"], fault.Location.GetLineSpan().Path);
        Assert.Equal(new LinePositionSpan(new LinePosition(1, 10), new LinePosition(1, 21)), fault.Location.GetLineSpan().Span);
    }

    [Fact]
    public void A_registry_that_is_neither_named_nor_there_is_no_fault()
    {
        _folder.Write("quotetracker.yaml", "language: en\n");
        Assert.Empty(new NewsroomFinder(YamlChecks.Rules).For(_folder.Root).Diagnostics);
    }

    [Theory]
    [InlineData("speakers.yaml")]
    [InlineData("quotetracker.yaml")]
    public void A_file_that_is_a_link_out_of_the_newsroom_is_not_read(string name)
    {
        using var outside = new TempFolder();
        outside.Write("secret", "root:x:0\n");
        _folder.Write("quotetracker.yaml", "");
        File.Delete(_folder[name]);
        _folder.Link(name, outside["secret"]);
        Assert.Equal(["QT0906"], new NewsroomFinder(YamlChecks.Rules).For(_folder.Root).Diagnostics.Select(d => d.Id));
    }

    [Fact]
    public void What_an_editor_has_open_counts_before_the_disk()
    {
        _folder.Write("quotetracker.yaml", "registry: people.yaml\n");
        var open = new Dictionary<string, SourceText> { [_folder["people.yaml"]] = SourceText.From("speakers:\n  - { id: vaughn, name: Ada Vaughn }\n") };
        var newsroom = new NewsroomFinder(YamlChecks.Rules, path => open.GetValueOrDefault(path)).For(_folder["a.txt"]);
        Assert.Empty(newsroom.Diagnostics);
        Assert.Equal("vaughn", newsroom.Registry.Entries.Single().Id);
    }

    [Fact]
    public void Faults_of_both_files_are_the_newsrooms()
    {
        _folder.Write("quotetracker.yaml", "colour: red\n");
        _folder.Write("speakers.yaml", "speakers:\n  - { id: a }\n");
        Assert.Equal(
            [("QT0902", _folder["quotetracker.yaml"]), ("QT0312", _folder["speakers.yaml"])],
            new NewsroomFinder(YamlChecks.Rules).For(_folder.Root).Diagnostics.Select(d => (d.Id, d.Location.GetLineSpan().Path)));
    }

    [Fact]
    public void Paths_in_the_newsrooms_files_have_slashes() =>
        Assert.Equal("a/b.txt", new NewsroomFinder([]).For(_folder.Root).RelativePath(Path.Combine(_folder.Root, "a", "b.txt")));
}
