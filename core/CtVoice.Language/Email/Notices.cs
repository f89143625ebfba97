using System.Text;
using CtVoice.Language.Matching;
using CtVoice.Language.Meaning;

namespace CtVoice.Language.Email;

/// <summary>
/// Automatic replies whose every sentence is one that such replies are made of (<c>automatic-notices.txt</c>): away, gone, received,
/// held back, and what stands beside these. One sentence of another kind, and a person may have written it.
/// </summary>
internal static class Notices
{
    /// <summary>A notice is no longer, and has no more sentences.</summary>
    private const int Longest = 1_500;
    private const int MostSentences = 16;

    /// <summary>Words of a line that is a name, a title or a number.</summary>
    private const int MostOfName = 6;

    /// <summary>"of", "de", "and": such words begin small within a name.</summary>
    private const int ShortWord = 3;

    private static readonly PhraseForms Forms = PhraseForms.Load("Email.Phrases.automatic-notices");

    private static readonly Expression Absent = Forms.Whole("absent");

    private static readonly Expression Held = Forms.Whole("held");

    private static readonly Expression Gone = Forms.Whole("gone");

    private static readonly Expression Received = Forms.Whole("received");

    /// <summary>What tells by itself until when, or what follows from it.</summary>
    private static readonly Expression More = Forms.Whole("more");

    /// <summary>What no machine says in a notice.</summary>
    private static readonly Expression OfPersons = Forms.Among("a person's");

    private static readonly Expression Beside = Forms.Whole("beside");

    /// <summary>Why the mail is one; null when a person may have written it.</summary>
    internal static string? Because(string reply)
    {
        if (reply.Length is 0 or > Longest)
            return null;
        string? because = null;
        var others = 0;
        var count = 0;
        foreach (var line in reply.Split('\n'))
        {
            if (line.AsSpan().Trim().Length == 0 || (because is not null && IsName(line)))
                continue;
            foreach (var sentence in Sentences(line))
            {
                if (++count > MostSentences)
                    return null;
                if (Kind(sentence) is { } kind)
                {
                    others += because is not null || More.IsMatch(sentence) ? 1 : 0;
                    because ??= kind;
                }
                else if (Beside.IsMatch(sentence))
                {
                    others++;
                }
                else
                {
                    return null;
                }
            }
        }

        return because is not null && (others > 0 || because != AbsenceNotice) ? because : null;
    }

    private const string AbsenceNotice = "a notice, sentence by sentence";

    /// <summary>Whether words hold what people say beside the words of a notice.</summary>
    internal static bool OfAPerson(string words) => OfPersons.IsMatch(words);

    private static string? Kind(string sentence) =>
        Absent.IsMatch(sentence) ? AbsenceNotice
        : Gone.IsMatch(sentence) ? "a notice that nobody reads this mailbox, sentence by sentence"
        : Received.IsMatch(sentence) ? "an acknowledgement, sentence by sentence"
        : Held.IsMatch(sentence) ? "it waits for proof of the sender"
        : null;

    /// <summary>"Rosa Vega", "Case Manager", "555-0100": what stands below a notice.</summary>
    internal static bool IsName(string line) =>
        line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: <= MostOfName } words
        && words.All(word => !char.IsLower(word[0]) || word.Length <= ShortWord) && line.TrimEnd()[^1] is not ('.' or '!' or '?');

    private static readonly string[] HalfOfDay = ["a.m.", "p.m.", "a.m", "p.m"];

    /// <summary>The sentences of a line in small letters; an address or a link is the word "adr", and a date does not end one.</summary>
    private static IEnumerable<string> Sentences(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var kept = new StringBuilder(line.Length);
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i];
            if (word.Contains("://", StringComparison.Ordinal) || word.Contains("www.", StringComparison.OrdinalIgnoreCase)
                || (word.Contains('@', StringComparison.Ordinal) && word.Length > 3))
                kept.Append("adr").Append(word[^1] is '.' or '!' or ':' ? "." : "");
            else if (HalfOfDay.Contains(word.TrimEnd(',')))
                kept.Append(word[0]).Append('m');
            else if (word.EndsWith('.') && i + 1 < words.Length && word[..^1].All(char.IsAsciiDigit)
                && Introduction.IsOfDates(Plain.Of(words[i + 1]).TrimEnd('.', ',')))
                kept.Append(word, 0, word.Length - 1);
            else
                kept.Append(word.Replace(":", ",", StringComparison.Ordinal));
            kept.Append(' ');
        }

        return NormalizedText.Of(kept.ToString()).Line.Split(" .").Select(sentence =>
                string.Join(' ', sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word is not ("," or "."))))
            .Where(sentence => sentence.Length > 0);
    }
}
