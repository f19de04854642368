using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Rules;
using QuoteTracker.Core.Speakers;
using QuoteTracker.HouseRules.Compiling;
using QuoteTracker.HouseRules.Wire;

namespace QuoteTracker.HouseRules.Hosting;

/// <summary>
/// The process <c>quotetracker rule-host</c>: it compiles rules, or runs them over models that come as plain data. Its parent sends a frame and waits for the
/// answer, watches time and memory, and ends the process where a rule passes them. It ends itself when its input ends.
/// </summary>
public sealed class RuleHost
{
    /// <summary>A rule that says more about one article says nothing.</summary>
    private const int MostFindings = 10_000;

    private readonly Stream _output;
    private readonly WireWriter _answer = new();
    private ImmutableArray<LoadedRule> _rules = [];
    private RuleSeverities _severities = RuleSeverities.Default;
    private Registry _registry = Registry.Empty;

    private RuleHost(Stream output) => _output = output;

    /// <returns>The exit code; it does not return where the input ends while a rule runs.</returns>
    public static int Run(Stream input, Stream output)
    {
        var requests = new BlockingCollection<Request>();
        // Apart from the thread that runs rules: one that never ends must not keep the process alive when nobody waits for it any more.
        var reader = new Thread(() =>
        {
            while (Frames.Read(input, int.MaxValue) is { } frame) requests.Add(new Request(frame.Kind, frame.Data));
            Environment.Exit(0);
        }) { IsBackground = true, Name = "requests" };
        reader.Start();
        Rehearse();
        var host = new RuleHost(output);
        foreach (var request in requests.GetConsumingEnumerable()) host.Answer(request.Kind, new WireReader(request.Data));
        return 0;
    }

    /// <summary>A class: of a collection of structs the framework has no code, and all would be compiled at the start.</summary>
    private sealed record Request(FrameKind Kind, byte[] Data);

    /// <summary>Runs once all that an article takes, while the parent is not ready either.</summary>
    private static void Rehearse()
    {
        var rehearsal = new RuleHost(Stream.Null);
        rehearsal.Take([LoadedRule.Of(new Rehearsal(), [new RehearsalFix()])]);
        rehearsal.Answer(FrameKind.Article, new WireReader(Rehearsal.ArticleRequest()));
        rehearsal.Answer(FrameKind.Workspace, new WireReader(Rehearsal.WorkspaceRequest()));
    }

    private void Answer(FrameKind kind, WireReader request)
    {
        _answer.Clear();
        switch (kind)
        {
            case FrameKind.Compile:
                Compile(request);
                break;
            case FrameKind.Load:
                Load(request);
                break;
            case FrameKind.Article:
                RuleWire.Write(_answer, RunOnArticle(request));
                break;
            case FrameKind.Workspace:
                RuleWire.Write(_answer, RunOnWorkspace(request));
                break;
            default:
                throw new InvalidDataException($"The host is not asked for {kind}.");
        }
        Frames.Write(_output, kind, _answer.Written);
        if (kind == FrameKind.Load)
            foreach (var rule in _rules) rule.Prepare();
    }

    /// <summary>Apart, so that a host that runs rules does not load the compiler.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Compile(WireReader request) =>
        _answer.Many(request.Many(static file => (Path: file.Text(), Text: file.Text())), file => RuleWire.Write(_answer, RuleCompiler.Compile(file.Path, file.Text)));

    private void Load(WireReader request)
    {
        var files = request.Many(static file => (Assembly: file.Bytes(), Class: file.Text()));
        var rules = ImmutableArray.CreateBuilder<LoadedRule>(files.Length);
        foreach (var (assembly, name) in files)
        {
            Progress(rules.Count);
            rules.Add(LoadedRule.Load(assembly, name));
        }
        Take(rules.ToImmutable());
        _answer.Clear();
        _answer.Many(_rules, rule => RuleWire.Write(_answer, rule.Description));
    }

    private void Take(ImmutableArray<LoadedRule> rules)
    {
        _rules = rules;
        // Which of them are off is the parent's business.
        _severities = new RuleSeverities(_rules.Where(static rule => rule.Rule is not null)
            .DistinctBy(static rule => rule.Description.Name)
            .ToDictionary(static rule => rule.Description.Name, static rule => (DiagnosticSeverity?)rule.Description.Severity));
    }

