using System.Collections.Frozen;

namespace CtVoice.Language.Meaning;

/// <summary>The words that people write most (<c>common-words.txt</c>): what is found out about one of them may be kept,
/// as it tells of nobody.</summary>
internal static class CommonWords
{
    private static readonly string[] Words = Load();

    private static readonly FrozenDictionary<string, int> Numbers =
        Words.Select((word, number) => (word, number)).ToFrozenDictionary(word => word.word, word => word.number, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Spans =
        Numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>They themselves.</summary>
    internal static IReadOnlyList<string> All => Words;

    /// <summary>How many there are.</summary>
    internal static int Count => Words.Length;

    /// <summary>Whether a word is one of them.</summary>
    internal static bool Contains(string word) => Numbers.ContainsKey(word);

    /// <summary>Which of them a word is; -1 for none.</summary>
    internal static int Number(ReadOnlySpan<char> word) => Spans.TryGetValue(word, out var number) ? number : -1;

    /// <summary>The word with a number.</summary>
    internal static string Word(int number) => Words[number];

    private static string[] Load()
    {
        const string Name = "CtVoice.Language.Meaning.common-words.txt";
        using var stream = typeof(CommonWords).Assembly.GetManifestResourceStream(Name)
            ?? throw new InvalidOperationException($"The list {Name} is not embedded in the assembly.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n').Where(line => !line.StartsWith('#'))
            .SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.Ordinal)];
    }
}
