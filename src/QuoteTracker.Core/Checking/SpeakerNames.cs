using QuoteTracker.Core.Language;
using QuoteTracker.Core.Speakers;
using QuoteTracker.Core.Text;

namespace QuoteTracker.Core.Checking;

/// <summary>Who is behind the names in sources: by the registry where it knows them.</summary>
public sealed class SpeakerNames(Registry registry)
{
    private readonly Lazy<RegistryIndex> _index = new(() => new RegistryIndex(registry, LanguageData.English));

    /// <summary>Labels of somebody in a transcript who is not named.</summary>
    private static readonly HashSet<string> Unnamed = new(StringComparer.OrdinalIgnoreCase)
    {
        "Q", "A", "Question", "Answer", "Reporter", "Journalist", "Interviewer", "Interviewee", "Moderator", "Host", "Presenter", "Speaker", "Unidentified", "Unknown", "Audience",
        "Male", "Female", "Man", "Woman", "Voice", "Narrator", "Announcer", "Operator", "Caller", "Participant", "Member", "Members",
    };

    /// <param name="label">As the source names the speaker.</param>
    /// <param name="date">The source's day: whoever held an office then.</param>
    public SourceSpeaker? Find(string? label, DateOnly? date)
    {
        if (string.IsNullOrWhiteSpace(label)) return null;
        return EntryOf(label, date) is { } entry ? new SourceSpeaker(entry.Name, entry.Id) : new SourceSpeaker(AsWritten(label), null);
    }

    /// <summary>CHIEF ODUYA is Chief Oduya in copy.</summary>
    private static string AsWritten(string label)
    {
        if (label.Length < 3 || label.Any(char.IsLower)) return label;
        return string.Create(label.Length, label, static (written, label) =>
        {
            for (int i = 0; i < written.Length; i++) written[i] = i > 0 && char.IsLetter(label[i - 1]) ? char.ToLowerInvariant(label[i]) : label[i];
        });
    }

    /// <summary>Whether the one whom an article names is the one who speaks in a source.</summary>
    /// <param name="named">Null where the article does not say.</param>
    /// <param name="document">Where he speaks.</param>
    /// <param name="offset">The place in its text.</param>
    public SpeakerAgreement Compare(Entity? named, SourceDocument document, int offset)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (named is null or { IsAnonymous: true } || document.SpeakerAt(offset) is not { } label) return SpeakerAgreement.Unknown;
        if (IsUnnamed(label))
        {
            // The reporter who asks is not the mayor who answers, if the transcript names the mayor elsewhere.
            return SpeakersOf(document).Any(other => !IsUnnamed(other) && Compare(named, other, document.Heading.Date) == SpeakerAgreement.Same)
                ? SpeakerAgreement.Other
                : SpeakerAgreement.Unknown;
        }
        return Compare(named, label, document.Heading.Date);
    }

    private SpeakerAgreement Compare(Entity named, string label, DateOnly? date)
    {
        if (!named.Members.IsEmpty)
            return named.Members.Any(member => Compare(member, label, date) == SpeakerAgreement.Same) ? SpeakerAgreement.Same : SpeakerAgreement.Unknown;
        var entry = EntryOf(label, date);
        if (named.Entry is { } known && entry is not null)
            return known.Id == entry.Id ? SpeakerAgreement.Same : known.Kind == entry.Kind ? SpeakerAgreement.Other : SpeakerAgreement.Unknown;
        var (one, other) = (WordsOf(named.Name), WordsOf(entry?.Name ?? label));
        if (one.Length == 0 || other.Length == 0) return SpeakerAgreement.Unknown;
        // A body speaks through people: only people contradict each other.
        if (named.Kind is EntityKind.Organisation or EntityKind.Document)
            return one.SequenceEqual(other, StringComparer.OrdinalIgnoreCase) ? SpeakerAgreement.Same : SpeakerAgreement.Unknown;
        if (IsDescription(one) || IsDescription(other)) return SpeakerAgreement.Unknown;
        if (!one[^1].Equals(other[^1], StringComparison.OrdinalIgnoreCase))
            return Shares(other, one[^1]) || Shares(one, other[^1]) ? SpeakerAgreement.Same : SpeakerAgreement.Other;
        // The same surname: another given name makes another person.
        return GivenName(one) is { } given && GivenName(other) is { } otherGiven && SpokenHash.Fold(given[0]) != SpokenHash.Fold(otherGiven[0]) ? SpeakerAgreement.Other : SpeakerAgreement.Same;
    }

    private static bool Shares(string[] words, string name) => words.Any(word => word.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>THE MAYOR, the harbour master: an office, which may be anybody's.</summary>
    private static bool IsDescription(string[] words) =>
        (LanguageData.English.ClassOf(WordHash.Of(words[^1])) & (WordClass.Title | WordClass.PersonNoun | WordClass.AnonymousNoun | WordClass.OrganisationNoun | WordClass.DocumentNoun | WordClass.SubjectPronoun)) != 0
        || LanguageData.English.Names.Is(WordHash.Of(words[^1]), NameClass.Office);

    /// <summary>The word before the surname, if it is known for a given name: anything else there may be a title.</summary>
    private static string? GivenName(string[] words) =>
        words.Length > 1 && LanguageData.English.Names.Is(WordHash.Of(words[^2]), NameClass.Given) ? words[^2] : null;

    private static IEnumerable<string> SpeakersOf(SourceDocument document) =>
        document.Turns.Select(turn => turn.Speaker).Append(document.Heading.Speaker).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase);

    private static bool IsUnnamed(string label) => Unnamed.Contains(label) || Unnamed.Contains(label.Split(' ')[0]);

    private static string[] WordsOf(string name) => name.Split([' ', '.', ',', '(', ')', '\u00A0'], StringSplitOptions.RemoveEmptyEntries);

    private RegistryEntry? EntryOf(string label, DateOnly? date)
    {
        if (registry.Entries.IsEmpty) return null;
        var tokens = new Token[16];
        int count = Tokenizer.Tokenize(label, [], LanguageData.English, ref tokens);
        List<uint> words = [], stems = [];
        for (int i = 0; i < count; i++)
        {
            if (!tokens[i].Is(TokenFlags.Word | TokenFlags.Number)) continue;
            words.Add(tokens[i].Word);
            if (!tokens[i].Is(WordClass.Determiner | WordClass.Preposition)) stems.Add(tokens[i].Stem);
        }
        if (words.Count == 0) return null;
        var all = words.ToArray();
        var found = _index.Value.Named(all);
        // Mayor Ruth Calloway: the name behind a title.
        for (int skip = 1; found.Count == 0 && skip < all.Length; skip++) found = _index.Value.Named(all.AsSpan(skip));
        if (found.Count == 0) found = _index.Value.Surnamed(all[^1]);
        if (found.Count == 0) found = _index.Value.Holding(stems.ToArray(), date);
        return found.Count == 1 ? found[0] : null;
    }
}
