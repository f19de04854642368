using Microsoft.CodeAnalysis;

namespace QuoteTracker.Cli.Formats;

/// <summary>Sets words off with a terminal's escape codes, or not at all. A whole library for this would cost more time than the lint of an article.</summary>
public sealed class TextStyle
{
    public static TextStyle Plain { get; } = new(hasColour: false);

    public static TextStyle Colour { get; } = new(hasColour: true);

    private readonly bool _hasColour;

    private TextStyle(bool hasColour) => _hasColour = hasColour;

    public string Strong(string text) => With("1", text);

    public string Faint(string text) => With("2", text);

    public string Of(DiagnosticSeverity severity, string text) => With(
        severity switch
        {
            DiagnosticSeverity.Error => "1;31",
            DiagnosticSeverity.Warning => "1;33",
            DiagnosticSeverity.Info => "1;34",
            _ => "1;36",
        },
        text);

    private string With(string code, string text) => _hasColour ? $"\e[{code}m{text}\e[0m" : text;
}
