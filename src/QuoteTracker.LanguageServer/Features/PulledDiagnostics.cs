using System.Security.Cryptography;
using System.Text.Json;
using QuoteTracker.Ide.Findings;
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
        var items = context.FileOf(document) is { } file
            ? DiagnosticConversion.ToProtocol(FileFindings.Of(context.State.Ide, file, context.Cancellation).All, file, document.Positions, context.State, context.Cancellation)
            : [];
        string id = ResultId(items);
        return id == parameters.PreviousResultId ? new RelatedUnchangedDocumentDiagnosticReport(id) : new RelatedFullDocumentDiagnosticReport(items, id);
    }

    /// <summary>Said to clients that pull and cannot be registered with; the others hear of it by registration, and never both.</summary>
    public static ServerCapabilities Capability(ServerCapabilities server, ClientProfile client) =>
        client.Delivery == DiagnosticsDelivery.Push || IsRegistered(client) ? server : server with { DiagnosticProvider = Options };

    public static bool IsRegistered(ClientProfile client) =>
        client.Delivery == DiagnosticsDelivery.Pull && client.Capabilities.TextDocument?.Diagnostic?.DynamicRegistration == true;

    public static DiagnosticOptions Options { get; } = new(InterFileDependencies: true, WorkspaceDiagnostics: true, Identifier: DiagnosticConversion.Source);

    /// <summary>The same for the same findings, in any session.</summary>
    public static string ResultId(IReadOnlyList<Diagnostic> items) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(items, ProtocolJson.Default.IReadOnlyListDiagnostic)).AsSpan(0, 12));
}