    private HostedResult RunOnArticle(WireReader request)
    {
        var (isCareful, isOn) = ReadOrders(request);
        var model = ModelWire.Read(request, _registry);
        var background = BackgroundWire.Read(request, model);
        return Run(isOn, isCareful, static rule => rule.HasArticleActions, (rule, report) =>
        {
            rule.Rule!.Run(new RuleActionContext(model, background, rule.Rule.Descriptor, _severities, report, CancellationToken.None));
        }, model);
    }

    private HostedResult RunOnWorkspace(WireReader request)
    {
        var (isCareful, isOn) = ReadOrders(request);
        var articles = request.Many(RegistryWire.ReadSummary);
        return Run(isOn, isCareful, static rule => rule.HasWorkspaceActions, (rule, report) =>
        {
            rule.Rule!.RunOnWorkspace(new WorkspaceActionContext(_registry, articles, rule.Rule.Descriptor, _severities, report, CancellationToken.None));
        }, model: null);
    }

    /// <summary>Takes a new registry where there is one.</summary>
    /// <returns>Whether each rule is to be announced before it runs, and which rules are to run.</returns>
    private (bool IsCareful, ImmutableArray<bool> IsOn) ReadOrders(WireReader request)
    {
        if (request.Bool()) _registry = RegistryWire.Read(request);
        return (request.Bool(), request.Many(static rule => rule.Bool()));
    }

    private HostedResult Run(
        ImmutableArray<bool> isOn, bool isCareful, Func<RegisteredRule, bool> isAsked, Action<LoadedRule, Action<Diagnostic>> run, ArticleModel? model)
    {
        var findings = ImmutableArray.CreateBuilder<HostedFinding>();
        var failures = ImmutableArray.CreateBuilder<HostedFailure>();
        var found = new List<Diagnostic>();
        for (int i = 0; i < _rules.Length; i++)
        {
            if (!isOn[i] || _rules[i].Rule is not { } rule || !isAsked(rule)) continue;
            if (isCareful) Progress(i);
            found.Clear();
            try
            {
                run(_rules[i], one => Keep(rule, found, one));
                foreach (var one in found) findings.Add(FindingOf(i, one, model));
            }
            catch (Exception fault)
            {
                // Whatever a rule throws is told, and the next rule has its turn.
                failures.Add(new HostedFailure(i, $"broke ({fault.GetType().Name}: {fault.Message})", fault is OutOfMemoryException));
            }
        }
        return new HostedResult(findings.ToImmutable(), failures.ToImmutable());
    }

    private static void Keep(RegisteredRule rule, List<Diagnostic> found, Diagnostic one)
    {
        if (one.Id != rule.Descriptor.Id) throw new InvalidOperationException($"it reports {one.Id}, which is not among its SupportedDiagnostics");
        if (found.Count == MostFindings) throw new InvalidOperationException($"it reports more than {MostFindings} findings");
        found.Add(one);
    }

    private HostedFinding FindingOf(int rule, Diagnostic diagnostic, ArticleModel? model)
    {
        var properties = diagnostic.Properties;
        if (model is not null && !_rules[rule].Fixes.IsEmpty)
        {
            ImmutableArray<Fix> fixes = [.. _rules[rule].Fixes.Where(provider => provider.FixableIds.Contains(diagnostic.Id)).SelectMany(provider => provider.FixesFor(diagnostic, model))];
            if (!fixes.IsEmpty) properties = CarriedFixes.Pack(fixes, properties);
        }
        var path = model is null ? diagnostic.Location.GetLineSpan().Path ?? "" : "";
        return new HostedFinding(rule, path, diagnostic.Location.SourceSpan, diagnostic.GetMessage(CultureInfo.InvariantCulture), properties);
    }

    private void Progress(int rule)
    {
        _answer.Clear();
        _answer.Int(rule);
        Frames.Write(_output, FrameKind.Progress, _answer.Written);
        _answer.Clear();
    }
}
