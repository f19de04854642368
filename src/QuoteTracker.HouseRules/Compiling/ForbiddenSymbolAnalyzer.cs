using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Rules;

namespace QuoteTracker.HouseRules.Compiling;

/// <summary>Finds what a rule's code may not use: symbols beside the allowed ones, whatever they hide behind, and state that outlives an article.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ForbiddenSymbolAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The property of a diagnostic that says what is forbidden.</summary>
    public const string What = "what";

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [HouseFaults.ForbiddenInRule];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterSemanticModelAction(static model => new Walk(model).Read());
    }

    private sealed class Walk(SemanticModelAnalysisContext context)
    {
        private readonly SemanticModel _model = context.SemanticModel;
        private readonly IAssemblySymbol _own = context.SemanticModel.Compilation.Assembly;
        private readonly List<TextSpan> _reported = [];

        public void Read()
        {
            // Inner nodes first, so that the name is reported and not the whole statement around it.
            var nodes = _model.SyntaxTree.GetRoot(context.CancellationToken).DescendantNodesAndSelf().ToList();
            for (int i = nodes.Count - 1; i >= 0; i--)
            {
                context.CancellationToken.ThrowIfCancellationRequested();
                Read(nodes[i]);
            }
        }

        private void Read(SyntaxNode node)
        {
            if (SyntaxFault(node) is { } fault) Report(node, fault.At, fault.What);
            else if (_reported.Exists(node.Span.Contains)) return;
            else if (SymbolFault(node) is { } what) Report(node, node.Span, what);
        }

        private void Report(SyntaxNode node, TextSpan span, string what)
        {
            if (_reported.Contains(span)) return;
            _reported.Add(span);
            var properties = ImmutableDictionary<string, string?>.Empty.Add(What, what);
            context.ReportDiagnostic(Diagnostic.Create(HouseFaults.ForbiddenInRule, Location.Create(node.SyntaxTree, span), properties, what));
        }

        private static (TextSpan At, string What)? SyntaxFault(SyntaxNode node) => node switch
        {
            MemberDeclarationSyntax member when member.Modifiers.FirstOrDefault(IsForbiddenModifier) is { RawKind: not 0 } modifier => (modifier.Span, $"'{modifier.Text}'"),
            LocalFunctionStatementSyntax local when local.Modifiers.FirstOrDefault(IsForbiddenModifier) is { RawKind: not 0 } modifier => (modifier.Span, $"'{modifier.Text}'"),
            AnonymousFunctionExpressionSyntax { AsyncKeyword: { RawKind: not 0 } keyword } => (keyword.Span, "'async'"),
            AwaitExpressionSyntax { AwaitKeyword: var keyword } => (keyword.Span, "'await'"),
            LockStatementSyntax { LockKeyword: var keyword } => (keyword.Span, "'lock'"),
            UnsafeStatementSyntax { UnsafeKeyword: var keyword } => (keyword.Span, "'unsafe'"),
            FixedStatementSyntax { FixedKeyword: var keyword } => (keyword.Span, "'fixed'"),
            StackAllocArrayCreationExpressionSyntax { StackAllocKeyword: var keyword } => (keyword.Span, "'stackalloc'"),
            ImplicitStackAllocArrayCreationExpressionSyntax { StackAllocKeyword: var keyword } => (keyword.Span, "'stackalloc'"),
            MakeRefExpressionSyntax or RefTypeExpressionSyntax or RefValueExpressionSyntax => (node.Span, "a typed reference"),
            LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.ArgListExpression) => (node.Span, "'__arglist'"),
            DestructorDeclarationSyntax destructor => (destructor.Identifier.Span, "a finalizer"),
            AttributeListSyntax { Target: { Identifier.RawKind: (int)SyntaxKind.AssemblyKeyword or (int)SyntaxKind.ModuleKeyword } target } => (target.Span, "an attribute of the assembly"),
            BaseNamespaceDeclarationSyntax { Name: var name } when IsTaken(name.ToString()) => (name.Span, $"the namespace {name}"),
            TypeOfExpressionSyntax { Keyword: var keyword } => (keyword.Span, "'typeof'"),
            _ => null,
        };

        private static bool IsForbiddenModifier(SyntaxToken modifier) =>
            modifier.Kind() is SyntaxKind.UnsafeKeyword or SyntaxKind.ExternKeyword or SyntaxKind.AsyncKeyword or SyntaxKind.VolatileKeyword;

        /// <summary>The runtime believes some types by their full name alone.</summary>
        private static bool IsTaken(string name) => name.Split('.')[0] is "System" or "Microsoft" or "QuoteTracker" or "Windows" or "Internal";

        private string? SymbolFault(SyntaxNode node)
        {
            if (node is VariableDeclaratorSyntax or PropertyDeclarationSyntax or EventDeclarationSyntax or EventFieldDeclarationSyntax) return StateFault(node);
            if (node is not (ExpressionSyntax or AttributeSyntax or ConstructorInitializerSyntax or OrderingSyntax or QueryClauseSyntax or SelectOrGroupClauseSyntax or ForEachStatementSyntax)) return null;
            if (node is ForEachStatementSyntax loop)
            {
                var info = _model.GetForEachStatementInfo(loop);
                return SymbolFault(info.GetEnumeratorMethod) ?? TypeFault(info.ElementType);
            }
            // What 'var' stands for is told where it comes from.
            if (node is IdentifierNameSyntax { IsVar: true }) return null;
            // The type before the dot is told already.
            if (node is SimpleNameSyntax && node.Parent is MemberAccessExpressionSyntax access && access.Name == node
                && _model.GetSymbolInfo(access.Expression, context.CancellationToken).Symbol is ITypeSymbol before && TypeFault(before) is not null) return null;
            var symbol = _model.GetSymbolInfo(node, context.CancellationToken);
            if (SymbolFault(symbol.Symbol ?? symbol.CandidateSymbols.FirstOrDefault()) is { } fault) return fault;
            if (node is not ExpressionSyntax) return null;
            var type = _model.GetTypeInfo(node, context.CancellationToken);
            return TypeFault(type.Type) ?? TypeFault(type.ConvertedType);
        }

        private string? SymbolFault(ISymbol? symbol)
        {
            if (symbol is ITypeSymbol type) return TypeFault(type);
            if (symbol is IMethodSymbol { ReducedFrom: { } extension }) symbol = extension;
            if (symbol is not (IMethodSymbol or IPropertySymbol or IFieldSymbol or IEventSymbol) || symbol.ContainingType is not { } owner) return null;
            if (owner.IsTupleType || owner.IsAnonymousType || SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, _own)) return null;
            if (TypeFault(owner.OriginalDefinition) is { } fault) return fault;
            var name = owner.OriginalDefinition.ToDisplayString(new SymbolDisplayFormat(typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces));
            return AllowedSymbols.IsAllowedMember(name, symbol.Name) ? null : $"{owner.Name}.{symbol.Name}";
        }

        private string? TypeFault(ITypeSymbol? type) => AllowedSymbols.Forbidden(type, _own) switch
        {
            null => null,
            IDynamicTypeSymbol => "'dynamic'",
            IPointerTypeSymbol or IFunctionPointerTypeSymbol => "a pointer",
            var forbidden => forbidden.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(),
        };

        private string? StateFault(SyntaxNode node) => _model.GetDeclaredSymbol(node, context.CancellationToken) switch
        {
            IFieldSymbol { IsConst: true } => null,
            IFieldSymbol field when MustBeFixed(field) => FieldFault(field, field.IsReadOnly, field.Type),
            IPropertySymbol property when MustBeFixed(property) && IsStored(property) => FieldFault(property, property.SetMethod is null, property.Type),
            IEventSymbol happening when MustBeFixed(happening) => $"the event {happening.Name}: state that outlives an article",
            _ => null,
        };

        private static bool IsStored(IPropertySymbol property) =>
            property.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));

        /// <summary>A static, or a member of a rule, which is one object for all articles.</summary>
        private static bool MustBeFixed(ISymbol symbol) => symbol.IsStatic || RuleClasses.IsRuleOrFixes(symbol.ContainingType);

        private string? FieldFault(ISymbol symbol, bool isReadOnly, ITypeSymbol type) =>
            !isReadOnly ? $"{symbol.Name}, which can be changed: state that outlives an article"
            : !IsImmutable(type, []) ? $"{symbol.Name}, whose content can be changed: state that outlives an article; use an immutable or frozen collection"
            : null;

        private bool IsImmutable(ITypeSymbol type, HashSet<ITypeSymbol> open)
        {
            if (type.TypeKind is TypeKind.Enum or TypeKind.Delegate or TypeKind.Error || type.IsTupleType) return true;
            if (type is not INamedTypeSymbol named || !open.Add(named)) return type is not (IArrayTypeSymbol or IDynamicTypeSymbol or IPointerTypeSymbol);
            if (!SymbolEqualityComparer.Default.Equals(named.ContainingAssembly, _own)) return !IsMutableCollection(named);
            return named.GetMembers().OfType<IFieldSymbol>().Where(static field => !field.IsStatic).All(field => field.IsReadOnly && IsImmutable(field.Type, open));
        }

        private static bool IsMutableCollection(INamedTypeSymbol type) => type.ContainingNamespace.ToDisplayString() switch
        {
            "System.Collections.Generic" => type.Name is not ("KeyValuePair" or "IReadOnlyList" or "IReadOnlyCollection" or "IReadOnlyDictionary" or "IReadOnlySet" or "IEnumerable"
                or "IEqualityComparer" or "IComparer"),
            "System.Collections.Immutable" => type.Name == "Builder" || type.ContainingType is not null,
            "System.Text" => type.Name == "StringBuilder",
            "System" => type.Name is "Memory" or "Object",
            "System.Collections" => true,
            _ => false,
        };
    }
}
