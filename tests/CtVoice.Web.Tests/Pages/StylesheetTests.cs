using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CtVoice.Web.Pages;

namespace CtVoice.Web.Tests.Pages;

public sealed class StylesheetTests
{
    [Theory]
    [InlineData("ink", "paper", 4.5)]
    [InlineData("ink", "card", 4.5)]
    [InlineData("ink", "sunk", 4.5)]
    [InlineData("ink", "res", 4.5)]
    [InlineData("ink", "agy", 4.5)]
    [InlineData("quiet", "paper", 4.5)]
    [InlineData("quiet", "card", 4.5)]
    [InlineData("quiet", "sunk", 4.5)]
    [InlineData("link", "paper", 4.5)]
    [InlineData("link", "card", 4.5)]
    [InlineData("link", "sunk", 4.5)]
    [InlineData("link", "bad-bg", 4.5)]
    [InlineData("link", "off-bg", 4.5)]
    [InlineData("act-ink", "act", 4.5)]
    [InlineData("oak-ink", "oak", 4.5)]
    [InlineData("oak-quiet", "oak", 4.5)]
    [InlineData("still", "still-bg", 4.5)]
    [InlineData("res-ink", "res", 4.5)]
    [InlineData("agy-ink", "agy", 4.5)]
    [InlineData("off", "off-bg", 4.5)]
    [InlineData("good", "good-bg", 4.5)]
    [InlineData("good", "card", 4.5)]
    [InlineData("bad", "bad-bg", 4.5)]
    [InlineData("bad", "card", 4.5)]
    [InlineData("bad", "paper", 4.5)]
    [InlineData("card", "bad", 4.5)]
    [InlineData("edge", "card", 3.0)]
    [InlineData("edge", "paper", 3.0)]
    [InlineData("focus", "paper", 3.0)]
    [InlineData("focus", "card", 3.0)]
    [InlineData("res-edge", "res", 3.0)]
    [InlineData("res-edge", "card", 3.0)]
    [InlineData("agy-edge", "agy", 3.0)]
    [InlineData("agy-edge", "card", 3.0)]
    public void Colours_keep_the_contrast_of_wcag_in_light_and_dark(string front, string back, double least)
    {
        var (light, dark) = Schemes();

        Assert.InRange(Contrast(light[front], light[back]), least, 21);
        Assert.InRange(Contrast(dark[front], dark[back]), least, 21);
    }

    private static (Dictionary<string, string> Light, Dictionary<string, string> Dark) Schemes()
    {
        var css = Encoding.UTF8.GetString(Asset.Read("site.css"));
        var darkAt = css.IndexOf("prefers-color-scheme: dark", StringComparison.Ordinal);
        var light = Colours(css[..css.IndexOf('}')]);
        // The dark scheme changes values, never names: what it leaves out stays.
        return (light, new(light.Concat(Colours(css[darkAt..css.IndexOf('}', darkAt)])).GroupBy(c => c.Key).Select(c => c.Last())));
    }

    private static Dictionary<string, string> Colours(string css) =>
        Regex.Matches(css, "--([a-z-]+): #([0-9a-f]{6});").ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);

    // WCAG 2.1, "contrast ratio" and "relative luminance".
    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour) =>
        (0.2126 * Channel(colour, 0)) + (0.7152 * Channel(colour, 2)) + (0.0722 * Channel(colour, 4));

    private static double Channel(string colour, int at)
    {
        var value = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
