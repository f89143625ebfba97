namespace CtVoice.Language.Reading;

/// <summary>
/// The perspicuity of a Spanish text, 206.835 − 62.3 syllables per word − words per sentence (Szigriszt Pazos 1993), read
/// on the INFLESZ scale (Barrio-Cantalejo and others 2008, An. Sist. Sanit. Navar. 31(2):135-152). Higher is easier.
/// </summary>
public static class Inflesz
{
    /// <summary>Residents' texts aim at this score: "bastante fácil", the counterpart of grade 6.</summary>
    public const double Target = 65;

    /// <summary>No text for residents goes below this score: "normal".</summary>
    public const double Limit = 55;

    /// <summary>The score from counts; all of them at least 1.</summary>
    public static double Score(int words, int sentences, int syllables) =>
        206.835 - (62.3 * syllables / words) - ((double)words / sentences);

    /// <summary>The level of a score, in the words of the scale.</summary>
    public static string Level(double score) => score switch
    {
        < 40 => "muy difícil",
        < 55 => "algo difícil",
        < 65 => "normal",
        < 80 => "bastante fácil",
        _ => "muy fácil",
    };

    /// <summary>Syllables of a Spanish word, at least 1.</summary>
    public static int Syllables(string word) => SpanishSyllables.Count(word);
}
