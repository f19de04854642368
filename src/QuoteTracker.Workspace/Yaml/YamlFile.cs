using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace QuoteTracker.Workspace.Yaml;

/// <summary>Reads YAML into nodes that know their places. Never throws: what cannot be read is a fault, what was read before it stays.</summary>
internal sealed class YamlFile
{
    // Ours nest five deep. A stranger's file must not make the reader recurse or allocate without end.
    private const int MaxDepth = 24;

    // Where the file breaks off, what was read of the block collections down to this depth is kept (a list of entries, the entry); others are dropped whole.
    private const int KeptOpenDepth = 2;

    private readonly ImmutableArray<YamlFault>.Builder _faults = ImmutableArray.CreateBuilder<YamlFault>();
    private readonly Stack<OpenCollection> _open = new();
    private readonly int _offset;
    private readonly int _end;
    private YamlNode? _root;
    private int _last;

    private YamlFile(TextSpan piece) => (_offset, _end, _last) = (piece.Start, piece.End, piece.Start);

    /// <summary>Reads the part of a file in <paramref name="piece"/> as a document of its own.</summary>
    public static (YamlNode? Root, ImmutableArray<YamlFault> Faults) Parse(SourceText text, TextSpan piece)
    {
        var file = new YamlFile(piece);
        try
        {
            file.Read(new Parser(new StringReader(text.ToString(piece))));
        }
        catch (YamlException e)
        {
            file.Fault(file.SpanOf(e.Start, e.End), YamlFaultWords.For(e.Message));
            file.CloseWhatBrokeOff();
        }
        catch (InvalidOperationException)
        {
            // What the parser throws instead where a key follows an open bracket, or more text a document's end.
            if (file._open.TryPeek(out var bracket) && bracket.IsFlow) file.Fault(new TextSpan(bracket.Start, 1), "this bracket is not closed");
            else file.Fault(new TextSpan(file._last, 0), "what follows is not YAML");
            file.CloseWhatBrokeOff();
        }
        return (file._root, file._faults.ToImmutable());
    }

    private void Read(Parser parser)
    {
        var documents = 0;
        while (parser.MoveNext())
        {
            var current = parser.Current!;
            var span = SpanOf(current.Start, current.End);
            _last = span.End;
            switch (current)
            {
                case DocumentStart when ++documents > 1:
                    Fault(span, "a second document begins here; only the first is read");
                    return;
                case AnchorAlias:
                    Fault(span, "references (*name) are not followed; write the value itself");
                    Add(new YamlScalar(span, "", IsPlain: true));
                    break;
                case Scalar scalar:
                    Add(new YamlScalar(span, scalar.Value, scalar.Style == ScalarStyle.Plain));
                    break;
                case SequenceStart start:
                    if (!Open(span, isMapping: false, start.Style == SequenceStyle.Flow)) return;
                    break;
                case MappingStart start:
                    if (!Open(span, isMapping: true, start.Style == MappingStyle.Flow)) return;
                    break;
                case SequenceEnd or MappingEnd:
                    // The parser marks a bracket where it begins.
                    Add(_open.Pop().Close(span.Length == 0 ? span.End + 1 : span.End));
                    break;
            }
        }
    }

    private bool Open(TextSpan span, bool isMapping, bool isFlow)
    {
        if (_open.Count < MaxDepth)
        {
            _open.Push(new OpenCollection(span.Start, isMapping, isFlow));
            return true;
        }
        Fault(span, $"it is nested more than {MaxDepth} deep");
        CloseWhatBrokeOff();
        return false;
    }

    private void Add(YamlNode node)
    {
        if (!_open.TryPeek(out var parent))
            _root ??= node;
        else if (parent.Add(node) is { } fault)
            Fault(node.Span, fault);
    }

    private void CloseWhatBrokeOff()
    {
        while (_open.Count > KeptOpenDepth || (_open.TryPeek(out var top) && top.IsFlow)) _open.Pop();
        while (_open.TryPop(out var broken)) Add(broken.Close(broken.End));
    }

    private void Fault(TextSpan span, string message) => _faults.Add(new YamlFault(span, message));

    private TextSpan SpanOf(in Mark start, in Mark stop)
    {
        var from = Math.Min(_offset + (int)start.Index, _end);
        return TextSpan.FromBounds(from, Math.Clamp(_offset + (int)stop.Index, from, _end));
    }

    private sealed class OpenCollection(int start, bool isMapping, bool isFlow)
    {
        private readonly ImmutableArray<YamlNode>.Builder _items = ImmutableArray.CreateBuilder<YamlNode>();
        private readonly ImmutableArray<YamlPair>.Builder _pairs = ImmutableArray.CreateBuilder<YamlPair>();
        private YamlNode? _key;

        public int Start { get; } = start;

        public bool IsFlow { get; } = isFlow;

        /// <summary>Where the last thing in it ends.</summary>
        public int End { get; private set; } = start;

        /// <returns>What is wrong with the node as a part of this collection; null where nothing is.</returns>
        public string? Add(YamlNode node)
        {
            End = Math.Max(End, node.Span.End);
            if (!isMapping)
            {
                _items.Add(node);
                return null;
            }
            if (_key is null)
            {
                _key = node;
                return node is YamlScalar ? null : "a key is a single word, not a list or a mapping";
            }
            if (_key is YamlScalar name) _pairs.Add(new YamlPair(name, node));
            _key = null;
            return null;
        }

        public YamlNode Close(int at)
        {
            // A block collection's end mark stands where the next thing begins: its own end is that of its last item.
            var span = TextSpan.FromBounds(Start, IsFlow ? Math.Max(at, Start) : End);
            return isMapping ? new YamlMapping(span, _pairs.ToImmutable(), IsFlow) : new YamlSequence(span, _items.ToImmutable(), IsFlow);
        }
    }
}
