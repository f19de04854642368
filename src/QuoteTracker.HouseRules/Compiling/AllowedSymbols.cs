using System.Collections.Frozen;
using Microsoft.CodeAnalysis;

namespace QuoteTracker.HouseRules.Compiling;

/// <summary>
/// What a rule's code may name. It is a list of what is allowed: what nobody thought of is forbidden. The list keeps honest code honest (no files, network,
/// processes, reflection, threads, environment or clocks); the boundary is the process that rules run in, and the user's trust.
/// </summary>
internal static class AllowedSymbols
{
    /// <summary>All types of these.</summary>
    private static readonly FrozenSet<string> _namespaces = FrozenSet.ToFrozenSet(
    [
        "System.Collections.Generic", "System.Collections.Immutable", "System.Collections.Frozen", "System.Linq", "System.Text.RegularExpressions",
        "System.Diagnostics.CodeAnalysis",
        "QuoteTracker.Core.Model", "QuoteTracker.Core.Speakers", "QuoteTracker.Core.Rules", "QuoteTracker.Core.Checking",
    ]);

    private static readonly FrozenSet<string> _types = FrozenSet.ToFrozenSet(
    [
        "System.Object", "System.ValueType", "System.Enum", "System.Void", "System.Boolean", "System.Char", "System.SByte", "System.Byte", "System.Int16",
        "System.UInt16", "System.Int32", "System.UInt32", "System.Int64", "System.UInt64", "System.Int128", "System.UInt128", "System.Single", "System.Double",
        "System.Decimal", "System.String", "System.Math", "System.MathF", "System.Array", "System.Nullable", "System.Tuple", "System.ValueTuple",
        "System.Action", "System.Func", "System.Predicate", "System.Comparison", "System.Converter", "System.Span", "System.ReadOnlySpan", "System.Memory",
        "System.ReadOnlyMemory", "System.MemoryExtensions", "System.Range", "System.Index", "System.StringComparison", "System.StringComparer",
        "System.StringSplitOptions", "System.StringNormalizationExtensions", "System.DateOnly", "System.TimeOnly", "System.TimeSpan", "System.DayOfWeek",
        "System.HashCode", "System.Convert", "System.FormattableString", "System.Attribute", "System.FlagsAttribute", "System.ObsoleteAttribute",
        "System.Exception", "System.SystemException", "System.ArgumentException", "System.ArgumentNullException", "System.ArgumentOutOfRangeException",
        "System.InvalidOperationException", "System.InvalidCastException", "System.NotSupportedException", "System.NotImplementedException",
        "System.FormatException", "System.OverflowException", "System.IndexOutOfRangeException", "System.NullReferenceException",
        "System.OperationCanceledException", "System.IEquatable", "System.IComparable", "System.IFormattable", "System.ISpanFormattable",
        "System.IFormatProvider", "System.IDisposable",
        "System.Collections.IEnumerable", "System.Collections.IEnumerator", "System.Collections.ICollection", "System.Collections.IList",
        "System.Collections.IEqualityComparer", "System.Collections.IComparer", "System.Collections.IStructuralEquatable", "System.Collections.IStructuralComparable",
        "System.Buffers.SearchValues", "System.Globalization.CultureInfo", "System.Globalization.NumberStyles", "System.Globalization.UnicodeCategory",
        "System.Globalization.CharUnicodeInfo", "System.Text.StringBuilder", "System.Text.Rune", "System.Text.NormalizationForm",
        "System.Text.StringRuneEnumerator", "System.Text.SpanRuneEnumerator", "System.Threading.CancellationToken",
        "QuoteTracker.Core.Claims.ArticleClaims", "QuoteTracker.Core.Claims.ClaimPlace", "QuoteTracker.Core.Claims.Claim", "QuoteTracker.Core.Claims.ClaimStatus",
        "QuoteTracker.Core.Claims.ClaimAnchor", "QuoteTracker.Core.Claims.ClaimSource", "QuoteTracker.Core.Claims.ClaimCheck", "QuoteTracker.Core.Claims.PastCheck",
        "QuoteTracker.Core.Claims.WordChange",
        "Microsoft.CodeAnalysis.DiagnosticDescriptor", "Microsoft.CodeAnalysis.DiagnosticSeverity", "Microsoft.CodeAnalysis.Diagnostic",
        "Microsoft.CodeAnalysis.Location", "Microsoft.CodeAnalysis.LocalizableString", "Microsoft.CodeAnalysis.FileLinePositionSpan",
        "Microsoft.CodeAnalysis.WellKnownDiagnosticTags",
        "Microsoft.CodeAnalysis.Text.SourceText", "Microsoft.CodeAnalysis.Text.TextSpan", "Microsoft.CodeAnalysis.Text.TextChange",
        "Microsoft.CodeAnalysis.Text.TextLine", "Microsoft.CodeAnalysis.Text.TextLineCollection", "Microsoft.CodeAnalysis.Text.LinePosition",
        "Microsoft.CodeAnalysis.Text.LinePositionSpan",
    ]);

    /// <summary>Members of allowed types that may not be used.</summary>
    private static readonly FrozenSet<string> _deniedMembers = FrozenSet.ToFrozenSet(["System.Object.GetType", "System.Exception.GetType", "System.Text.RegularExpressions.Regex.CacheSize"]);

