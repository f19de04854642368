using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace QuoteTracker.Workspace.Sources;

/// <summary>
/// Keeps an index between runs in the user's cache folder: hashes and paths, no words. A file that is not whole, or of another version, counts for none; so does one that
/// cannot be written: the index is then made anew each time.
/// </summary>
internal static class IndexFile
{
    /// <summary>Changes with the layout, and with whatever changes the features of a text.</summary>
    private const int Version = 1;

    private const int Magic = 0x49535451, HeaderInts = 8;

    private const long MaxBytes = 1L << 31;

    /// <returns>Null where the system knows no folder for caches.</returns>
    public static string? PathFor(string root)
    {
        var folder = Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } given && Path.IsPathRooted(given) ? given
            : OperatingSystem.IsWindows() ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
            : Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) is { Length: > 0 } home ? Path.Combine(home, OperatingSystem.IsMacOS() ? "Library/Caches" : ".cache")
            : "";
        if (folder.Length == 0) return null;
        return Path.Combine(folder, "quotetracker", $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(root)).AsSpan(0, 16))}.sources");
    }

    /// <returns>Null where there is none that can be used.</returns>
    public static IndexArrays? Load(string path)
    {
        try
        {
            if (!File.Exists(path)) return null;
            using var file = File.OpenHandle(path);
            long length = RandomAccess.GetLength(file);
            var header = new int[HeaderInts];
            if (length is < HeaderInts * sizeof(int) or > MaxBytes || !Fill(file, header, 0)) return null;
            var (starts, postings, tableBytes) = (header[2], header[3], header[4]);
            if (header[0] != Magic || header[1] != Version || starts < 2 || !BitOperations.IsPow2(starts - 1) || postings < 0 || tableBytes < 0) return null;
            if (length != (HeaderInts + (long)starts + postings) * sizeof(int) + tableBytes) return null;
            var startArray = GC.AllocateUninitializedArray<int>(starts);
            var postingArray = GC.AllocateUninitializedArray<int>(postings);
            var table = new byte[tableBytes];
            long at = HeaderInts * sizeof(int);
            if (!Fill(file, startArray, at) || !Fill(file, postingArray, at += starts * (long)sizeof(int)) || !Fill(file, table, at + postings * (long)sizeof(int))) return null;
            ulong sum = Checksum.Of(MemoryMarshal.AsBytes(startArray.AsSpan())) ^ Checksum.Of(MemoryMarshal.AsBytes(postingArray.AsSpan())) * 3 ^ Checksum.Of(table) * 5;
            if ((int)sum != header[5] || (int)(sum >> 32) != header[6]) return null;
            return new IndexArrays(ReadTable(table), startArray, postingArray);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or EndOfStreamException)
        {
            return null;
        }
    }

    /// <summary>Through a file beside it, which then takes its name: another process reads the old index or the new one.</summary>
    /// <returns>False where it could not be written.</returns>
    public static bool Store(string path, IndexArrays arrays)
    {
        var beside = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var table = WriteTable(arrays.Files);
            var starts = MemoryMarshal.AsBytes(arrays.Starts.AsSpan());
            var postings = MemoryMarshal.AsBytes(arrays.Postings.AsSpan());
            ulong sum = Checksum.Of(starts) ^ Checksum.Of(postings) * 3 ^ Checksum.Of(table) * 5;
            int[] header = [Magic, Version, arrays.Starts.Length, arrays.Postings.Length, table.Length, (int)sum, (int)(sum >> 32), 0];
            using (var file = File.OpenHandle(beside, FileMode.CreateNew, FileAccess.Write))
            {
                long at = 0;
                Append(MemoryMarshal.AsBytes(header.AsSpan()));
                Append(starts);
                Append(postings);
                Append(table);

                void Append(ReadOnlySpan<byte> bytes)
                {
                    RandomAccess.Write(file, bytes, at);
                    at += bytes.Length;
                }
            }
            File.Move(beside, path, overwrite: true);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Remove(beside);
            return false;
        }
    }

    private static void Remove(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It lies in a cache folder, under a name that nobody looks for.
        }
    }

    private static bool Fill<T>(Microsoft.Win32.SafeHandles.SafeFileHandle file, T[] array, long at)
        where T : unmanaged
    {
        var bytes = MemoryMarshal.AsBytes(array.AsSpan());
        while (!bytes.IsEmpty)
        {
            int read = RandomAccess.Read(file, bytes, at);
            if (read == 0) return false;
            bytes = bytes[read..];
            at += read;
        }
        return true;
    }

    private static byte[] WriteTable(ImmutableArray<StoredFile> files)
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(files.Length);
            foreach (var file in files)
            {
                writer.Write(file.RelativePath);
                writer.Write(file.Size);
                writer.Write(file.Written);
                writer.Write(Convert.FromHexString(file.Hash));
                writer.Write(file.HasFaults);
                writer.Write(file.WordCount);
            }
        }
        return stream.ToArray();
    }

    private static ImmutableArray<StoredFile> ReadTable(byte[] table)
    {
        using var reader = new BinaryReader(new MemoryStream(table), Encoding.UTF8);
        var files = ImmutableArray.CreateBuilder<StoredFile>(reader.ReadInt32());
        int block = 0;
        while (files.Count < files.Capacity)
        {
            var file = new StoredFile(
                reader.ReadString(), reader.ReadInt64(), reader.ReadInt64(), Convert.ToHexStringLower(reader.ReadBytes(32)), reader.ReadBoolean(), reader.ReadInt32(), block);
            block += file.BlockCount;
            files.Add(file);
        }
        return files.MoveToImmutable();
    }

    /// <summary>Finds a file that was cut or overwritten; it keeps nobody out who means it.</summary>
    private static class Checksum
    {
        public static ulong Of(ReadOnlySpan<byte> bytes)
        {
            ulong one = 0x9E3779B97F4A7C15, other = 0xC2B2AE3D27D4EB4F;
            var words = MemoryMarshal.Cast<byte, ulong>(bytes);
            int i = 0;
            // Two sums side by side: one would wait for its own multiplication each time.
            for (; i + 1 < words.Length; i += 2)
            {
                one = (one ^ words[i]) * 0x100000001B3;
                other = (other ^ words[i + 1]) * 0x100000001B3;
            }
            foreach (byte rest in bytes[(i * sizeof(ulong))..]) one = (one ^ rest) * 0x100000001B3;
            return one ^ BitOperations.RotateLeft(other, 31);
        }
    }
}
