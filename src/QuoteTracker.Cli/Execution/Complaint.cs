using QuoteTracker.Cli.Formats;

namespace QuoteTracker.Cli.Execution;

/// <summary>What the user must know beside the output.</summary>
public static class Complaint
{
    public static void Write(string message) => Console.Error.WriteLine($"quotetracker: {VisibleText.Of(message)}");
}
