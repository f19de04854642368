using Microsoft.CodeAnalysis;

namespace QuoteTracker.Core.Rules;

/// <summary>Faults in the configuration and in what the tool was given to read. Each costs only itself.</summary>
public static class ToolFaults
{
    /// <summary>0: what is wrong.</summary>
    public static readonly DiagnosticDescriptor MalformedConfiguration = Fault("QT0901", "malformed-configuration", DiagnosticSeverity.Error,
        "The configuration cannot be read here: {0}");

    /// <summary>0: the key, 1: a suggestion with a leading blank, or nothing.</summary>
    public static readonly DiagnosticDescriptor UnknownConfigurationKey = Fault("QT0902", "unknown-configuration-key", DiagnosticSeverity.Warning,
        "The configuration knows no key '{0}', so it has no effect.{1}");

    /// <summary>0: the key, 1: what it should be.</summary>
    public static readonly DiagnosticDescriptor InvalidConfigurationValue = Fault("QT0903", "invalid-configuration-value", DiagnosticSeverity.Warning,
        "'{0}' should be {1}; this value has no effect");

    /// <summary>0: the name as written, 1: a suggestion with a leading blank, or nothing.</summary>
    public static readonly DiagnosticDescriptor UnknownRuleName = Fault("QT0904", "unknown-rule-name", DiagnosticSeverity.Warning,
        "There is no rule '{0}', so this line has no effect.{1}");

    /// <summary>0: the key, 1: the path as written.</summary>
    public static readonly DiagnosticDescriptor MissingConfiguredFile = Fault("QT0905", "missing-configured-file", DiagnosticSeverity.Error,
        "'{0}' names {1}, which is not there");

    /// <summary>0: the path as written, or where a link leads.</summary>
    public static readonly DiagnosticDescriptor PathOutsideRoot = Fault("QT0906", "path-outside-newsroom", DiagnosticSeverity.Error,
        "{0} lies outside the newsroom's folder and is not read");

    /// <summary>0: the pattern, 1: what is wrong with it.</summary>
    public static readonly DiagnosticDescriptor InvalidPattern = Fault("QT0907", "invalid-file-pattern", DiagnosticSeverity.Warning,
        "The pattern '{0}' has no effect: {1}");

    /// <summary>0: the key.</summary>
    public static readonly DiagnosticDescriptor RepeatedConfigurationKey = Fault("QT0908", "repeated-configuration-key", DiagnosticSeverity.Warning,
        "'{0}' is given twice in the same place; the first one counts");

    /// <summary>0: the path as given.</summary>
    public static readonly DiagnosticDescriptor MissingPath = Fault("QT0910", "missing-path", DiagnosticSeverity.Error,
        "There is no file or folder {0}");

    /// <summary>0: why.</summary>
    public static readonly DiagnosticDescriptor UnreadableFile = Fault("QT0911", "unreadable-file", DiagnosticSeverity.Error,
        "This file or folder cannot be read: {0}");

    /// <summary>0: what it is: <c>a PDF document</c>.</summary>
    public static readonly DiagnosticDescriptor NotText = Fault("QT0912", "not-a-text-file", DiagnosticSeverity.Error,
        "This is {0}, not a text file. Save it as plain text or Markdown to have it checked");

    /// <summary>0: its size in MB, 1: the limit in MB.</summary>
    public static readonly DiagnosticDescriptor TooLarge = Fault("QT0913", "file-too-large", DiagnosticSeverity.Error,
        "This file has {0} MB; articles of up to {1} MB are read. Split it to have it checked");

    /// <summary>0: where the link leads.</summary>
    public static readonly DiagnosticDescriptor LinkLoop = Fault("QT0914", "link-loop", DiagnosticSeverity.Warning,
        "This link leads back to {0}, so it is not followed");

    /// <summary>0: the encoding it was read in.</summary>
    public static readonly DiagnosticDescriptor GuessedEncoding = Fault("QT0915", "guessed-encoding", DiagnosticSeverity.Info,
        "This file does not say how its letters are stored; it was read as {0}. Save it as UTF-8 to be sure");

    /// <summary>The file has no text.</summary>
    public static readonly DiagnosticDescriptor EmptyFile = Fault("QT0916", "empty-file", DiagnosticSeverity.Info,
        "This file is empty: there is nothing to check");

    /// <summary>0: what is wrong.</summary>
    public static readonly DiagnosticDescriptor InvalidFrontMatter = Fault("QT0917", "invalid-front-matter", DiagnosticSeverity.Warning,
        "The lines between --- at the top cannot be used here: {0}");

    /// <summary>The folder has no file that the patterns match.</summary>
    public static readonly DiagnosticDescriptor NoArticles = Fault("QT0918", "no-articles-found", DiagnosticSeverity.Warning,
        "No file in this folder is an article by the patterns of the configuration");

    /// <summary>The text is not whole: some bytes are no letters in any encoding.</summary>
    public static readonly DiagnosticDescriptor DamagedText = Fault("QT0919", "damaged-text", DiagnosticSeverity.Warning,
        "Here the file has bytes that are no UTF-8; they were read as \uFFFD. The tool will not write to this file");

    /// <summary>0: why.</summary>
    public static readonly DiagnosticDescriptor NotWritten = Fault("QT0920", "file-not-written", DiagnosticSeverity.Error,
        "The file was left as it was: {0}");

    /// <summary>The Markdown could not be read as such.</summary>
    public static readonly DiagnosticDescriptor TangledMarkdown = Fault("QT0921", "tangled-markdown", DiagnosticSeverity.Warning,
        "The Markdown of this file is nested too deeply to be followed; it was read as plain text");

    /// <summary>0: what is wrong.</summary>
    public static readonly DiagnosticDescriptor InvalidCueTime = Fault("QT0922", "invalid-cue-time", DiagnosticSeverity.Warning,
        "The time of this cue cannot be read: {0}. Its words are still checked against, but no time can be given for them");

    private static DiagnosticDescriptor Fault(string id, string name, DiagnosticSeverity severity, string message) =>
        RuleDescriptor.Create(id, name, RuleGroup.Tool, severity, message);
}
