using QuoteTracker.Core.Rules;
using QuoteTracker.Tests.Fixtures;
using Xunit;

namespace QuoteTracker.Tests.RuleTests;

public class MisspelledSpeakerTests
{
    private const string Registry = """

        -- speakers.yaml --
        speakers:
          - id: vaughn
            name: Ada Vaughn
          - id: okonkwo
            name: Christopher Okonkwo
            aliases: [Chris Okonkwo]
          - id: marten
            name: Ida Marten
          - id: martin
            name: Ida Martin
          - id: lee
            name: Ann Lee
        """;

    private static void Check(string article) => RuleChecks.CheckRule<MisspelledSpeaker>(article + Registry);

    [Theory]
    [InlineData("{|QT0302:Ada Vaugnh|} said the bridge would close.")]
    [InlineData("{|QT0302:Ada Vaughan|} said the bridge would close.")]
    [InlineData("{|QT0302:Chris Okonkow|} said the bridge would close.")]
    [InlineData("{|QT0302:Cristopher Okonkwo|} said the bridge would close.")]
    public void A_slip_of_the_pen_is_found(string article) => Check(article);

    [Theory]
    [InlineData("Ada Vaughn said the bridge would close.")]
    [InlineData("Ida Martin said the bridge would close.")]
    [InlineData("Ann Lea said the bridge would close.")]
    [InlineData("Ada Baughn said the bridge would close.")]
    [InlineData("Ada Vincent said the bridge would close.")]
    [InlineData("Ana Vaughan said the bridge would close.")]
    [InlineData("Ida Martan said the bridge would close.")]
    public void Known_names_short_ones_and_those_near_to_two_are_in_order(string article) => Check(article);

    [Fact]
    public void The_fix_writes_the_registrys_spelling() => RuleChecks.CheckFix<MisspelledSpeaker>(
        "{|QT0302:Ada Vaugnh|} said the bridge would close.\n-- @fixed --\nAda Vaughn said the bridge would close." + Registry);
}
