using Xunit;
using static QuoteTracker.Tests.Marks.MarkChecks;

namespace QuoteTracker.Tests.Marks;

/// <summary>Regions as copy has them: which marks open, which close, which are none.</summary>
public sealed class MarkPairingTests
{
    [Theory]
    [InlineData("""The mayor called it {|m:"a fair deal"|} and left.""")]
    [InlineData("The mayor called it {|m:“a fair deal”|} and left.")]
    [InlineData("The mayor called it {|m:'a fair deal'|} and left.")]
    [InlineData("The mayor called it {|m:‘a fair deal’|} and left.")]
    [InlineData("The mayor called it {|m:''a fair deal''|} and left.")]
    [InlineData("The mayor called it {|m:``a fair deal''|} and left.")]
    [InlineData("The mayor called it {|m:`a fair deal'|} and left.")]
    [InlineData("The mayor called it {|m:’’a fair deal’’|} and left.")]
    [InlineData("The mayor called it {|m:«a fair deal»|} and left.")]
    [InlineData("The mayor called it {|m:« a fair deal »|} and left.")]
    [InlineData("The mayor called it {|m:»a fair deal«|} and left.")]
    [InlineData("The mayor called it {|m:‹a fair deal›|} and left.")]
    [InlineData("The mayor called it {|m:›a fair deal‹|} and left.")]
    [InlineData("The mayor called it {|m:„a fair deal“|} and left.")]
    [InlineData("The mayor called it {|m:„a fair deal”|} and left.")]
    [InlineData("The mayor called it {|m:‚a fair deal‘|} and left.")]
    [InlineData("The mayor called it {|m:”a fair deal”|} and left.")]
    [InlineData("The mayor called it {|m:\u0093a fair deal\u0094|} and left.")]
    [InlineData("The mayor called it {|m:＂a fair deal＂|} and left.")]
    public void Every_pair_of_glyphs_makes_a_region(string fixture) => CheckPairing(fixture);

    [Theory]
    [InlineData("{|m:'The owls' barn is dry. It's the fools who wake 'em up that I'd talk to.'|}")]
    [InlineData("{|m:'Give 'em the miners' lamps,'|} he said. {|m:'They'll want 'em, and the drivers' coats.'|}")]
    public void A_region_in_single_marks_holds_possessives_and_elisions(string fixture) => CheckPairing(fixture);

    [Theory]
    [InlineData("The ministers' cars weren't there, the guards' were.")]
    [InlineData("In the '90s and the ’80s they sang rock 'n' roll.")]
    [InlineData("Class of '16: give 'em hell, ’tis the season, good ol' boys.")]
    [InlineData("He was goin' home and nothin' could stop him.")]
    [InlineData("The fence is 6' high, the gate 6'2\" and the pole 5′ 11″.")]
    [InlineData("The Jones' house and Max' boat belong to the leaders’ families.")]
    [InlineData("In 't Veld and Geert van 't Hoff voted against.")]
    [InlineData("Home › News › Politics")]
    public void Apostrophes_elisions_feet_and_inches_are_no_marks(string fixture) => CheckPairing(fixture);

    [Theory]
    [InlineData("{|m:'It's the miners' money, and we'll fight for it,'|} he said.")]
    [InlineData("{|m:‘The clubs’ owners didn’t ask, and the fans’ anger won’t fade,’|} she said.")]
    [InlineData("{|m:'We aren't done. The workers' homes can't wait,'|} said Ives. {|m:'They're next.'|}")]
    [InlineData("{|m:'It's the boys' club again'|}, said Ives.")]
    [InlineData("The boss of the {|m:'Four Winds'|} hotels, called {|m:'the drivers' friend,'|} resigned.")]
    public void Single_marks_enclose_copy_full_of_apostrophes(string fixture) => CheckPairing(fixture);

    [Theory]
    [InlineData("{|m:'We patrol all of these streets,\"|} the sheriff said. {|m:'We never sleep.'|}")]
    [InlineData("{|m:\"It's like wading through mud,'|} he said.")]
    [InlineData("She wants {|m:‘quiet streets'|} by spring.")]
    [InlineData("{|m:“We lost,\"|} he said. {|m:\"We'll be back,”|} she said.")]
    [InlineData("A {|m:“question’’|} was asked.")]
    public void A_region_may_close_with_another_glyph(string fixture) => CheckPairing(fixture);

