using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Speakers;

namespace QuoteTracker.Core.Rules.House;

/// <summary>What a pattern found.</summary>
/// <param name="Span">UTF-16 offsets in the article's text, end exclusive.</param>
/// <param name="Name">Whom it is about; empty where nobody is named.</param>
/// <param name="Role">The office that they hold by the registry; empty where there is none.</param>
/// <param name="Count">How many were found in a row; 1 for a pattern that does not count.</param>
public readonly record struct HouseMatch(TextSpan Span, string Name = "", string Role = "", int Count = 1);

/// <summary>What a rule of the configuration looks for in a model. Immutable.</summary>
public abstract record HousePattern
{
    /// <summary>True where the span found is words that others can take the place of.</summary>
    public virtual bool FindsWords => false;

    /// <summary>In text order.</summary>
    public abstract IEnumerable<HouseMatch> FindIn(ArticleModel model);

    /// <summary>The office that somebody holds on a day, empty where the registry has none.</summary>
    private protected static string RoleOf(Entity? entity, DateOnly? date) =>
        entity?.Entry?.Roles.FirstOrDefault(role => role.IsHeldOn(date))?.Title ?? "";
}
