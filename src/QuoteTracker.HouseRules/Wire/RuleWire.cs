using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.HouseRules.Compiling;

namespace QuoteTracker.HouseRules.Wire;

/// <summary>What a rule says of itself when it is loaded.</summary>
/// <param name="Fault">What is wrong with it; empty where nothing is.</param>
internal sealed record RuleDescription(
    string Id, string Name, string Message, string Category, DiagnosticSeverity Severity, bool IsEnabled, bool HasWorkspaceActions, string Fault)
{
    public DiagnosticDescriptor Descriptor { get; } = new(
        string.IsNullOrWhiteSpace(Id) ? "HR0000" : Id, Name, Message, Category, Severity, IsEnabled);

    public static RuleDescription Faulty(string fault) => new("", "", "", "", DiagnosticSeverity.Hidden, false, false, fault);
}

/// <summary>One finding of a rule.</summary>
/// <param name="Rule">The rule's place among those loaded.</param>
/// <param name="Path">Empty for the article at hand.</param>
/// <param name="Span">UTF-16 offsets, end exclusive; not yet checked against the text.</param>
/// <param name="Properties">Those of the diagnostic, its fixes among them.</param>
internal sealed record HostedFinding(int Rule, string Path, TextSpan Span, string Message, ImmutableDictionary<string, string?> Properties);

/// <summary>A rule that broke.</summary>
/// <param name="IsMemory">It used up the memory, so that the process is not to be trusted any more.</param>
internal sealed record HostedFailure(int Rule, string What, bool IsMemory);

/// <summary>What came of a run of the rules.</summary>
internal sealed record HostedResult(ImmutableArray<HostedFinding> Findings, ImmutableArray<HostedFailure> Failures);

/// <summary>Reads and writes what rules are and find.</summary>
internal static class RuleWire
{
    public static void Write(WireWriter to, RuleDescription rule)
    {
        to.Text(rule.Id);
        to.Text(rule.Name);
        to.Text(rule.Message);
        to.Text(rule.Category);
        to.Byte((byte)rule.Severity);
        to.Bool(rule.IsEnabled);
        to.Bool(rule.HasWorkspaceActions);
        to.Text(rule.Fault);
    }

    public static RuleDescription ReadDescription(WireReader from) =>
        new(from.Text(), from.Text(), from.Text(), from.Text(), from.Enum<DiagnosticSeverity>(), from.Bool(), from.Bool(), from.Text());

    public static void Write(WireWriter to, CompiledRule rule)
    {
        to.Bytes(rule.Assembly.AsSpan());
        to.Text(rule.Class);
        to.Span(rule.ClassSpan);
        to.Many(rule.Faults, fault =>
        {
            to.Text(fault.Id);
            to.Span(fault.Span);
            to.Text(fault.Message);
        });
    }

    public static CompiledRule ReadCompiled(WireReader from) => new(
        [.. from.Bytes()], from.Text(), from.Span(), from.Many(static fault => new RuleFileFault(fault.Text(), fault.Span(), fault.Text())));

    public static void Write(WireWriter to, HostedResult result)
    {
        to.Many(result.Findings, finding =>
        {
            to.Int(finding.Rule);
            to.Text(finding.Path);
            to.Span(finding.Span);
            to.Text(finding.Message);
            to.Int(finding.Properties.Count);
            foreach (var (key, value) in finding.Properties)
            {
                to.Text(key);
                to.Optional(value);
            }
        });
        to.Many(result.Failures, failure =>
        {
            to.Int(failure.Rule);
            to.Text(failure.What);
            to.Bool(failure.IsMemory);
        });
    }

    /// <param name="rules">How many rules there are.</param>
    public static HostedResult ReadResult(WireReader from, int rules) => new(
        from.Many(one => new HostedFinding(RuleOf(one, rules), one.Text(), one.Span(), one.Text(), ReadProperties(one))),
        from.Many(one => new HostedFailure(RuleOf(one, rules), one.Text(), one.Bool())));

    private static int RuleOf(WireReader from, int rules) => from.Index(rules) is >= 0 and var rule ? rule : throw new InvalidDataException("No rule has this number.");

    private static ImmutableDictionary<string, string?> ReadProperties(WireReader from)
    {
        var properties = ImmutableDictionary.CreateBuilder<string, string?>();
        for (int count = from.Int(); count > 0; count--) properties[from.Text()] = from.OptionalText();
        return properties.ToImmutable();
    }
}
