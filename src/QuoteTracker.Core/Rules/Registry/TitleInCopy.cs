using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Speakers;

namespace QuoteTracker.Core.Rules;

/// <summary>A title of the registry that the copy puts before a name.</summary>
/// <param name="Span">UTF-16 offsets, end exclusive.</param>
/// <param name="Title">As the registry has it.</param>
/// <param name="IsPast"><c>former</c> or <c>ex-</c> stands before it.</param>
internal sealed record TitleInCopy(TextSpan Span, string Title, bool IsPast)
{
    /// <summary>The longest title that stands right before a mention, or opens it; null where none does.</summary>
    public static TitleInCopy? Of(ArticleModel model, TextSpan mention)
    {
        var copy = model.Article.Copy.AsSpan();
        TitleInCopy? longest = null;
        foreach (var role in model.Registry.Entries.SelectMany(entry => entry.Roles))
        {
            if (longest?.Span.Length >= role.Title.Length) continue;
            int start = StartOf(copy, mention, role.Title);
            if (start >= 0 && IsPastOf(copy[..start], role) is { } isPast)
                longest = new TitleInCopy(new TextSpan(start, role.Title.Length), role.Title, isPast);
        }
        return longest;
    }

    /// <summary>Where <paramref name="title"/> stands; -1 where it does not.</summary>
    private static int StartOf(ReadOnlySpan<char> copy, TextSpan mention, string title)
    {
        var name = copy.Slice(mention.Start, mention.Length);
        if (name.StartsWith(title, StringComparison.OrdinalIgnoreCase) && name.Length > title.Length && name[title.Length] == ' ') return mention.Start;
        var before = copy[..mention.Start];
        return before.EndsWith(" ") && before[..^1].EndsWith(title, StringComparison.OrdinalIgnoreCase) ? mention.Start - 1 - title.Length : -1;
    }

    /// <summary>Whether the title is said to be a past one; null where the words before it make another title of it (<c>Deputy Prime Minister</c>).</summary>
    private static bool? IsPastOf(ReadOnlySpan<char> before, Role role)
    {
        if (role.Of is { } body) before = WithoutBody(before, body);
        if (before.EndsWith("ex-", StringComparison.OrdinalIgnoreCase)) return true;
        var word = ArticleLayout.LastWord(before);
        if (IsAny(word, ["former", "ex", "onetime", "one-time"])) return true;
        if (word.IsEmpty) return before.IsEmpty || !(char.IsLetterOrDigit(before[^1]) || before[^1] == '-') ? false : null;
        if (IsAny(word, ["deputy", "vice", "assistant", "acting", "interim", "shadow", "associate", "designate", "elect", "then", "future", "late"])) return null;
        return char.IsUpper(word[0]) && !ArticleLayout.StartsSentence(before, word.Length) ? null : false;
    }

    /// <summary><c>New Zealand Prime Minister</c>, <c>New Zealand's Prime Minister</c>: the body is the office's own.</summary>
    private static ReadOnlySpan<char> WithoutBody(ReadOnlySpan<char> before, string body)
    {
        var head = before.TrimEnd(' ');
        if (head.EndsWith("'s") || head.EndsWith("’s")) head = head[..^2];
        return head.EndsWith(body, StringComparison.OrdinalIgnoreCase) ? head[..^body.Length] : before;
    }

    private static bool IsAny(ReadOnlySpan<char> word, ReadOnlySpan<string> words)
    {
        foreach (var other in words)
            if (word.Equals(other, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
