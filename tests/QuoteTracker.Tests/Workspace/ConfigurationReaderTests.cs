using FsCheck;
using FsCheck.Fluent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Workspace;
using Xunit;
using static QuoteTracker.Tests.Workspace.YamlChecks;

namespace QuoteTracker.Tests.Workspace;

public class ConfigurationReaderTests
{
    [Fact]
    public void Every_key_is_read()
    {
        var configuration = CheckConfiguration("""
            articles: ["news/**/*.txt"]
            exclude: ["news/old/**"]
            language: en
            registry: people/speakers.yaml
            sources: ["tapes/**"]
            ledger: checks.jsonl
            house-rules: []
            rules:
              unattributed-quotation: error
              anonymous-source: off
            """);
        Assert.Equal(["news/**/*.txt"], configuration.Articles.AsEnumerable());
        Assert.Equal(["news/old/**"], configuration.Exclude.AsEnumerable());
        Assert.Equal("en", configuration.Language);
        Assert.Equal("people/speakers.yaml", configuration.Registry);
        Assert.Equal(["tapes/**"], configuration.Sources.AsEnumerable());
        Assert.Equal("checks.jsonl", configuration.Ledger);
        Assert.Empty(configuration.HouseRules);
        Assert.Equal([DiagnosticSeverity.Error, null], Rules.Select(rule => configuration.Severities.Of(rule)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing yet\n")]
    [InlineData("articles:\nexclude: ~\nrules: null\n")]
    public void What_is_not_said_is_the_default(string text) => Assert.Equal(Configuration.Default, CheckConfiguration(text));

    [Fact]
    public void An_unknown_key_is_found_with_what_it_may_have_been()
    {
        CheckConfiguration("{|QT0902:arctiles|}: [\"*.txt\"]\nregistry: s.yaml\n");
        Assert.Contains("Did you mean 'articles'?", MessageOf("arctiles: []\n"));
        Assert.DoesNotContain("Did you mean", MessageOf("weather: fine\n"));
    }

    [Theory]
    [InlineData("articles: {|QT0903:\"*.txt\"|}\n")]
    [InlineData("articles: [a.txt, {|QT0903:[b.txt]|}]\n")]
    [InlineData("registry: {|QT0903:[a, b]|}\n")]
    [InlineData("language: {|QT0903:tlh|}\n")]
    [InlineData("rules: {|QT0903:[unattributed-quotation]|}\n")]
    [InlineData("rules:\n  unattributed-quotation: {|QT0903:fatal|}\n")]
    [InlineData("rules:\n  unattributed-quotation:{|QT0903:|}\n")]
    [InlineData("rules:\n  {|QT0904:unatributed-quotation|}: error\n")]
    [InlineData("rules:\n  {|QT0904:QT0201|}: error\n")]
    [InlineData("articles: [{|QT0907:\"\"|}]\n")]
    [InlineData("exclude: [{|QT0907:\"{a,b}.txt\"|}]\n")]
    [InlineData("exclude: [{|QT0907:'!drafts'|}]\n")]
    [InlineData("exclude: [{|QT0907:drafts/**.txt|}]\n")]
    [InlineData("articles: [{|QT0906:../other/*.txt|}]\n")]
    [InlineData("articles: [{|QT0906:/etc/*|}]\n")]
    [InlineData("articles: [{|QT0906:C:\\news|}]\n")]
    [InlineData("registry: {|QT0906:a/../../speakers.yaml|}\n")]
    [InlineData("registry: a.yaml\n{|QT0908:registry|}: b.yaml\n")]
    [InlineData("articles: &all [\"*.txt\"]\nexclude: {|QT0901:*all|}\n")]
    [InlineData("{|QT0901:just words|}\n")]
    [InlineData("{|QT0901:- a list|}\n")]
    public void A_fault_stands_at_its_place(string marked) => CheckConfiguration(marked);

    [Fact]
    public void A_rule_written_by_its_id_is_told_its_name() =>
        Assert.Contains("Write its name, 'unattributed-quotation'", MessageOf("rules:\n  QT0201: error\n"));

    [Fact]
    public void The_rest_goes_on_with_what_is_valid()
    {
        var configuration = CheckConfiguration("""
            articles: ["*.txt", {|QT0906:"../*.md"|}]
            {|QT0902:colour|}: red
            language: {|QT0903:xx|}
            registry: known.yaml
            rules:
              {|QT0904:nonsense|}: error
              anonymous-source: hint
            """);
        Assert.Equal(["*.txt"], configuration.Articles.AsEnumerable());
        Assert.Equal("en", configuration.Language);
        Assert.Equal("known.yaml", configuration.Registry);
        Assert.Equal(DiagnosticSeverity.Hidden, configuration.Severities.Of(Rules[1]));
    }

    [Fact]
    public void Broken_yaml_costs_the_key_it_stands_in()
    {
        var document = Read("articles: [\"*.txt\"\nregistry: known.yaml\nexclude: [old/**]\n");
        Assert.All(document.Diagnostics, d => Assert.Equal("QT0901", d.Id));
        Assert.NotEmpty(document.Diagnostics);
        Assert.Equal(Configuration.Default.Articles.AsEnumerable(), document.Configuration.Articles);
        Assert.Equal("known.yaml", document.Configuration.Registry);
        Assert.Equal(["old/**"], document.Configuration.Exclude.AsEnumerable());
    }

    [Fact]
    public void References_are_not_followed_so_that_none_can_explode()
    {
        var document = Read("articles: &a [\"*.txt\"]\nexclude: *a\nregistry: known.yaml\n");
        Assert.Equal(["QT0901"], document.Diagnostics.Select(d => d.Id));
        Assert.Equal(new LinePosition(1, 9), document.Diagnostics[0].Location.GetLineSpan().StartLinePosition);
        Assert.Equal("known.yaml", document.Configuration.Registry);
    }

    [Theory]
    [InlineData("rules\n  loaded-cue: info\n", 2, "a line above has none behind its key")]
    [InlineData("rules:\n  loaded-cue: info: x\n", 2, "a second colon is one too many")]
    [InlineData("rules:\n  loaded-cue: info\n   missing-continuation-mark: off\n", 3, "a second colon is one too many")]
    [InlineData("rules:\n\tloaded-cue: info\n", 1, "never with a tab")]
    [InlineData("articles: [\"a.txt\"\nrules: {}\n", 2, "a [ above is not closed")]
    [InlineData("rules: {loaded-cue: info\nlanguage: en\n", 2, "a { above is not closed")]
    [InlineData("registry: \"speakers.yaml\nlanguage: en\n", 1, "the quotation mark that opens here is never closed")]
    [InlineData("house:\n- id: HR0101\n message: x\n", 3, "where the items beside it begin")]
    [InlineData("house:\n  - id: HR0101\n    message: {words} is wrong\n", 3, "does not belong on this line")]
    [InlineData("language: %en\n", 1, "unless it stands in quotes")]
    public void What_is_no_YAML_is_told_in_plain_words(string text, int line, string words)
    {
        var fault = Read(text).Diagnostics.First(static fault => fault.Id == "QT0901");
        Assert.Contains(words, fault.GetMessage(), StringComparison.Ordinal);
        Assert.DoesNotContain("scalar", fault.GetMessage(), StringComparison.Ordinal);
        Assert.Equal(line, fault.Location.GetLineSpan().StartLinePosition.Line + 1);
    }

    [Theory]
    [InlineData('[')]
    [InlineData('{')]
    public void Depth_has_an_end(char open) => Assert.Contains(Read("exclude: " + new string(open, 50_000)).Diagnostics, d => d.Id == "QT0901");

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Columns_are_true_behind_any_line_break_and_letter(string newLine)
    {
        var text = $"# 𝒲ide “letters”{newLine}{newLine}articles: [\"𝒲é.txt\", '{{}}']{newLine}";
        var fault = Assert.Single(Read(text).Diagnostics).Location;
        Assert.Equal(text.IndexOf("'{", StringComparison.Ordinal), fault.SourceSpan.Start);
        Assert.Equal(4, fault.SourceSpan.Length);
        Assert.Equal(new LinePosition(2, 22), fault.GetLineSpan().StartLinePosition);
    }

    [Fact]
    public void No_text_makes_the_reader_throw_or_point_outside()
    {
        var pieces = new[]
        {
            "articles", ": ", "[", "]", "{", "}", "- ", "\n", "\r\n", "  ", "\"", "'", "*a", "&a ", "|\n", ">", "---", "...", "#", "rules", "%", "\t", "!!x ",
            "unattributed-quotation", "error", "\0", "\u2028", "𝒲", "\uD800", ",", "? ", "speakers", "id", "name",
        };
        var texts = Gen.Elements(pieces).ListOf().Select(string.Concat);
        Prop.ForAll(texts.ToArbitrary(), text =>
        {
            Assert.All(Read(text).Diagnostics, d => Assert.InRange(d.Location.SourceSpan.End, 0, text.Length));
            var registry = QuoteTracker.Workspace.Speakers.RegistryReader.Read("speakers.yaml", SourceText.From(text));
            Assert.All(registry.Diagnostics, d => Assert.InRange(d.Location.SourceSpan.End, 0, text.Length));
        }).QuickCheckThrowOnFailure();
    }

    private static ConfigurationDocument Read(string text) => ConfigurationReader.Read("quotetracker.yaml", SourceText.From(text), Rules);

    private static string MessageOf(string text) => Assert.Single(Read(text).Diagnostics).GetMessage(System.Globalization.CultureInfo.InvariantCulture);
}
