using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Model;

namespace QuoteTracker.Core.Rules.House;

/// <summary>
/// What a regular expression matches in the article. It runs without backtracking, in time that grows with the text alone; one that asks for what only
/// backtracking can do (a look around, a back reference) has a time limit instead, and breaks its rule where it passes it.
/// </summary>
public sealed record RegexPattern : HousePattern
{
    /// <summary>The longest expression that is taken, in UTF-16 units.</summary>
    public const int MaxLength = 1000;

    /// <summary>For one match by an expression that backtracks.</summary>
    public static readonly TimeSpan MatchLimit = TimeSpan.FromMilliseconds(250);

    private readonly Regex _regex;

    private RegexPattern(Regex regex, CopyPlace place) => (_regex, Place) = (regex, place);

    public CopyPlace Place { get; }

    public override bool FindsWords => true;

    /// <returns>The pattern, or what is wrong with the expression.</returns>
    public static (RegexPattern? Pattern, string? Fault) Parse(string expression, CopyPlace place)
    {
        ArgumentNullException.ThrowIfNull(expression);
        if (expression.Length > MaxLength) return (null, $"it is longer than {MaxLength} characters");
        try
        {
            return (new RegexPattern(new Regex(expression, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant), place), null);
        }
        catch (NotSupportedException)
        {
            return (new RegexPattern(new Regex(expression, RegexOptions.CultureInvariant, MatchLimit), place), null);
        }
        catch (RegexParseException fault)
        {
            return (null, FormattableString.Invariant($"the expression breaks off at character {fault.Offset + 1} ({fault.Error})"));
        }
    }

    /// <exception cref="RegexMatchTimeoutException">The expression backtracks and took longer than <see cref="MatchLimit"/>.</exception>
    public override IEnumerable<HouseMatch> FindIn(ArticleModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var matches = new List<HouseMatch>();
        var marked = new MarkedStretches(model);
        foreach (var match in _regex.EnumerateMatches(model.Article.Copy))
        {
            var span = new TextSpan(match.Index, match.Length);
            if (!span.IsEmpty && marked.IsIn(Place, span)) matches.Add(new HouseMatch(span));
        }
        return matches;
    }
}
