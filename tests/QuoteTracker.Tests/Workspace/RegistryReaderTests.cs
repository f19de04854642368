using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Speakers;
using QuoteTracker.Workspace.Speakers;
using Xunit;
using static QuoteTracker.Tests.Workspace.YamlChecks;

namespace QuoteTracker.Tests.Workspace;

public class RegistryReaderTests
{
    private const string Whole = """
        speakers:
          - id: vaughn
            name: Ada Vaughn
            kind: person
            aliases: [Addie Vaughn, "A. Vaughn"]
            pronouns: she/her
            roles:
              - { title: Mayor, of: Harrow Bay, from: 2023-11-27, until: null }
              - title: Councillor
                from: 2015-01-01
                until: 2023-11-26
            links: ["https://example.org/vaughn"]
            note: Calls back after six.
          - id: harbour-board
            name: 'Harrow Bay Harbour Board'
            kind: organisation

        """;

    [Fact]
    public void Every_key_is_read()
    {
        var entries = CheckRegistry(Whole).Registry.Entries;
        Assert.Equal(["vaughn", "harbour-board"], entries.Select(entry => entry.Id));
        var vaughn = entries[0];
        Assert.Equal("Ada Vaughn", vaughn.Name);
        Assert.Equal(EntityKind.Person, vaughn.Kind);
        Assert.Equal(["Addie Vaughn", "A. Vaughn"], vaughn.Aliases.AsEnumerable());
        Assert.Equal("she/her", vaughn.Pronouns);
        Assert.Equal(
            [new Role("Mayor", "Harrow Bay", new DateOnly(2023, 11, 27), null), new Role("Councillor", null, new DateOnly(2015, 1, 1), new DateOnly(2023, 11, 26))],
            vaughn.Roles.AsEnumerable());
        Assert.Equal(["https://example.org/vaughn"], vaughn.Links.AsEnumerable());
        Assert.Equal("Calls back after six.", vaughn.Note);
        Assert.Equal(EntityKind.Organisation, entries[1].Kind);
    }

    [Fact]
    public void Places_are_as_written()
    {
        var document = CheckRegistry(Whole);
        var spans = document.Find("vaughn")!;
        Assert.Equal("vaughn", At(spans.Id));
        Assert.Equal("Ada Vaughn", At(spans.Name));
        Assert.Equal(["Addie Vaughn", "\"A. Vaughn\""], spans.Aliases.Select(At));
        Assert.Equal("{ title: Mayor, of: Harrow Bay, from: 2023-11-27, until: null }", At(spans.Roles[0]));
        Assert.StartsWith("title: Councillor", At(spans.Roles[1]), StringComparison.Ordinal);
        Assert.EndsWith("2023-11-26", At(spans.Roles[1]), StringComparison.Ordinal);
        Assert.StartsWith("id: vaughn", At(spans.Span), StringComparison.Ordinal);
        Assert.EndsWith("after six.", At(spans.Span), StringComparison.Ordinal);
        Assert.Equal("'Harrow Bay Harbour Board'", At(document.Find("harbour-board")!.Name));
        Assert.Equal("vaughn", document.EntryAt(Whole.IndexOf("Calls", StringComparison.Ordinal))?.Id);
        Assert.Null(document.EntryAt(0));
        Assert.Null(document.Find("nobody"));

        string At(TextSpan span) => document.Text.ToString(span);
    }

    [Theory]
    [InlineData("speakers:\n  - id: a\n    name: A B\n  - id: {|QT0311:a|}\n    name: C D\n", "a")]
    [InlineData("speakers:\n  - id: {|QT0312:a|}\n  - id: b\n    name: B\n", "b")]
    [InlineData("speakers:\n  - name: {|QT0312:Ada Vaughn|}\n", "")]
    [InlineData("speakers:\n  - {|QT0312:note|}: nobody\n", "")]
    [InlineData("speakers:\n  - id: a\n    name: A\n    kind: {|QT0313:human|}\n", "a")]
    [InlineData("speakers:\n  - id: a\n    name: A\n    roles:\n      - { title: T, from: {|QT0314:27.11.2023|}, until: {|QT0314:2023-02-30|} }\n", "a")]
    [InlineData("speakers:\n  - id: a\n    name: A\n    roles: [{ title: T, from: 2024-01-01, until: {|QT0315:2023-01-01|} }]\n", "a")]
    [InlineData("speakers:\n  - id: a\n    name: A\n    roles: [{ {|QT0312:of|}: B }]\n", "a")]
    [InlineData("speakers:\n  - id: a\n    name: A\n    roles: {|QT0318:Mayor|}\n", "a")]
    [InlineData("speakers:\n  - { id: a, name: Ada Vaughn, aliases: [Vaughn] }\n  - { id: b, name: Bea Vaughn, aliases: [{|QT0316:vaughn|}] }\n", "a b")]
    [InlineData("speakers:\n  - { id: a, name: Ada Vaughn, aliases: [Ada Vaughn] }\n", "a")]
    [InlineData("speakers:\n  - { id: a, name: A, {|QT0317:nmae|}: B }\n{|QT0317:speaker|}: []\n", "a")]
    [InlineData("speakers:\n  - { id: a, name: A, {|QT0319:name|}: B }\n", "a")]
    [InlineData("speakers:\n  - { id: {|QT0318:a b|}, name: {|QT0312:A|} }\n", "")]
    [InlineData("speakers:\n  - { id: {|QT0312:a|}, name: {|QT0318:[A]|} }\n", "")]
    [InlineData("speakers:\n  - { id: a, name: A, aliases: {|QT0318:Ay|} }\n", "a")]
    [InlineData("speakers:\n  - { id: a, name: A, links: [{|QT0318:javascript:alert|}, \"https://example.org\"] }\n", "a")]
    [InlineData("speakers: {|QT0310:Ada|}\n", "")]
    [InlineData("speakers:\n  - {|QT0310:Ada|}\n  - { id: b, name: B }\n", "b")]
    [InlineData("", "")]
    [InlineData("speakers:\n", "")]
    [InlineData("speakers: []\n", "")]
    public void A_fault_stands_at_its_place_and_the_rest_goes_on(string marked, string ids) =>
        Assert.Equal(ids, string.Join(' ', CheckRegistry(marked).Registry.Entries.Select(entry => entry.Id)));

    [Fact]
    public void Broken_yaml_costs_the_entry_it_stands_in()
    {
        var document = RegistryReader.Read("speakers.yaml", SourceText.From("""
            speakers:
              - id: a
                name: Ada Vaughn
              - id: b
                name: "Bea
                aliases: [
              - id: c
                name: Cy Orr
              - id: d
               name: Dee Dee
              - id: e
                name: Eve Ames
            """));
        Assert.Equal(["a", "c", "e"], document.Registry.Entries.Select(entry => entry.Id));
        Assert.All(document.Diagnostics, d => Assert.True(d.Id is "QT0310" or "QT0312", d.ToString()));
        Assert.Equal("Eve Ames", document.Text.ToString(document.Find("e")!.Name));
    }

    [Fact]
    public void A_role_that_breaks_off_is_not_one_held_for_ever()
    {
        var document = RegistryReader.Read("speakers.yaml", SourceText.From("speakers:\n  - id: a\n    name: Ada\n    roles:\n      - { title: Mayor, from: 2020-01-01\n"));
        Assert.Empty(Assert.Single(document.Registry.Entries).Roles);
        Assert.NotEmpty(document.Diagnostics);
    }
}
