using QuoteTracker.Core.Language;
using QuoteTracker.Core.Text;

namespace QuoteTracker.Core.Speakers;

/// <summary>The day an article says it is of: <c>June 20, 2024</c>, <c>20 June 2024</c> or <c>2024-06-20</c> near its top.</summary>
internal static class Dateline
{
    /// <summary>A dateline stands in one of so many paragraphs, and in a short one, or among the first words of a longer one.</summary>
    private const int Paragraphs = 6, ShortParagraph = 12, FirstWords = 10;

    public static DateOnly? Find(ArticleTokens article, NameLexicon names)
    {
        for (int p = 0; p < article.Readings.Length && p < Paragraphs; p++)
        {
            var tokens = article.TokensOf(p);
            int end = tokens.Length <= ShortParagraph ? tokens.Length : FirstWords;
            for (int i = 0; i < end; i++)
            {
                if (At(article.TextOf(p), tokens, i, names) is { } date) return date;
            }
        }
        return null;
    }

    private const string Iso = "yyyy-MM-dd";

    private static DateOnly? At(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, int i, NameLexicon names)
    {
        if (tokens[i].Is(TokenFlags.Number))
        {
            // The tokenizer keeps a date with hyphens in one piece.
            if (tokens[i].End - tokens[i].Start == Iso.Length && DateOnly.TryParseExact(text[tokens[i].Start..tokens[i].End], Iso, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var iso))
                return iso;
            if (i + 2 >= tokens.Length || names.MonthOf(tokens[i + 1].Word) is not (> 0 and var second)) return null;
            int year = tokens[i + 2].Is(TokenFlags.Comma) ? i + 3 : i + 2;
            return Day(text, tokens, year, second, i);
        }
        if (names.MonthOf(tokens[i].Word) is not (> 0 and var month) || i + 2 >= tokens.Length) return null;
        return Day(text, tokens, tokens[i + 2].Is(TokenFlags.Comma) ? i + 3 : i + 2, month, i + 1);
    }

    private static DateOnly? Day(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, int yearAt, int month, int dayAt)
    {
        if (yearAt >= tokens.Length) return null;
        if (!TryNumber(text, tokens[yearAt], out int year) || !TryNumber(text, tokens[dayAt], out int day)) return null;
        return year is > 1800 and < 2200 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    private static bool TryNumber(ReadOnlySpan<char> text, in Token token, out int number) =>
        int.TryParse(text[token.Start..token.End], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out number);
}
