using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Xunit;

namespace QuoteTracker.EndToEnd.Tests;

/// <summary>What <c>--diff</c> writes is applied by the programs that it is for.</summary>
public sealed class DiffTests : IDisposable
{
    private const string Mismatched = "Mayor Ada Vaughn said: “The ferry will sail on Monday,\" and left the café.\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, string, bool> Articles => new()
    {
        { "plain.txt", "utf-8", false },
        { "with a mark.txt", "utf-8", true },
        { "old.txt", "windows-1252", false },
        { "two words/next story.txt", "utf-8", false },
        { "tab\there.txt", "utf-8", false },
        { "say \"so\".txt", "utf-8", false },
        { "café.txt", "utf-8", false },
    };

    [SkippableTheory]
    [MemberData(nameof(Articles))]
    public void Git_and_patch_make_of_it_what_fix_writes(string name, string encoding, bool hasMark)
    {
        Skip.If(OperatingSystem.IsWindows() && name.AsSpan().IndexOfAny('\t', '"') >= 0, "Windows has no such names");
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(encoding) is { } old ? old.GetBytes(Mismatched) : new UTF8Encoding(hasMark).GetBytes(Mismatched);
        if (hasMark) bytes = [0xEF, 0xBB, 0xBF, .. bytes];
        _folder.Write(name, bytes);
        var diff = QuoteTrackerProcess.Run(_folder.Root, "lint", ".", "--diff", "--select", "QT0102").OutputBytes;

        var byGit = ApplyWith(diff, name, bytes, "git", "apply", "-");
        var byPatch = ApplyWith(diff, name, bytes, "patch", "-p1", "--binary");
        QuoteTrackerProcess.Run(_folder.Root, "lint", ".", "--fix", "--select", "QT0102");

        Assert.NotEqual(bytes, File.ReadAllBytes(_folder.PathOf(name)));
        Assert.Equal(File.ReadAllBytes(_folder.PathOf(name)), byGit);
        Assert.Equal(byGit, byPatch);
    }

    [Fact]
    public void What_could_not_be_checked_is_told_all_the_same()
    {
        var run = QuoteTrackerProcess.Run(_folder.Root, "lint", "nowhere.txt", "--diff");
        Assert.Equal((2, "", "quotetracker: nowhere.txt: There is no file or folder nowhere.txt\n"), (run.ExitCode, run.Output, run.Error.ReplaceLineEndings("\n")));
    }

    /// <returns>The file with the difference in it; it is put back as it was.</returns>
    private byte[] ApplyWith(byte[] diff, string name, byte[] before, string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = _folder.Root, RedirectStandardInput = true, RedirectStandardOutput = true })!;
            process.StandardInput.BaseStream.Write(diff);
            process.StandardInput.Close();
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
        }
        catch (Win32Exception)
        {
            throw new SkipException($"{program} is not installed");
        }
        var after = File.ReadAllBytes(_folder.PathOf(name));
        _folder.Write(name, before);
        return after;
    }
}
