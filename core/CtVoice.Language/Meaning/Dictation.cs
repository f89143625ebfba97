using System.Collections.Frozen;

namespace CtVoice.Language.Meaning;

/// <summary>What dictation writes as words and the speaker meant as marks: "two period", "no comma not for my kids period".</summary>
internal static class Dictation
{
    private static readonly FrozenSet<string> Ends =
        Set("period", "punto", "full stop", "question mark", "exclamation point", "exclamation mark", "signo de interrogacion",
            "signo de exclamacion", "new line", "punto final");

    private static readonly FrozenSet<string> Commas = Set("comma", "coma");

    /// <summary>Before these it is a word: "the grace period", "hasta cierto punto", "in a coma".</summary>
    private static readonly FrozenSet<string> Nouns =
        Set("a", "an", "the", "this", "that", "my", "your", "her", "grace", "pay", "time", "trial", "waiting", "notice", "probation",
            "long", "short", "year", "month", "day", "each", "every", "no", "un", "el", "al", "este", "ese", "cierto", "en", "que", "mi",
            "su", "its");

    /// <summary>The text with the marks. Those inside it count when it ends with one,
    /// or when what stands before is an answer by itself.</summary>
    internal static NormalizedText Of(NormalizedText folded)
    {
        if (!folded.Line.Contains("period", StringComparison.Ordinal) && !folded.Line.Contains("mark", StringComparison.Ordinal)
            && !folded.Line.Contains("punto", StringComparison.Ordinal)
            && !folded.Line.Contains("coma", StringComparison.Ordinal) && !folded.Line.Contains("comma", StringComparison.Ordinal)
            && !folded.Line.Contains("full stop", StringComparison.Ordinal)
            && !folded.Line.Contains("exclamation", StringComparison.Ordinal))
            return folded;
        var words = folded.Line.Split(' ').ToList();
        var dictated = false;
        for (var at = words.Count - 1; at > 0; at--)
        {
            var (mark, length) = Mark(words, at);
            if (mark is null || Nouns.Contains(words[at - 1]) && at > 1 || !(dictated || at == 1 || at + length >= words.Count))
                continue;
            dictated = true;
            words.RemoveRange(at, length);
            words.Insert(at, mark);
        }

        return dictated ? new NormalizedText(string.Join(' ', words)) : folded;
    }

    private static (string? Mark, int Length) Mark(List<string> words, int at)
    {
        for (var length = Math.Min(3, words.Count - at); length > 0; length--)
        {
            var said = string.Join(' ', words.GetRange(at, length));
            if (Ends.Contains(said))
                return (".", length);
            if (Commas.Contains(said))
                return (",", length);
        }

        return (null, 0);
    }

    private static FrozenSet<string> Set(params string[] words) => words.ToFrozenSet(StringComparer.Ordinal);
}
