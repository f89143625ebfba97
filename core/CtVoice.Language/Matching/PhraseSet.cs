using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace CtVoice.Language.Matching;

/// <summary>Many phrases looked up at once: one pass over the text, however many they are.
/// Made ready when first asked; thread-safe.</summary>
internal sealed class PhraseSet(IReadOnlyList<string> phrases)
{
    /// <summary>Up to so many, of ASCII, the runtime looks up with vectors; more it goes through letter by letter, slower than
    /// <see cref="Openings"/>.</summary>
    private const int Few = 64;

    private readonly Lazy<SearchValues<string>?> few = new(() => phrases.Count <= Few && phrases.All(phrase => Ascii.IsValid(phrase))
        ? SearchValues.Create([.. phrases], StringComparison.Ordinal)
        : null);

    private readonly Lazy<Openings> openings = new(() => new(phrases));

    /// <summary>The phrases one by one.</summary>
    internal IReadOnlyList<string> Phrases => phrases;

    /// <summary>Whether a text holds one of them.</summary>
    internal bool In(ReadOnlySpan<char> text) =>
        few.Value is { } values ? text.IndexOfAny(values) >= 0 : openings.Value.In(text, wordsOnly: false);

    /// <summary>Whether a text begins with one of them.</summary>
    internal bool Begins(ReadOnlySpan<char> text) => Beginning(text) is not null;

    /// <summary>Whether a text may begin with one of them: a quick look before it is folded.</summary>
    internal bool MayBegin(ReadOnlySpan<char> text) => openings.Value.MayBegin(text);

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
    internal bool BeginsWordIn(ReadOnlySpan<char> text) => openings.Value.In(text, wordsOnly: true);
}
