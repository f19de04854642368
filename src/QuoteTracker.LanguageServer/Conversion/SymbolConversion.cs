using QuoteTracker.Ide.Navigation;
using QuoteTracker.LanguageServer.Protocol;

namespace QuoteTracker.LanguageServer.Conversion;

/// <summary>The outline's kinds as the nearest that editors have icons for.</summary>
internal static class SymbolConversion
{
    public static SymbolKind KindOf(OutlineKind kind) => kind switch
    {
        OutlineKind.Article => SymbolKind.File,
        OutlineKind.Organisation => SymbolKind.Module,
        OutlineKind.Document => SymbolKind.Package,
        OutlineKind.Quotation => SymbolKind.String,
        OutlineKind.Unattributed => SymbolKind.Null,
        _ => SymbolKind.Object,
    };
}
