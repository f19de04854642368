using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis.Text;

namespace QuoteTracker.HouseRules.Wire;

/// <summary>Writes plain data: little-endian numbers, texts as their UTF-16 units behind their length.</summary>
internal sealed class WireWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new(1 << 12);

    public ReadOnlySpan<byte> Written => _bytes.WrittenSpan;

    public void Clear() => _bytes.ResetWrittenCount();

    public void Byte(byte value)
    {
        _bytes.GetSpan(1)[0] = value;
        _bytes.Advance(1);
    }

    public void Bool(bool value) => Byte(value ? (byte)1 : (byte)0);

    public void Int(int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(_bytes.GetSpan(sizeof(int)), value);
        _bytes.Advance(sizeof(int));
    }

    public void Double(double value)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(_bytes.GetSpan(sizeof(double)), value);
        _bytes.Advance(sizeof(double));
    }

    public void Text(string value) => Text(value.AsSpan());

    public void Text(ReadOnlySpan<char> value)
    {
        Int(value.Length);
        var bytes = MemoryMarshal.AsBytes(value);
        bytes.CopyTo(_bytes.GetSpan(bytes.Length + 1));
        _bytes.Advance(bytes.Length);
    }

    /// <summary>A text or null.</summary>
    public void Optional(string? value)
    {
        Bool(value is not null);
        if (value is not null) Text(value);
    }

    public void Bytes(ReadOnlySpan<byte> value)
    {
        Int(value.Length);
        value.CopyTo(_bytes.GetSpan(value.Length + 1));
        _bytes.Advance(value.Length);
    }

    /// <summary>What another one wrote.</summary>
    public void Raw(ReadOnlySpan<byte> written)
    {
        written.CopyTo(_bytes.GetSpan(written.Length + 1));
        _bytes.Advance(written.Length);
    }

    public void Span(TextSpan value)
    {
        Int(value.Start);
        Int(value.Length);
    }

    public void Optional(TextSpan? value)
    {
        Bool(value is not null);
        if (value is { } span) Span(span);
    }

    public void Optional(DateOnly? value)
    {
        Bool(value is not null);
        if (value is { } date) Int(date.DayNumber);
    }

    public void Many<T>(ImmutableArray<T> values, Action<T> write)
    {
        Int(values.Length);
        foreach (var value in values) write(value);
    }

    public void Spans(ImmutableArray<TextSpan> values)
    {
        Int(values.Length);
        foreach (var value in values) Span(value);
    }
}
