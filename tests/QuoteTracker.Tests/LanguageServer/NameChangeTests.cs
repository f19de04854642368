using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Ide.Edits;
using Xunit;

namespace QuoteTracker.Tests.LanguageServer;

/// <summary>How the forms of a name follow the name.</summary>
public class NameChangeTests
{
    [Theory]
    [InlineData("Ada Vaughn", "Ada Hartley", "Ada Vaughn", "Ada Hartley")]
    [InlineData("Ada Vaughn", "Ada Hartley", "Vaughn's", "Hartley's")]
    [InlineData("Ada Vaughn", "Ada Hartley", "Mayor Vaughn", "Mayor Hartley")]
    [InlineData("Ada Vaughn", "Ada Hartley", "Vaughn-Smith", "Vaughn-Smith")]
    [InlineData("Ada Vaughn", "Ida Vaughn", "Ada", "Ida")]
    [InlineData("Ada Vaughn", "Ada Hartley", "VAUGHN", "HARTLEY")]
    [InlineData("Ada Vaughn", "Ada Hartley", "Ada\r\nVaughn", "Ada\r\nHartley")]
    [InlineData("Ada M. Vaughn", "Ada N. Hartley", "Ada M. Vaughn", "Ada N. Hartley")]
    [InlineData("Ada M. Vaughn", "Ada N. Hartley", "Ada Vaughn", "Ada Hartley")]
    [InlineData("Ada Vaughn", "Ida Hartley", "Ada Q. Vaughn", "Ida Q. Hartley")]
    [InlineData("Ada Vaughn", "Adele", "Ada Vaughn", "Adele")]
    [InlineData("Ada Vaughn", "Adele", "Vaughn", "Adele")]
    [InlineData("Ursula von der Leyen", "Ursula Albrecht", "von der Leyen", "Albrecht")]
    [InlineData("Martin King Jr.", "Martin Prince Jr.", "King", "Prince")]
    [InlineData("Seán O’Brien", "Seán MacBride", "O’Brien’s", "MacBride’s")]
    [InlineData("Ada Vaughn", "Ada Hartley", "Addie", "Addie")]
    public void A_persons(string from, string to, string mention, string expected) => Assert.Equal(expected, new NameChange(from, to, isPerson: true).In(mention));

    [Theory]
    [InlineData("Coastal Line", "Coast Lines", "Coastal Line Ferries", "Coast Lines Ferries")]
    [InlineData("Coastal Line", "Coast Lines", "the Line", "the Line")]
    public void A_bodys(string from, string to, string mention, string expected) => Assert.Equal(expected, new NameChange(from, to, isPerson: false).In(mention));

    [Fact]
    public void Only_what_stands_in_the_mention_changes()
    {
        var text = SourceText.From("Vaughn met Vaughn.");
        var change = Assert.Single(new NameChange("Ada Vaughn", "Ada Hartley", isPerson: true).In(text, new TextSpan(11, 6)));
        Assert.Equal((new TextSpan(11, 6), "Hartley"), (change.Span, change.NewText));
    }
}
