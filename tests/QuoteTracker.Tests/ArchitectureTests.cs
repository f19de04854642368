using System.Reflection;
using System.Xml.Linq;
using QuoteTracker.Core;
using Xunit;

namespace QuoteTracker.Tests;

/// <summary>The layers of docs/architecture.md: each project fences one thing, and the arrows between them point one way.</summary>
public sealed class ArchitectureTests
{
    /// <summary>What each project may use, projects and packages alike. A project that is not here fails the test until somebody decides.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["QuoteTracker.Core"] = ["Microsoft.CodeAnalysis.Common"],
        ["QuoteTracker.Workspace"] = ["QuoteTracker.Core", "YamlDotNet", "Markdig", "AngleSharp", "Microsoft.Extensions.FileSystemGlobbing"],
        ["QuoteTracker.HouseRules"] = ["QuoteTracker.Core", "Microsoft.CodeAnalysis.CSharp"],
        ["QuoteTracker.Ide"] = ["QuoteTracker.Core", "QuoteTracker.Workspace"],
        ["QuoteTracker.LanguageServer"] = ["QuoteTracker.Ide"],
        ["QuoteTracker.Cli"] =
        [
            "QuoteTracker.Core", "QuoteTracker.Workspace", "QuoteTracker.HouseRules", "QuoteTracker.Ide", "QuoteTracker.LanguageServer",
            "System.CommandLine", "Spectre.Console", "DiffPlex", "Markdig",
        ],
        ["QuoteTracker.Training"] = ["QuoteTracker.Core", "System.CommandLine"],
    };

    private static readonly string Root = FindRoot();

    public static TheoryData<string> Projects() => [.. Directory.GetFiles(Path.Combine(Root, "src"), "*.csproj", SearchOption.AllDirectories).Select(path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_uses_what_its_layer_may(string project)
    {
        var file = XDocument.Load(Path.Combine(Root, "src", project, project + ".csproj"));
        var used = file.Descendants("PackageReference").Select(reference => reference.Attribute("Include")!.Value)
            .Concat(file.Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/'))));

        Assert.True(Allowed.ContainsKey(project), $"{project} has no place in the layers");
        Assert.Empty(used.Except(Allowed[project]));
    }

    [Fact]
    public void The_core_is_pure()
    {
        // Assemblies for what it must not do: the disk, the console, the network, processes.
        string[] forbidden = ["System.Console", "System.IO.FileSystem", "System.Net", "System.Diagnostics.Process"];
        var used = typeof(ArticleAnalyzer).Assembly.GetReferencedAssemblies().Select(name => name.Name!);
        Assert.DoesNotContain(used, name => forbidden.Any(part => name == part || name.StartsWith(part + ".", StringComparison.Ordinal)));
        Assert.DoesNotContain(used, name => name.StartsWith("QuoteTracker.", StringComparison.Ordinal));
    }

    [Fact]
    public void The_core_has_no_state_that_changes()
    {
        var writable = typeof(ArticleAnalyzer).Assembly.GetTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            // What the compiler keeps for itself (cached delegates) has a name that C# cannot write; scratch memory of one thread is no shared state.
            .Where(field => !field.IsInitOnly && !field.IsLiteral && !field.Name.Contains('<', StringComparison.Ordinal)
                && !field.DeclaringType!.Name.Contains('<', StringComparison.Ordinal) && field.GetCustomAttribute<ThreadStaticAttribute>() is null)
            .Select(field => $"{field.DeclaringType!.FullName}.{field.Name}");
        Assert.Empty(writable);
    }

    [Theory]
    [InlineData("File.")]
    [InlineData("Directory.")]
    [InlineData("Console.")]
    [InlineData("DateTime.Now")]
    [InlineData("DateTime.UtcNow")]
    [InlineData("Environment.")]
    public void The_sources_of_the_core_do_not_reach_out(string name)
    {
        var places = Directory.GetFiles(Path.Combine(Root, "src", "QuoteTracker.Core"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !Path.GetRelativePath(Root, path).Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"))
            .SelectMany(path => File.ReadLines(path).Select((line, index) => (Path: path, Line: index + 1, Text: line)))
            .Where(line => Mentions(line.Text, name))
            .Select(line => $"{Path.GetFileName(line.Path)}:{line.Line}: {line.Text.Trim()}");
        Assert.Empty(places);
    }

    /// <summary>Whoever lints must not wait for it to be loaded, and it comes along with a project reference.</summary>
    [Fact]
    public void Only_the_compiling_of_house_rules_knows_the_compiler()
    {
        var compiling = Path.Combine(Root, "src", "QuoteTracker.HouseRules", "Compiling") + Path.DirectorySeparatorChar;
        var places = Directory.GetFiles(Path.Combine(Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.StartsWith(compiling, StringComparison.Ordinal) && !Path.GetRelativePath(Root, path).Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"))
            .Where(path => File.ReadAllText(path).Contains("Microsoft.CodeAnalysis.CSharp", StringComparison.Ordinal))
            .Select(path => Path.GetRelativePath(Root, path));
        Assert.Empty(places);
    }

    /// <summary>As a whole word, outside a comment.</summary>
    private static bool Mentions(string line, string name)
    {
        var at = line.IndexOf(name, StringComparison.Ordinal);
        var comment = line.IndexOf("//", StringComparison.Ordinal);
        return at >= 0 && (comment < 0 || at < comment) && (at == 0 || !(char.IsLetterOrDigit(line[at - 1]) || line[at - 1] is '_' or '.' or '"'));
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "QuoteTracker.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("the tests run outside the repository");
    }
}
