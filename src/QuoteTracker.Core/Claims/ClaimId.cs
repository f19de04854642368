using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace QuoteTracker.Core.Claims;

/// <summary>
/// Makes ids for new entries: the article's name, so that a ledger sorted by id has an article's entries together, and eight digits made of the words.
/// Two who record the same claim apart from each other give it the same id.
/// </summary>
public static class ClaimId
{
    private const int MostOfName = 40;

    /// <param name="article">The article's path from the newsroom's root, with slashes.</param>
    /// <param name="exact">The words as the anchor has them.</param>
    /// <param name="isTaken">Whether another claim has an id: the same words may stand in an article twice.</param>
    public static string For(string article, string exact, Func<string, bool> isTaken)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(isTaken);
        var name = NameOf(article);
        var words = ClaimWords.Hash(exact);
        for (var time = 1; ; time++)
        {
            var digits = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{article}\n{words}\n{time}"))), 0, 4);
            var id = $"{name}-{digits}";
            if (!isTaken(id)) return id;
        }
    }

    /// <summary>The letters and digits of the file's name, with a hyphen for what is between them.</summary>
    private static string NameOf(string article)
    {
        var file = article[(article.LastIndexOf('/') + 1)..];
        var dot = file.LastIndexOf('.');
        var name = new StringBuilder(file.Length);
        foreach (var character in dot > 0 ? file[..dot] : file)
        {
            if (char.IsLetterOrDigit(character)) name.Append(char.ToLowerInvariant(character));
            else if (name.Length > 0 && name[^1] != '-') name.Append('-');
            if (name.Length == MostOfName) break;
        }
        var made = name.ToString().TrimEnd('-');
        return made.Length == 0 ? "claim" : made;
    }
}
