namespace QuoteTracker.Core.Text;

/// <summary>A sentence as a range of its paragraph's tokens, end exclusive.</summary>
internal readonly record struct Sentence(int First, int End)
{
    public int Length => End - First;
}
