using QuoteTracker.LanguageServer.Hosting;
using QuoteTracker.LanguageServer.Protocol;

namespace QuoteTracker.Cli.Claims;

/// <summary><c>quotetracker/report</c>: what <c>claims export --format html</c> writes of an article, of the text in the editor.</summary>
internal static class ReportRequest
{
    public static Handler Handler { get; } =
        Handler.Read("quotetracker/report", static () => ProtocolJson.Default.TextDocumentParams, static () => ProtocolJson.Default.ReportResult, Answer);

    /// <summary>Null for a document that is no article.</summary>
    private static ReportResult? Answer(TextDocumentParams parameters, ReadContext context)
    {
        if (context.FileOf(context.Document(parameters)) is not { Model: { } model } file) return null;
        string key = file.Newsroom.RelativePath(file.Path);
        var article = new DeskArticle(key, model, file.FrontMatter, file.Records.Ledger.Ledger.Resolve(key, model));
        var report = ReportArticle.Of([article], file.Newsroom.Registry, new PassageBook(new ClaimDesk(file.Newsroom.Root)), static _ => true, withUnrecorded: true);
        return new ReportResult(HtmlReport.Write(Path.GetFileName(file.Newsroom.Root), DateOnly.FromDateTime(DateTime.Now), report));
    }
}
