using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace QuoteTracker.Tests.Fixtures;

public class FixtureParserTests
{
    [Fact]
    public void Labels_are_taken_out_and_their_spans_are_those_of_the_plain_text()
    {
        var file = Fixture.Parse("{|q1:“We knew,”|} {|s1@vaughn:Mayor {|e@vaughn:Vaughn|}|} {|c1,QT0206:claimed|}.").Article;

        Assert.Equal("“We knew,” Mayor Vaughn claimed.", file.Text);
        Assert.Equal(
            ["q1 “We knew,”", "s1@vaughn Mayor Vaughn", "e@vaughn Vaughn", "c1 claimed", "QT0206 claimed"],
            file.Spans.Select(span => $"{span} {file.Text.Substring(span.Span.Start, span.Span.Length)}"));
        Assert.Equal(['q', 's', 'e', 'c', '\0'], file.Spans.Select(span => span.Kind));
        Assert.True(file.Spans[^1].IsRuleId);
    }

    [Fact]
    public void Sections_are_files_and_goldens()
    {
        var fixture = Fixture.Parse("One.\nTwo.\n-- other.md --\nThree $$four.\n\n-- speakers.yaml --\nspeakers: []\n-- @hover --\nwho\n  why");

        Assert.Equal(["article.txt", "other.md", "speakers.yaml"], fixture.Files.Select(file => file.Name));
        Assert.Equal(["One.\nTwo.", "Three four.\n"], fixture.Articles.Select(file => file.Text));
        Assert.Equal("speakers: []", fixture.TextOf("speakers.yaml"));
        Assert.Equal("who\n  why", fixture.Goldens["hover"]);
        Assert.Equal(("other.md", 6), (fixture.Cursor.File.Name, fixture.Cursor.Offset));
    }

    [Fact]
    public void A_fixture_may_start_with_a_named_file() =>
        Assert.Equal(["a.txt", "b.txt"], Fixture.Parse("-- a.txt --\nOne.\n-- b.txt --\nTwo.").Files.Select(file => file.Name));

    [Theory]
    [InlineData("{|q1:“We knew”")]
    [InlineData("“We knew”|}")]
    [InlineData("{|“We knew”|}")]
    [InlineData("$$We $$knew")]
    public void A_broken_fixture_is_refused(string source) => Assert.Throws<FormatException>(() => Fixture.Parse(source));

    [Fact]
    public void An_annotated_text_parses_back()
    {
        const string marked = "{|i1:that {|q1:“it {|x:‘x’|} ended”|}|} {|s1@a:Ann|}.";
        var file = Fixture.Parse(marked).Article;

        Assert.Equal(marked, Annotation.Of(file.Text, file.Spans.Select(span => (span.Span, span.ToString()))));
        Assert.Equal(new TextSpan(0, file.Spans[0].Span.End), file.Spans[0].Span);
    }
}
