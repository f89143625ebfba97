using System.Collections.Frozen;
using CtVoice.Language.Meaning;

namespace CtVoice.Language.Answers;

/// <summary>What a message of one word answers, in English and Spanish, where it is known what was asked. Pure.</summary>
public static class ShortAnswer
{
    private static readonly char[] Marks = ['.', '!', ',', '"', '\'', ')', '('];

    private static readonly PhraseText Phrases = PhraseText.Load("Answers.Phrases.short-answers");

    private static readonly FrozenDictionary<string, string> Languages =
        Phrases.Pairs("names of languages").ToFrozenDictionary(pair => pair.Typed, pair => pair.Meant, StringComparer.Ordinal);

    private static readonly FrozenSet<string> None = Phrases.Set("there is none");

    private static readonly FrozenSet<string> Options = Phrases.Set("an option");

    /// <summary>The language that a message names and nothing else, as its ISO 639-1 code; null for any other.</summary>
    public static string? Language(string text) => Word(text) is { } word ? Languages.GetValueOrDefault(word) : null;

    /// <summary>Whether a message says no more than that there is none.</summary>
    public static bool IsNone(string text) => Word(text) is { } word && None.Contains(word);

    /// <summary>Whether a message is an option in a word or a letter, and says nothing else.</summary>
    public static bool IsOption(string text) => Word(text) is { } word && Options.Contains(word);

    /// <summary>The one word of a message, folded; null where there is more, or none.</summary>
    private static string? Word(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var word = text.Trim().Trim(Marks);
        return word.Length > 0 && word.All(char.IsLetter) ? NormalizedText.Of(word).Line : null;
    }
}
