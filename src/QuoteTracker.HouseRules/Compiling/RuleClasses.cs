using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace QuoteTracker.HouseRules.Compiling;

/// <summary>The classes of a file that are rules.</summary>
internal static class RuleClasses
{
    /// <summary>In the order of the file.</summary>
    public static List<(INamedTypeSymbol Class, Location Place)> In(CSharpCompilation compilation, SyntaxTree tree)
    {
        var model = compilation.GetSemanticModel(tree);
        return [.. tree.GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>()
            .Select(declaration => (Class: model.GetDeclaredSymbol(declaration)!, Place: declaration.Identifier.GetLocation()))
            .Where(static rule => !rule.Class.IsAbstract && Derives(rule.Class, "ArticleRule"))];
    }

    public static bool IsRuleOrFixes(INamedTypeSymbol type) => Derives(type, "ArticleRule") || Derives(type, "FixProvider");

    private static bool Derives(INamedTypeSymbol type, string from)
    {
        for (var parent = type.BaseType; parent is not null; parent = parent.BaseType)
        {
            if (parent.Name == from && parent.ContainingNamespace.ToDisplayString() == "QuoteTracker.Core.Rules") return true;
        }
        return false;
    }
}
