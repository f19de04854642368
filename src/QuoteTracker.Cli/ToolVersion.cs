using System.Reflection;

namespace QuoteTracker.Cli;

/// <summary>Which release this is.</summary>
public static class ToolVersion
{
    /// <summary><c>0.1.0</c>.</summary>
    public static string Current { get; } =
        typeof(ToolVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
}
