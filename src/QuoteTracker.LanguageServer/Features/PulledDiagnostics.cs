using System.Security.Cryptography;
using System.Text.Json;
using QuoteTracker.LanguageServer.Conversion;
using QuoteTracker.LanguageServer.Hosting;
using QuoteTracker.LanguageServer.Protocol;

namespace QuoteTracker.LanguageServer.Features;

/// <summary>Findings for clients that ask for them.</summary>
internal static class PulledDiagnostics
{
    public static DocumentDiagnosticReport OfDocument(DocumentDiagnosticParams parameters, ReadContext context)
    {
        var document = context.Document(parameters);
        var items = context.State.FileOf(document) is { } file
            ? DiagnosticConversion.ToProtocol(file.Diagnostics, document.Positions, context.ClientCan.TextDocument?.PublishDiagnostics)
            : [];
        string id = ResultId(items);
        return id == parameters.PreviousResultId ? new RelatedUnchangedDocumentDiagnosticReport(id) : new RelatedFullDocumentDiagnosticReport(items, id);
    }

    /// <summary>Said to clients that can pull, unless pulling beside our pushing would show them everything twice (<see cref="DiagnosticsDelivery"/>).</summary>
    public static ServerCapabilities Capability(ServerCapabilities server, ClientProfile client) => client.Delivery == DiagnosticsDelivery.Push
        ? server
        : server with { DiagnosticProvider = new DiagnosticOptions(InterFileDependencies: true, WorkspaceDiagnostics: true, Identifier: DiagnosticConversion.Source) };

    /// <summary>The same for the same findings, in any session.</summary>
    public static string ResultId(IReadOnlyList<Diagnostic> items) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(items, ProtocolJson.Default.IReadOnlyListDiagnostic)).AsSpan(0, 12));
}
