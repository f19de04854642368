using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Rules;

namespace QuoteTracker.HouseRules.Compiling;

/// <summary>Compiles rules, each file by itself so that its faults cost no other. Nothing of the code runs here.</summary>
public static class RuleCompiler
{
    /// <summary>Beyond this the rest is not worth a look.</summary>
    private const int MaxFaults = 100;

    /// <summary>As projects of the .NET SDK have them.</summary>
    private const string ImplicitUsings = "global using System; global using System.Collections.Generic; global using System.Linq;";

    private static readonly string[] References =
    [
        "System.Runtime", "System.Private.CoreLib", "System.Collections", "System.Collections.Immutable", "System.Linq", "System.Memory",
        "System.Text.RegularExpressions",
    ];

    private static readonly Lazy<ImmutableArray<MetadataReference>> LazyReferences = new(FindReferences);

    private static readonly CSharpParseOptions Parse = new(LanguageVersion.Latest, DocumentationMode.Parse);

    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    /// <param name="path">The rule's file; its name names the assembly.</param>
    public static CompiledRule Compile(string path, string text, CancellationToken cancellation = default)
    {
        var tree = CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), Parse, path, cancellation);
        var compilation = CSharpCompilation.Create(
            "HouseRule." + Path.GetFileNameWithoutExtension(path),
            [tree, CSharpSyntaxTree.ParseText(ImplicitUsings, Parse, cancellationToken: cancellation)],
            LazyReferences.Value,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, deterministic: true, nullableContextOptions: NullableContextOptions.Enable,
                // Rules are compiled one after the other, and in a process of their own.
                concurrentBuild: false));
        var faults = FaultsOf(compilation, tree, cancellation);
        var (rule, place) = FindRule(compilation, tree, faults);
        if (faults.Count > 0) return new CompiledRule([], rule, place, [.. faults.OrderBy(static fault => fault.Span).Take(MaxFaults)]);

        using var assembly = new MemoryStream();
        var emitted = compilation.Emit(assembly, cancellationToken: cancellation);
        if (!emitted.Success) faults.AddRange(emitted.Diagnostics.Where(static found => found.Severity == DiagnosticSeverity.Error).Select(FaultOf));
        else if (MetadataCheck.Fault(assembly.ToArray()) is { } hidden) faults.Add(new RuleFileFault(HouseFaults.ForbiddenInRule.Id, place, hidden));
        return new CompiledRule(faults.Count == 0 ? [.. assembly.ToArray()] : [], rule, place, [.. faults]);
    }

    private static List<RuleFileFault> FaultsOf(CSharpCompilation compilation, SyntaxTree tree, CancellationToken cancellation)
    {
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: true);
        var analysis = compilation.WithAnalyzers([new ForbiddenSymbolAnalyzer()], options);
        var found = analysis.GetAllDiagnosticsAsync(cancellation).GetAwaiter().GetResult();
        // An analyzer that broke (AD0001) looked at nothing: its warning counts as an error.
        return [.. found.Where(one => one.Severity == DiagnosticSeverity.Error || one.Id is "AD0001" || one.Id == HouseFaults.ForbiddenInRule.Id)
            .Where(one => one.Location.SourceTree is null || one.Location.SourceTree == tree)
            .Select(FaultOf)];
    }

    private static RuleFileFault FaultOf(Diagnostic found) => found.Properties.GetValueOrDefault(ForbiddenSymbolAnalyzer.What) is { } forbidden
        ? new RuleFileFault(found.Id, found.Location.SourceSpan, forbidden)
        : new RuleFileFault(HouseFaults.RuleDoesNotCompile.Id, found.Location.SourceSpan, $"{found.GetMessage(CultureInfo.InvariantCulture)} ({found.Id})");

    private static (string Class, TextSpan Place) FindRule(CSharpCompilation compilation, SyntaxTree tree, List<RuleFileFault> faults)
    {
        var rules = RuleClasses.In(compilation, tree);
        if (rules.Count == 0)
        {
            if (faults.Count == 0) faults.Add(new RuleFileFault(HouseFaults.UnusableRule.Id, default, "it has no class that derives from ArticleRule"));
            return ("", default);
        }
        var (rule, place) = rules[0];
        if (rules.Count > 1) faults.Add(new RuleFileFault(HouseFaults.UnusableRule.Id, rules[1].Place.SourceSpan, $"it is the second rule of this file, after {rule.Name}: give each rule a file of its own"));
        if (rule.IsGenericType || !rule.InstanceConstructors.Any(static constructor => constructor.Parameters.IsEmpty && constructor.DeclaredAccessibility == Accessibility.Public))
            faults.Add(new RuleFileFault(HouseFaults.UnusableRule.Id, place.SourceSpan, "it has no public constructor without parameters"));
        return (MetadataNameOf(rule), place.SourceSpan);
    }

    private static string MetadataNameOf(INamedTypeSymbol type)
    {
        if (type.ContainingType is { } outer) return $"{MetadataNameOf(outer)}+{type.MetadataName}";
        return type.ContainingNamespace.IsGlobalNamespace ? type.MetadataName : $"{type.ContainingNamespace.ToDisplayString()}.{type.MetadataName}";
    }

    /// <summary>The runtime's own assemblies that hold what a rule may name, no others; and the rule API.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ImmutableArray<MetadataReference> FindReferences()
    {
        var folder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return
        [
            .. References.Select(name => MetadataReference.CreateFromFile(Path.Combine(folder, name + ".dll"))),
            MetadataReference.CreateFromFile(typeof(DiagnosticDescriptor).Assembly.Location),
            MetadataReference.CreateFromFile(typeof(ArticleRule).Assembly.Location),
        ];
    }
}
