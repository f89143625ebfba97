using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace CtVoice.Web.Pages;

/// <summary>
/// HTML that is safe by construction: whatever is put into a hole is encoded, unless it is <see cref="Html"/> itself.
/// <code>
/// Html row = Html.Of($"&lt;li&gt;{member.Words}&lt;/li&gt;");            // encoded
/// Html list = Html.Of($"&lt;ul&gt;{Html.Join(rows)}&lt;/ul&gt;");        // already HTML
/// </code>
/// Holes stand in text or in quoted attributes; scripts and styles live in files.
/// </summary>
public sealed class Html
{
    private readonly string text;

    private Html(string text) => this.text = text;

    /// <summary>Nothing.</summary>
    public static Html Empty { get; } = new("");

    /// <summary>HTML from an interpolated string, its holes encoded.</summary>
    public static Html Of(HtmlHandler html) => new(html.Take());

    /// <summary>Pieces one after the other.</summary>
    public static Html Join(IEnumerable<Html> pieces) => new(string.Concat(pieces.Select(p => p.text)));

    /// <summary>The HTML text.</summary>
    public override string ToString() => text;
}

/// <summary>Collects an interpolated string and encodes its holes.</summary>
[InterpolatedStringHandler]
public readonly ref struct HtmlHandler
{
    // Letters of every language stay readable in the source; only what has a meaning in HTML is encoded.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder text;

    public HtmlHandler(int literalLength, int formattedCount) => text = new(literalLength + (16 * formattedCount));

    public void AppendLiteral(string value) => text.Append(value);

    public void AppendFormatted(Html? value) => text.Append(value);

    public void AppendFormatted(IEnumerable<Html> values) => text.Append(Html.Join(values));

    public void AppendFormatted<T>(T value, string? format = null) => text.Append(Encoder.Encode(
        value is IFormattable formattable ? formattable.ToString(format, CultureInfo.InvariantCulture) : value?.ToString() ?? ""));

    internal string Take() => text.ToString();
}
