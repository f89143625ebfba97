using System.Text.RegularExpressions;

namespace CtVoice.Core.Reviews.Texts;

/// <summary>
/// Whether what residents will read names what could be gained and nothing that could go wrong. A hint for whoever releases it, found
/// by a list of words; it holds nothing up. The lists are ours, short on purpose, and no person outside has read them yet.
/// </summary>
public static class OneSided
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    private static readonly Dictionary<string, (Regex Benefit, Regex Risk)> Lists = new(StringComparer.Ordinal)
    {
        ["en"] = (
            new(@"\b(help(s|ed|ful|ing)?|improv\w*|better|benefit(s|ed|ing)?|support(s|ed|ing)?|faster|easier|save[sd]?|more "
                + @"(money|services|homes|jobs))\b", Options),
            new(@"\b(risk(s|y)?|harm(s|ed|ful)?|wrong(ly)?|misus\w*|leak(s|ed)?|los[et]s?|hurt(s|ful)?|danger\w*|unfair\w*|mistake(s|n)?"
                + @"|blam\w*|worr(y|ied|ies)|without your|could (also )?(be seen|show|find)|not (be )?(safe|private|fair))\b", Options)),
        ["es"] = (
            new(@"\b(ayud\w*|mejor\w*|benefici\w*|apoy\w*|más (rápido|fácil|dinero|servicios|viviendas|empleos))\b", Options),
            new(@"\b(riesgo\w*|daño\w*|dañ\w*|mal us\w*|error(es)?|perd\w*|peligro\w*|injust\w*|culp\w*|preocup\w*|sin su permiso|podría "
                + @"(también )?(verse|mostrar|saber))\b", Options)),
    };

    /// <summary>The word by which a text names a benefit while it names no risk; null when it is not so,
    /// or in a language without a list.</summary>
    /// <param name="language">ISO 639-1 code.</param>
    /// <param name="texts">Summary, questions and choices.</param>
    public static string? BenefitAlone(string language, IEnumerable<string> texts)
    {
        if (!Lists.TryGetValue(language, out var list))
            return null;
        var whole = string.Join('\n', texts);
        return list.Risk.IsMatch(whole) || list.Benefit.Match(whole) is not { Success: true } found ? null : found.Value;
    }
}
