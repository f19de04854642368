using QuoteTracker.Core.Rules;
using QuoteTracker.HouseRules.Compiling;
using Xunit;

namespace QuoteTracker.Tests.HouseRules;

/// <summary>What the compiler says of a rule's file, and where. <c>§</c> stands before the place.</summary>
public sealed class RuleCompilerTests
{
    private const string Head = """
        using System.Collections.Immutable;
        using Microsoft.CodeAnalysis;
        using Microsoft.CodeAnalysis.Text;
        using QuoteTracker.Core.Model;
        using QuoteTracker.Core.Rules;

        """;

    [Fact]
    public void A_good_rule_compiles_to_an_assembly()
    {
        var compiled = Compile(RuleWith("""
            foreach (var attribution in context.Model.Attributions.Where(a => a.Confidence > 0.5).OrderBy(a => a.Id))
            {
                var words = context.TextOf(attribution.Content[0]).Split(' ');
                if (words is [var first, ..] && first.Length > 3) context.Report(attribution.Content[0], $"{first} {words.Length:N0}");
                foreach (var pair in new Dictionary<string, int> { ["a"] = 1 }) context.Cancellation.ThrowIfCancellationRequested();
            }
            """));
        Assert.Empty(compiled.Faults);
        Assert.Equal("OwnRule", compiled.Class);
        Assert.NotEmpty(compiled.Assembly);
    }

    [Fact]
    public void The_same_text_compiles_to_the_same_bytes() =>
        Assert.True(Compile(RuleWith("")).Assembly.AsSpan().SequenceEqual(Compile(RuleWith("")).Assembly.AsSpan()));

    /// <summary>Ways around the list, each of them found at its place.</summary>
    [Theory]
    [InlineData("var x = System.IO.§File.ReadAllText(\"a\");", "System.IO.File")]
    [InlineData("using var x = new §System.Net.Sockets.TcpClient();", null)]
    [InlineData("§System.Diagnostics.Process.Start(\"a\");", null)]
    [InlineData("var x = context.§GetType().Assembly;", "Object.GetType")]
    [InlineData("var x = §typeof(string);", "'typeof'")]
    [InlineData("new System.Threading.§Thread(() => { }).Start();", "System.Threading.Thread")]
    [InlineData("System.Threading.Tasks.§Task.Run(() => { });", "System.Threading.Tasks.Task")]
    [InlineData("var x = §Environment.GetEnvironmentVariable(\"PATH\");", "System.Environment")]
    [InlineData("var x = §DateTime.Now;", "System.DateTime")]
    [InlineData("var x = System.Diagnostics.§Stopwatch.StartNew();", "System.Diagnostics.Stopwatch")]
    [InlineData("var x = §Guid.NewGuid();", "System.Guid")]
    [InlineData("var x = new §Random().Next();", "System.Random")]
    [InlineData("§dynamic x = 1;", "'dynamic'")]
    [InlineData("§unsafe { int* p = null; }", "'unsafe'")]
    [InlineData("var x = §stackalloc int[1];", "'stackalloc'")]
    [InlineData("§lock (context) { }", "'lock'")]
    [InlineData("var x = §__makeref(context);", "a typed reference")]
    [InlineData("Func<string, string> read = System.IO.§File.ReadAllText;", "System.IO.File")]
    [InlineData("Action<string> write = §Console.WriteLine;", null)]
    [InlineData("var x = ((Exception)null!).§TargetSite;", "System.Reflection.MethodBase")]
    [InlineData("Action a = () => { }; var x = a.§Method;", "System.Delegate")]
    [InlineData("var x = §Activator.CreateInstance<object>();", "System.Activator")]
    [InlineData("var x = §MetadataReference.CreateFromFile(\"a\");", "Microsoft.CodeAnalysis.MetadataReference")]
    [InlineData("var x = context.Cancellation.§WaitHandle;", "CancellationToken.WaitHandle")]
    [InlineData("System.Globalization.CultureInfo.§CurrentCulture = System.Globalization.CultureInfo.InvariantCulture;", "CultureInfo.CurrentCulture")]
    [InlineData("System.Text.RegularExpressions.Regex.§CacheSize = 1;", "Regex.CacheSize")]
    [InlineData("var x = §GC.GetTotalMemory(false);", "System.GC")]
    [InlineData("§AppDomain.CurrentDomain.ToString();", "System.AppDomain")]
    [InlineData("var x = System.Linq.Enumerable.Range(0, 1).§AsQueryable();", null)]
    [InlineData("var x = new QuoteTracker.Core.§ArticleAnalyzer(context.Registry);", "QuoteTracker.Core.ArticleAnalyzer")]
    [InlineData("#pragma warning disable\nvar x = §Environment.MachineName;", "System.Environment")]
    public void What_a_rule_may_not_use_is_found(string statement, string? what)
    {
        var source = RuleWith(statement);
        var compiled = Compile(source);
        Assert.Empty(compiled.Assembly);
        // A type of an assembly that rules are not compiled against does not even compile.
        if (what is null) Assert.All(compiled.Faults, fault => Assert.Equal(HouseFaults.RuleDoesNotCompile.Id, fault.Id));
        else Assert.Contains((HouseFaults.ForbiddenInRule.Id, what, source.IndexOf('§', StringComparison.Ordinal)), compiled.Faults.Select(fault => (fault.Id, fault.Message, PlaceOf(source, fault.Span.Start))));
    }

