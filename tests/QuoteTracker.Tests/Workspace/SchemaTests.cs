using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Checking;
using QuoteTracker.Core.Claims;
using QuoteTracker.Core.Rules;
using QuoteTracker.Workspace;
using QuoteTracker.Workspace.House;
using QuoteTracker.Workspace.Speakers;
using Xunit;

namespace QuoteTracker.Tests.Workspace;

/// <summary>The schemas in <c>docs/schemas</c> and the readers say the same.</summary>
public class SchemaTests
{
    private static readonly JsonObject ConfigurationSchema = Load("quotetracker.schema.json");
    private static readonly JsonObject RegistrySchema = Load("speakers.schema.json");
    private static readonly JsonObject ClaimSchema = Load("claims.schema.json");

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
        Assert.Equal(HouseRuleReader.Keys, KeysOf(ConfigurationSchema["$defs"]!["houseRule"]!));
        Assert.Equal(HousePatternReader.Kinds.Concat(HousePatternReader.Limits.Select(limit => limit.Key)), KeysOf(ConfigurationSchema["$defs"]!["housePattern"]!));
        Assert.Equal([RegistryReader.TopKey], KeysOf(RegistrySchema));
        Assert.Equal(RegistryReader.EntryKeys, KeysOf(RegistrySchema["$defs"]!["speaker"]!));
        Assert.Equal(RegistryReader.RoleKeys, KeysOf(RegistrySchema["$defs"]!["role"]!));
        Assert.Equal(ClaimNames.Members, KeysOf(ClaimSchema));
    }

    [Fact]
    public void Every_word_the_readers_know_is_in_the_schemas_and_the_other_way_round()
    {
        var properties = ConfigurationSchema["properties"]!;
        Assert.Equal(RuleSeverities.Words, WordsOf(properties["rules"]!["additionalProperties"]!));
        var rule = ConfigurationSchema["$defs"]!["houseRule"]!["properties"]!;
        var find = ConfigurationSchema["$defs"]!["housePattern"]!["properties"]!;
        Assert.Equal(RuleSeverities.Words, WordsOf(rule["severity"]!));
        Assert.Equal(HousePatternReader.Places, WordsOf(find["in"]!));
        Assert.Equal(HousePatternReader.Needs, WordsOf(find["first-reference"]!));
        Assert.Equal(HousePatternReader.SourceKinds, WordsOf(ConfigurationSchema["$defs"]!["sourceKinds"]!["items"]!));
        Assert.Equal(HousePatternReader.QuotationKinds, WordsOf(ConfigurationSchema["$defs"]!["quotationKinds"]!["items"]!));
        Assert.Equal(Configuration.Languages, WordsOf(properties["language"]!));
        Assert.Equal(RegistryReader.Kinds, WordsOf(RegistrySchema["$defs"]!["speaker"]!["properties"]!["kind"]!));
        Assert.Equal([.. ClaimNames.Kinds, ""], WordsOf(ClaimSchema["properties"]!["kind"]!));
        Assert.Equal([.. ClaimNames.Statuses, ""], WordsOf(ClaimSchema["$defs"]!["status"]!));
        Assert.Equal([.. Enum.GetValues<Verdict>().Select(VerdictNames.Name), ""], WordsOf(ClaimSchema["$defs"]!["verdict"]!));
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
    [InlineData("house: [{ id: HR0101, name: a-b, message: m, find: { cue: [slam, hit out at] } }]\n", true)]
    [InlineData("house: [{ id: HR0101, name: a-b, message: m, find: { cue: slam, speaker: [luxon], quotation: direct } }]\n", true)]
    [InlineData("house: [{ id: HR0101, name: a-b, message: m, find: { cue: slam, quotation: [direct, mixed] } }]\n", true)]
    [InlineData("house: [{ id: HR0101, name: a-b, message: m, find: { phrase: 'at the end of the day', in: copy } }]\n", true)]
    [InlineData("house: [{ id: HR0101, name: a-b, message: m, find: { pattern: '[0-9]+ (?:am|pm)', in: anywhere } }]\n", true)]
    [InlineData("house: [{ id: HR0101, name: a-b, message: m, find: { pattern: 'a(?=b)' } }]\n", true)]
    [InlineData("house: [{ id: HR0101, name: a-b, message: m, find: { source: anonymous } }]\n", true)]
    [InlineData("house: [{ id: HR0101, name: a-b, message: m, find: { source: [document, person] } }]\n", true)]
    [InlineData("house: [{ id: HR0101, name: a-b, message: m, find: { first-reference: title } }]\n", true)]
    [InlineData("house: [{ id: HR0101, name: a-b, message: m, find: { first-reference: role, speaker: luxon } }]\n", true)]
    [InlineData("house: [{ id: HR0101, name: a-b, message: m, find: { partial-quotes: 2 } }]\n", true)]
    [InlineData("house: [{ id: HR0101, name: a-b, message: m, find: slam }]\n", false)]
    [InlineData("house: [{ id: HR0101, name: a-b, message: m, find: { cue: [[a]] } }]\n", false)]
    [InlineData("house: [{ id: HR0101, name: a-b, message: m, find: { phrase: ' ' } }]\n", false)]
    [InlineData("house: [{ id: HR0101, name: a-b, message: m, find: { source: nobody } }]\n", false)]
    [InlineData("house: [{ id: HR0101, name: a-b, message: m, find: { source: [anonymous, nobody] } }]\n", false)]
    [InlineData("house: [{ id: HR0101, name: a-b, message: m, find: { first-reference: shoe } }]\n", false)]
    [InlineData("house: [{ id: HR0101, name: a-b, message: m, find: { partial-quotes: 0 } }]\n", false)]
    [InlineData("house: [{ id: HR0101, name: a-b, message: m, find: { partial-quotes: many } }]\n", false)]
    [InlineData("house: [{ id: HR0101, name: a-b, message: m, find: { phrase: a, in: headline } }]\n", false)]
    [InlineData("house: [{ id: HR0101, name: a-b, message: m, find: { phrase: a, colour: red } }]\n", false)]
    [InlineData("house: [{ id: HR0101, name: a-b, message: m, find: { cue: a, quotation: loud } }]\n", false)]
    [InlineData("house:\n", true)]
    [InlineData("house: []\n", true)]
    [InlineData("house: [{ id: HR0101, name: a, message: '{words}', severity: off, find: { cue: b }, fix: c, ok: [d], flag: ['{|HR0101:e|}'] }]\n", true)]
    [InlineData("house: {}\n", false)]
    [InlineData("house: [a]\n", false)]
    [InlineData("house: [{ name: a, message: m, find: { cue: b } }]\n", false)]
    [InlineData("house: [{ id: QT0101, name: a, message: m, find: { cue: b } }]\n", false)]
    [InlineData("house: [{ id: HR101, name: a, message: m, find: { cue: b } }]\n", false)]
    [InlineData("house: [{ id: HR0101, name: A, message: m, find: { cue: b } }]\n", false)]
    [InlineData("house: [{ id: HR0101, name: a, message: ' ', find: { cue: b } }]\n", false)]
    [InlineData("house: [{ id: HR0101, name: a, message: m, find: { cue: b }, ok: c }]\n", false)]
    [InlineData("house: [{ id: HR0101, name: a, message: m, find: { cue: b }, severity: bad }]\n", false)]
    [InlineData("house: [{ id: HR0101, name: a, message: m, find: { cue: b }, fixes: d }]\n", false)]
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

    [Theory]
    [InlineData("""{"id":"a","article":"a.txt","anchor":{"exact":"We knew"}}""", true)]
    [InlineData("""{"id":"a","article":"a.txt","anchor":{"prefix":"","exact":"We knew","suffix":"","hash":"00"},"speaker":"b","kind":"mixed","status":"verified","source":{"path":"s.vtt","locator":"00:01:00","hash":"ab"},"verdict":"exact","checkedBy":"B","checkedOn":"2026-03-12","note":"n","history":[{"exact":"x","status":"disputed","source":{"url":"https://example.org"}}]}""", true)]
    [InlineData("""{"id":"a","article":"a.txt","anchor":{"prefix":null,"exact":"We knew","suffix":null},"speaker":null,"kind":null,"status":null,"source":null,"verdict":null,"checkedBy":null,"checkedOn":null,"note":null,"history":null}""", true)]
    [InlineData("""{"id":"a","article":"a.txt","anchor":{"exact":"We knew","y":1},"x":{"z":[]}}""", true)]
    [InlineData("""{"article":"a.txt","anchor":{"exact":"We knew"}}""", false)]
    [InlineData("""{"id":"a","anchor":{"exact":"We knew"}}""", false)]
    [InlineData("""{"id":"a","article":"a.txt"}""", false)]
    [InlineData("""{"id":"a","article":"a.txt","anchor":{"prefix":""}}""", false)]
    [InlineData("""{"id":" ","article":"a.txt","anchor":{"exact":"We knew"}}""", false)]
    [InlineData("""{"id":"a","article":"a.txt","anchor":"We knew"}""", false)]
    [InlineData("""{"id":"a","article":"a.txt","anchor":{"exact":"We knew"},"kind":"Direct"}""", false)]
    [InlineData("""{"id":"a","article":"a.txt","anchor":{"exact":"We knew"},"status":"done"}""", false)]
    [InlineData("""{"id":"a","article":"a.txt","anchor":{"exact":"We knew"},"source":{}}""", false)]
    [InlineData("""{"id":"a","article":"a.txt","anchor":{"exact":"We knew"},"source":"s.vtt"}""", false)]
    [InlineData("""{"id":"a","article":"a.txt","anchor":{"exact":"We knew"},"verdict":"good"}""", false)]
    [InlineData("""{"id":"a","article":"a.txt","anchor":{"exact":"We knew"},"checkedOn":"12 March"}""", false)]
    [InlineData("""{"id":"a","article":"a.txt","anchor":{"exact":"We knew"},"note":["n"]}""", false)]
    [InlineData("""{"id":"a","article":"a.txt","anchor":{"exact":"We knew"},"history":[{"status":"done"}]}""", false)]
    [InlineData("""{"id":"a","article":"a.txt","anchor":{"exact":"We knew"},"history":{}}""", false)]
    [InlineData("[]", false)]
    public void The_same_claims_are_good(string line, bool isGood)
    {
        var document = LedgerDocument.Read("claims.jsonl", SourceText.From(line));
        Assert.Equal((isGood, isGood), (document.Lines[0].Fault is null, SchemaWalk.Check(ClaimSchema, line).Count == 0));
    }

    [Fact]
    public void What_is_written_is_good_by_the_schema()
    {
        var claim = LedgerDocument.Read("claims.jsonl", SourceText.From("""{"id":"a","article":"a.txt","anchor":{"exact":"We knew"}}""")).Claims.Single();
        var check = new ClaimCheck { Status = ClaimStatus.Verified, Source = new ClaimSource { Path = "s.vtt" }, Verdict = Verdict.Exact, CheckedOn = new DateOnly(2026, 3, 12) };
        foreach (var written in (Claim[])[claim, claim.With(check), claim.With(check).With(check with { CheckedBy = "B" })])
            Assert.Empty(SchemaWalk.Check(ClaimSchema, System.Text.Encoding.UTF8.GetString(ClaimWriter.Line(written))));
    }

    [Fact]
    public void Starter_files_are_good_by_the_schemas()
    {
        Assert.Empty(SchemaWalk.Check(ConfigurationSchema, StarterFiles.ConfigurationText));
        Assert.Empty(SchemaWalk.Check(RegistrySchema, StarterFiles.RegistryText([new("Cy Orr", Core.Speakers.EntityKind.Person, "Mayor")])));
    }
}
