using System.Buffers.Binary;
using System.Reflection;
using QuoteTracker.Core.Language;

namespace QuoteTracker.Core.Attributions.Ranking;

/// <summary>What training made: which stems can be a cue and how often they are, the weights of every stage, and the calibration of the result.</summary>
internal sealed class RankerWeights
{
    private const uint Magic = 0x31575451; // "QTW1"

    private static readonly Lazy<RankerWeights> LazyEnglish = new(() => Read(Resource("en/attribution.bin")));

    private readonly WordTable _gate;
    private readonly (uint Stem, byte Rate)[] _gateEntries;
    private readonly WeightTable[] _tables;

    public RankerWeights((uint Stem, byte Rate)[] gate, WeightTable[] tables, Calibration calibration)
    {
        _gateEntries = gate;
        _tables = tables;
        Calibration = calibration;
        _gate = new WordTable(16384);
        foreach (var (stem, rate) in gate) _gate.Or(stem, rate);
    }

    public static RankerWeights English => LazyEnglish.Value;

    public Calibration Calibration { get; }

    public WeightTable this[Stage stage] => _tables[(int)stage];

    /// <summary>The share of a stem's occurrences that head a cue, in 255ths, 1 at least; 0 for a stem that never does.</summary>
    public byte CueRate(uint stem) => (byte)_gate.Find(stem);

    /// <summary>The same weights with another table for one stage.</summary>
    public RankerWeights With(Stage stage, WeightTable table)
    {
        var tables = (WeightTable[])_tables.Clone();
        tables[(int)stage] = table;
        return new RankerWeights(_gateEntries, tables, Calibration);
    }

    public RankerWeights With(Calibration calibration) => new(_gateEntries, _tables, calibration);

    public void Write(Stream to)
    {
        using var writer = new BinaryWriter(to);
        writer.Write(Magic);
        writer.Write(_gateEntries.Length);
        foreach (var (stem, rate) in _gateEntries)
        {
            writer.Write(stem);
            writer.Write(rate);
        }
        writer.Write(_tables.Length);
        foreach (var table in _tables)
        {
            writer.Write(table.Size);
            writer.Write(table.Scale);
            writer.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes(table.Weights));
        }
        Calibration.Write(writer);
    }

    private static RankerWeights Read(ReadOnlySpan<byte> from)
    {
        if (BinaryPrimitives.ReadUInt32LittleEndian(from) != Magic) throw new InvalidOperationException("attribution.bin is not a weights file.");
        int at = 4;
        var gate = new (uint, byte)[Int(from, ref at)];
        for (int i = 0; i < gate.Length; i++, at += 5) gate[i] = (BinaryPrimitives.ReadUInt32LittleEndian(from[at..]), from[at + 4]);
        var tables = new WeightTable[Int(from, ref at)];
        for (int i = 0; i < tables.Length; i++)
        {
            int size = Int(from, ref at);
            float scale = BinaryPrimitives.ReadSingleLittleEndian(from[at..]);
            at += 4;
            var weights = new sbyte[size];
            System.Runtime.InteropServices.MemoryMarshal.Cast<byte, sbyte>(from.Slice(at, size)).CopyTo(weights);
            at += size;
            tables[i] = new WeightTable(weights, scale);
        }
        return new RankerWeights(gate, tables, Calibration.Read(from[at..]));
    }

    private static int Int(ReadOnlySpan<byte> from, ref int at)
    {
        int value = BinaryPrimitives.ReadInt32LittleEndian(from[at..]);
        at += 4;
        return value;
    }

    private static byte[] Resource(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource {name} is not in the assembly.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
