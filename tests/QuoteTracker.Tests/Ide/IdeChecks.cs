using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Ide;
using QuoteTracker.Ide.Articles;
using QuoteTracker.Ide.Navigation;
using QuoteTracker.Ide.Reading;
using QuoteTracker.Tests.Fixtures;
using Xunit;

namespace QuoteTracker.Tests.Ide;

/// <summary>Opens a fixture's files in an editor without a disk, and compares what a feature says at the cursor with the golden of the feature's name.</summary>
internal static partial class IdeChecks
{
    private const string Root = "/no-such-newsroom";

    public static IdeSnapshot Open(Fixture fixture)
    {
        // The configuration makes it a newsroom, even an empty one.
        var snapshot = IdeSnapshot.Empty.WithText(PathOf("quotetracker.yaml"), SourceText.From(""));
        foreach (var file in fixture.Files) snapshot = snapshot.WithText(PathOf(file.Name), SourceText.From(file.Text));
        return snapshot;
    }

    public static OpenFile OpenArticle(string text) => Open(Fixture.Parse(text)).File(PathOf(Fixture.FirstFile))!;

    public static string PathOf(string name) => Path.GetFullPath(Path.Combine(Root, name));

    public static void Check(string source)
    {
        var fixture = Fixture.Parse(source);
        Assert.NotEmpty(fixture.Goldens);
        var snapshot = Open(fixture);
        var marked = fixture.Files.FirstOrDefault(static file => file.Cursor is not null) ?? fixture.Files[0];
        var file = snapshot.File(PathOf(marked.Name))!;
        var wrong = new StringBuilder();
        foreach (var (feature, golden) in fixture.Goldens)
        {
            string said = Say(feature, snapshot, file, marked.Cursor ?? 0).TrimEnd();
            if (golden.TrimEnd() != said) wrong.Append("-- @").Append(feature).Append(" --\n").Append(said).Append('\n');
        }
        // What is said, whole: a golden is written anew by taking it over from here.
        Assert.True(wrong.Length == 0, wrong.ToString());
    }

    private static string Say(string feature, IdeSnapshot snapshot, OpenFile file, int offset) => feature switch
    {
        "hover" => Percentage().Replace(Hovers.At(snapshot, file, offset)?.ToMarkdown() ?? "nothing", "sure"),
        "plain hover" => Percentage().Replace(Hovers.At(snapshot, file, offset)?.ToPlainText() ?? "nothing", "sure"),
        "tokens" => Lines(CopyTokens.Of(file.Model!), token => $"{token.Kind} ({token.Traits}): {Shown(file.Text, token.Span)}"),
        "definition" => Say(file, Definitions.Definition(snapshot, file, offset, default)),
        "declaration" => Say(file, Definitions.Declaration(file, offset)),
        "type definition" => Say(file, Definitions.TypeDefinition(file, offset)),
        "implementation" => Say(file, Definitions.Implementation(snapshot, file, offset, default)),
        "references" => Lines(References.Of(snapshot, file, offset, withEntry: true, default), Say),
        "references without entry" => Lines(References.Of(snapshot, file, offset, withEntry: false, default), Say),
        "highlights" => Lines(References.InArticle(file, offset), highlight => $"{highlight.Role}: {Shown(file.Text, highlight.Span)}"),
        "outline" => string.Concat(Outline.Of(file, default).Select(node => Say(file, node, 0))),
        "folds" => Lines(Folds.Of(file), fold => $"{(fold.IsHead ? "head" : "region")}: {Shown(file.Text, fold.Span)}"),
        "selections" => Lines(Selections.At(file, offset), span => Shown(file.Text, span)),
        "links" => Lines(Links.Of(file), link => $"{Shown(file.Text, link.Span)} -> {link.Address?.AbsoluteUri ?? Path.GetFileName(link.Path)}"),
        "marks" => Annotation.Of(file.Text.ToString(), LinkedMarks.At(file, offset).Select(static span => (span, "m"))),
        "hints" => WithHints(file),
        "lenses" => Lines(Lenses.Of(file), span => $"{Shown(file.Text, span)}: {Lenses.TitleAt(snapshot, file, span.Start, default)}"),
        "calls" => Calls(snapshot, file, offset),
        _ when feature.StartsWith("symbols ", StringComparison.Ordinal) => Lines(
            SymbolSearch.For(snapshot, feature["symbols ".Length..], default), found => $"{found.Kind} {found.Name} ({found.Container}): {Say(found.Place)}"),
        _ => throw new ArgumentException($"no feature is called '{feature}'"),
    };

    private static string WithHints(OpenFile file)
    {
        var text = new StringBuilder(file.Text.ToString());
        foreach (var hint in InlineHints.In(file, new TextSpan(0, file.Text.Length)).Reverse())
        {
            Assert.NotNull(InlineHints.More(file, hint.Offset));
            text.Insert(hint.Offset, $"‹{hint.Name}›");
        }
        return text.ToString();
    }

    private static string Calls(IdeSnapshot snapshot, OpenFile file, int offset)
    {
        if (QuotingHierarchy.At(snapshot, file, offset) is not { } party) return "nothing";
        var calls = party.Key is { } speaker ? QuotingHierarchy.ArticlesQuoting(snapshot, speaker, default) : QuotingHierarchy.SpeakersIn(snapshot, file.Path);
        return $"{party.Name}: {Say(party.Place)}\n" + Lines(calls, static call => $"{call.Other.Name}: {string.Join(" | ", call.Statements.Select(Say))}");
    }

    private static string Say(OpenFile file, Jump? jump) => jump is null ? "nothing" : $"from {Shown(file.Text, jump.Origin)}\n" + Lines(jump.To, Say);

    private static string Say(Destination place) =>
        $"{Path.GetFileName(place.Path)}:{place.Text!.Lines.GetLineFromPosition(place.Span.Start).LineNumber + 1} {Shown(place.Text, place.Span)}";

    private static string Say(OpenFile file, OutlineNode node, int depth)
    {
        Assert.True(node.Span.Contains(node.NameSpan), $"{node.Name}: the name is outside");
        Assert.All(node.Children, child => Assert.True(node.Span.Contains(child.Span), $"{child.Name}: outside of {node.Name}"));
        string line = $"{new string(' ', depth * 2)}{node.Kind} {node.Name}{(node.Detail is { } detail ? $" ({detail})" : "")}\n";
        return line + string.Concat(node.Children.Select(child => Say(file, child, depth + 1)));
    }

    private static string Shown(SourceText text, TextSpan span) => text.ToString(span).Replace("\n", "⏎", StringComparison.Ordinal);

    /// <summary>A better engine is surer: that changes no golden. What it says of the doubtful stays.</summary>
    [GeneratedRegex(@"(almost certain|very likely|likely|more likely than not) \([0-9]+%\)")]
    private static partial Regex Percentage();

    private static string Lines<T>(IEnumerable<T> things, Func<T, string> say) => string.Join('\n', things.Select(say));
}
