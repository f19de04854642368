using FsCheck;
using FsCheck.Fluent;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Ide;
using QuoteTracker.Ide.Edits;
using QuoteTracker.Ide.Findings;
using Xunit;

namespace QuoteTracker.Tests.Ide;

/// <summary>Findings of rules that look at all articles, and what becomes of them while somebody types: the golden <c>edited</c> is the first article after an edit.</summary>
public sealed class WorkspaceFindingsTests
{
    private const string Root = "/no-such-newsroom";

    private static readonly Gen<string> _text = Gen.Elements('a', 'b', '“', '\n').ArrayOf().Select(static characters => new string(characters));

    private const string Second = "\n-- second.txt --\n{|QT0406:“We lost the ferry in April and the school in May,”|} Ada Vaughn said.\n";

    [Fact]
    public void An_edit_before_a_finding_moves_it() => CheckEdit("""
        {|QT0406:“We lost the ferry in March and the school in May,”|} Ada Vaughn said.
        """ + Second + """
        -- @edited --
        It was late.

        {|QT0406:“We lost the ferry in March and the school in May,”|} Ada Vaughn said.
        """);

    [Fact]
    public void An_edit_behind_a_finding_leaves_it() => CheckEdit("""
        {|QT0406:“We lost the ferry in March and the school in May,”|} Ada Vaughn said.
        """ + Second + """
        -- @edited --
        {|QT0406:“We lost the ferry in March and the school in May,”|} Ada Vaughn said. It was late.
        """);

    [Fact]
    public void An_edit_in_its_words_takes_it_away() => CheckEdit("""
        The mayor spoke. {|QT0406:“We lost the ferry in March and the school in May,”|} Ada Vaughn said.
        """ + Second + """
        -- @edited --
        The mayor spoke. “We lost the old ferry in March and the school in May,” Ada Vaughn said.
        """);

    [Fact]
    public void Between_two_edits_everything_may_have_changed() => CheckEdit("""
        The mayor spoke. {|QT0406:“We lost the ferry in March and the school in May,”|} Ada Vaughn said.
        """ + Second + """
        -- @edited --
        The mayor was late. “We lost the ferry in March and the school in May,” Ada Vaughn said again.
        """);

    [Fact]
    public void What_went_with_an_edit_comes_back_when_it_is_undone()
    {
        var (ide, first, second) = Open();
        var text = ide.File(first)!.Text;
        ide = Checked(ide.WithText(first, SourceText.From(text.ToString().Replace("March", "spring", StringComparison.Ordinal))));
        ide = ide.WithText(first, SourceText.From("Nothing."));
        Assert.Empty(Places(ide, first));
        ide = ide.WithText(first, text);
        Assert.Empty(Places(ide, first));
        Assert.Equal(["0-51"], Places(Checked(ide), first));
        Assert.Equal(["0-51"], Places(Checked(ide), second));
    }

    [Fact]
    public void The_place_that_it_leads_to_moves_as_well()
    {
        var (ide, first, second) = Open();
        ide = ide.WithText(second, SourceText.From("It was late.\n" + ide.File(second)!.Text));
        var related = RelatedPlace.Of(ide, ide.File(first)!, Assert.Single(FileFindings.OfNewsroom(ide, ide.File(first)!)), default)!;
        Assert.Equal((second, new TextSpan(13, 51)), (related.Place.Path, related.Place.Span));
        Assert.Equal("“We lost the ferry in April and the school in May,”", related.Place.Text!.ToString(related.Place.Span));
        ide = ide.WithText(second, SourceText.From("Nothing."));
        Assert.Null(RelatedPlace.Of(ide, ide.File(first)!, Assert.Single(FileFindings.OfNewsroom(ide, ide.File(first)!)), default));
    }

