using System.Text.RegularExpressions;

namespace CtVoice.Language.Reading;

/// <summary>Splits a text into sentences and words the way readability formulas count them.</summary>
internal static partial class ReadableText
{
    /// <summary>
    /// The sentences, each with at least one word. A sentence ends at . ! ? or … before a space, and at the end of a line;
    /// not after a usual abbreviation, an initial or inside a number.
    /// </summary>
    internal static IReadOnlyList<string> Sentences(string text)
    {
        var sentences = new List<string>();
        foreach (var line in text.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
        {
            var start = 0;
            foreach (Match end in SentenceEnd().Matches(line))
            {
                if (end.Value[0] == '.' && EndsInAbbreviation().IsMatch(line[start..(end.Index + 1)]))
                    continue;
                Add(line[start..(end.Index + end.Length)]);
                start = end.Index + end.Length;
            }
            Add(line[start..]);
        }
        return sentences;

        void Add(string sentence)
        {
            if (Words(sentence).Count > 0)
                sentences.Add(sentence.Trim());
        }
    }

    /// <summary>The words: runs of letters and digits, with the apostrophes inside them. Parts joined by a hyphen are one word.</summary>
    internal static IReadOnlyList<string> Words(string text) => [.. Word().Matches(text).Select(m => m.Value)];

    [GeneratedRegex(@"[.!?…]+[""'”’»)\]]*(?=\s|$)")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(
        @"(?:^|[\s(""“])(?:\p{Lu}|Mr|Mrs|Ms|Dr|Jr|St|vs|e\.g|i\.e|U\.S|a\.m|p\.m|No|Sr|Sra|Dra|Ud|Uds|EE|EE\. ?UU|p\. ?ej|núm)\.$")]
    private static partial Regex EndsInAbbreviation();

    [GeneratedRegex(@"[\p{L}\p{N}]+(?:['’.,\-‐‑][\p{L}\p{N}]+)*")]
    private static partial Regex Word();
}
