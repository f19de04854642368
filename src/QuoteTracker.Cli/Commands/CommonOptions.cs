using System.CommandLine;

namespace QuoteTracker.Cli.Commands;

/// <summary>Options that several commands have.</summary>
public static class CommonOptions
{
    private const int MostJobs = 256;

    public static Option<int> Jobs()
    {
        var option = new Option<int>("--jobs", "-j")
        {
            Description = "How many articles to work on at once",
            HelpName = "N",
            DefaultValueFactory = _ => Environment.ProcessorCount,
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<int>() is < 1 or > MostJobs) result.AddError($"--jobs takes a number from 1 to {MostJobs}.");
        });
        return option;
    }
}
