using System.Buffers;
using System.Collections.Frozen;

namespace CtVoice.Language.Matching;

/// <summary>Many phrases looked up at once: one pass over the text, however many they are.
/// Made ready when first asked; thread-safe.</summary>
internal sealed class PhraseSet(IReadOnlyList<string> phrases)
{
    private readonly Lazy<SearchValues<string>> any = new(() => SearchValues.Create([.. phrases], StringComparison.Ordinal));

    /// <summary>The phrases one by one.</summary>
    internal IReadOnlyList<string> Phrases => phrases;

    /// <summary>Whether a text holds one of them.</summary>
    internal bool In(ReadOnlySpan<char> text) => text.IndexOfAny(any.Value) >= 0;

    /// <summary>Whether a text begins with one of them.</summary>
    internal bool Begins(ReadOnlySpan<char> text) => Beginning(text) is not null;

    /// <summary>The longest of them with which a text begins; null when it begins with none.</summary>
    internal string? Beginning(ReadOnlySpan<char> text)
    {
        if (text.Length == 0 || !byBegin.Value.TryGetValue(text[0], out var may))
            return null;
        foreach (var phrase in may)
        {
            if (text.StartsWith(phrase, StringComparison.Ordinal))
                return phrase;
        }

        return null;
    }

    /// <summary>By their first character, the longest first.</summary>
    private readonly Lazy<FrozenDictionary<char, string[]>> byBegin = new(() => phrases.GroupBy(phrase => phrase[0])
        .ToFrozenDictionary(alike => alike.Key, alike => alike.OrderByDescending(phrase => phrase.Length).ToArray()));

    /// <summary>How many of them a text holds.</summary>
    internal int Count(ReadOnlySpan<char> text)
    {
        var count = 0;
        if (In(text))
        {
            foreach (var phrase in phrases)
                count += text.Contains(phrase, StringComparison.Ordinal) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Whether a word of the text, or several, begin with one of them; scripts without spaces need no beginning.</summary>
    internal bool BeginsWordIn(ReadOnlySpan<char> text)
    {
        for (var from = 0; from < text.Length && text[from..].IndexOfAny(any.Value) is var at and >= 0; from += at + 1)
        {
            if (MayBegin(text, from + at))
                return true;
        }

        return false;
    }

    private bool MayBegin(ReadOnlySpan<char> text, int at)
    {
        var inside = at > 0 && char.IsLetterOrDigit(text[at - 1]);
        foreach (var phrase in phrases)
        {
            if (text[at..].StartsWith(phrase, StringComparison.Ordinal) && (!inside || phrase[0] > 0x10FF || phrase[0] == '-'))
                return true;
        }

        return false;
    }
}
