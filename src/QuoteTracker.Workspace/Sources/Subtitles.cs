using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Checking;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Rules;
using QuoteTracker.Workspace.Articles;
using QuoteTracker.Workspace.Yaml;

namespace QuoteTracker.Workspace.Sources;

/// <summary>
/// Reads WebVTT and SubRip: cues with their times, and who speaks by voice tags (<c>&lt;v Name&gt;</c>) and labels. A time that cannot be read costs the cue
/// its time and no more: its words are still found, by their line.
/// </summary>
internal static class Subtitles
{
    private const string Arrow = "-->";

    public static SourceReader.Content Read(string path, SourceText source, string text)
    {
        var reading = new Reading(path, source, text);
        reading.ReadBlocks();
        return reading.Result();
    }

    private sealed class Reading(string path, SourceText source, string text)
    {
        private readonly char[] _copy = BlankOf(text);
        private readonly FaultList _faults = new(path, source);
        private readonly ImmutableArray<SourceTime>.Builder _times = ImmutableArray.CreateBuilder<SourceTime>();
        private readonly List<SourceTurn> _voices = [];
        private ImmutableArray<Diagnostic> _headingFaults = [];
        private FrontMatter _heading = FrontMatter.None;

        private static char[] BlankOf(string text)
        {
            var copy = new char[text.Length];
            for (int i = 0; i < copy.Length; i++) copy[i] = text[i] is '\r' or '\n' ? text[i] : Article.NotCopy;
            return copy;
        }

        public void ReadBlocks()
        {
            var lines = source.Lines;
            for (int line = 0; line < lines.Count;)
            {
                if (IsBlank(lines[line]))
                {
                    line++;
                    continue;
                }
                int end = line;
                while (end < lines.Count && !IsBlank(lines[end])) end++;
                ReadBlock(line, end);
                line = end;
            }
        }

        public SourceReader.Content Result()
        {
            var (labels, times) = SourceTurns.TakeLabels(_copy);
            var turns = labels.IsEmpty || _voices.Exists(voice => voice.Speaker is not null) ? Distinct(_voices) : labels;
            return new SourceReader.Content(
                _copy, SourceReader.HeadingOf(_heading), turns, _times.Count > 0 ? _times.ToImmutable() : times, [.. _headingFaults, .. _faults.ToImmutable()]);
        }

        private static ImmutableArray<SourceTurn> Distinct(List<SourceTurn> voices)
        {
            var turns = ImmutableArray.CreateBuilder<SourceTurn>();
            foreach (var voice in voices)
            {
                if (turns.Count == 0 ? voice.Speaker is not null : turns[^1].Speaker != voice.Speaker) turns.Add(voice);
            }
            return turns.ToImmutable();
        }

        private bool IsBlank(TextLine line) => text.AsSpan(line.Start, line.End - line.Start).IsWhiteSpace();

        private ReadOnlySpan<char> LineAt(int line) => text.AsSpan(source.Lines[line].Start, source.Lines[line].End - source.Lines[line].Start);

        private void ReadBlock(int first, int end)
        {
            var head = LineAt(first).TrimStart('\uFEFF');
            bool isWebVtt = path.EndsWith(".vtt", StringComparison.OrdinalIgnoreCase);
            if (isWebVtt && StartsWith(head, "NOTE"))
            {
                ReadNote(first, end);
                return;
            }
            if (isWebVtt && (StartsWith(head, "STYLE") || StartsWith(head, "REGION"))) return;
            // The header, and what stands under it: metadata, up to a cue that follows without a blank line.
            int at = first;
            if (isWebVtt && first == 0 && StartsWith(head, "WEBVTT")) at++;
            bool isHeader = at > first;
            int timing = -1;
            for (int line = at; line < end && timing < 0; line++)
            {
                if (LineAt(line).Contains(Arrow, StringComparison.Ordinal)) timing = line;
            }
            if (timing < 0)
            {
                if (!isHeader) ReadUntimed(at, end);
                return;
            }
            // A number or a name may stand over the times; anything longer is words of a cue that lost its own.
            if (!isHeader && timing - at > 1) ReadPayload(at, timing - 1);
            ReadCue(timing, end);
        }

        /// <summary>A block without an arrow: the words of a cue whose times are missing, or a number alone.</summary>
        private void ReadUntimed(int at, int end)
        {
            if (int.TryParse(LineAt(at).Trim(), out _)) at++;
            if (at == end) return;
            _faults.Add(ToolFaults.InvalidCueTime, source.Lines[at].Span, "there is no line of times over these words");
            ReadPayload(at, end);
        }

