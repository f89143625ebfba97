using System.Text;

namespace CtVoice.Language.Email;

/// <summary>
/// The words that we sent to somebody. Where their program copied our mail without marking it as a quote, these tell our
/// lines from those that the person typed between and below them.
/// </summary>
internal sealed class OwnWords
{
    /// <summary>A line that our mail does not hold as it stands is still ours when so many of its word pairs are:
    /// links and names change on the way.</summary>
    private const double Alike = 0.6;

    private readonly string all;
    private readonly HashSet<(string, string)> pairs = [];

    internal OwnWords(IEnumerable<string> sent)
    {
        var words = sent.SelectMany(Words).ToArray();
        all = $" {string.Join(' ', words)} ";
        for (var i = 1; i < words.Length; i++)
            pairs.Add((words[i - 1], words[i]));
    }

    /// <summary>Whether a line is one of ours, wherever it was wrapped.</summary>
    internal bool Hold(string line)
    {
        var words = Words(line);
        if (words.Count == 0)
            return true;
        if (all.Contains($" {string.Join(' ', words)} ", StringComparison.Ordinal))
            return true;
        return words.Count >= 4
            && Enumerable.Range(1, words.Count - 1).Count(i => pairs.Contains((words[i - 1], words[i]))) >= Alike * (words.Count - 1);
    }

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var c in Plain.Of(text))
        {
            if (char.IsLetterOrDigit(c))
                word.Append(c);
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        if (word.Length > 0)
            words.Add(word.ToString());
        return words;
    }
}
