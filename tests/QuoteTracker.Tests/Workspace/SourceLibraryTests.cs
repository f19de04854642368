using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core;
using QuoteTracker.Core.Checking;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Rules;
using QuoteTracker.Workspace;
using QuoteTracker.Workspace.Sources;
using Xunit;

namespace QuoteTracker.Tests.Workspace;

public sealed class SourceLibraryTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private Newsroom Room => new() { Root = _folder.Root };

    private SourceLibrary Open(string cacheFile = "") => SourceLibrary.Open(Room, cacheFile);

    private static QuotationCheck Check(SourceLibrary library, string words)
    {
        var quotation = Quotation.Of(words);
        return library.Matcher.Check(quotation, library.CandidatesFor(quotation)).Best;
    }

    [Fact]
    public void A_newsroom_without_sources_has_an_empty_library() => Assert.True(Open().IsEmpty);

    [Fact]
    public void A_change_to_one_source_is_found_and_the_others_stay()
    {
        _folder.Write("sources/a.txt", "VAUGHN: We lost the ferry in March.");
        var path = _folder.Write("sources/b.txt", "ORR: Nobody told the school board anything.");
        var before = Open();
        File.WriteAllText(path, "ORR: Everybody told the library everything.");
        var after = before.With(path);

        Assert.Equal(Verdict.Exact, Check(after, "Everybody told the library everything").Verdict);
        Assert.Equal(Verdict.Absent, Check(after, "Nobody told the school board anything").Verdict);
        Assert.Equal(Verdict.Exact, Check(after, "We lost the ferry in March").Verdict);

        var inEditor = after.With(path, SourceText.From("ORR: The kettle is on and the roof is off."));
        Assert.Equal(Verdict.Exact, Check(inEditor, "The kettle is on and the roof is off").Verdict);
        File.Delete(path);
        Assert.Equal(1, inEditor.With(path).Count);
    }

    [Fact]
    public void A_source_that_vanishes_is_told_and_the_rest_goes_on()
    {
        _folder.Write("sources/a.txt", "VAUGHN: We lost the ferry in March.");
        var path = _folder.Write("sources/b.txt", "ORR: Nobody told the school board anything.");
        var library = Open();
        File.Delete(path);
        Assert.Equal(Verdict.Absent, Check(library, "Nobody told the school board anything").Verdict);
        Assert.Equal(Verdict.Exact, Check(library, "We lost the ferry in March").Verdict);
        Assert.Equal(ToolFaults.MissingPath.Id, Assert.Single(library.Diagnostics).Id);
    }

    [Fact]
    public void A_source_of_twenty_megabytes_is_read_and_one_past_the_limit_is_told()
    {
        var line = "VAUGHN: " + string.Concat(Enumerable.Range(0, 20).Select(i => $"we counted crate number {i} on the quay and ")) + "went home.\n";
        _folder.Write("sources/long.txt", string.Concat(Enumerable.Repeat(line, 20 * 1024 * 1024 / line.Length)) + "ORR: The lighthouse keeper has a new kettle.\n");
        _folder.Write("sources/huge.txt", new byte[SourceReader.DefaultMaxBytes + 1]);
        _folder.Write("sources/small.txt", "ORR: Nobody told the school board anything.");
        var library = Open();
        Assert.Equal(ToolFaults.TooLarge.Id, Assert.Single(library.Diagnostics).Id);
        Assert.Equal(Verdict.Exact, Check(library, "The lighthouse keeper has a new kettle").Verdict);
        Assert.Equal(Verdict.Exact, Check(library, "Nobody told the school board anything").Verdict);
    }

    [Fact]
    public void A_link_out_of_the_newsroom_is_refused()
    {
        using var elsewhere = new TempFolder();
        elsewhere.Write("secret.txt", "VAUGHN: We lost the ferry in March.");
        _folder.Write("sources/a.txt", "ORR: Nobody told the school board anything.");
        _folder.Link("sources/out.txt", elsewhere["secret.txt"]);
        var library = Open();
        Assert.Equal(ToolFaults.PathOutsideRoot.Id, Assert.Single(library.Diagnostics).Id);
        Assert.Equal(Verdict.Absent, Check(library, "We lost the ferry in March").Verdict);
    }

    [Fact]
    public void The_index_is_kept_and_what_changed_since_is_seen()
    {
        for (int i = 0; i < 300; i++) _folder.Write($"sources/{i}.txt", $"VAUGHN: {string.Concat(Enumerable.Repeat($"the crate numbered {i} stood on quay {i * 7} all that night. ", 80))}");
        var kept = _folder["index.sources"];
        Assert.Equal(300, Open(kept).Count);
        Assert.True(File.Exists(kept));
        File.Delete(_folder["sources/1.txt"]);
        _folder.Write("sources/2.txt", "VAUGHN: The kettle is on and the roof is off.");
        _folder.Write("sources/new.txt", "ORR: Nobody told the school board anything.");
        var again = Open(kept);
        Assert.Equal(300, again.Count);
        Assert.Equal("sources/2.txt", Check(again, "The kettle is on and the roof is off").Passage!.Path);
        Assert.Equal("sources/new.txt", Check(again, "Nobody told the school board anything").Passage!.Path);
        Assert.Equal("sources/250.txt", Check(again, "the crate numbered 250 stood on quay 1750 all that night").Passage!.Path);

        // Cut short, or other bytes: it is made anew.
        var bytes = File.ReadAllBytes(kept);
        bytes[bytes.Length / 2] ^= 0x40;
        File.WriteAllBytes(kept, bytes);
        Assert.Equal(Verdict.Exact, Check(Open(kept), "Nobody told the school board anything").Verdict);
        File.WriteAllBytes(kept, bytes[..100]);
        Assert.Equal(Verdict.Exact, Check(Open(kept), "Nobody told the school board anything").Verdict);
    }

    [Fact]
    public void All_places_are_told_and_a_paraphrase_gets_a_passage_and_no_verdict()
    {
        _folder.Write("sources/a.txt", "---\ntitle: Hall\n---\nVAUGHN: We lost the ferry in March.");
        _folder.Write("sources/b.vtt", "WEBVTT\n\n00:07.000 --> 00:09.000\n<v Ada Vaughn>We lost the ferry in March.");
        var library = Open();
        var model = new ArticleAnalyzer(Core.Speakers.Registry.Empty).Analyze(new Article("x.txt", "“We lost the ferry in March,” Ada Vaughn said. Ada Vaughn said the ferry was lost in March."));
        var direct = model.Attributions.Single(attribution => attribution.Kind == AttributionKind.Direct);
        var indirect = model.Attributions.Single(attribution => attribution.Kind == AttributionKind.Indirect);

        var findings = library.Check(model, direct)!;
        Assert.Equal(["sources/a.txt", "sources/b.vtt"], findings.Places.Append(findings.Best.Passage!).Select(place => place.Path).Order());
        Assert.Null(library.Check(model, indirect));
        var hint = library.SeeHere(model, indirect)!;
        Assert.Equal(1, hint.Score);
        Assert.Equal("Hall", hint.Passage.Title);
    }
}
