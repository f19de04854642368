namespace QuoteTracker.LanguageServer.Transport;

/// <summary>The stream of messages is broken where the next one starts, so nothing after it can be read. The message says what is wrong.</summary>
public sealed class FramingException(string message) : Exception(message);
