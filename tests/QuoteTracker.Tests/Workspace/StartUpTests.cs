using System.Reflection;
using System.Runtime.Loader;
using QuoteTracker.Workspace.Articles;
using Xunit;

namespace QuoteTracker.Tests.Workspace;

/// <summary>What a run does not need, it does not load.</summary>
public class StartUpTests
{
    [Fact]
    public void A_text_article_in_a_folder_with_no_yaml_loads_no_parser()
    {
        using var folder = new TempFolder();
        folder.Write("a.txt", "“No,” she said.");
        var loaded = LoadedFor("a.txt", folder);
        Assert.DoesNotContain(loaded, name => name is "Markdig" or "YamlDotNet" or "Microsoft.Extensions.FileSystemGlobbing");
    }

    [Fact]
    public void Markdown_loads_its_parser_alone()
    {
        using var folder = new TempFolder();
        folder.Write("a.md", "“No,” *she* said.");
        var loaded = LoadedFor("a.md", folder);
        Assert.Contains("Markdig", loaded);
        Assert.DoesNotContain("YamlDotNet", loaded);
    }

    [Fact]
    public void A_registry_loads_its_parser_alone()
    {
        using var folder = new TempFolder();
        folder.Write("a.txt", "“No,” she said.");
        folder.Write("speakers.yaml", "speakers: []\n");
        var loaded = LoadedFor("a.txt", folder);
        Assert.Contains("YamlDotNet", loaded);
        Assert.DoesNotContain("Markdig", loaded);
    }

    /// <summary>The assemblies that finding and reading one named file loads, in a load context of its own.</summary>
    private static HashSet<string> LoadedFor(string name, TempFolder folder)
    {
        var context = new RecordingContext();
        try
        {
            var workspace = context.LoadFromAssemblyName(typeof(ArticleReader).Assembly.GetName());
            var finderType = workspace.GetType("QuoteTracker.Workspace.NewsroomFinder", throwOnError: true)!;
            var descriptors = Array.CreateInstance(context.LoadFromAssemblyName(new AssemblyName("Microsoft.CodeAnalysis")).GetType("Microsoft.CodeAnalysis.DiagnosticDescriptor", throwOnError: true)!, 0);
            var finder = Activator.CreateInstance(finderType, descriptors, null);
            var found = workspace.GetType("QuoteTracker.Workspace.Discovery.ArticleDiscovery", throwOnError: true)!.GetMethod("Find")!
                .Invoke(null, [new[] { folder[name] }, finder, null])!;
            Assert.Single((System.Collections.IEnumerable)found.GetType().GetProperty("Files")!.GetValue(found)!);
            var reading = workspace.GetType("QuoteTracker.Workspace.Articles.ArticleReader", throwOnError: true)!.GetMethod("Read")!
                .Invoke(null, [folder[name], ArticleReader.DefaultMaxBytes])!;
            Assert.NotNull(reading.GetType().GetProperty("Article")!.GetValue(reading));
            return context.Names;
        }
        finally
        {
            context.Unload();
        }
    }

    private sealed class RecordingContext() : AssemblyLoadContext("start-up", isCollectible: true)
    {
        public HashSet<string> Names { get; } = [];

        protected override Assembly? Load(AssemblyName assemblyName)
        {
            Names.Add(assemblyName.Name!);
            var path = Path.Combine(AppContext.BaseDirectory, assemblyName.Name + ".dll");
            return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
        }
    }
}
