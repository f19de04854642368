using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Xunit;

namespace QuoteTracker.EndToEnd.Tests.Claims;

/// <summary>No check is lost, whatever happens to the processes that write the ledger.</summary>
public sealed class LedgerCrashTests : IDisposable
{
    private const int Entries = 4000;

    private readonly TemporaryFolder _folder = new();

    public LedgerCrashTests()
    {
        _folder.Write("a.txt", "Nothing to quote.\n");
        var ledger = new StringBuilder();
        for (int i = 0; i < Entries; i++)
            ledger.Append("{\"id\":\"c").Append(i.ToString("0000", null)).Append("\",\"article\":\"a.txt\",\"anchor\":{\"prefix\":\"\",\"exact\":\"words that stand nowhere at all any more\",\"suffix\":\"\"},\"status\":\"unchecked\",\"x\":").Append(i).Append("}\n");
        _folder.Write("claims.jsonl", ledger.ToString());
    }

    public void Dispose() => _folder.Dispose();

    private Process Dispute(int number, string note) => QuoteTrackerProcess.Start(_folder.Root, ["claims", "dispute", $"c{number:0000}", "--note", note, "--by", "Ann", "--on", "2026-03-12"]);

    /// <summary>The notes by id; every line of the ledger is whole and in its place.</summary>
    private Dictionary<string, string?> Notes()
    {
        var lines = _folder.Read("claims.jsonl").Split('\n');
        Assert.Equal("", lines[^1]);
        var notes = new Dictionary<string, string?>();
        foreach (var line in lines[..^1])
        {
            var entry = JsonDocument.Parse(line).RootElement;
            Assert.Equal($"c{entry.GetProperty("x").GetInt32():0000}", entry.GetProperty("id").GetString());
            notes.Add(entry.GetProperty("id").GetString()!, entry.TryGetProperty("note", out var note) ? note.GetString() : null);
        }
        Assert.Equal(Entries, notes.Count);
        return notes;
    }

    [Fact]
    public void A_writer_killed_at_any_moment_leaves_the_old_ledger_or_the_new_one()
    {
        var random = new Random(7);
        var lockFile = _folder.PathOf(".claims.jsonl.lock");
        int written = 0, left = 0;
        var started = Stopwatch.GetTimestamp();
        using (var first = Dispute(Entries - 2, "the first")) first.WaitForExit();
        var lifetime = (int)Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        var before = Notes();
        for (int i = 0; i < 100; i++)
        {
            // One that was killed leaves its lock's file behind, which now and then stays there for the next.
            if (i % 3 != 0) File.Delete(lockFile);
            using var process = Dispute(i, $"note {i}");
            // Two of three die while they hold the lock, at some step of the writing; the others at any time of their life.
            if (i % 3 == 0) process.WaitForExit(random.Next(lifetime / 2, (lifetime * 5 / 4) + 1));
            else
            {
                while (!File.Exists(lockFile) && !process.HasExited) Thread.SpinWait(50);
                var until = Stopwatch.GetTimestamp() + (long)(random.NextDouble() * 0.08 * Stopwatch.Frequency);
                while (Stopwatch.GetTimestamp() < until) Thread.SpinWait(20);
            }
            process.Kill();
            process.WaitForExit();

            var after = Notes();
            foreach (var (id, note) in after)
                if (id != $"c{i:0000}") Assert.Equal(before[id], note);
            var mine = after[$"c{i:0000}"];
            Assert.True(mine is null || mine == $"note {i}", mine);
            if (process.ExitCode == 0) Assert.NotNull(mine);
            if (mine is null) left++;
            else written++;
            before = after;
        }
        Assert.True(left > 0 && written > 0, $"{written} writers had finished and {left} had not: the test does not meet the moment");

        using var last = Dispute(Entries - 1, "the last");
        last.WaitForExit();
        Assert.Equal(0, last.ExitCode);
        Assert.Equal("the last", Notes()[$"c{Entries - 1}"]);
        Assert.Equal(["a.txt", "claims.jsonl"], Directory.GetFiles(_folder.Root).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void Processes_that_write_at_once_lose_nothing()
    {
        for (int round = 0; round < 3; round++)
        {
            var processes = Enumerable.Range(round * 8, 8).Select(number => Dispute(number, $"note {number}")).ToList();
            foreach (var process in processes)
            {
                process.WaitForExit();
                Assert.True(process.ExitCode == 0, process.StandardError.ReadToEnd());
                process.Dispose();
            }
        }
        var notes = Notes();
        Assert.All(Enumerable.Range(0, 24), number => Assert.Equal($"note {number}", notes[$"c{number:0000}"]));
    }
}
