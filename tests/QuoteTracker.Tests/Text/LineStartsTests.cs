using FsCheck;
using FsCheck.Fluent;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Text;
using Xunit;

namespace QuoteTracker.Tests.Text;

public sealed class LineStartsTests
{
    private static readonly Gen<string> _text = Gen.Elements('a', 'b', '\n', '\r', '\u0085', '\u2028').ArrayOf().Select(static characters => new string(characters));

    [Fact]
    public void The_lines_of_a_source_are_those_of_its_text() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(_text.ToArbitrary(), text =>
    {
        var lines = SourceText.From(text).Lines;
        var starts = LineStarts.OfSource(text);
        Assert.Equal(lines.Select(static line => line.Start), All(starts));
        for (int at = 0; at <= text.Length; at++) Assert.Equal(lines.GetLinePosition(at), starts.PositionOf(at));
    }));

    [Fact]
    public void After_any_edit_they_are_those_of_the_new_text() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000), Prop.ForAll(
        _text.ToArbitrary(), _text.ToArbitrary(), Gen.Choose(0, int.MaxValue).ToArbitrary(), static (before, typed, seed) =>
        {
            var random = new System.Random(seed);
            int start = random.Next(before.Length + 1), end = random.Next(start, before.Length + 1);
            string after = before[..start] + typed + before[end..];
            var span = TextSpan.FromBounds(start, end);
            Assert.Equal(All(LineStarts.OfSource(after)), All(LineStarts.OfSource(before).After(after, span, typed.Length)));
            Assert.Equal(All(LineStarts.OfEditor(after)), All(LineStarts.OfEditor(before).After(after, span, typed.Length)));
        }));

    [Theory]
    [InlineData("", new[] { 0 })]
    [InlineData("a\r\nb\rc\n", new[] { 0, 3, 5, 7 })]
    [InlineData("a\u2028b\u0085", new[] { 0 })]
    public void An_editor_ends_a_line_at_returns_and_feeds_alone(string text, int[] starts) => Assert.Equal(starts, All(LineStarts.OfEditor(text)));

    private static IEnumerable<int> All(LineStarts starts) => Enumerable.Range(0, starts.Count).Select(line => starts[line]);
}