        private void ReadCue(int timing, int end)
        {
            var line = source.Lines[timing];
            var written = text.AsSpan(line.Start, line.End - line.Start);
            int arrow = written.IndexOf(Arrow, StringComparison.Ordinal);
            var from = Subtitles.TimeOf(written[..arrow]);
            var until = Subtitles.TimeOf(FirstWord(written[(arrow + Arrow.Length)..]));
            int payload = timing + 1;
            // A second cue glued to this one begins at its own arrow.
            int next = payload;
            while (next < end && !LineAt(next).Contains(Arrow, StringComparison.Ordinal)) next++;
            int payloadEnd = next < end && next > payload && int.TryParse(LineAt(next - 1).Trim(), out _) ? next - 1 : next;
            if (from is null || until is null) _faults.Add(ToolFaults.InvalidCueTime, line.Span, "a time is hours:minutes:seconds with thousandths, twice, with --> between");
            else if (until < from) _faults.Add(ToolFaults.InvalidCueTime, line.Span, "the cue ends before it begins");
            else if (payload < payloadEnd) _times.Add(new SourceTime(source.Lines[payload].Start, from.Value));
            ReadPayload(payload, payloadEnd);
            if (next < end) ReadCue(next, end);
        }

        private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> written)
        {
            written = written.TrimStart();
            int blank = written.IndexOfAny(' ', '\t');
            return blank < 0 ? written : written[..blank];
        }

        /// <summary>Takes the words of a cue over; <c>&lt;…&gt;</c> is markup, and <c>{…}</c> in SubRip.</summary>
        private void ReadPayload(int first, int end)
        {
            if (first >= end) return;
            int start = source.Lines[first].Start, stop = source.Lines[end - 1].End;
            bool hasVoice = false;
            for (int at = start; at < stop;)
            {
                char c = text[at];
                if (c == '<' && text.AsSpan(at, stop - at).IndexOf('>') is > 0 and var length)
                {
                    if (VoiceIn(text.AsSpan(at + 1, length - 1)) is { } voice)
                    {
                        if (!hasVoice || _voices[^1].Speaker != voice) _voices.Add(new SourceTurn(hasVoice ? at : start, voice));
                        hasVoice = true;
                    }
                    at += length + 1;
                }
                else if (c == '{' && text.AsSpan(at, stop - at).IndexOf('}') is > 0 and var braces && text[at + 1] == '\\') at += braces + 1;
                else if (c == '&') at = CharacterReference.Take(text, _copy, at, stop);
                else
                {
                    _copy[at] = c;
                    at++;
                }
            }
            if (!hasVoice) _voices.Add(new SourceTurn(start, null));
        }

        /// <summary><c>v Ada Vaughn</c>, with classes behind the letter or without.</summary>
        private static string? VoiceIn(ReadOnlySpan<char> tag)
        {
            if (tag.IsEmpty || tag[0] != 'v') return null;
            int blank = tag.IndexOfAny(' ', '\t');
            if (blank < 0 || (blank > 1 && tag[1] != '.')) return null;
            var name = tag[(blank + 1)..].Trim();
            return name.IsEmpty ? null : System.Net.WebUtility.HtmlDecode(name.ToString());
        }

        private void ReadNote(int first, int end)
        {
            int start = source.Lines[first].Start + (first == 0 && text[0] == '\uFEFF' ? 1 : 0) + "NOTE".Length;
            var body = TextSpan.FromBounds(start, source.Lines[end - 1].End);
            if (_heading != FrontMatter.None || !FrontMatter.BeginsWithKey(text.AsSpan(body.Start, body.Length)) || text.AsSpan(body.Start, body.Length).IsWhiteSpace()) return;
            // The first line is indented by the word before it; YAML wants all keys in one column.
            int blank = 0;
            while (body.Start + blank < body.End && char.IsWhiteSpace(text[body.Start + blank])) blank++;
            body = TextSpan.FromBounds(body.Start + blank, body.End);
            (_heading, _headingFaults) = FrontMatter.FromKeys(path, source, body, body);
        }

        private static bool StartsWith(ReadOnlySpan<char> line, string word) =>
            line.StartsWith(word, StringComparison.Ordinal) && (line.Length == word.Length || char.IsWhiteSpace(line[word.Length]));
    }

    /// <summary>WebVTT writes thousandths behind a full stop, SubRip behind a comma.</summary>
    private static TimeSpan? TimeOf(ReadOnlySpan<char> written)
    {
        written = written.Trim();
        if (written.IsEmpty || written.Length > 20) return null;
        Span<char> time = stackalloc char[written.Length];
        written.Replace(time, ',', '.');
        return SourceTime.Parse(time);
    }
}
