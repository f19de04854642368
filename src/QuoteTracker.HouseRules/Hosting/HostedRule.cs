using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Rules.House;
using QuoteTracker.HouseRules.Wire;

namespace QuoteTracker.HouseRules.Hosting;

/// <summary>A rule that was compiled, as the process that asks knows it.</summary>
/// <param name="Class">By its full name.</param>
/// <param name="ClassSpan">Where the class's name stands in the file; UTF-16 offsets, end exclusive.</param>
/// <param name="Description">What it said of itself when it was loaded; null where it was not yet.</param>
internal sealed record HostedRule(CodeRuleFile File, byte[] Assembly, string Class, TextSpan ClassSpan, RuleDescription? Description)
{
    public Location Location => File.LocationOf(ClassSpan);

    /// <exception cref="InvalidOperationException">The rule was not yet loaded.</exception>
    public DiagnosticDescriptor Descriptor => Description?.Descriptor ?? throw new InvalidOperationException($"{File.RuleName} was not loaded.");
}
