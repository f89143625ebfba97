using System.Collections.Frozen;
using CtVoice.Language.Matching;

namespace CtVoice.Language.Reading;

/// <summary>
/// Whether what residents will read names what could be gained and nothing that could go wrong. A hint for whoever releases it, found
/// by lists of words that no person outside has read yet. Pure, linear in the text.
/// </summary>
public static class OneSided
{
    private static readonly PhraseText Phrases = PhraseText.Load("Reading.Phrases.one-sided");

    private static readonly FrozenDictionary<string, (Expression Benefit, Expression Risk)> Lists = Phrases.Languages
        .ToFrozenDictionary(language => language, language => (Any("benefit", language), Any("risk", language)), StringComparer.Ordinal);

    /// <summary>The word by which texts name a benefit while they name no risk; null when it is not so,
    /// or in a language without a list.</summary>
    /// <param name="language">ISO 639-1 code.</param>
    /// <param name="texts">All that is read together.</param>
    public static string? BenefitAlone(string language, IEnumerable<string> texts)
    {
        ArgumentNullException.ThrowIfNull(language);
        if (!Lists.TryGetValue(language, out var list))
            return null;
        var whole = string.Join('\n', texts);
        var small = whole.ToLowerInvariant();
        return list.Risk.IsMatch(small) || list.Benefit.Find(small) is not { } found
            ? null : whole.Substring(found.Index, found.Length);
    }

    private static Expression Any(string topic, string language) =>
        new($@"\b(?:{string.Join('|', Phrases.Of(topic, language).Select(Pattern))})\b");

    private static string Pattern(string phrase) => phrase.Replace("*", @"\w*", StringComparison.Ordinal);
}
