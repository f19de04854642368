using QuoteTracker.Core.Rules;
using QuoteTracker.Tests.Fixtures;
using Xunit;

namespace QuoteTracker.Tests.RuleTests;

public class AnonymousSourceTests
{
    private static void Check(string article) => RuleChecks.CheckRule<AnonymousSource>(article);

    [Fact]
    public void An_unnamed_official_is_found() => Check("{|QT0204:A senior official|} said the bridge would stay shut.");

    [Fact]
    public void Sources_are_found() => Check("The bridge would stay shut, {|QT0204:sources|} said.");

    [Fact]
    public void A_named_official_is_in_order() => Check("Carla Reyes, a senior official, said the bridge would stay shut.");

    [Fact]
    public void A_body_is_a_name() => Check("The Harrow Falls Council said the bridge would stay shut.");

    [Fact]
    public void A_quotation_without_a_source_is_another_rules_matter() =>
        Check("The harbour will stay shut. “No ship will come in before the ice has gone, and that is final.” The crews went home.");

    [Fact]
    public void A_source_is_found_where_it_first_speaks() =>
        Check("Bridge shut\n\n{|QT0204:A senior official|} said the bridge would stay shut. “It cannot be mended,” he said.");
}
