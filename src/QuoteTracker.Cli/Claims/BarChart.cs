using System.Globalization;
using System.Text;

namespace QuoteTracker.Cli.Claims;

/// <summary>A row of a chart.</summary>
/// <param name="Class">Of the style sheet; it colours the bar.</param>
/// <param name="Value">Not negative.</param>
public readonly record struct Bar(string Label, string Class, int Value);

/// <summary>Bars as an inline SVG. What each means and how much it is stands beside it in words, so that nothing hangs on colour or length.</summary>
public static class BarChart
{
    private const int Width = 460, RowHeight = 22, LabelWidth = 190, BarWidth = 190, LongestLabel = 26;

    /// <param name="id">Unique in the page.</param>
    /// <param name="unit">What is counted: <c>words</c>.</param>
    public static string Svg(string id, string title, string unit, IReadOnlyList<Bar> bars)
    {
        ArgumentNullException.ThrowIfNull(bars);
        var all = Math.Max(1, bars.Sum(static bar => bar.Value));
        var most = Math.Max(1, bars.Count == 0 ? 0 : bars.Max(static bar => bar.Value));
        var height = (bars.Count + 1) * RowHeight;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"chart\" viewBox=\"0 0 {Width} {height}\" width=\"{Width}\" height=\"{height}\" role=\"img\" aria-labelledby=\"{id}\">");
        svg.Append(CultureInfo.InvariantCulture, $"<title id=\"{id}\">{HtmlText.Of(title)}: {HtmlText.Of(string.Join(", ", bars.Select(bar => string.Create(CultureInfo.InvariantCulture, $"{bar.Label} {bar.Value} {unit}"))))}</title>");
        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"chart-title\" x=\"0\" y=\"14\">{HtmlText.Of(title)}</text>");
        for (int i = 0; i < bars.Count; i++)
        {
            var (label, style, value) = bars[i];
            int top = (i + 1) * RowHeight, length = value == 0 ? 0 : Math.Max(2, (int)((long)value * BarWidth / most));
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{LabelWidth - 8}\" y=\"{top + 14}\" text-anchor=\"end\">{HtmlText.Of(Short(label))}</text>");
            svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"bar {style}\" x=\"{LabelWidth}\" y=\"{top + 3}\" width=\"{length}\" height=\"{RowHeight - 8}\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{LabelWidth + length + 6}\" y=\"{top + 14}\">{value} ({(100L * value + all / 2) / all}%)</text>");
        }
        return svg.Append("</svg>\n").ToString();
    }

    private static string Short(string label)
    {
        var letters = StringInfo.ParseCombiningCharacters(label);
        return letters.Length <= LongestLabel ? label : label[..letters[LongestLabel - 1]] + "…";
    }
}
