using System.CommandLine;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using QuoteTracker.Cli.Execution;
using QuoteTracker.Cli.Formats;
using QuoteTracker.Core.Rules;
using QuoteTracker.Core.Rules.House;
using QuoteTracker.Workspace;
using Spectre.Console;

namespace QuoteTracker.Cli.Commands;

/// <summary><c>quotetracker rules</c>: what there is to find.</summary>
public static class RulesCommand
{
    /// <summary>Where the output is no terminal, no line is broken.</summary>
    private const int UnbrokenWidth = 400;

    private static IEnumerable<DeclarativeRule> OwnRules => new NewsroomFinder(RuleCatalogue.Descriptors).For(".").Rules.OfType<DeclarativeRule>();

    public static Command Create()
    {
        var format = CommonOptions.Choice("--format", "How to write them", ["text", "json"]);
        var command = new Command("rules", "List the rules: id, name, default severity, whether --fix mends it") { format, RulesNewCommand.Create(), RulesTestCommand.Create() };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(format) == "json") WriteJson();
            else WriteTable();
            return (int)ExitCode.Clean;
        });
        return command;
    }

    private static void WriteTable()
    {
        var table = new Table().Border(TableBorder.None).AddColumns("Id", "Name", "Default", "Fix", "About");
        foreach (var rule in All())
            table.AddRow(rule.Id, rule.Name, DefaultOf(rule), IsFixable(rule) ? "yes" : "", rule.Category);
        Terminal.CreateConsole(UnbrokenWidth).Write(table);
    }

    private static void WriteJson()
    {
        using var output = Console.OpenStandardOutput();
        using (var json = new Utf8JsonWriter(output, FindingJson.Options with { Indented = true }))
        {
            json.WriteStartArray();
            foreach (var rule in All())
            {
                json.WriteStartObject();
                json.WriteString("id"u8, rule.Id);
                json.WriteString("name"u8, rule.Name);
                json.WriteString("default"u8, DefaultOf(rule));
                json.WriteBoolean("fixable"u8, IsFixable(rule));
                json.WriteString("category"u8, rule.Category);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        output.Write("\n"u8);
    }

    /// <summary>Ours, and those that the newsroom's configuration defines. What a rule in C# is called its file tells, and what else it is only a run of it.</summary>
    private static IEnumerable<DiagnosticDescriptor> All() => RuleCatalogue.Descriptors.Concat(OwnRules.SelectMany(static rule => rule.SupportedDiagnostics));

    private static bool IsFixable(DiagnosticDescriptor rule) =>
        RuleCatalogue.IsFixable(rule.Id) || OwnRules.Any(own => own.Definition.Id == rule.Id && own.Definition.Replacement is not null);

    private static string DefaultOf(DiagnosticDescriptor rule) => RuleSeverities.WordFor(rule.IsEnabledByDefault ? rule.DefaultSeverity : null);
}
