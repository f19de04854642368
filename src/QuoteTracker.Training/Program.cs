using System.CommandLine;
using QuoteTracker.Training;

var gold = new Option<FileInfo[]>("--gold") { Description = "Gold files, one article a line.", Required = true, AllowMultipleArgumentsPerToken = true };
var heldOut = new Option<FileInfo[]>("--held-out") { Description = "Gold files to measure on.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [] };
var output = new Option<FileInfo>("--output") { Description = "The weights file to write.", Required = true };
var report = new Option<FileInfo?>("--report") { Description = "A Markdown file for the figures on the held-out articles." };
var train = new Command("train", "Train the attribution weights from gold files, and measure them on articles held out.") { gold, heldOut, output, report };
train.SetAction(result =>
{
    var articles = GoldArticle.ReadAll(result.GetRequiredValue(gold)).ToList();
    var held = GoldArticle.ReadAll(result.GetValue(heldOut) ?? []).ToList();
    Console.WriteLine($"{articles.Count} articles, {held.Count} held out");
    var weights = WeightsTrainer.TrainCalibrated(articles, held, Console.WriteLine);
    using (var file = result.GetRequiredValue(output).Create()) weights.Write(file);
    if (held.Count == 0) return 0;
    string[] lines = [.. TrainingReport.Lines(Evaluation.Run(weights, held), articles.Count, held.Count)];
    foreach (string line in lines) Console.WriteLine(line);
    if (result.GetValue(report) is { } path) File.WriteAllLines(path.FullName, lines);
    return 0;
});
return new RootCommand("Trains and measures QuoteTracker's attribution weights.") { train }.Parse(args).Invoke();
