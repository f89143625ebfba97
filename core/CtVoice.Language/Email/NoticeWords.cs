using System.Buffers;
using System.Collections.Frozen;
using System.Text;

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

    private const int OnStack = 32;

    private static readonly PhraseFile Phrases = PhraseFile.Load("notice-words");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words =
        Phrases["small words"].Concat(Phrases["words"]).Where(word => !word.EndsWith('*')).ToFrozenSet(StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What is left of a word that goes on, by its first letters.</summary>
    private static readonly FrozenDictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> Stems =
        Phrases["words"].Where(word => word.EndsWith('*')).Select(word => word[..^1]).GroupBy(stem => stem[..Shortest])
            .ToFrozenDictionary(stems => stems.Key, stems => stems.ToArray(), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly char[] Between = [' ', '\t', '\u00A0', '—', '–'];

    private static readonly SearchValues<char> Within = SearchValues.Create("-'’,._/");

    /// <summary>
    /// Whether somebody says more in a text than a notice says. Names, numbers, addresses and words of other scripts are left out of
    /// account.
    /// </summary>
    /// <param name="text">The text as it was written: names begin with a capital.</param>
    internal static bool SaysMore(string text)
    {
        var others = 0;
        var shouted = !text.Any(char.IsLower);
        var begins = true;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan(range).Trim();
            if (line.Length == 0 || IsTitle(line))
            {
                begins = true;
                continue;
            }
            while (line.Length > 0)
            {
                var word = First(line);
                line = line[word.Length..].TrimStart(Between);
                var named = !shouted && Capital(word) && (!begins || Capital(First(line)));
                if (!named && !IsAddress(word) && (others += Others(word)) > MostOthers)
                    return true;
                begins = Ends(word) || word is [.., ':'];
            }
        }
        return false;
    }

    /// <summary>A greeting, a name or a title: few words, a capital at the begin, no mark at the end.</summary>
    private static bool IsTitle(ReadOnlySpan<char> line)
    {
        if (!Capital(line) || Ends(line))
            return false;
        var count = 0;
        while (line.Length > 0 && ++count <= FewWords)
            line = line[First(line).Length..].TrimStart(Between);
        return line.Length == 0;
    }

    private static ReadOnlySpan<char> First(ReadOnlySpan<char> line) => line.IndexOfAny(Between) is >= 0 and var end ? line[..end] : line;

    private static bool Ends(ReadOnlySpan<char> word) => word.TrimEnd("\"”)*") is [.., '.' or '!' or '?' or ','];

    private static bool Capital(ReadOnlySpan<char> word) => word.TrimStart("\"“(¡¿'*-#[") is [var first, ..] && char.IsUpper(first);

    private static bool IsAddress(ReadOnlySpan<char> word) =>
        word.Contains('@') || word.ContainsAnyInRange('0', '9') || (word.Contains('/') && word.Contains('.'))
        || word.StartsWith("www.", StringComparison.OrdinalIgnoreCase);

    /// <summary>How many pieces of a word are none of a notice: "e-mail", "jefe/jefa".</summary>
    private static int Others(ReadOnlySpan<char> word)
    {
        var others = 0;
        while (word.Length > 0)
        {
            var end = word.IndexOfAny(Within) is >= 0 and var at ? at : word.Length;
            others += IsOther(word[..end]) ? 1 : 0;
            word = word[Math.Min(end + 1, word.Length)..];
        }
        return others;
    }

    private static bool IsOther(ReadOnlySpan<char> piece)
    {
        Span<char> folded = stackalloc char[OnStack];
        var plain = piece.Length <= OnStack && Ascii.ToLower(piece, folded, out var written) is OperationStatus.Done
            ? folded[..written] : Plain.Of(piece.ToString()).AsSpan();
        var word = Letters(plain);
        if (word.Length < Shortest || word.ContainsAnyExceptInRange('a', 'z') || Words.Contains(word))
            return false; // Of other scripts this knows nothing.
        if (!Stems.TryGetValue(word[..Shortest], out var stems))
            return true;
        foreach (var stem in stems)
        {
            if (word.StartsWith(stem, StringComparison.Ordinal))
                return false;
        }
        return true;
    }

    /// <summary>Without the marks around it.</summary>
    private static ReadOnlySpan<char> Letters(ReadOnlySpan<char> plain)
    {
        while (plain is [var first, ..] && !char.IsLetter(first))
            plain = plain[1..];
        while (plain is [.., var last] && !char.IsLetter(last))
            plain = plain[..^1];
        return plain;
    }
}
