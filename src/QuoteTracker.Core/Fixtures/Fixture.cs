using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace QuoteTracker.Core.Fixtures;

/// <summary>
/// A newsroom in one text, with what is expected of it in place. <c>{|q1:“We knew,”|}</c> labels a span; spans nest, and one span may have several
/// labels (<c>{|s1@vaughn,QT0204:…|}</c>). Labels of the engine's layers are a letter and the number that joins them:
/// <list type="bullet">
/// <item><c>q</c> content in marks, <c>i</c> content without (a <c>q</c> inside an <c>i</c> makes it mixed); the same label again is the next part</item>
/// <item><c>c</c> cue, <c>s</c> source; <c>s1@vaughn</c> says who it is, <c>s1@?</c> that nobody can say</item>
/// <item><c>x</c> marks with no attribution; <c>m</c> marks of whatever kind; the same label again is the next paragraph of a running one</item>
/// <item><c>e@vaughn</c> a mention of that entity</item>
/// </list>
/// A rule's id expects that diagnostic on exactly that span. <c>$$</c> is the cursor. <c>-- notes.md --</c> on a line of its own starts another file, and
/// <c>-- @hover --</c> a golden. Text before the first such line is <c>article.txt</c>.
/// </summary>
public sealed record Fixture(ImmutableArray<FixtureFile> Files, ImmutableDictionary<string, string> Goldens)
{
    public const string FirstFile = "article.txt";

    public static Fixture Parse(string source) => FixtureParser.Parse(source);

    /// <summary>Files that hold copy, in their order.</summary>
    public IEnumerable<FixtureFile> Articles => Files.Where(file => !file.IsYaml && !file.IsLedger && !file.IsSource);

    /// <summary>The only article.</summary>
    public FixtureFile Article => Articles.Single();

    /// <summary>The file's text, null where the fixture has no such file.</summary>
    public string? TextOf(string name) => Files.FirstOrDefault(file => file.Name == name)?.Text;

    /// <summary>Where <c>$$</c> stands.</summary>
    public (FixtureFile File, int Offset) Cursor => Files.Where(file => file.Cursor is not null).Select(file => (file, file.Cursor!.Value)).Single();
}

/// <param name="Text">Without labels and cursor.</param>
/// <param name="Spans">In the order of their start, the outer one first.</param>
/// <param name="Cursor">A UTF-16 offset in <paramref name="Text"/>.</param>
public sealed record FixtureFile(string Name, string Text, ImmutableArray<LabelledSpan> Spans, int? Cursor)
{
    public bool IsYaml => Name.EndsWith(".yaml", StringComparison.Ordinal);

    public bool IsSource => Name.StartsWith("sources/", StringComparison.Ordinal);

    public bool IsLedger => Name.EndsWith(".jsonl", StringComparison.Ordinal);
}

/// <summary>One label on a span.</summary>
/// <param name="Label">Without the entity: <c>q1</c>, <c>QT0201</c>.</param>
/// <param name="Entity">What follows <c>@</c>, null where nothing does.</param>
public sealed record LabelledSpan(TextSpan Span, string Label, string? Entity)
{
    /// <summary><c>QT0201</c>, <c>HR0001</c>.</summary>
    public bool IsRuleId => Label.Length > 2 && char.IsAsciiLetterUpper(Label[0]);

    /// <summary>The letter of an engine's label; <c>'\0'</c> for any other.</summary>
    public char Kind => Label.AsSpan(1).ContainsAnyExceptInRange('0', '9') ? '\0' : Label[0];

    /// <summary>What joins the labels of one attribution: the label without its letter.</summary>
    public string Number => Label[1..];

    public override string ToString() => Entity is null ? Label : $"{Label}@{Entity}";
}
