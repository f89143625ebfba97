using System.Buffers;

namespace CtVoice.Language.Meaning;

/// <summary>
/// Words as they are typed by ear or in disguise: "qiero", "bibir" and "aorcar" sound like Spanish words, and "k1ll" and "$uicide"
/// look like English ones. Compared only where no list knows the word as it stands.
/// </summary>
internal static class Sounds
{
    private static readonly SearchValues<char> Disguises = SearchValues.Create("0134578@$");

    /// <summary>How a Spanish word sounds in most of the Americas: no h, b as v, s as z, y as ll, k for c and qu.</summary>
    internal static string Of(string word)
    {
        var sound = new char[word.Length];
        return new(sound, 0, Of(word, sound));
    }

    /// <summary>The same into a place of at least the word's length; says how long it is.</summary>
    internal static int Of(ReadOnlySpan<char> word, Span<char> sound)
    {
        var length = 0;
        for (var i = 0; i < word.Length; i++)
        {
            var next = i + 1 < word.Length ? word[i + 1] : ' ';
            var c = word[i] switch
            {
                'h' when i > 0 && word[i - 1] == 'c' => 'h',
                'h' => ' ',
                'v' => 'b',
                'z' or 'x' => 's',
                'c' when next is 'e' or 'i' => 's',
                'c' when next != 'h' => 'k',
                'q' => 'k',
                'u' when i > 0 && word[i - 1] == 'q' => ' ',
                'l' when next == 'l' => ' ',
                'l' when i > 0 && word[i - 1] == 'l' => 'y',
                'g' when next is 'e' or 'i' => 'j',
                var other => other,
            };
            if (c != ' ' && (length == 0 || sound[length - 1] != c))
                sound[length++] = c;
        }
        return length;
    }

    /// <summary>The word behind digits and signs that stand for letters; null when there are none, or nothing but digits.</summary>
    internal static string? Undisguised(string word)
    {
        if (word.AsSpan().IndexOfAny(Disguises) < 0 || !word.Any(char.IsAsciiLetter))
            return null;
        return string.Concat(
            word.Select(c =>
                c switch { '0' => 'o', '1' => 'i', '3' => 'e', '4' or '@' => 'a', '5' or '$' => 's', '7' => 't', '8' => 'b', _ => c }));
    }
}
