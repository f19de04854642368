using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using QuoteTracker.Benchmarks;
using QuoteTracker.Benchmarks.HouseRules;
using QuoteTracker.Benchmarks.Server;
using QuoteTracker.Benchmarks.Sources;

if (args is ["server", .. var rest]) return await ServerBenchmark.RunAsync(rest);
if (args is ["sources", .. var given]) return SourcesBenchmark.Run(given);
if (args is ["rules", .. var asked]) return RulesBenchmark.Run(asked);
if (args is ["write", var folder]) return ArticleFiles.Write(folder);

// In this process: the engine is measured as it was built, and no second build with another project's settings is needed.
var config = DefaultConfig.Instance
    .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance).AsDefault())
    .AddColumn(new ThroughputColumn(GeneratedArticles.All.Sum(text => (long)System.Text.Encoding.UTF8.GetByteCount(text))))
    .WithOptions(ConfigOptions.DisableLogFile);
var summaries = BenchmarkSwitcher.FromAssembly(typeof(EngineBenchmarks).Assembly).Run(args.Length > 0 ? args : ["--filter", "*"], config);
return summaries.Any(summary => summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success)) ? 1 : 0;
