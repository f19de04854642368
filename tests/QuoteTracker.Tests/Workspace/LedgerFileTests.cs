using QuoteTracker.Core.Claims;
using QuoteTracker.Core.Rules;
using QuoteTracker.Workspace;
using QuoteTracker.Workspace.Ledger;
using Xunit;

namespace QuoteTracker.Tests.Workspace;

/// <summary>The ledger on disk. What needs several processes is in the end-to-end tests.</summary>
public sealed class LedgerFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string LedgerPath => _folder["claims.jsonl"];

    private static Claim ClaimNamed(string id) => new() { Id = id, Article = "a.txt", Anchor = new ClaimAnchor("", "We knew", "") };

    private LedgerUpdate Add(string id, string? path = null) => LedgerFile.Update(path ?? LedgerPath, _folder.Root, _ => [ClaimNamed(id)]);

    [Fact]
    public void A_ledger_begins_with_its_first_entry_and_leaves_nothing_beside_it()
    {
        Assert.Null(Add("b").Fault);
        Assert.Equal(["a"], Add("a").Written.Select(claim => claim.Id));

        Assert.Equal(["a", "b"], LedgerReading.FromFile(_folder.Root, LedgerPath).Ledger.Claims.Select(claim => claim.Id));
        Assert.Equal([LedgerPath], Directory.GetFiles(_folder.Root));
    }

    [Fact]
    public void An_update_that_changes_nothing_writes_nothing()
    {
        Add("a");
        var before = File.GetLastWriteTimeUtc(LedgerPath);
        var update = LedgerFile.Update(LedgerPath, _folder.Root, ledger => ledger.Claims);
        Assert.Empty(update.Written);
        Assert.Equal(before, File.GetLastWriteTimeUtc(LedgerPath));
    }

    [Fact]
    public void Threads_that_write_at_once_lose_nothing()
    {
        Parallel.For(0, 60, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i => Assert.Null(Add($"c{i:00}").Fault));
        Assert.Equal(Enumerable.Range(0, 60).Select(i => $"c{i:00}"), LedgerReading.FromFile(_folder.Root, LedgerPath).Ledger.Claims.Select(claim => claim.Id));
    }

    [Fact]
    public void A_lock_that_somebody_holds_is_waited_for_and_then_told()
    {
        Add("a");
        var update = LedgerFile.Update(LedgerPath, _folder.Root, _ =>
        {
            var other = LedgerFile.Update(LedgerPath, _folder.Root, _ => [ClaimNamed("c")], TimeSpan.FromMilliseconds(80));
            Assert.Equal(ToolFaults.NotWritten.Id, other.Fault!.Id);
            return [ClaimNamed("b")];
        });
        Assert.Null(update.Fault);
        Assert.Equal(["a", "b"], LedgerReading.FromFile(_folder.Root, LedgerPath).Ledger.Claims.Select(claim => claim.Id));
    }

    [Fact]
    public void What_a_killed_writer_left_is_cleared_away()
    {
        _folder.Write(".claims.jsonl.0123456789abcdef.tmp", "half a li");
        _folder.Write(".claims.jsonl.lock", "");
        Assert.Null(Add("a").Fault);
        Assert.Equal([LedgerPath], Directory.GetFiles(_folder.Root));
    }

    [SkippableFact]
    public void A_link_is_followed_inside_the_newsroom_and_not_out_of_it()
    {
        Skip.If(OperatingSystem.IsWindows(), "needs links");
        using var elsewhere = new TempFolder();
        File.CreateSymbolicLink(_folder["in.jsonl"], LedgerPath);
        File.CreateSymbolicLink(_folder["out.jsonl"], elsewhere["claims.jsonl"]);

        Assert.Null(Add("a", _folder["in.jsonl"]).Fault);
        Assert.Equal(ToolFaults.PathOutsideRoot.Id, Add("a", _folder["out.jsonl"]).Fault!.Id);

        Assert.NotNull(new FileInfo(_folder["in.jsonl"]).LinkTarget);
        Assert.True(File.Exists(LedgerPath));
        Assert.Empty(Directory.GetFiles(elsewhere.Root));
        File.WriteAllText(elsewhere["claims.jsonl"], "");
        Assert.Equal(ToolFaults.PathOutsideRoot.Id, LedgerReading.FromFile(_folder.Root, _folder["out.jsonl"]).Fault!.Id);
    }

    [Fact]
    public void A_file_that_is_too_large_is_neither_read_nor_written()
    {
        using (var file = File.Create(LedgerPath)) file.SetLength(LedgerDocument.MaxBytes + 1L);
        Assert.Equal(ToolFaults.TooLarge.Id, LedgerReading.FromFile(_folder.Root, LedgerPath).Fault!.Id);
        Assert.Equal(ToolFaults.NotWritten.Id, Add("a").Fault!.Id);
        Assert.Equal(LedgerDocument.MaxBytes + 1L, new FileInfo(LedgerPath).Length);
    }

    [Fact]
    public void A_newsroom_reads_its_ledger_and_says_what_is_wrong_with_it()
    {
        _folder.Write("quotetracker.yaml", "ledger: checks/c.jsonl\n");
        _folder.Write("a.txt", "“We knew,” she said.");
        _folder.Write("checks/c.jsonl", """
            nonsense
            {"id":"a","article":"a.txt","anchor":{"exact":"We knew"},"status":"verified","source":{"path":"sources/gone.txt"}}
            {"id":"b","article":"../a.txt","anchor":{"exact":"We knew"},"status":"verified","source":{"path":"../../etc/passwd"}}
            """);
        var newsroom = new NewsroomFinder(RuleCatalogue.Descriptors).For(_folder["a.txt"]);

        Assert.Equal(
            [LedgerFaults.Malformed.Id, LedgerFaults.DanglingSource.Id, LedgerFaults.DanglingSource.Id],
            newsroom.Ledger.DiagnosticsFor(newsroom).Select(found => found.Id));
        Assert.Empty(newsroom.Diagnostics);
    }
}
