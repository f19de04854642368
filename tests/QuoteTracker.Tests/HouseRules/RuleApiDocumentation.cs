using System.Reflection;
using System.Xml.Linq;

namespace QuoteTracker.Tests.HouseRules;

/// <summary>The documentation comments of an assembly, by member.</summary>
internal sealed class RuleApiDocumentation(Assembly assembly)
{
    private readonly Dictionary<string, XElement> _byId = XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")).Descendants("member")
        .ToDictionary(static member => member.Attribute("name")!.Value, StringComparer.Ordinal);

    /// <summary>What a member says of itself: its summary, that of the one it inherits from, or of a record the parameter that it is. Empty where there is nothing.</summary>
    public string SummaryOf(MemberInfo member)
    {
        if (Find(IdOf(member)) is { } own && (own.Element("summary")?.Value ?? own.Element("inheritdoc")?.ToString()) is { Length: > 0 } summary) return summary;
        var type = member as Type ?? member.DeclaringType!;
        if (member is ConstructorInfo) return SummaryOf(type);
        return Find(IdOf(type))?.Elements("param").FirstOrDefault(one => one.Attribute("name")!.Value == member.Name)?.Value ?? "";
    }

    /// <summary>All that is said of a member, and of the type that it is one of.</summary>
    public string AllOf(MemberInfo member) =>
        $"{Find(IdOf(member))} {Inherited(member)} {SummaryOf(member)} {(member is Type ? "" : SummaryOf(member.DeclaringType!))} {(member is ConstructorInfo ? Find(IdOf(member.DeclaringType!)) : "")}";

    public bool TellsOfErrors(MemberInfo member) => Find(IdOf(member))?.Element("exception") is not null || Inherited(member).Contains("<exception", StringComparison.Ordinal);

    /// <summary>What stands at the member that an <c>inheritdoc</c> names, however many there are between.</summary>
    private string Inherited(MemberInfo member)
    {
        var text = "";
        for (var at = Find(IdOf(member)); at?.Element("inheritdoc")?.Attribute("cref")?.Value is { } from; text += at) at = Find(from);
        return text;
    }

    private XElement? Find(string id) => _byId.GetValueOrDefault(id);

    private static string IdOf(MemberInfo member) => member switch
    {
        Type type => $"T:{NameOf(type)}",
        PropertyInfo property => $"P:{NameOf(property.DeclaringType!)}.{property.Name}",
        FieldInfo field => $"F:{NameOf(field.DeclaringType!)}.{field.Name}",
        MethodBase method => $"M:{NameOf(method.DeclaringType!)}.{(method is ConstructorInfo ? "#ctor" : method.Name)}{ParametersOf(method)}",
        _ => "",
    };

    private static string ParametersOf(MethodBase method) =>
        method.GetParameters() is { Length: > 0 } parameters ? $"({string.Join(",", parameters.Select(static parameter => NameOf(parameter.ParameterType)))})" : "";

    private static string NameOf(Type type)
    {
        if (type.IsArray) return NameOf(type.GetElementType()!) + "[]";
        if (!type.IsConstructedGenericType) return type.FullName!.Replace('+', '.');
        var definition = type.GetGenericTypeDefinition().FullName!;
        return $"{definition[..definition.IndexOf('`', StringComparison.Ordinal)].Replace('+', '.')}{{{string.Join(",", type.GetGenericArguments().Select(NameOf))}}}";
    }
}
