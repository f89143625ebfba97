namespace CtVoice.Language.Reading;

/// <summary>
/// The Flesch-Kincaid grade of an English text: 0.39 words per sentence + 11.8 syllables per word − 15.59 (Kincaid,
/// Fishburne, Rogers and Chissom 1975, Research Branch Report 8-75).
/// </summary>
public static class FleschKincaid
{
    /// <summary>Residents' texts aim at this grade.</summary>
    public const double Target = 6;

    /// <summary>No text for residents goes above this grade.</summary>
    public const double Limit = 8;

    /// <summary>The grade from counts; all of them at least 1.</summary>
    public static double Grade(int words, int sentences, int syllables) =>
        (0.39 * words / sentences) + (11.8 * syllables / words) - 15.59;

    /// <summary>Syllables of an English word, at least 1.</summary>
    public static int Syllables(string word) => EnglishSyllables.Count(word);
}
