using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Checking;

namespace QuoteTracker.Core.Claims;

/// <summary>Where the values of an entry stand in its line, as written, quotation marks included; empty where the entry has none.</summary>
/// <param name="Source">The <c>path</c> or <c>url</c> of the source.</param>
public readonly record struct ClaimValues(TextSpan Id, TextSpan Article, TextSpan Exact, TextSpan Speaker, TextSpan Status, TextSpan Source, TextSpan SourceHash);

/// <summary>One line of a ledger as it was read. Offsets are bytes of UTF-8 from the line's start, end exclusive.</summary>
/// <param name="Claim">Null where the line is no entry; then <paramref name="Fault"/> says why.</param>
/// <param name="Fault">What is wrong, as a part of a sentence; null for a good line.</param>
/// <param name="FaultSpan">Where it is wrong.</param>
internal readonly record struct ClaimReading(Claim? Claim, ClaimValues Values, string? Fault, TextSpan FaultSpan);

/// <summary>
/// Reads an entry from its line. Strict, so that a slip is told and not lost: what is not as the format has it makes the line no entry, and the line
/// is kept as it is.
/// </summary>
internal ref struct ClaimReader
{
    /// <summary>In bytes. An entry has some hundred; a history of years some ten thousand.</summary>
    public const int MaxLine = 1 << 20;

    private readonly ReadOnlySpan<byte> _line;
    private Utf8JsonReader _json;
    private TextSpan _id, _article, _exact, _speaker, _status, _source, _sourceHash;
    private bool _isInHistory;

    private ClaimReader(ReadOnlySpan<byte> line)
    {
        _line = line;
        _json = new Utf8JsonReader(line, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Disallow });
    }

    public static ClaimReading Read(ReadOnlySpan<byte> line)
    {
        if (line.Length > MaxLine) return new(null, default, string.Create(CultureInfo.InvariantCulture, $"it is longer than {MaxLine >> 20} MB"), new TextSpan(0, 0));
        var reader = new ClaimReader(line);
        try
        {
            var claim = reader.ReadClaim();
            var values = new ClaimValues(reader._id, reader._article, reader._exact, reader._speaker, reader._status, reader._source, reader._sourceHash);
            return new(claim, values, null, default);
        }
        catch (FormatException fault)
        {
            return new(null, default, fault.Message, reader.Here);
        }
        catch (JsonException fault)
        {
            var at = (int)Math.Min(fault.BytePositionInLine ?? 0, line.Length);
            return new(null, default, "it is not one JSON object", TextSpan.FromBounds(at, Math.Min(at + 1, line.Length)));
        }
        catch (InvalidOperationException)
        {
            // Thrown by the reader for letters that are none: bytes that are no UTF-8, half a pair of surrogates.
            return new(null, default, "some of its letters are damaged", reader.Here);
        }
    }

    private readonly TextSpan Here => TextSpan.FromBounds((int)_json.TokenStartIndex, (int)Math.Max(_json.TokenStartIndex, _json.BytesConsumed));

    private Claim ReadClaim()
    {
        _json.Read();
        if (_json.TokenType != JsonTokenType.StartObject) throw new FormatException("it is not one JSON object");
        string? id = null, article = null, speaker = null;
        ClaimAnchor? anchor = null;
        Model.AttributionKind? kind = null;
        ClaimCheck check = new() { Status = ClaimStatus.Unchecked };
        var history = ImmutableArray<PastCheck>.Empty;
        var others = new StringBuilder();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (NextMember(seen) is { } name)
        {
            var start = (int)_json.TokenStartIndex;
            _json.Read();
            switch (name)
            {
                case "id": (id, _id) = (Words(name), Here); break;
                case "article": (article, _article) = (Words(name), Here); break;
                case "anchor": anchor = ReadAnchor(); break;
                case "speaker": (speaker, _speaker) = (OptionalWords(name), Here); break;
                case "kind": kind = Named(name, ClaimNames.ParseKind, ClaimNames.Kinds); break;
                case "history": history = ReadHistory(); break;
                default:
                    if (!ReadCheckMember(name, ref check)) Keep(others, start);
                    break;
            }
        }
        while (_json.Read()) throw new FormatException("it is not one JSON object");
        return new Claim
        {
            Id = id ?? throw Missing("id"),
            Article = article ?? throw Missing("article"),
            Anchor = anchor ?? throw Missing("anchor"),
            Speaker = speaker,
            Kind = kind,
            Check = check,
            History = history,
            OtherMembers = others.ToString(),
        };
    }

    private bool ReadCheckMember(string name, ref ClaimCheck check)
    {
        switch (name)
        {
            case "status":
                check = check with { Status = Named(name, ClaimNames.ParseStatus, ClaimNames.Statuses) ?? ClaimStatus.Unchecked };
                if (!_isInHistory) _status = Here;
                return true;
            case "source": check = check with { Source = ReadSource() }; return true;
            case "verdict": check = check with { Verdict = Named(name, VerdictNames.Parse, [.. Enum.GetValues<Verdict>().Select(VerdictNames.Name)]) }; return true;
            case "checkedBy": check = check with { CheckedBy = OptionalWords(name) }; return true;
            case "checkedOn": check = check with { CheckedOn = Day(name) }; return true;
            case "note": check = check with { Note = OptionalWords(name) }; return true;
            default: return false;
        }
    }

    private ClaimAnchor ReadAnchor()
    {
        if (_json.TokenType != JsonTokenType.StartObject) throw new FormatException("'anchor' should have prefix, exact and suffix");
        string? prefix = null, exact = null, suffix = null, hash = null;
        var others = new StringBuilder();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (NextMember(seen) is { } name)
        {
            var start = (int)_json.TokenStartIndex;
            _json.Read();
            switch (name)
            {
                case "prefix": prefix = Text(name); break;
                case "exact": (exact, _exact) = (Words(name), Here); break;
                case "suffix": suffix = Text(name); break;
                case "hash": hash = OptionalWords(name); break;
                default: Keep(others, start); break;
            }
        }
        return new ClaimAnchor(prefix ?? "", exact ?? throw Missing("exact"), suffix ?? "") { Hash = hash, OtherMembers = others.ToString() };
    }

    private ClaimSource? ReadSource()
    {
        if (_json.TokenType == JsonTokenType.Null) return null;
        if (_json.TokenType != JsonTokenType.StartObject) throw new FormatException("'source' should have a path or a url");
        var source = new ClaimSource();
        var others = new StringBuilder();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (NextMember(seen) is { } name)
        {
            var start = (int)_json.TokenStartIndex;
            _json.Read();
            switch (name)
            {
                case "path": source = source with { Path = OptionalWords(name) }; break;
                case "url": source = source with { Url = OptionalWords(name) }; break;
                case "locator": source = source with { Locator = OptionalWords(name) }; break;
                case "hash": source = source with { Hash = OptionalWords(name) }; break;
                default: Keep(others, start); break;
            }
            if (_isInHistory) continue;
            if (name is "path" or "url" && _json.TokenType == JsonTokenType.String) _source = Here;
            if (name == "hash") _sourceHash = Here;
        }
        if (source is { Path: null, Url: null }) throw new FormatException("'source' should have a path or a url");
        return source with { OtherMembers = others.ToString() };
    }

    private ImmutableArray<PastCheck> ReadHistory()
    {
        if (_json.TokenType == JsonTokenType.Null) return [];
        if (_json.TokenType != JsonTokenType.StartArray) throw new FormatException("'history' should be a list of earlier checks");
        _isInHistory = true;
        var history = ImmutableArray.CreateBuilder<PastCheck>();
        while (_json.Read() && _json.TokenType != JsonTokenType.EndArray)
        {
            if (_json.TokenType != JsonTokenType.StartObject) throw new FormatException("'history' should be a list of earlier checks");
            var check = new ClaimCheck { Status = ClaimStatus.Unchecked };
            string exact = "";
            var others = new StringBuilder();
            var seen = new HashSet<string>(StringComparer.Ordinal);
            while (NextMember(seen) is { } name)
            {
                var start = (int)_json.TokenStartIndex;
                _json.Read();
                if (name == "exact") exact = Text(name);
                else if (!ReadCheckMember(name, ref check)) Keep(others, start);
            }
            history.Add(new PastCheck(check, exact) { OtherMembers = others.ToString() });
        }
        _isInHistory = false;
        return history.ToImmutable();
    }

    /// <summary>Steps to the next member of an object; null at the object's end. The reader stands on the name.</summary>
    private string? NextMember(HashSet<string> seen)
    {
        _json.Read();
        if (_json.TokenType == JsonTokenType.EndObject) return null;
        var name = _json.GetString()!;
        return seen.Add(name) ? name : throw new FormatException($"'{name}' is given twice");
    }

    /// <summary>Keeps a member as it is written, from its name to the end of its value.</summary>
    private void Keep(StringBuilder others, int start)
    {
        _json.Skip();
        others.Append(',').Append(Encoding.UTF8.GetString(_line[start..(int)_json.BytesConsumed]));
    }

    private string Text(string name)
    {
        if (_json.TokenType == JsonTokenType.Null) return "";
        return _json.TokenType == JsonTokenType.String ? _json.GetString()! : throw new FormatException($"'{name}' should be text");
    }

    private string Words(string name) => OptionalWords(name) ?? throw new FormatException($"'{name}' should not be empty");

    private string? OptionalWords(string name) => Text(name) is { Length: > 0 } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    private T? Named<T>(string name, Func<string, T?> parse, ImmutableArray<string> words) where T : struct =>
        OptionalWords(name) is not { } word ? null : parse(word) ?? throw new FormatException($"'{name}' should be one of {string.Join(", ", words)}");

    private DateOnly? Day(string name) =>
        OptionalWords(name) is not { } word ? null
        : DateOnly.TryParseExact(word, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new FormatException($"'{name}' should be year-month-day, such as 2026-11-22");

    private static FormatException Missing(string name) => new($"it has no '{name}'");
}
