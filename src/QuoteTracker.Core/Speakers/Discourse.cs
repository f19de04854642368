using System.Runtime.InteropServices;
using QuoteTracker.Core.Language;

namespace QuoteTracker.Core.Speakers;

/// <summary>
/// What a reader of one story has in mind: who was mentioned, in what role, how long ago. Pronouns are resolved by agreement, role and recency (after
/// Hobbs 1978 and Lappin and Leass 1994, without a parser), and stay open where that does not decide.
/// </summary>
internal sealed class Discourse
{
    /// <summary>An antecedent is looked for in so many sentences that mention somebody.</summary>
    private const int ReachInSentences = 5;

    /// <summary>Who spoke last may have spoken so many paragraphs before.</summary>
    private const int ReachOfSpeaker = 8;

    private readonly List<StoryMention> _heard = [];
    private StoryMention? _lastSpeaker;

    public void Hear(StoryMention mention)
    {
        if (mention.Referent is null) return;
        _heard.Add(mention);
        if (mention.Is(MentionTraits.Source) && !mention.Is(MentionTraits.InMarks | MentionTraits.Headline)) _lastSpeaker = mention;
    }

    /// <summary>Decides what a pronoun stands for, or leaves it open.</summary>
    public void ResolvePronoun(StoryMention pronoun)
    {
        int end = _heard.Count;
        for (int sentences = 0; end > 0 && sentences < ReachInSentences; sentences++)
        {
            int start = end - 1;
            while (start > 0 && _heard[start - 1].Sentence == _heard[end - 1].Sentence) start--;
            switch (Pick(pronoun, start, end))
            {
                case (StoryMention found, var how):
                    Decide(pronoun, found.Referent!, how);
                    return;
                case (null, "several"):
                    if (Speaker(pronoun) is { } one) Decide(pronoun, one.Referent!, "last-speaker");
                    else pronoun.Doubt(Agreeing(pronoun, start, end));
                    return;
            }
            end = start;
        }
        if (Speaker(pronoun) is { } speaker) Decide(pronoun, speaker.Referent!, "last-speaker");
    }

    /// <summary>What <c>who</c> or <c>which</c> follows: the mention it stands behind, or the last person before <c>who</c>.</summary>
    public void ResolveRelative(StoryMention relative)
    {
        bool who = relative.Is(MentionTraits.Person);
        for (int i = _heard.Count - 1; i >= 0 && _heard[i].Sentence == relative.Sentence; i--)
        {
            var m = _heard[i];
            bool adjoins = relative.Local.Phrase.Start - Math.Max(m.Local.Core.End, m.Local.Phrase.End) <= 1;
            if (!adjoins && !who) return;
            if (m.Is(MentionTraits.Possessive | MentionTraits.Modifier)) continue;
            if (who && !m.Referent!.CanBePerson && !m.Referent.IsPlural) continue;
            relative.Decide(m.Referent!, "antecedent-of-relative");
            return;
        }
    }

    /// <summary>The subject of the clause that a cue without a source of its own belongs to.</summary>
    /// <param name="before">The cue's first token.</param>
    public static StoryMention? MainSubject(List<StoryMention> mentions, int sentence, int before)
    {
        int first = ((ReadOnlySpan<StoryMention>)CollectionsMarshal.AsSpan(mentions)).FirstFrom(sentence, static mention => mention.Sentence);
        for (int k = first; k < mentions.Count && mentions[k].Sentence == sentence; k++)
        {
            var m = mentions[k];
            if (m.Local.Core.Start >= before) return null;
            if (m.Is(MentionTraits.Subject) && !m.Is(MentionTraits.Possessive | MentionTraits.Modifier)) return m;
        }
        return null;
    }

    private static void Decide(StoryMention pronoun, Referent referent, string how)
    {
        pronoun.Decide(referent, how);
        if (pronoun.Local.Gender == Gender.Unknown) return;
        referent.Learn(pronoun.Local.Gender);
        if (referent.IsNamed) referent.Kind |= MentionTraits.Person;
    }

    private (StoryMention? Found, string How) Pick(StoryMention pronoun, int start, int end)
    {
        StoryMention? subject = null, other = null;
        bool several = false, spoken = false;
        for (int i = start; i < end; i++)
        {
            var m = _heard[i];
            // “He said Vaughn's plan was a danger. She …”: an owner in what somebody says is not whom the story goes on about.
            if (spoken && m.Is(MentionTraits.Possessive) && m.Sentence != pronoun.Sentence) continue;
            spoken |= m.Is(MentionTraits.Source);
            if (!Fits(pronoun, m)) continue;
            if (m.Is(MentionTraits.Source)) return (m, "speaker-of-sentence-before");
            if (m.Is(MentionTraits.Subject) && !m.Is(MentionTraits.Possessive | MentionTraits.Modifier)) subject ??= m;
            else if (!m.Is(MentionTraits.Modifier))
            {
                several |= other is not null && other.Referent != m.Referent;
                other = m;
            }
        }
        if (subject is not null) return (subject, "nearest-agreeing-subject");
        return several ? (null, "several") : (other, "nearest-agreeing-mention");
    }

    private List<Referent> Agreeing(StoryMention pronoun, int start, int end)
    {
        var fits = new List<Referent>();
        for (int i = start; i < end; i++)
        {
            if (Fits(pronoun, _heard[i]) && !fits.Contains(_heard[i].Referent!)) fits.Add(_heard[i].Referent!);
        }
        return fits;
    }

    private StoryMention? Speaker(StoryMention pronoun) =>
        _lastSpeaker is { } m && pronoun.Paragraph - m.Paragraph <= ReachOfSpeaker && Agrees(pronoun, m.Referent!) ? m : null;

    /// <summary>Text outside marks takes nobody up who is mentioned inside them alone, nor the story anybody from its headline.</summary>
    private static bool Fits(StoryMention pronoun, StoryMention m)
    {
        if (m.Is(MentionTraits.InMarks) && !pronoun.Is(MentionTraits.InMarks)) return false;
        return m.Is(MentionTraits.Headline) == pronoun.Is(MentionTraits.Headline) && Agrees(pronoun, m.Referent!);
    }

    private static bool Agrees(StoryMention pronoun, Referent r)
    {
        if (pronoun.Is(MentionTraits.Person)) return r.CanBePerson && r.Agrees(pronoun.Local.Gender) && IsLikelyPerson(r);
        if (pronoun.Is(MentionTraits.Plural)) return r.IsPlural || r.Pair is not null || r.Is(MentionTraits.Organisation) || IsThey(r);
        return !r.IsPlural && r.Pair is null && !r.Is(MentionTraits.Person) && (r.Is(MentionTraits.Organisation | MentionTraits.Document | MentionTraits.Definite));
    }

    private static bool IsThey(Referent r) => r.Entry?.Pronouns is { } pronouns && pronouns.StartsWith("they", StringComparison.OrdinalIgnoreCase);

    /// <summary>A lone capitalised word that never spoke is as likely a thing.</summary>
    private static bool IsLikelyPerson(Referent r) =>
        r.Is(MentionTraits.Person) || r.Is(MentionTraits.Source) && !r.Is(MentionTraits.Definite) || (r.Name.Length is 2 or 3 && !r.Is(MentionTraits.Definite));
}
