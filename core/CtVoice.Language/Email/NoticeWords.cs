using System.Collections.Frozen;

namespace CtVoice.Language.Email;

/// <summary>
/// The few words that automatic replies, receipts and notices of servers are made of, in English and Spanish. Who speaks of the matter
/// needs others: "I am on vacation until Sunday. Down here the clinic gives you your own paper."
/// </summary>
internal static class NoticeWords
{
    /// <summary>A notice may hold so many words that no list knows: which event it is.</summary>
    private const int MostOthers = 1;

    /// <summary>A line of so few words, with no mark at its end, is a greeting, a name or a title.</summary>
    private const int FewWords = 4;

    private const int Shortest = 3;

    private static readonly PhraseFile Phrases = PhraseFile.Load("notice-words");

    private static readonly FrozenSet<string> Words =
        Phrases["small words"].Concat(Phrases["words"]).Where(word => !word.EndsWith('*')).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Stems =
        Phrases["words"].Where(word => word.EndsWith('*')).Select(word => word[..^1]).ToFrozenSet(StringComparer.Ordinal);

    private static readonly int LongestStem = Stems.Max(stem => stem.Length);

    /// <summary>Whether somebody says more in a text than a notice says.</summary>
    /// <param name="text">The text as it was written: names begin with a capital.</param>
    internal static bool SaysMore(string text) => Others(text) > MostOthers;

    /// <summary>How many words of a text are none of a notice. Names, numbers and addresses are not counted.</summary>
    internal static int Others(string text)
    {
        var others = 0;
        var shouted = !text.Any(char.IsLower);
        var begins = true;
        foreach (var line in text.Split('\n'))
        {
            var words = line.Split([' ', '\t', '\u00A0', '—', '–'], StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0 || (words.Length <= FewWords && !Ends(words[^1]) && Capital(words[0])))
            {
                begins = true;
                continue;
            }
            for (var i = 0; i < words.Length; i++)
            {
                var named = !shouted && Capital(words[i]) && (!begins || (i + 1 < words.Length && Capital(words[i + 1])));
                if (!named && !IsAddress(words[i]))
                    others += words[i].Split(['-', '\'', '’', ',', '.', '_', '/']).Count(IsOther);
                begins = Ends(words[i]) || words[i].EndsWith(':');
            }
        }
        return others;
    }

    private static bool Ends(string word) => word.TrimEnd('"', '”', ')', '*') is [.., '.' or '!' or '?' or ','];

    private static bool Capital(string word) => word.AsSpan().TrimStart("\"“(¡¿'*-#[") is [var first, ..] && char.IsUpper(first);

    private static bool IsAddress(string word) =>
        word.Contains('@', StringComparison.Ordinal) || word.Any(char.IsDigit) || word.Contains("://", StringComparison.Ordinal)
        || (word.Contains('/', StringComparison.Ordinal) && word.Contains('.', StringComparison.Ordinal))
        || word.StartsWith("www.", StringComparison.OrdinalIgnoreCase);

    private static bool IsOther(string piece)
    {
        var word = new string([.. Plain.Of(piece).Where(char.IsLetter)]);
        if (word.Length < Shortest || !word.All(char.IsAsciiLetterLower) || Words.Contains(word))
            return false; // Of other scripts this knows nothing.
        for (var length = Math.Min(word.Length, LongestStem); length >= Shortest; length--)
        {
            if (Stems.Contains(word[..length]))
                return false;
        }
        return true;
    }
}
