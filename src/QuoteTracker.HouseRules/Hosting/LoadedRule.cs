using System.Collections.Immutable;
using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using QuoteTracker.Core.Rules;
using QuoteTracker.HouseRules.Wire;

namespace QuoteTracker.HouseRules.Hosting;

/// <summary>A rule in the process that runs it.</summary>
internal sealed class LoadedRule
{
    private LoadedRule(RuleDescription description, RegisteredRule? rule, ImmutableArray<FixProvider> fixes)
    {
        Description = description;
        Rule = rule;
        Fixes = fixes;
    }

    public RuleDescription Description { get; }

    /// <summary>Null where the rule cannot be used.</summary>
    public RegisteredRule? Rule { get; }

    public ImmutableArray<FixProvider> Fixes { get; }

    /// <summary>Runs the rule's own code: its constructor and what it registers.</summary>
    public static LoadedRule Load(byte[] assembly, string className)
    {
        try
        {
            var types = new AssemblyLoadContext(className).LoadFromStream(new MemoryStream(assembly));
            var rule = (ArticleRule)Activator.CreateInstance(types.GetType(className, throwOnError: true)!)!;
            var fixes = types.GetTypes()
                .Where(static type => !type.IsAbstract && type.IsSubclassOf(typeof(FixProvider)))
                .Select(static type => (FixProvider)Activator.CreateInstance(type)!);
            return Of(rule, fixes);
        }
        catch (Exception fault)
        {
            // Whatever breaks in a rule's own code is the rule's fault, and told as that.
            var inner = fault is TargetInvocationException or TypeInitializationException ? fault.InnerException ?? fault : fault;
            return Faulty($"its constructor broke ({inner.GetType().Name}: {inner.Message})");
        }
    }

    /// <summary>Has a rule register its actions.</summary>
    public static LoadedRule Of(ArticleRule rule, IEnumerable<FixProvider> fixes)
    {
        if (rule.SupportedDiagnostics is not [{ } descriptor]) return Faulty($"it has {rule.SupportedDiagnostics.Length} descriptors in SupportedDiagnostics, and one is what it needs");
        var registered = new RegisteredRule(rule);
        if (registered.Fault is { } fault) return Faulty($"its Initialize broke ({fault.GetType().Name}: {fault.Message})");
        if (!registered.HasArticleActions && !registered.HasWorkspaceActions) return Faulty("its Initialize registers no action");
        return new LoadedRule(Describe(descriptor, registered), registered, [.. fixes]);
    }

    /// <summary>Has the runtime compile the rule's methods, which it would do when the first article is waiting. Nothing of them runs.</summary>
    public void Prepare()
    {
        const BindingFlags all = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        if (Rule is null) return;
        try
        {
            foreach (var type in Rule.Type.Assembly.GetTypes().Where(static type => !type.ContainsGenericParameters))
            {
                foreach (var method in type.GetMethods(all))
                    if (!method.IsAbstract && !method.ContainsGenericParameters) RuntimeHelpers.PrepareMethod(method.MethodHandle);
            }
        }
        catch (Exception fault)
        {
            // What cannot be compiled breaks where it runs, and is told there.
            Debug.WriteLine(fault.Message);
        }
    }

    private static LoadedRule Faulty(string fault) => new(RuleDescription.Faulty(fault), null, []);

    private static RuleDescription Describe(DiagnosticDescriptor descriptor, RegisteredRule rule) => new(
        descriptor.Id, descriptor.Name, descriptor.MessageFormat.ToString(System.Globalization.CultureInfo.InvariantCulture), descriptor.Category,
        descriptor.DefaultSeverity, descriptor.IsEnabledByDefault, rule.HasWorkspaceActions, "");
}
