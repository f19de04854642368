using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Rules;
using QuoteTracker.Core.Speakers;
using QuoteTracker.HouseRules.Compiling;
using QuoteTracker.Tests.RuleTests;
using Xunit;

namespace QuoteTracker.Tests.HouseRules;

/// <summary>
/// What rules may rely on: all that <see cref="ArticleRule"/> and <see cref="FixProvider"/> lead to. <c>QUOTETRACKER_UPDATE=1</c> writes the file afresh, and the
/// difference says what a newsroom's rules lose or gain.
/// </summary>
public sealed partial class HouseRuleApiTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Assembly Core = typeof(ArticleRule).Assembly;

    private static readonly string[] Synthesized = ["Equals", "GetHashCode", "ToString", "PrintMembers", "<Clone>$", "Deconstruct", "get_EqualityContract", "EqualityContract", "op_Equality", "op_Inequality"];

    private static readonly List<Type> Types = Reachable();

    [Fact]
    public void The_api_is_what_its_file_says()
    {
        var path = Repository.PathOf("docs", "house-rules-api.txt");
        var text = "# What a house rule in C# may use of QuoteTracker. A test keeps this file true.\n" + string.Concat(Types.Select(Describe));
        if (Environment.GetEnvironmentVariable("QUOTETRACKER_UPDATE") == "1") File.WriteAllText(path, text);
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), text);
    }

    [Fact]
    public void Every_type_and_member_of_it_says_what_it_is() =>
        AssertNone(Documented.Where(static member => Documentation.SummaryOf(member).Trim().Length == 0));

    [Fact]
    public void What_takes_or_gives_places_says_their_units() => AssertNone(Documented
        .Where(static member => UsedBy(member).Any(HoldsPlaces) || Offsets(member).Any())
        .Where(static member => !Units().IsMatch(Documentation.AllOf(member))));

    [Fact]
    public void What_is_given_a_place_says_what_happens_where_it_is_none() => AssertNone(Documented
        .OfType<MethodInfo>()
        .Where(static method => (method.GetParameters().Any(static parameter => parameter.ParameterType == typeof(TextSpan)) || Offsets(method).Any()) && RefusesPlacesOutside(method))
        .Where(static method => !Documentation.TellsOfErrors(method)));

    private static readonly RuleApiDocumentation Documentation = new(Core);

    /// <summary>Without what the names of an enumeration's values say by themselves.</summary>
    private static IEnumerable<MemberInfo> Documented => Types.Concat(Types.Where(static type => !type.IsEnum)
        .SelectMany(MembersOf)
        .Where(static member => member.Name != "get_Name"));

    private static bool HoldsPlaces(Type type) =>
        type == typeof(TextSpan) || type == typeof(TextSpan?) || (type.IsConstructedGenericType && type.GetGenericArguments().Any(HoldsPlaces));

    /// <summary>Tries it on an article; what is not tried here refuses them.</summary>
    private static bool RefusesPlacesOutside(MethodInfo method)
    {
        var article = new Article("a.txt", "“We knew,” said Ada Vaughn.");
        if (!method.IsStatic && method.DeclaringType != typeof(Article)) return true;
        // A method that gives a span of characters cannot be called by reflection.
        if (method.ReturnType.IsByRefLike) return true;
        var places = new Stack<object>([new TextSpan(1_000_000, 5), new TextSpan(0, 1)]);
        bool hasTwo = method.GetParameters().Count(static parameter => parameter.ParameterType == typeof(TextSpan)) == 2;
        if (!hasTwo) places.Pop();
        object?[] arguments = [.. method.GetParameters().Select(parameter =>
            parameter.ParameterType == typeof(ArticleModel) ? new ArticleAnalyzer(Registry.Empty).Analyze(article) : parameter.ParameterType == typeof(int) ? 1_000_000 : places.Pop())];
        try
        {
            method.Invoke(article, arguments);
            return false;
        }
        catch (TargetInvocationException refusal)
        {
            Assert.IsType<ArgumentOutOfRangeException>(refusal.InnerException);
            return true;
        }
    }

    private static IEnumerable<ParameterInfo> Offsets(MemberInfo member) =>
        member is MethodInfo method ? method.GetParameters().Where(static parameter => parameter.ParameterType == typeof(int) && parameter.Name == "offset") : [];

    private static void AssertNone(IEnumerable<MemberInfo> members)
    {
        var names = string.Join('\n', members.Select(NameOf));
        Assert.True(names.Length == 0, names);
    }

    private static string NameOf(MemberInfo member) => $"{member.DeclaringType?.Name}.{member.Name}{(member is MethodBase method ? $"({Parameters(method)})" : "")}";

    [GeneratedRegex(@"UTF-16 (offset|unit)s?")]
    private static partial Regex Units();

    private static List<Type> Reachable()
    {
        var found = new HashSet<Type>();
        var open = new Queue<Type>([typeof(ArticleRule), typeof(FixProvider), typeof(RuleContext), typeof(RuleDescriptor), typeof(RuleGroup), typeof(ArticleLayout)]);
        while (open.TryDequeue(out var type))
        {
            if (type.HasElementType) open.Enqueue(type.GetElementType()!);
            foreach (var argument in type.GetGenericArguments()) open.Enqueue(argument);
            if (type.Assembly != Core || !AllowedSymbols.IsAllowed(type.Namespace!, type.Name) || !found.Add(type)) continue;
            foreach (var member in MembersOf(type)) foreach (var used in UsedBy(member)) open.Enqueue(used);
        }
        return [.. found.OrderBy(type => type.FullName, StringComparer.Ordinal)];
    }

    private static IEnumerable<MemberInfo> MembersOf(Type type) => type.GetMembers(Declared)
        .Where(member => !Synthesized.Contains(member.Name) && !member.Name.Contains('<', StringComparison.Ordinal))
        .Where(IsVisible);

    private static bool IsVisible(MemberInfo member) => member switch
    {
        ConstructorInfo constructor => constructor.IsPublic && !IsCopy(constructor),
        MethodInfo method => (method.IsPublic || method.IsFamily) && !method.Name.StartsWith("set_", StringComparison.Ordinal) && !IsAccessor(method),
        PropertyInfo property => property.GetMethod is { } get && (get.IsPublic || get.IsFamily),
        FieldInfo field => field.IsPublic && !field.IsSpecialName,
        _ => false,
    };

    private static bool IsCopy(ConstructorInfo constructor) => constructor.GetParameters() is [var only] && only.ParameterType == constructor.DeclaringType;

    private static bool IsAccessor(MethodInfo method) => method.DeclaringType!.GetProperties(Declared).Any(property => property.GetMethod == method || property.SetMethod == method);

    private static IEnumerable<Type> UsedBy(MemberInfo member) => member switch
    {
        ConstructorInfo constructor => constructor.GetParameters().Select(parameter => parameter.ParameterType),
        MethodInfo method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType),
        PropertyInfo property => [property.PropertyType],
        FieldInfo field => [field.FieldType],
        _ => [],
    };

    private static string Describe(Type type)
    {
        var text = new StringBuilder();
        string kind = type.IsEnum ? "enum" : type.IsValueType ? "struct" : type.IsAbstract && type.IsSealed ? "static class" : type.IsAbstract ? "abstract class" : "class";
        text.Append('\n').Append(kind).Append(' ').Append(type.FullName!.Replace('+', '.')).Append('\n');
        foreach (var line in MembersOf(type).Select(member => type.IsEnum ? member.Name : Line(member)).Order(StringComparer.Ordinal)) text.Append("    ").Append(line).Append('\n');
        return text.ToString();
    }

    private static string Line(MemberInfo member) => member switch
    {
        ConstructorInfo constructor => $"new({Parameters(constructor)})",
        MethodInfo method => $"{Modifiers(method)}{Name(method.ReturnType)} {method.Name}({Parameters(method)})",
        PropertyInfo property => $"{Modifiers(property.GetMethod!)}{Name(property.PropertyType)} {property.Name} {{ get; {(property.SetMethod is { IsPublic: true } ? "init; " : "")}}}",
        FieldInfo field => $"{(field.IsLiteral ? "const " : field.IsStatic ? "static " : "")}{Name(field.FieldType)} {field.Name}",
        _ => member.Name,
    };

    private static string Modifiers(MethodInfo method) => (method.IsFamily ? "protected " : "") + (method.IsStatic ? "static " : method.IsAbstract ? "abstract " : "");

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter => $"{Name(parameter.ParameterType)} {parameter.Name}"));

    private static string Name(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } value) return Name(value) + "?";
        if (type.IsArray) return Name(type.GetElementType()!) + "[]";
        if (!type.IsGenericType) return type.Name;
        return $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>";
    }
}
