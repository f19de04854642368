using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Rules;
using QuoteTracker.Workspace;
using QuoteTracker.Workspace.Speakers;
using Xunit;

namespace QuoteTracker.Tests.Workspace;

/// <summary>The schemas in <c>docs/schemas</c> and the readers say the same.</summary>
public class SchemaTests
{
    private static readonly JsonObject ConfigurationSchema = Load("quotetracker.schema.json");
    private static readonly JsonObject RegistrySchema = Load("speakers.schema.json");

    private static JsonObject Load(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "QuoteTracker.sln"))) folder = folder.Parent;
        Assert.NotNull(folder);
        return JsonNode.Parse(File.ReadAllText(Path.Combine(folder.FullName, "docs", "schemas", name)))!.AsObject();
    }

    private static IEnumerable<string> KeysOf(JsonNode rule) => rule["properties"]!.AsObject().Select(pair => pair.Key);

    private static IEnumerable<string> WordsOf(JsonNode rule) => rule["enum"]!.AsArray().Where(word => word is not null).Select(word => word!.GetValue<string>());

    [Fact]
    public void Every_key_the_readers_know_is_in_the_schemas_and_the_other_way_round()
    {
        Assert.Equal(ConfigurationReader.Keys, KeysOf(ConfigurationSchema));
        Assert.Equal([RegistryReader.TopKey], KeysOf(RegistrySchema));
        Assert.Equal(RegistryReader.EntryKeys, KeysOf(RegistrySchema["$defs"]!["speaker"]!));
        Assert.Equal(RegistryReader.RoleKeys, KeysOf(RegistrySchema["$defs"]!["role"]!));
    }

    [Fact]
    public void Every_word_the_readers_know_is_in_the_schemas_and_the_other_way_round()
    {
        var properties = ConfigurationSchema["properties"]!;
        Assert.Equal(RuleSeverities.Words, WordsOf(properties["rules"]!["additionalProperties"]!));
        Assert.Equal(Configuration.Languages, WordsOf(properties["language"]!));
        Assert.Equal(RegistryReader.Kinds, WordsOf(RegistrySchema["$defs"]!["speaker"]!["properties"]!["kind"]!));
    }

    [Fact]
    public void The_schemas_defaults_are_the_readers()
    {
        var properties = ConfigurationSchema["properties"]!;
        Assert.Equal(Configuration.Default.Articles, Words("articles"));
        Assert.Equal(Configuration.Default.Exclude, Words("exclude"));
        Assert.Equal(Configuration.Default.Sources, Words("sources"));
        Assert.Equal(Configuration.Default.HouseRules, Words("house-rules"));
        Assert.Equal(Configuration.Default.Language, properties["language"]!["default"]!.GetValue<string>());
        Assert.Equal(Configuration.Default.Registry, properties["registry"]!["default"]!.GetValue<string>());
        Assert.Equal(Configuration.Default.Ledger, properties["ledger"]!["default"]!.GetValue<string>());

        IEnumerable<string> Words(string key) => properties[key]!["default"]!.AsArray().Select(word => word!.GetValue<string>());
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("# nothing\n", true)]
    [InlineData("articles:\nregistry: ~\nrules:\n", true)]
    [InlineData("articles: [\"a/**/*.txt\", '*.md']\nexclude: []\nsources: [tapes/*]\nhouse-rules: [x/*.cs]\n", true)]
    [InlineData("registry: people/s.yaml\nledger: a/../c.jsonl\nlanguage: en\n", true)]
    [InlineData("rules:\n  unattributed-quotation: off\n  anonymous-source: error\n", true)]
    [InlineData("arctiles: []\n", false)]
    [InlineData("articles: \"*.txt\"\n", false)]
    [InlineData("articles: [[a]]\n", false)]
    [InlineData("articles: [\"\"]\n", false)]
    [InlineData("articles: [\"  \"]\n", false)]
    [InlineData("articles: [null]\n", false)]
    [InlineData("articles: [\"../a\"]\n", false)]
    [InlineData("articles: [\"a/../b\"]\n", false)]
    [InlineData("articles: [\"/a\"]\n", false)]
    [InlineData("articles: [\"~/a\"]\n", false)]
    [InlineData("articles: [\"c:/a\"]\n", false)]
    [InlineData("articles: [\"!a\"]\n", false)]
    [InlineData("articles: [\"{a,b}\"]\n", false)]
    [InlineData("articles: [\"a?.txt\"]\n", false)]
    [InlineData("articles: [\"a\\tb\"]\n", false)]
    [InlineData("language: tlh\n", false)]
    [InlineData("language: [en]\n", false)]
    [InlineData("registry: [a]\n", false)]
    [InlineData("registry: ../a.yaml\n", false)]
    [InlineData("registry: \" \"\n", false)]
    [InlineData("rules: [a]\n", false)]
    [InlineData("rules:\n  unattributed-quotation: fatal\n", false)]
    [InlineData("rules:\n  unattributed-quotation:\n", false)]
    [InlineData("[articles]\n", false)]
    [InlineData("articles\n", false)]
    public void The_same_configurations_are_good(string yaml, bool isGood)
    {
        var diagnostics = ConfigurationReader.Read("quotetracker.yaml", SourceText.From(yaml), YamlChecks.Rules).Diagnostics;
        Assert.Equal((isGood, isGood), (diagnostics.IsEmpty, SchemaWalk.Check(ConfigurationSchema, yaml).Count == 0));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("speakers:\n", true)]
    [InlineData("speakers: []\n", true)]
    [InlineData("speakers: [{ id: a, name: A }]\n", true)]
    [InlineData("speakers: [{ id: a, name: A, kind: document, aliases: [B, 'C D'], pronouns: she/her, links: ['https://example.org'], note: n }]\n", true)]
    [InlineData("speakers: [{ id: a, name: A, kind: , aliases: , pronouns: , roles: , links: , note: ~ }]\n", true)]
    [InlineData("speakers: [{ id: a, name: A, roles: [{ title: T, of: B, from: 2020-01-01, until: null }, { title: T }] }]\n", true)]
    [InlineData("speaker: []\n", false)]
    [InlineData("speakers: Ada\n", false)]
    [InlineData("speakers: [Ada]\n", false)]
    [InlineData("speakers: [{ id: a }]\n", false)]
    [InlineData("speakers: [{ name: A }]\n", false)]
    [InlineData("speakers: [{ id: 'a b', name: A }]\n", false)]
    [InlineData("speakers: [{ id: a, name: ' ' }]\n", false)]
    [InlineData("speakers: [{ id: a, name: [A] }]\n", false)]
    [InlineData("speakers: [{ id: a, name: A, nmae: B }]\n", false)]
    [InlineData("speakers: [{ id: a, name: A, kind: human }]\n", false)]
    [InlineData("speakers: [{ id: a, name: A, aliases: B }]\n", false)]
    [InlineData("speakers: [{ id: a, name: A, aliases: [null] }]\n", false)]
    [InlineData("speakers: [{ id: a, name: A, pronouns: [she] }]\n", false)]
    [InlineData("speakers: [{ id: a, name: A, links: ['javascript:x'] }]\n", false)]
    [InlineData("speakers: [{ id: a, name: A, roles: T }]\n", false)]
    [InlineData("speakers: [{ id: a, name: A, roles: [T] }]\n", false)]
    [InlineData("speakers: [{ id: a, name: A, roles: [{ of: B }] }]\n", false)]
    [InlineData("speakers: [{ id: a, name: A, roles: [{ title: T, from: 2020-1-1 }] }]\n", false)]
    [InlineData("speakers: [{ id: a, name: A, roles: [{ title: T, till: 2020-01-01 }] }]\n", false)]
    public void The_same_registries_are_good(string yaml, bool isGood)
    {
        var diagnostics = RegistryReader.Read("speakers.yaml", SourceText.From(yaml)).Diagnostics;
        Assert.Equal((isGood, isGood), (diagnostics.IsEmpty, SchemaWalk.Check(RegistrySchema, yaml).Count == 0));
    }

    [Fact]
    public void Starter_files_are_good_by_the_schemas()
    {
        Assert.Empty(SchemaWalk.Check(ConfigurationSchema, StarterFiles.ConfigurationText));
        Assert.Empty(SchemaWalk.Check(RegistrySchema, StarterFiles.RegistryText([new("Cy Orr", Core.Speakers.EntityKind.Person, "Mayor")])));
    }
}
