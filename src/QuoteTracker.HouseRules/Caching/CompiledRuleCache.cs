using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Rules;
using QuoteTracker.Core.Rules.House;
using QuoteTracker.HouseRules.Hosting;
using QuoteTracker.HouseRules.Wire;

namespace QuoteTracker.HouseRules.Caching;

/// <summary>
/// Compiled rules on disk. An entry counts only for the very text that it was compiled from, by this compiler, against this API, on this runtime, and only
/// with a seal that this user's key made: a cache that was copied from elsewhere, or changed, is no more than a file that is not read.
/// </summary>
internal sealed class CompiledRuleCache
{
    private const int SealLength = 32;

    private const int MostEntries = 1000;

    private const int LargestEntry = 16 << 20;

    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    private readonly string _folder;
    private readonly byte[] _key;

    private CompiledRuleCache(string folder, byte[] key) => (_folder, _key) = (folder, key);

    /// <summary>What a compiled rule depends on beside its text.</summary>
    private static string Makers { get; } = string.Join(
        ' ', typeof(CompiledRuleCache).Module.ModuleVersionId, typeof(ArticleRule).Module.ModuleVersionId, typeof(SourceText).Module.ModuleVersionId, Environment.Version);

    /// <returns>Null where the user has no place for it, or one that others can read or write: then rules are compiled each time.</returns>
    public static CompiledRuleCache? Open(CacheFolders folders)
    {
        ArgumentNullException.ThrowIfNull(folders);
        try
        {
            if (KeyAt(folders.Key) is not { } key) return null;
            // Whoever opens it ahead of time has the system's cryptography loaded by then, which takes longer than all that is done with it.
            HMACSHA256.HashData(key, ReadOnlySpan<byte>.Empty);
            return new CompiledRuleCache(CreateFolder(folders.Rules), key);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Debug.WriteLine(fault.Message);
            return null;
        }
    }

    /// <returns>Null where it is not there, or not to be trusted.</returns>
    public HostedRule? Find(CodeRuleFile file)
    {
        try
        {
            var path = PathOf(file);
            if (!File.Exists(path) || new FileInfo(path).Length is < SealLength or > LargestEntry) return null;
            var bytes = File.ReadAllBytes(path);
            Span<byte> seal = stackalloc byte[SealLength];
            HMACSHA256.HashData(_key, bytes.AsSpan(SealLength), seal);
            if (!CryptographicOperations.FixedTimeEquals(seal, bytes.AsSpan(0, SealLength))) return null;
            var from = new WireReader(bytes.AsMemory(SealLength));
            if (from.Text() != Makers || from.Text() != file.RuleName || from.Text() != file.Text.ToString()) return null;
            return new HostedRule(file, from.Bytes(), from.Text(), from.Span(), RuleWire.ReadDescription(from));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            Debug.WriteLine(fault.Message);
            return null;
        }
    }

    /// <summary>Keeps a rule that was loaded without fault. Where that fails, the next start compiles again.</summary>
    public void Keep(HostedRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var data = new WireWriter();
        data.Text(Makers);
        data.Text(rule.File.RuleName);
        data.Text(rule.File.Text.ToString());
        data.Bytes(rule.Assembly);
        data.Text(rule.Class);
        data.Span(rule.ClassSpan);
        RuleWire.Write(data, rule.Description!);
        var path = PathOf(rule.File);
        var temporary = $"{path}.{Environment.ProcessId}.tmp";
        try
        {
            RemoveOldest();
            using (var file = CreatePrivate(temporary))
            {
                file.Write(HMACSHA256.HashData(_key, data.Written));
                file.Write(data.Written);
            }
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Debug.WriteLine(fault.Message);
        }
    }

    private string PathOf(CodeRuleFile file) =>
        Path.Combine(_folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Makers}\n{file.RuleName}\n{file.Text}")).AsSpan(0, 16)));

    private void RemoveOldest()
    {
        var entries = new DirectoryInfo(_folder).GetFiles();
        if (entries.Length < MostEntries) return;
        foreach (var old in entries.OrderBy(static entry => entry.LastWriteTimeUtc).Take(MostEntries / 2)) old.Delete();
    }

    private static byte[]? KeyAt(string path)
    {
        CreateFolder(Path.GetDirectoryName(path)!);
        if (!File.Exists(path))
        {
            var temporary = $"{path}.{Environment.ProcessId}.tmp";
            using (var file = CreatePrivate(temporary)) file.Write(RandomNumberGenerator.GetBytes(SealLength));
            // Whoever was first has made the key.
            if (File.Exists(path)) File.Delete(temporary);
            else File.Move(temporary, path, overwrite: false);
        }
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != 0) return null;
        var key = File.ReadAllBytes(path);
        return key.Length == SealLength ? key : null;
    }

    private static string CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }

    private static FileStream CreatePrivate(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = Private;
        return new FileStream(path, options);
    }
}
