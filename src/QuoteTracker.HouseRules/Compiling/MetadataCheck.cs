using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace QuoteTracker.HouseRules.Compiling;

/// <summary>
/// Looks once more at what was compiled, by its tables: whatever the analyzer of the source was blind to shows here as a reference to a type that neither a
/// rule nor the compiler has any business with.
/// </summary>
internal static class MetadataCheck
{
    /// <returns>The first thing that may not be there, null for a good assembly.</returns>
    public static string? Fault(ReadOnlySpan<byte> assembly)
    {
        using var image = new PEReader([.. assembly]);
        var metadata = image.GetMetadataReader();
        if (metadata.GetTableRowCount(TableIndex.ImplMap) > 0 || metadata.GetTableRowCount(TableIndex.ModuleRef) > 0) return "native code";
        foreach (var handle in metadata.TypeReferences)
        {
            var (space, name) = NameOf(metadata, handle);
            if (!AllowedSymbols.IsAllowed(space, name) && !AllowedSymbols.IsGenerated(space, name)) return $"{space}.{name}";
        }
        foreach (var handle in metadata.MemberReferences)
        {
            var member = metadata.GetMemberReference(handle);
            if (member.Parent.Kind != HandleKind.TypeReference) continue;
            var (space, name) = NameOf(metadata, (TypeReferenceHandle)member.Parent);
            var called = metadata.GetString(member.Name);
            if (!AllowedSymbols.IsAllowedMember($"{space}.{name}", called) || IsForbiddenBesideCompiler(space, name, called)) return $"{name}.{called}";
        }
        return null;
    }

    /// <summary>The outermost type, without the number of its parameters.</summary>
    private static (string Namespace, string Name) NameOf(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        while (type.ResolutionScope.Kind == HandleKind.TypeReference) type = metadata.GetTypeReference((TypeReferenceHandle)type.ResolutionScope);
        var name = metadata.GetString(type.Name);
        int tick = name.IndexOf('`', StringComparison.Ordinal);
        return (metadata.GetString(type.Namespace), tick < 0 ? name : name[..tick]);
    }

    /// <summary>What the compiler uses of types that otherwise lead anywhere.</summary>
    private static bool IsForbiddenBesideCompiler(string space, string name, string member) => $"{space}.{name}" switch
    {
        "System.Environment" => member is not "get_CurrentManagedThreadId",
        "System.Type" => member is not ("GetTypeFromHandle" or "op_Equality" or "op_Inequality"),
        "System.Delegate" or "System.MulticastDelegate" => member is not ("Combine" or "Remove"),
        _ => false,
    };
}