    [Fact]
    public void Where_no_article_says_anything_else_the_rules_do_not_run()
    {
        var (ide, first, second) = Open();
        Assert.Same(ide.WorkspaceFindings, WorkspaceFindings.Find(ide, default));
        var typed = ide.WithText(first, SourceText.From(ide.File(first)!.Text + "\n\nNobody else came."));
        Assert.Same(typed.WorkspaceFindings, WorkspaceFindings.Find(typed, default));
        // Another line: the finding of the second article names it.
        var moved = ide.WithText(first, SourceText.From("It was late.\n\n" + ide.File(first)!.Text));
        Assert.Contains("line 3)", Assert.Single(Checked(moved).WorkspaceFindings.In(second)).Found.GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_found_in_texts_before_is_moved_when_it_comes()
    {
        var (ide, first, _) = Open();
        var before = ide.WithText(first, SourceText.From("Oh. " + ide.File(first)!.Text));
        var found = WorkspaceFindings.Find(before, default);
        var later = before.WithText(first, SourceText.From("It was late. " + before.File(first)!.Text)).WithWorkspaceFindings(found, before);
        Assert.Equal(["17-68"], Places(later, first));
    }

    [Fact]
    public void Nothing_is_said_of_a_newsroom_that_is_not_read_to_its_end()
    {
        var ide = IdeSnapshot.Empty.WithRoots([Root]);
        Assert.False(ide.HasReadAll);
        Assert.True(ide.WithAllRead(ide).HasReadAll);
        Assert.False(ide.WithAllRead(ide).WithDiskChanges([PathOf("article.txt")]).HasReadAll);
        // Every article may mean something else now.
        Assert.False(ide.WithAllRead(ide).WithText(PathOf("speakers.yaml"), SourceText.From("")).HasReadAll);
        Assert.False(ide.WithAllRead(IdeSnapshot.Empty).HasReadAll);
    }

    [Fact]
    public void An_article_from_elsewhere_stands_for_no_newsroom()
    {
        var (ide, _, second) = Open();
        var outside = ide.WithText("/elsewhere/third.txt", SourceText.From("“We lost the ferry in May and the school in May,” Ada Vaughn said."));
        Assert.Same(outside.WorkspaceFindings, WorkspaceFindings.Find(outside, default));
        Assert.NotEmpty(Places(outside, second));
    }

    [Fact]
    public void It_can_be_ignored_from_the_editor()
    {
        var (ide, first, _) = Open();
        var ignore = EditActions.At(ide, ide.File(first)!, new TextSpan(5, 0)).Single(static action => action.Title.StartsWith("Ignore quoted-differently-elsewhere", StringComparison.Ordinal));
        var change = Assert.Single(Assert.Single(ignore.Edits()).Changes).Change;
        string ignored = ide.File(first)!.Text.WithChanges(new TextChange(change.Span, change.NewText!.Replace(": ]", ": she said both]", StringComparison.Ordinal))).ToString();
        var after = Checked(ide.WithText(first, SourceText.From(ignored)));
        Assert.Empty(Places(after, first));
    }

    [Fact]
    public void A_place_that_moves_keeps_its_words() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000), Prop.ForAll(
        _text.ToArbitrary(), _text.ToArbitrary(), Gen.Choose(0, int.MaxValue).ToArbitrary(), static (before, typed, seed) =>
        {
            var random = new System.Random(seed);
            int start = random.Next(before.Length + 1), end = random.Next(start, before.Length + 1);
            string after = before[..start] + typed + before[end..];
            int from = random.Next(before.Length + 1);
            var place = TextSpan.FromBounds(from, random.Next(from, before.Length + 1));
            if (TextShift.Between(SourceText.From(before), SourceText.From(after)).Move(place) is { } moved)
                Assert.Equal(before[place.Start..place.End], after[moved.Start..moved.End]);
        }));

    private static (IdeSnapshot Ide, string First, string Second) Open()
    {
        var ide = Open(Fixture.Parse("“We lost the ferry in March and the school in May,” Ada Vaughn said." + Second));
        return (ide, PathOf(Fixture.FirstFile), PathOf("second.txt"));
    }

    private static IdeSnapshot Open(Fixture fixture)
    {
        var ide = IdeSnapshot.Empty.WithRoots([Root]).WithText(PathOf("quotetracker.yaml"), SourceText.From("articles: [\"*.txt\"]\n"));
        foreach (var file in fixture.Files) ide = ide.WithText(PathOf(file.Name), SourceText.From(file.Text));
        return Checked(ide.WithAllRead(ide));
    }

    private static IdeSnapshot Checked(IdeSnapshot ide) => ide.WithWorkspaceFindings(WorkspaceFindings.Find(ide, default), ide);

    private static void CheckEdit(string source)
    {
        var fixture = Fixture.Parse(source);
        var ide = Open(fixture);
        foreach (var file in fixture.Files) Assert.Equal(Labels(file), Places(ide, PathOf(file.Name)));
        var edited = Fixture.Parse(fixture.Goldens["edited"]).Article;
        var after = ide.WithText(PathOf(Fixture.FirstFile), SourceText.From(edited.Text));
        Assert.Equal(Labels(edited), Places(after, PathOf(Fixture.FirstFile)));
        Assert.Equal(Places(ide, PathOf("second.txt")), Places(after, PathOf("second.txt")));
        // What the editor shows stands at the same place.
        Assert.Equal(Labels(edited), FileFindings.OfNewsroom(after, after.File(PathOf(Fixture.FirstFile))!).Select(static found => Place(found.Location.SourceSpan)));
    }

    private static IEnumerable<string> Labels(FixtureFile file) => file.Spans.Where(static label => label.IsRuleId).Select(static label => Place(label.Span));

    private static IEnumerable<string> Places(IdeSnapshot ide, string path) => ide.WorkspaceFindings.In(path).Select(static finding => Place(finding.Span));

    private static string Place(TextSpan span) => $"{span.Start}-{span.End}";

    private static string PathOf(string name) => Path.GetFullPath(Path.Combine(Root, name));
}