    /// <summary>Types of which nothing but these may be used.</summary>
    private static readonly FrozenDictionary<string, string[]> _onlyMembers = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["System.Globalization.CultureInfo"] = ["InvariantCulture", "get_InvariantCulture"],
        ["System.Threading.CancellationToken"] = ["IsCancellationRequested", "ThrowIfCancellationRequested", "None", "get_IsCancellationRequested", "get_None"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What only the compiler writes: the analyzer lets none of it stand in a rule's own code.</summary>
    private static readonly FrozenSet<string> _generated = FrozenSet.ToFrozenSet(
    [
        "System.Runtime.CompilerServices.CompilationRelaxationsAttribute", "System.Runtime.CompilerServices.RuntimeCompatibilityAttribute",
        "System.Runtime.CompilerServices.CompilerGeneratedAttribute", "System.Runtime.CompilerServices.NullableAttribute",
        "System.Runtime.CompilerServices.NullableContextAttribute", "System.Runtime.CompilerServices.RefSafetyRulesAttribute",
        "System.Runtime.CompilerServices.ExtensionAttribute", "System.Runtime.CompilerServices.IsReadOnlyAttribute",
        "System.Runtime.CompilerServices.IsByRefLikeAttribute", "System.Runtime.CompilerServices.IsExternalInit",
        "System.Runtime.CompilerServices.IteratorStateMachineAttribute", "System.Runtime.CompilerServices.TupleElementNamesAttribute",
        "System.Runtime.CompilerServices.RequiredMemberAttribute", "System.Runtime.CompilerServices.CompilerFeatureRequiredAttribute",
        "System.Runtime.CompilerServices.ParamCollectionAttribute", "System.Runtime.CompilerServices.ScopedRefAttribute",
        "System.Runtime.CompilerServices.InlineArrayAttribute", "System.Runtime.CompilerServices.CollectionBuilderAttribute",
        "System.Runtime.CompilerServices.DefaultInterpolatedStringHandler", "System.Runtime.CompilerServices.RuntimeHelpers",
        "System.Runtime.CompilerServices.Unsafe", "System.Runtime.CompilerServices.SwitchExpressionException", "System.Runtime.CompilerServices.UnscopedRefAttribute",
        "System.Runtime.CompilerServices.AsyncStateMachineAttribute", "System.Runtime.CompilerServices.ITuple", "System.Runtime.CompilerServices.PreserveBaseOverridesAttribute",
        "System.Runtime.InteropServices.CollectionsMarshal", "System.Runtime.InteropServices.ImmutableCollectionsMarshal",
        "System.Runtime.InteropServices.MemoryMarshal", "System.Runtime.InteropServices.InAttribute",
        "System.Reflection.DefaultMemberAttribute", "System.ParamArrayAttribute", "System.RuntimeFieldHandle", "System.RuntimeTypeHandle", "System.Type",
        "System.Environment", "System.Delegate", "System.MulticastDelegate", "System.AsyncCallback", "System.IAsyncResult",
        "System.Diagnostics.DebuggerBrowsableAttribute", "System.Diagnostics.DebuggerDisplayAttribute", "System.Diagnostics.DebuggerBrowsableState", "System.Diagnostics.DebuggableAttribute",
        "System.Diagnostics.DebuggerHiddenAttribute", "System.Diagnostics.DebuggerStepThroughAttribute", "System.Security.UnverifiableCodeAttribute",
        "System.Text.CompositeFormat", "Microsoft.CodeAnalysis.EmbeddedAttribute",
    ]);

    /// <summary>Null for a type that may be named; else the part of it that may not.</summary>
    public static ITypeSymbol? Forbidden(ITypeSymbol? type, IAssemblySymbol own) => type switch
    {
        null or IErrorTypeSymbol or ITypeParameterSymbol => null,
        IArrayTypeSymbol array => Forbidden(array.ElementType, own),
        IPointerTypeSymbol or IFunctionPointerTypeSymbol or IDynamicTypeSymbol => type,
        INamedTypeSymbol named when named.IsTupleType || named.IsAnonymousType => null,
        INamedTypeSymbol named => IsAllowed(named, own) ? named.TypeArguments.Select(argument => Forbidden(argument, own)).FirstOrDefault(static found => found is not null) : named,
        _ => type,
    };

    public static bool IsAllowed(INamedTypeSymbol type, IAssemblySymbol own)
    {
        while (type.ContainingType is { } outer) type = outer;
        return SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, own) || IsAllowed(type.ContainingNamespace.ToDisplayString(), type.Name);
    }

    public static bool IsAllowed(string containingNamespace, string name) => _namespaces.Contains(containingNamespace) || _types.Contains($"{containingNamespace}.{name}");

    /// <summary>A type that the compiler's own code may use, beside what a rule may name.</summary>
    public static bool IsGenerated(string containingNamespace, string name) => _generated.Contains($"{containingNamespace}.{name}");

    /// <param name="type">The full name of an allowed type.</param>
    public static bool IsAllowedMember(string type, string member) =>
        _onlyMembers.TryGetValue(type, out var only) ? only.Contains(member) : !_deniedMembers.Contains($"{type}.{member}");
}
