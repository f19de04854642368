using System.CommandLine;
using QuoteTracker.Training;

var gold = new Option<FileInfo[]>("--gold") { Description = "Gold files, one article a line.", Required = true, AllowMultipleArgumentsPerToken = true };
var heldOut = new Option<FileInfo[]>("--held-out") { Description = "Gold files to measure each stage on.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [] };
var output = new Option<FileInfo>("--output") { Description = "The weights file to write.", Required = true };
var train = new Command("train", "Train the attribution weights from gold files.") { gold, heldOut, output };
train.SetAction(result =>
{
    var articles = GoldArticle.ReadAll(result.GetRequiredValue(gold)).ToList();
    Console.WriteLine($"{articles.Count} articles");
    var weights = new WeightsTrainer(Console.WriteLine).Train(articles, [.. GoldArticle.ReadAll(result.GetValue(heldOut) ?? [])]);
    using var file = result.GetRequiredValue(output).Create();
    weights.Write(file);
    return 0;
});
return new RootCommand("Trains and measures QuoteTracker's attribution weights.") { train }.Parse(args).Invoke();
