
namespace CtVoice.Language.Reading;

/// <summary>
/// Counts the syllables of Spanish words by the rules of diphthong and hiatus of the Ortografía de la lengua española
/// (RAE and ASALE 2010): a weak vowel (i, u) joins its neighbour unless it carries an accent; two strong vowels (a, e, o)
/// stand apart; a silent h between vowels changes nothing.
/// </summary>
internal static class SpanishSyllables
{
    // How each digit is read, 0 to 9: cero, uno, dos, tres, cuatro, cinco, seis, siete, ocho, nueve.
    private static readonly int[] Digits = [2, 2, 1, 1, 2, 2, 1, 2, 2, 2];

    private enum Sound
    {
        Consonant,
        Strong,
        Weak,
        StressedWeak,
    }

    /// <summary>
    /// Syllables of one word, at least 1. Numbers are read digit by digit; capital letters without a vowel ("DSS") are
    /// spelled.
    /// </summary>
    internal static int Count(string word)
    {
        if (word.Length is > 1 and <= 6 && word.All(char.IsUpper) && !word.Any(c => "AEIOUÁÉÍÓÚ".Contains(c)))
            return 2 * word.Length;
        var lower = WellFormed.Of(word).Normalize().ToLowerInvariant();
        var count = lower.Sum(c => char.IsAsciiDigit(c) ? Digits[c - '0'] : 0);
        var before = Sound.Consonant;
        char vowel = default;
        var groupHasStrong = false;
        for (var i = 0; i < lower.Length; i++)
        {
            var sound = SoundAt(lower, i);
            // h is silent: a-hu-mar is ahu-mar; ch is not.
            if (lower[i] == 'h' && before != Sound.Consonant && i + 1 < lower.Length && SoundAt(lower, i + 1) != Sound.Consonant)
                continue;
            if (sound != Sound.Consonant && Starts(before, sound, vowel, lower[i], ref groupHasStrong))
                count++;
            (before, vowel) = (sound, lower[i]);
        }
        return Math.Max(1, count);
    }

    private static bool Starts(Sound before, Sound sound, char vowelBefore, char vowel, ref bool groupHasStrong)
    {
        var joins = (before, sound) switch
        {
            (Sound.Consonant, _) => false,
            (Sound.Strong, Sound.Strong) => false,
            (Sound.StressedWeak, Sound.Strong) or (Sound.Strong, Sound.StressedWeak) => false,
            (_, Sound.Strong) when groupHasStrong => false,
            _ => Plain(vowelBefore) != Plain(vowel),
        };
        groupHasStrong = (joins && groupHasStrong) || sound == Sound.Strong;
        return !joins;
    }

    private static Sound SoundAt(string word, int at) => word[at] switch
    {
        'a' or 'e' or 'o' or 'á' or 'é' or 'ó' => Sound.Strong,
        'í' or 'ú' => Sound.StressedWeak,
        // Silent in que, qui, gue, gui.
        'u' when at > 0 && word[at - 1] is 'q' or 'g' && at + 1 < word.Length
            && word[at + 1] is 'e' or 'i' or 'é' or 'í' => Sound.Consonant,
        'i' or 'u' or 'ü' => Sound.Weak,
        // A vowel only at the end: muy, Uruguay, y.
        'y' when at == word.Length - 1 => Sound.Weak,
        _ => Sound.Consonant,
    };

    private static char Plain(char vowel) => vowel switch
    {
        'í' or 'y' => 'i',
        'ú' or 'ü' => 'u',
        _ => vowel,
    };
}
