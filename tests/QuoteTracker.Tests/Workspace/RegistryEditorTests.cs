using FsCheck;
using FsCheck.Fluent;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Rules;
using QuoteTracker.Core.Speakers;
using QuoteTracker.Workspace;
using QuoteTracker.Workspace.Speakers;
using Xunit;

namespace QuoteTracker.Tests.Workspace;

public class RegistryEditorTests
{
    private static readonly SpeakerProposal Orr = new("Cy Orr", EntityKind.Person, "Harbour Master");
    private static readonly SpeakerProposal Board = new("Harbour Board", EntityKind.Organisation, null);

    [Theory]
    [InlineData("")]
    [InlineData("# ours\n")]
    [InlineData("# ours")]
    [InlineData("speakers:\n")]
    [InlineData("speakers:")]
    [InlineData("speakers: []\n")]
    [InlineData("speakers: [] # none yet\n")]
    [InlineData("speakers: ~")]
    public void The_first_entry_begins_the_list(string text)
    {
        var added = Added(text, Orr);
        Assert.EndsWith("speakers:", added[..added.IndexOf("  - id", StringComparison.Ordinal)].Replace(" # none yet", "", StringComparison.Ordinal).TrimEnd(), StringComparison.Ordinal);
        Assert.EndsWith(
            "\n  - id: orr\n    name: Cy Orr\n    kind: person\n    roles:\n      - { title: Harbour Master }\n", added + (added.EndsWith('\n') ? "" : "\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_entry_is_appended_in_the_files_own_style() => CheckAdded(
        """
        speakers:
        -   id: vaughn
            name: Ada Vaughn   # since 2020
            # ask before quoting

        -   id: board
            name: Harbour Board
            note: |
              Meets on Mondays.

        # the end
        """,
        """
        speakers:
        -   id: vaughn
            name: Ada Vaughn   # since 2020
            # ask before quoting

        -   id: board
            name: Harbour Board
            note: |
              Meets on Mondays.

        -   id: orr
            name: Cy Orr
            kind: person
            roles:
              - { title: Harbour Master }

        # the end
        """,
        Orr);

    [Fact]
    public void Comments_of_the_last_entry_stay_with_it() => CheckAdded(
        "speakers:\n  - id: vaughn\n    name: Ada Vaughn # Mayor\n\n    # calls back late\n  # who else?\nother: 1\n",
        "speakers:\n  - id: vaughn\n    name: Ada Vaughn # Mayor\n\n    # calls back late\n  - id: harbour-board\n    name: Harbour Board\n    kind: organisation\n  # who else?\nother: 1\n",
        Board);

    [Theory]
    [InlineData(
        "speakers:\n  - { id: a, name: Ay }\n",
        "speakers:\n  - { id: a, name: Ay }\n  - { id: orr, name: Cy Orr, kind: person, roles: [{ title: Harbour Master }] }\n")]
    [InlineData("speakers: [{ id: a, name: Ay }]", "speakers: [{ id: a, name: Ay }, { id: orr, name: Cy Orr, kind: person, roles: [{ title: Harbour Master }] }]")]
    [InlineData(
        "speakers:\r\n  - id: a\r\n    name: Ay",
        "speakers:\r\n  - id: a\r\n    name: Ay\r\n  - id: orr\r\n    name: Cy Orr\r\n    kind: person\r\n    roles:\r\n      - { title: Harbour Master }")]
    [InlineData(
        "speakers:\n  -\n    id: a\n    name: Ay\n", "speakers:\n  -\n    id: a\n    name: Ay\n  - id: orr\n    name: Cy Orr\n    kind: person\n    roles:\n      - { title: Harbour Master }\n")]
    public void Other_styles_are_kept_too(string text, string expected) => CheckAdded(text, expected, Orr);

    [Theory]
    [InlineData("speakers:\n  - id: a\n    name: \"Ay\n")]
    [InlineData("speakers: Ada\n")]
    [InlineData("{ speakers: [] }\n")]
    public void What_is_not_understood_is_not_edited(string text) => Assert.Empty(RegistryEditor.Add(SourceText.From(text), Orr));

    [Theory]
    [InlineData("Cy Orr", EntityKind.Person, "", "orr")]
    [InlineData("Cy Orr", EntityKind.Person, "orr", "cy-orr")]
    [InlineData("Cy Orr", EntityKind.Person, "orr cy-orr", "cy-orr-2")]
    [InlineData("Cy Orr", EntityKind.Person, "orr cy-orr cy-orr-2", "cy-orr-3")]
    [InlineData("Nora O’Dell", EntityKind.Person, "", "odell")]
    [InlineData("Wiremu Ngārimu", EntityKind.Person, "", "ngārimu")]
    [InlineData("Ministry of Works & Ports", EntityKind.Organisation, "", "ministry-of-works-ports")]
    [InlineData("Cy Orr Jr.", EntityKind.Person, "", "orr")]
    [InlineData("???", EntityKind.Unknown, "", "speaker")]
    public void The_id_is_short_and_free(string name, EntityKind kind, string taken, string id)
    {
        var text = "speakers:\n" + string.Concat(taken.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(t => $"  - {{ id: {t}, name: N {t} }}\n"));
        var document = RegistryReader.Read("speakers.yaml", SourceText.From(Added(text, new SpeakerProposal(name, kind, null))));
        Assert.Equal(id, document.Registry.Entries[^1].Id);
    }

    [Fact]
    public void Whatever_the_name_it_reads_back_the_same()
    {
        var pieces = Gen.Elements("Ada", " ", ": ", "#", " #", "\"", "'", "\\", "-", "- ", "[", "]", "{", "}", ",", "&", "*", "!", "|", ">", "%", "@", "`", "yes", "null", "~", "é", "𝒲", "’", "\n", "\t", "1", "=", "?", "\u0085", "\u2028");
        var words = pieces.NonEmptyListOf().Select(string.Concat).Where(name => !string.IsNullOrWhiteSpace(name) && name.Trim().Length > 0);
        var files = Gen.Elements("", "speakers:\n", "speakers: []", "speakers:\n  - id: a\n    name: Ay\n", "speakers:\n- { id: a, name: Ay }\n", "speakers: [ { id: a, name: Ay } ]\r\n");
        Prop.ForAll(words.ToArbitrary(), words.ToArbitrary(), files.ToArbitrary(), (name, title, file) =>
        {
            var document = RegistryReader.Read("speakers.yaml", SourceText.From(Added(file, new SpeakerProposal(name, EntityKind.Document, title))));
            Assert.Empty(document.Diagnostics);
            var entry = document.Registry.Entries[^1];
            Assert.Equal((name.Trim(), title.Trim()), (entry.Name, entry.Roles.Single().Title));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Starter_files_are_good_files()
    {
        var text = StarterFiles.RegistryText([Orr, Board, new("cy orr", EntityKind.Person, null), new("Bea Orr", EntityKind.Person, "Mayor: \"acting\"")]);
        var registry = YamlChecks.CheckRegistry(text).Registry;
        Assert.Equal(["orr", "harbour-board", "bea-orr"], registry.Entries.Select(entry => entry.Id));
        Assert.Equal("Mayor: \"acting\"", registry.Entries[2].Roles.Single().Title);
        Assert.Empty(YamlChecks.CheckRegistry(StarterFiles.RegistryText([])).Registry.Entries);
        var configuration = YamlChecks.CheckConfiguration(StarterFiles.ConfigurationText);
        var defaults = Configuration.Default;
        Assert.Equal(defaults.Articles.AsEnumerable(), configuration.Articles);
        Assert.Equal(defaults.Exclude.AsEnumerable(), configuration.Exclude);
        Assert.Equal(defaults.Sources.AsEnumerable(), configuration.Sources);
        Assert.Equal((defaults.Language, defaults.Registry, defaults.Ledger), (configuration.Language, configuration.Registry, configuration.Ledger));
        Assert.DoesNotContain('\r', text + StarterFiles.ConfigurationText);
    }

    private static void CheckAdded(string text, string expected, SpeakerProposal proposal) => Assert.Equal(expected, Added(text, proposal));

    private static string Added(string text, SpeakerProposal proposal)
    {
        var source = SourceText.From(text);
        var changes = RegistryEditor.Add(source, proposal);
        Assert.NotEmpty(changes);
        return source.WithChanges(changes).ToString();
    }
}
