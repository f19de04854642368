using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace QuoteTracker.Core.Model;

/// <summary>A rule that a <see cref="SuppressionComment"/> names.</summary>
/// <param name="Span">Where the name stands; UTF-16 offsets, end exclusive.</param>
public readonly record struct SuppressedRule(string Name, TextSpan Span);

/// <summary>
/// A comment in an article that hides findings of rules: <c>&lt;!-- quotetracker: ignore name, name: reason --&gt;</c>, or
/// <c>[quotetracker: ignore name: reason]</c> on a line of its own.
/// </summary>
/// <param name="Span">The whole comment with its brackets; UTF-16 offsets, end exclusive.</param>
/// <param name="Verb">What it asks for; <c>ignore</c> is all there is.</param>
/// <param name="Rules">The rules named, as written.</param>
/// <param name="Reason">Empty where none is given.</param>
public sealed record SuppressionComment(TextSpan Span, string Verb, ImmutableArray<SuppressedRule> Rules, string Reason)
{
    private const string Marker = "quotetracker:";

    /// <summary>All comments of a text, in its order.</summary>
    public static ImmutableArray<SuppressionComment> ReadAll(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.Contains(Marker, StringComparison.Ordinal)) return [];

        var comments = ImmutableArray.CreateBuilder<SuppressionComment>();
        int from = 0;
        while (text.IndexOf(Marker, from, StringComparison.Ordinal) is var at and >= 0)
        {
            var body = at + Marker.Length;
            if (SpanAround(text, at, body) is { } found)
            {
                comments.Add(Read(text, found.Span, body, found.BodyEnd));
                from = found.Span.End;
            }
            else
            {
                from = body;
            }
        }
        return comments.ToImmutable();
    }

    /// <summary>The same copy, unit for unit, with <see cref="Article.NotCopy"/> in the place of comments.</summary>
    public static string WithoutComments(string copy)
    {
        var comments = ReadAll(copy);
        if (comments.IsEmpty) return copy;
        return string.Create(copy.Length, (copy, comments), static (result, state) =>
        {
            state.copy.CopyTo(result);
            foreach (var comment in state.comments)
                foreach (ref var character in result.Slice(comment.Span.Start, comment.Span.Length))
                    if (character is not ('\r' or '\n')) character = Article.NotCopy;
        });
    }

    private static (TextSpan Span, int BodyEnd)? SpanAround(string text, int marker, int body)
    {
        var before = text.AsSpan(0, marker).TrimEnd(" \t");
        if (before.EndsWith("<!--"))
        {
            var end = text.IndexOf("-->", body, StringComparison.Ordinal);
            return end < 0 ? null : (TextSpan.FromBounds(before.Length - 4, end + 3), end);
        }

        if (!before.EndsWith("[")) return null;
        var lineBefore = before[..^1].TrimEnd(" \t");
        if (!lineBefore.IsEmpty && lineBefore[^1] is not ('\r' or '\n')) return null;
        var rest = text.AsSpan(body);
        var line = rest.IndexOfAny('\r', '\n') is var eol and >= 0 ? rest[..eol] : rest;
        line = line.TrimEnd(" \t");
        return line.EndsWith("]") ? (TextSpan.FromBounds(before.Length - 1, body + line.Length), body + line.Length - 1) : null;
    }

    private static SuppressionComment Read(string text, TextSpan span, int body, int bodyEnd)
    {
        int at = SkipBlanks(text, body, bodyEnd), verbStart = at;
        while (at < bodyEnd && char.IsAsciiLetter(text[at])) at++;
        var verb = text[verbStart..at];

        var colon = text.IndexOf(':', at, bodyEnd - at);
        var namesEnd = colon < 0 ? bodyEnd : colon;
        var rules = ImmutableArray.CreateBuilder<SuppressedRule>();
        while (at < namesEnd)
        {
            var comma = text.IndexOf(',', at, namesEnd - at);
            var nameEnd = comma < 0 ? namesEnd : comma;
            var start = SkipBlanks(text, at, nameEnd);
            var name = text.AsSpan(start, nameEnd - start).TrimEnd();
            if (!name.IsEmpty) rules.Add(new SuppressedRule(name.ToString(), new TextSpan(start, name.Length)));
            at = nameEnd + 1;
        }
        return new SuppressionComment(span, verb, rules.ToImmutable(), colon < 0 ? "" : text[(colon + 1)..bodyEnd].Trim());
    }

    private static int SkipBlanks(string text, int at, int end)
    {
        while (at < end && char.IsWhiteSpace(text[at])) at++;
        return at;
    }
}
