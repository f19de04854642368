using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Language;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Speakers;

namespace QuoteTracker.Core.Rules.House;

/// <summary>What a first reference needs beside the name.</summary>
public enum ReferenceNeed
{
    /// <summary>Any words that say who this is: before the name or behind a comma.</summary>
    Title,

    /// <summary>The office that the person holds by the registry on the article's date; somebody who holds none needs none.</summary>
    Role,
}

/// <summary>
/// A person whose first mention in a story does not say who this is. Headlines and quoted words may do without; a person who is mentioned by a description
/// first was introduced by it.
/// </summary>
public sealed record FirstReferencePattern(ReferenceNeed Need, SpeakerSet Speakers) : HousePattern
{
    /// <summary>So many words behind the name may lead up to the noun that tells.</summary>
    private const int MaxApposition = 10;

    public override IEnumerable<HouseMatch> FindIn(ArticleModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var met = new HashSet<(int Story, int Entity)>();
        var marks = new MarksInOrder(model);
        foreach (var mention in model.Mentions)
        {
            if (mention.Entity < 0 || mention.Form == MentionForm.Pronoun || marks.Holds(mention.Span) || model.IsInHeadline(mention.Span.Start)) continue;
            if (!met.Add((model.StoryIndexAt(mention.Span.Start), mention.Entity)) || mention.Form == MentionForm.Description) continue;
            var person = model.Entities[mention.Entity];
            if (person is not { Kind: EntityKind.Person, IsAnonymous: false } || !Speakers.Has(person)) continue;
            string role = RoleOf(person, model.Date);
            bool isMissing = Need == ReferenceNeed.Role ? role.Length > 0 && !HasRole(model, mention.Span, role) : !HasTitle(model, mention.Span);
            if (isMissing) yield return new HouseMatch(mention.Span, person.Name, role);
        }
    }

    private static bool HasRole(ArticleModel model, TextSpan mention, string role) =>
        TitleInCopy.Of(model, mention)?.Title.Equals(role, StringComparison.OrdinalIgnoreCase) == true
        || Apposition(model, mention).Contains(role, StringComparison.OrdinalIgnoreCase);

    private static bool HasTitle(ArticleModel model, TextSpan mention)
    {
        if (TitleInCopy.Of(model, mention) is not null) return true;
        var copy = model.Article.Copy.AsSpan();
        var name = copy.Slice(mention.Start, mention.Length);
        int space = name.IndexOf(' ');
        if (MayBeTitle(ArticleLayout.LastWord(copy[..mention.Start])) || (space > 0 && TellsWho(name[..space]))) return true;
        var apposition = Apposition(model, mention);
        if ((ClassOf(FirstWord(apposition)) & (WordClass.Determiner | WordClass.Possessive | WordClass.Relative)) != 0) return true;
        foreach (var range in apposition.Split(' '))
        {
            if (TellsWho(apposition[range])) return true;
        }
        return false;
    }

    /// <summary>What stands behind the name and a comma, or <c>of</c>, up to the next punctuation.</summary>
    private static ReadOnlySpan<char> Apposition(ArticleModel model, TextSpan mention)
    {
        var rest = model.Article.Copy.AsSpan(mention.End);
        if (rest.StartsWith(" of ")) rest = rest[1..];
        else if (rest.StartsWith(", ")) rest = rest[2..];
        else return [];
        // An age between two commas leads on to what the person is.
        int digits = rest.IndexOfAnyExceptInRange('0', '9');
        if (digits > 0 && rest[digits..].StartsWith(", ")) rest = rest[(digits + 2)..];
        int words = 0;
        for (int i = 0; i < rest.Length; i++)
        {
            if (rest[i] is ',' or '.' or ';' or ':' or '“' or '"' or '\r' or '\n' || (rest[i] == ' ' && ++words == MaxApposition)) return rest[..i];
        }
        return rest;
    }

    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> words) => words.IndexOf(' ') is >= 0 and var space ? words[..space] : words;

    private static bool TellsWho(ReadOnlySpan<char> word) => (ClassOf(word) & (WordClass.PersonNoun | WordClass.Title)) != 0;

    /// <summary>A noun for a person, or a plain word before the name that is none of the small words and no verb that we know: what stands there is mostly a title.</summary>
    private static bool MayBeTitle(ReadOnlySpan<char> word)
    {
        if (TellsWho(word)) return true;
        return word.Length > 3 && char.IsLower(word[0]) && char.IsLetter(word[^1]) && ClassOf(word) == WordClass.None
            && !word.EndsWith("ed") && !word.EndsWith("ing") && !LanguageData.English.IsSpeechVerb(LanguageData.English.StemOf(word, WordHash.Of(word)));
    }

    private static WordClass ClassOf(ReadOnlySpan<char> word)
    {
        word = word.TrimEnd(".,'’");
        return word.IsEmpty ? WordClass.None : LanguageData.English.ClassOf(WordHash.Of(word));
    }
}
