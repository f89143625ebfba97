namespace CtVoice.Core.Reviews.Drafts;

/// <summary>Whether a text repeats what somebody wrote who wants to be counted and not quoted.</summary>
public static class Verbatim
{
    /// <summary>Words in a row that are a quote; fewer are the language that everybody shares.</summary>
    public const int Words = 5;

    /// <summary>True when <see cref="Words"/> words in a row are the same, whatever their case and punctuation.</summary>
    public static bool Repeats(string text, string original)
    {
        var runs = Runs(original).ToHashSet(StringComparer.Ordinal);
        return Runs(text).Any(runs.Contains);
    }

    private static IEnumerable<string> Runs(string text)
    {
        var words = new string([.. text.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i + Words <= words.Length; i++)
            yield return string.Join(' ', words.AsSpan(i, Words)!);
    }
}
