using System.Globalization;
using System.Text;
using QuoteTracker.Core.Rules;
using QuoteTracker.Core.Speakers;

namespace QuoteTracker.Workspace.Speakers;

/// <summary>Makes ids for new entries: a person's surname, else the whole name, else with a number.</summary>
internal static class SpeakerId
{
    /// <param name="taken">The ids in use.</param>
    public static string For(SpeakerProposal proposal, IReadOnlySet<string> taken)
    {
        var whole = Words(proposal.Name);
        if (whole.Length == 0) whole = "speaker";
        var surname = whole.Split('-').LastOrDefault(word => word is not ("jr" or "sr" or "ii" or "iii" or "iv")) ?? "";
        if (proposal.Kind == EntityKind.Person && surname.Length > 1 && char.IsLetter(surname[0]) && !taken.Contains(surname)) return surname;
        if (!taken.Contains(whole)) return whole;
        for (var number = 2; ; number++)
        {
            var numbered = string.Create(CultureInfo.InvariantCulture, $"{whole}-{number}");
            if (!taken.Contains(numbered)) return numbered;
        }
    }

    /// <summary>Its letters and digits in lower case, with a hyphen between words.</summary>
    private static string Words(string name)
    {
        var id = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            if (char.IsLetterOrDigit(c)) id.Append(char.ToLowerInvariant(c));
            else if (c is not ('\'' or '’' or '.') && id.Length > 0 && id[^1] != '-') id.Append('-');
        }
        return id.ToString().TrimEnd('-');
    }
}
