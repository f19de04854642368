using Spectre.Console;

namespace QuoteTracker.Cli.Formats;

/// <summary>What the output can show.</summary>
public static class Terminal
{
    private const int Narrowest = 40, Widest = 160;

    /// <summary>The cells of a line, of a terminal of any common width.</summary>
    public static int Width => Math.Clamp(Console.WindowWidth, Narrowest, Widest);

    /// <summary>For tables and pages; plain where the output goes on to another program.</summary>
    /// <param name="redirectedWidth">The cells of a line there.</param>
    public static IAnsiConsole CreateConsole(int redirectedWidth)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(Console.Out),
            Ansi = Console.IsOutputRedirected ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = Console.IsOutputRedirected || !AllowsColour ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
        });
        if (Console.IsOutputRedirected) console.Profile.Width = redirectedWidth;
        return console;
    }

    /// <param name="choice"><c>auto</c>, <c>always</c> or <c>never</c>.</param>
    /// <param name="isTerminal">The output goes to one.</param>
    public static TextStyle StyleFor(string choice, bool isTerminal) => choice switch
    {
        "always" => TextStyle.Colour,
        "never" => TextStyle.Plain,
        _ => isTerminal && AllowsColour && UnderstandsCodes() ? TextStyle.Colour : TextStyle.Plain,
    };

    /// <summary>See no-color.org: set to anything, it asks for none.</summary>
    private static bool AllowsColour => string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    /// <summary>A Windows console must be told to read escape codes; Spectre.Console knows how, and elsewhere is not worth its time to start.</summary>
    private static bool UnderstandsCodes() =>
        OperatingSystem.IsWindows() ? AnsiConsole.Profile.Capabilities.Ansi : Environment.GetEnvironmentVariable("TERM") is not ("dumb" or "" or null);
}