    [Theory]
    [InlineData("private static §int _count;", "_count, which can be changed: state that outlives an article")]
    [InlineData("private static readonly List<string> §_words = [];", "_words, whose content can be changed")]
    [InlineData("private static readonly string[] §_words = [];", "_words, whose content can be changed")]
    [InlineData("private int §_count;", "_count, which can be changed")]
    [InlineData("public static int §Count { get; set; }", "Count, which can be changed")]
    [InlineData("private static readonly Box §_box = new(); private sealed class Box { public int Value; }", "_box, whose content can be changed")]
    [InlineData("§~OwnRule() { }", null)]
    [InlineData("[System.Runtime.InteropServices.§DllImport(\"c\")] private static extern int getpid();", null)]
    [InlineData("[§System.Runtime.CompilerServices.ModuleInitializer] internal static void Begin() { }", "System.Runtime.CompilerServices.ModuleInitializerAttribute")]
    [InlineData("private §async void Later() { }", "'async'")]
    [InlineData("private static §event Action? Happened;", null)]
    public void State_and_what_runs_by_itself_are_found(string member, string? what)
    {
        var compiled = Compile(RuleWith("", member));
        Assert.Empty(compiled.Assembly);
        Assert.Contains(compiled.Faults, fault => fault.Id == HouseFaults.ForbiddenInRule.Id && (what is null || fault.Message.StartsWith(what, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("private const int Most = 3;")]
    [InlineData("private static readonly ImmutableArray<string> _words = [\"a\"];")]
    [InlineData("private static readonly System.Collections.Frozen.FrozenSet<string> _words = System.Collections.Frozen.FrozenSet.ToFrozenSet([\"a\"]);")]
    [InlineData("private static readonly System.Text.RegularExpressions.Regex _words = new(\"a\");")]
    [InlineData("private static IEnumerable<int> Numbers() { yield return 1; }")]
    [InlineData("private sealed record Pair(string One, int Other);")]
    [InlineData("private static string WordFor(int count) => count switch { 1 => \"one\", > 1 and < 10 => $\"{count:N0}\", _ => string.Join(\", \", Enumerable.Range(0, count)) };")]
    public void What_keeps_nothing_is_let_pass(string member) => Assert.Empty(Compile(RuleWith("", member)).Faults);

    [Theory]
    [InlineData("class A { }", "it has no class that derives from ArticleRule")]
    [InlineData("", "it has no class that derives from ArticleRule")]
    public void A_file_without_a_rule_is_told(string text, string fault)
    {
        var found = Assert.Single(Compile(text).Faults);
        Assert.Equal((HouseFaults.UnusableRule.Id, fault), (found.Id, found.Message));
    }

    [Fact]
    public void A_second_rule_in_a_file_is_told() => Assert.Contains("after OwnRule", Assert.Single(Compile(
        RuleWith("") + "public sealed class Second : ArticleRule { public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => []; public override void Initialize(RuleContext context) { } }").Faults).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("namespace §System.Runtime.CompilerServices { class IgnoresAccessChecksToAttribute : Attribute { } }")]
    [InlineData("[§assembly: System.Reflection.AssemblyTitle(\"a\")]")]
    public void What_the_runtime_believes_by_name_is_found(string text)
    {
        var source = text.StartsWith('[') ? Head + text + RuleWith("")[Head.Length..] : RuleWith("") + text;
        Assert.Contains(Compile(source).Faults, fault => PlaceOf(source, fault.Span.Start) == source.IndexOf('§', StringComparison.Ordinal));
    }

    [Fact]
    public void What_does_not_compile_is_told_at_its_place()
    {
        var source = RuleWith("var x = §nothing;");
        var fault = Assert.Single(Compile(source).Faults);
        Assert.Equal(HouseFaults.RuleDoesNotCompile.Id, fault.Id);
        Assert.Equal("The name 'nothing' does not exist in the current context (CS0103)", fault.Message);
        Assert.Equal(source.IndexOf('§', StringComparison.Ordinal), PlaceOf(source, fault.Span.Start));
    }

    /// <summary>An offset in the compiled text as one in the text with its mark.</summary>
    private static int PlaceOf(string source, int offset) => offset > source.IndexOf('§', StringComparison.Ordinal) ? offset + 1 : offset;

    private static CompiledRule Compile(string source) => RuleCompiler.Compile("/newsroom/house-rules/own-rule.cs", source.Replace("§", "", StringComparison.Ordinal));

    private static string RuleWith(string statements, string member = "") => Head + $$"""
        public sealed class OwnRule : ArticleRule
        {
            private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create("HR0001", "own-rule", RuleGroup.House, DiagnosticSeverity.Warning, "{0}");

            public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptor];

            public override void Initialize(RuleContext context) => context.RegisterArticleAction(Check);

            private static void Check(RuleActionContext context)
            {
        {{statements}}
            }

            {{member}}
        }

        """;
}
