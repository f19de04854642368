using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis.Text;

namespace QuoteTracker.HouseRules.Wire;

/// <summary>Reads what a <see cref="WireWriter"/> wrote. Whoever wrote may have meant harm: nothing is read beyond the end, and no number is trusted.</summary>
/// <exception cref="InvalidDataException">From each method: there is less than it asks for, or it makes no sense.</exception>
internal sealed class WireReader(ReadOnlyMemory<byte> bytes)
{
    private int _at;

    public byte Byte() => Take(1)[0];

    public bool Bool() => Byte() != 0;

    public int Int() => BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)));

    public double Double() => BinaryPrimitives.ReadDoubleLittleEndian(Take(sizeof(double)));

    public string Text()
    {
        var units = MemoryMarshal.Cast<byte, char>(Take(checked(Length() * sizeof(char))));
        return units.ToString();
    }

    public string? OptionalText() => Bool() ? Text() : null;

    public byte[] Bytes() => Take(Length()).ToArray();

    public TextSpan Span()
    {
        int start = Int(), length = Int();
        if (start < 0 || length < 0 || start > int.MaxValue - length) throw new InvalidDataException("A span has no sense.");
        return new TextSpan(start, length);
    }

    public TextSpan? OptionalSpan() => Bool() ? Span() : null;

    public DateOnly? OptionalDate()
    {
        if (!Bool()) return null;
        int day = Int();
        return day >= 0 && day <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber(day) : throw new InvalidDataException("A date has no sense.");
    }

    public T Enum<T>() where T : struct, Enum
    {
        var value = (T)(object)(int)Byte();
        return System.Enum.IsDefined(value) ? value : throw new InvalidDataException($"No {typeof(T).Name} has this number.");
    }

    public ImmutableArray<T> Many<T>(Func<WireReader, T> read)
    {
        int count = Length();
        var values = ImmutableArray.CreateBuilder<T>(Math.Min(count, 1 << 12));
        for (int i = 0; i < count; i++) values.Add(read(this));
        return values.ToImmutable();
    }

    public ImmutableArray<TextSpan> Spans()
    {
        int count = Length();
        var values = ImmutableArray.CreateBuilder<TextSpan>(Math.Min(count, 1 << 16));
        for (int i = 0; i < count; i++) values.Add(Span());
        return values.DrainToImmutable();
    }

    /// <summary>One of a number of things, or -1 for none.</summary>
    public int Index(int count)
    {
        int index = Int();
        return index >= -1 && index < count ? index : throw new InvalidDataException("An index leads nowhere.");
    }

    private int Length()
    {
        int length = Int();
        return length >= 0 && length <= bytes.Length - _at ? length : throw new InvalidDataException("There is less than announced.");
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > bytes.Length - _at) throw new InvalidDataException("There is less than announced.");
        var taken = bytes.Span.Slice(_at, count);
        _at += count;
        return taken;
    }
}
