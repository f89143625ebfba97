using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CtVoice.Web.Pages;

namespace CtVoice.Web.Tests.Pages;

public sealed class StylesheetTests
{
    [Theory]
    [InlineData("text", "ground", 4.5)]
    [InlineData("text", "panel", 4.5)]
    [InlineData("quiet", "ground", 4.5)]
    [InlineData("link", "ground", 4.5)]
    [InlineData("link", "panel", 4.5)]
    [InlineData("on-link", "link", 4.5)]
    [InlineData("fault", "ground", 4.5)]
    [InlineData("line", "ground", 3.0)]
    [InlineData("focus", "ground", 3.0)]
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
        return (Colours(css[..darkAt]), Colours(css[darkAt..]));
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
