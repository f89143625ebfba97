using System.Text.RegularExpressions;

namespace CtVoice.Language.Reading;

/// <summary>
/// Counts the syllables of English words by rule: groups of vowels, less silent letters, plus vowels that stand side by
/// side in two syllables. Spelling does not decide every word; usual words that break the rules are listed.
/// </summary>
internal static partial class EnglishSyllables
{
    private static readonly Dictionary<string, int> Listed = new[]
    {
        (Syllables: 1, Words: """
            used eye eyes aren't weren't pier tier george
            """),
        (Syllables: 2, Words: """
            business every maybe cement hundred sacred naked hatred wednesday evening evenings chocolate science
            being poem poems people peoples something sometimes colonel rhythm chaos create creates fuel cruel
            iron soldier soldiers cashier frontier surgeon pigeon
            """),
        (Syllables: 3, Words: """
            businesses everyone everything everyday everywhere recipe element elements vegetable vegetables area
            areas idea ideas
            """),
        (Syllables: 4, Words: """
            everybody eligible
            """),
    }
    .SelectMany(list => list.Words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries), (list, word) => (word, list.Syllables))
    .ToDictionary(entry => entry.word, entry => entry.Syllables, StringComparer.Ordinal);

    private const int LongestWord = 60;

    // How each digit is read, 0 to 9.
    private static readonly int[] Digits = [2, 1, 1, 1, 1, 1, 1, 2, 1, 1];

    /// <summary>
    /// Syllables of one word, at least 1. Numbers are read digit by digit; capital letters without a vowel ("DSS") are
    /// spelled; parts joined by a hyphen are counted apart.
    /// </summary>
    internal static int Count(string word) => Math.Max(1, Piece().Matches(word).Sum(piece => OfPiece(piece.Value)));

    private static int OfPiece(string piece)
    {
        if (char.IsDigit(piece[0]))
            return piece.Sum(c => char.IsAsciiDigit(c) ? Digits[c - '0'] : 1);
        if (piece.Length is > 1 and <= 6 && piece.All(char.IsUpper) && !piece.Any(c => "AEIOUY".Contains(c)))
            return piece.Sum(c => c == 'W' ? 3 : 1);
        // No word is longer; looking around in what is would take the square of its length.
        return piece.ToLowerInvariant().Replace('’', '\'').Chunk(LongestWord).Sum(part => OfWord(new string(part)));
    }

    private static int OfWord(string word)
    {
        if (Listed.TryGetValue(word, out var listed))
            return listed;
        var extra = 0;
        if (word.EndsWith("n't", StringComparison.Ordinal))
            extra = word.Length > 3 && word[^4] is 'd' or 's' or 't' ? 1 : 0;
        else if (word.EndsWith("'s", StringComparison.Ordinal) && Hisses().IsMatch(word[..^2]))
            extra = 1;
        var plain = word.Split('\'')[0];
        if (word.EndsWith("n't", StringComparison.Ordinal))
            plain = word[..^3];
        else if (plain.Length < 2)
            plain = word.Replace("'", "", StringComparison.Ordinal);
        if (Listed.TryGetValue(plain, out listed))
            return listed + extra;
        var count = VowelGroup().Count(plain) + Hiatus().Count(plain) - Silent(plain);
        return Math.Max(1, count) + extra;
    }

    private static int Silent(string word)
    {
        if (VowelGroup().Count(word) < 2)
            return 0;
        var silent = SilentEnd().IsMatch(word) ? 1 : 0;
        if (SilentInside().IsMatch(word))
            silent++;
        return silent;
    }

    [GeneratedRegex(@"\d+|[\p{L}'’]+")]
    private static partial Regex Piece();

    [GeneratedRegex("(?:s|x|z|ch|sh|ce|ge|se)$")]
    private static partial Regex Hisses();

    // A y before a vowel at the start of a word is a consonant.
    [GeneratedRegex("(?:(?!^y[aeiou])[aeiouyéè])+")]
    private static partial Regex VowelGroup();

    // -e, -es and -ed that are not spoken. Spoken: ta-ble, hous-es, chang-es, need-ed, set-tled.
    [GeneratedRegex("""
        (?: (?<![^aeiouyl]l)(?<=[^aeiouy])e
          | (?<=[gq]u)e s?
          | (?<![^aeiouyl]l)(?<=[^aeiouysxzcg])(?<![sc]h)es
          | (?<![^aeiouyl]l)(?<=[^aeiouytd])ed
        )$
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex SilentEnd();

    // An e that ended the first part of a word: state-ment, home-less, house-hold.
    [GeneratedRegex("""
        (?<![^aeiouyl]l)(?<=[aeiouy][^aeiouy]{1,3})e(?:ments?|less(?:ness)?|ful(?:ly)?|ness|ly)$
        | ^(?:some|home|where|there|life|time|house|fire|here|safe|state|take|care|make|grade|wage|place|name|space|phone|fore|wide)
          (?=[^aeiouyr]\w{2})(?!ment|less|ful|ness|ly$)
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex SilentInside();

    // Vowels side by side in two syllables.
    [GeneratedRegex("""
        (?<![ctgsx])ia(?!n(?:s|'s)?$) | (?<![ctgsxln])ian(?=s?$) | [ct]iat(?=e|ing|ion|or)
        | (?<![ctgsxln])io(?!r(?<=vior)) | iu(?=m|s)
        | (?<=[aeiou]y)[aeiou] | (?<=[^aeiou])ying$ | [aeou]ing(?<!ueing)(?=s?$)
        | (?<![qg])(?<!pers|diss)ua | uous | neous | (?<=[aeiou][a-z]+)(?<=[rsldtnp])ier(?=s?$) | (?<=[rsldtnpv])iest$
        | (?<=sc|cl|qu|d|oc|ar|x|r|p)ie(?=nt|nces?$|t$|ty|ts$)
        | (?<=cr|th)ea(?=t[eio]) | ^rea(?=l[^s]\w|ct|pp|ss) | inear$ | nuclear | ideal
        | (?<=fl)uen(?=t|c) | seum | deo
        | ^coo(?=p[ei]|rd) | ^ree(?=n|x) | ^reu(?=n|s) | ^rei(?=n[stvf]|mb)
        | ism(?=s?$)
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Hiatus();
}