    [Theory]
    [InlineData("{|m:“He told me {|m:‘run’|} and I ran,”|} she said.")]
    [InlineData("{|m:'He told me {|m:\"run\"|} and I ran,'|} she said.")]
    [InlineData("{|m:“He told me {|m:‘run’|}”|}, she said.")]
    [InlineData("{|m:\"And then he said, {|m:'Leave it.'|}\"|}")]
    [InlineData("{|m:''And then he said, {|m:'Leave it.'|}''|} she recalled.")]
    [InlineData("{|m:“{|m:‘Never again’|} was the promise,”|} she said.")]
    [InlineData("{|m:“She read: {|m:‘Call it {|m:“home”|} again’|},”|} he said.")]
    [InlineData("{|m:„Er sagte {|m:‚nein‘|} zu mir“|}, she wrote.")]
    [InlineData("{|m:«Il a dit {|m:‹non›|} hier»|}, she wrote.")]
    public void Regions_nest(string fixture) => CheckPairing(fixture);

    [Theory]
    [InlineData("{|m:“One.”|} {|m:“Two.”|} {|m:“Three,”|} she counted.")]
    [InlineData("The words {|m:\"yes\"|}/{|m:\"no\"|} ({|m:\"maybe\"|}) were struck out—{|m:\"all of them\"|}—by noon.")]
    [InlineData("{|m:'Now.'|} {|m:'Or never,'|} he said.")]
    public void Regions_stand_side_by_side(string fixture) => CheckPairing(fixture);

    [Fact]
    public void Nobody_takes_up_straight_marks_with_curly_ones() => CheckPairing("""
        {|m:"Ives was asleep.|}

        {|m:“Here he is, love,”|} she said. {|m:“Ives is here, love.”|}
        """);

    [Fact]
    public void A_running_quotation_is_one_region_with_a_part_for_each_paragraph() => CheckPairing("""
        {|m1:“The river came up overnight.|}

        {|m1:“We carried what we could. There were children on the roof|}

        {|m1:“By noon it was over,”|} the farmer said.

        He has no insurance.
        """);

    [Fact]
    public void A_running_quotation_in_single_marks_runs_too() => CheckPairing("""
        {|m1:'The river came up overnight and we weren't ready.|}
        {|m1:'We carried the neighbours' beds out,'|} the farmer said.
        {|m2:'It's gone,'|} he added.
        """);

    [Fact]
    public void A_nested_quotation_runs_with_the_one_around_it() => CheckPairing("""
        {|m1:“He told us: {|m2:‘Pack your things.|}|}

        {|m1:“{|m2:‘The bus won’t wait,’|} and it did not wait,”|} she said.
        """);

    [Fact]
    public void A_paragraph_that_lost_its_continuation_mark_still_belongs_to_the_region() => CheckPairing("""
        {|m1:“The river came up overnight.|}

        {|m1:We carried what we could,”|} the farmer said.

        {|m2:“It’s gone.”|}
        """);

    [Fact]
    public void A_region_that_nothing_closes_ends_with_its_paragraph() => CheckPairing("""
        {|m:“We will appeal, the lawyer said.|}

        The court sits again in May. {|m:“We know,”|} he said.
        """);

    [Fact]
    public void A_region_that_lost_its_closing_mark_ends_where_the_next_opens() => CheckPairing("""
        {|m:"We will appeal, the lawyer said.|} {|m:"We have the papers,"|} she added.
        """);

    [Fact]
    public void A_nested_region_that_lost_its_mark_ends_with_the_one_around_it() => CheckPairing("""
        {|m:“She called it {|m:‘a farce and went home,|}”|} he said.
        """);

    [Fact]
    public void A_stray_mark_is_no_region() => CheckPairing("""
        The lawyer left.” Nobody {|m:“followed”|} him.
        """);

    [Theory]
    [InlineData("The so-called *{|m:\"fair deal\"|}* fell apart.")]
    [InlineData("The so-called **{|m:“fair deal”|}**, they said, fell apart.")]
    public void What_is_not_copy_is_looked_through(string fixture)
    {
        var file = Fixture.Parse(fixture).Article;
        string copy = file.Text.Replace('*', Core.Model.Article.NotCopy);
        Fixtures.RegionChecks.CheckRegions(file, Pair(copy));
    }

    [Fact]
    public void Broken_encodings_pair_what_is_left() => CheckPairing("""
        â€œWe knewâ€ said FranÃ§ois. {|m:"Caf‚ GÃ1⁄4len,"|} he added.
        """);

    [Fact]
    public void Headlines_and_captions_pair_apart_from_the_copy() => CheckPairing("""
        Minister warns of {|m:'long winter'|} as gas runs low
        Minister warns of {|m:'long winter'|} as gas runs low

        {|m1:'We'll manage,'|} the minister's aide said. It is 'em against us, he added.
        """);
}
