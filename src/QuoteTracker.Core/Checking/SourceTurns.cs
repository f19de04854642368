using System.Collections.Immutable;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Text;

namespace QuoteTracker.Core.Checking;

/// <summary>Finds who speaks where in a transcript, by the labels that its lines open with.</summary>
public static class SourceTurns
{
    private readonly record struct Candidate(int Line, TurnLabel Label, string Name);

    /// <summary>Heads of a transcript that are no speakers.</summary>
    private static readonly HashSet<string> NotSpeakers = new(StringComparer.OrdinalIgnoreCase)
    {
        "Note", "Notes", "Date", "Time", "Location", "Place", "Subject", "Title", "Source", "Transcript", "Update", "Copyright", "Contact", "Summary", "Agenda", "Topic", "Present", "Attendees",
        "Participants", "Re", "From", "To", "Cc", "Sent", "Published", "Length", "Duration", "Recorded", "Venue", "Apologies", "Speakers", "Background", "Press release", "For immediate release", "END", "ENDS", "Motion", "Action", "Item", "Http", "Https",
    };

    /// <summary>Finds turns and times, and takes their labels out of the copy.</summary>
    /// <param name="copy">As of <see cref="SourceDocument"/>; a line of it opens with a label or does not.</param>
    public static (ImmutableArray<SourceTurn> Turns, ImmutableArray<SourceTime> Times) TakeLabels(Span<char> copy)
    {
        var candidates = FindCandidates(copy);
        var turns = ImmutableArray.CreateBuilder<SourceTurn>();
        var times = ImmutableArray.CreateBuilder<SourceTime>();
        foreach (var candidate in candidates)
        {
            var (label, line) = (candidate.Label, candidate.Line);
            bool isTurn = label.HasName && IsSpeaker(candidate, candidates);
            if (label.HasName && !isTurn && label.Time is null) continue;
            int end = isTurn || !label.HasName ? label.End : label.NameStart;
            copy.Slice(line, end).Fill(Article.NotCopy);
            if (label.Time is { } time) times.Add(new SourceTime(line, time));
            if (!isTurn) continue;
            // Who answers is whom the source is about.
            string? speaker = candidate.Name is "A" or "Answer" ? null : candidate.Name;
            if (turns.Count == 0 || turns[^1].Speaker != speaker) turns.Add(new SourceTurn(line, speaker));
        }
        return (turns.ToImmutable(), times.ToImmutable());
    }

    private static List<Candidate> FindCandidates(ReadOnlySpan<char> copy)
    {
        var candidates = new List<Candidate>();
        for (int start = 0; start < copy.Length;)
        {
            int length = copy[start..].IndexOfAny('\r', '\n');
            var line = length < 0 ? copy[start..] : copy.Slice(start, length);
            // Most lines have no label; what makes one is near its start.
            var head = line[..Math.Min(line.Length, 160)];
            if (head.Contains(':') && TurnLabel.TryRead(line, out var label)) candidates.Add(new Candidate(start, label, NameOf(line[label.NameStart..label.NameEnd])));
            start += line.Length + 1;
        }
        return candidates;
    }

    private static string NameOf(ReadOnlySpan<char> written)
    {
        var name = new string(written).Replace(Article.NotCopy.ToString(), "", StringComparison.Ordinal).Trim();
        // Ada Vaughn, mayor of Port Ellery:
        return name.IndexOf(", ", StringComparison.Ordinal) is > 0 and var comma ? name[..comma] : name;
    }

    private static bool IsSpeaker(Candidate candidate, List<Candidate> all)
    {
        string name = candidate.Name;
        if (NotSpeakers.Contains(name)) return false;
        if (name is "Q" or "A" || TurnLabel.IsInCapitals(name, atLeast: 2)) return true;
        if (!IsNameLike(name)) return false;
        if (candidate.Label.Time is not null) return true;
        // A name in small letters is one where the lines around it have labels as well: "Remember: …" is a sentence.
        bool isOneWord = !name.Contains(' ', StringComparison.Ordinal);
        int again = all.Count(other => other.Name == name);
        return again > 1 || (!isOneWord && all.Count(other => other.Label.HasName && !NotSpeakers.Contains(other.Name)) > 1);
    }

    /// <summary>Each word with a capital, but for small ones inside.</summary>
    private static bool IsNameLike(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is > 0 and <= 7 && char.IsUpper(words[0][0])
            && words.All(word => char.IsUpper(word[0]) || char.IsDigit(word[0]) || word is "of" or "the" or "for" or "de" or "van" or "von" or "der" or "la" or "and" or "&");
    }
}
