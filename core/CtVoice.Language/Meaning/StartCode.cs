using System.Collections.Frozen;

namespace CtVoice.Language.Meaning;

/// <summary>
/// START with the code of whoever writes: "START 4821", "iniciar, mi código es 4821". On a phone that several use only that tells who
/// wants texts again. Pure.
/// </summary>
/// <param name="Digits">The code.</param>
/// <param name="Starts">START stands beside it; false where the code is all there is.</param>
public sealed record StartCode(string Digits, bool Starts)
{
    private const int MostLetters = 100;

    private static readonly FrozenSet<string> Around = PhraseText.Load("Meaning.Phrases.wishes").Set("around a code");

    /// <summary>The code in a message that says nothing else; null when it says something else, or holds no one code.</summary>
    public static StartCode? In(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > MostLetters)
            return null;
        var words = NormalizedText.Of(text).Words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Where(word => word.Length is >= 4 and <= 8 && word.All(char.IsAsciiDigit)).ToList() is not [var digits])
            return null;
        var rest = string.Join(' ', words.Where(word => word != digits && !Around.Contains(word)));
        return Keywords.OnlyPolite(rest) ? new(digits, Starts: false)
            : Keywords.Of(new NormalizedText(rest), optedOut: false) is Wish.Start ? new(digits, Starts: true)
            : null;
    }
}
