using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace QuoteTracker.HouseRules.Compiling;

/// <summary>Something wrong with a rule's file.</summary>
/// <param name="Id">The rule id of ours that it is reported as.</param>
/// <param name="Span">UTF-16 offsets in the file, end exclusive.</param>
/// <param name="Message">The argument of that rule's message.</param>
public sealed record RuleFileFault(string Id, TextSpan Span, string Message);

/// <summary>What the compiler made of a file.</summary>
/// <param name="Assembly">Empty where there are faults.</param>
/// <param name="Class">The rule's class by its full name; empty where there is none.</param>
/// <param name="ClassSpan">Where its name stands.</param>
public sealed record CompiledRule(ImmutableArray<byte> Assembly, string Class, TextSpan ClassSpan, ImmutableArray<RuleFileFault> Faults);
