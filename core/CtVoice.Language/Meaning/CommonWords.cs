using System.Collections.Frozen;

namespace CtVoice.Language.Meaning;

/// <summary>The words that people write most (<c>common-words.txt</c>): what is found out about one of them may be kept,
/// as it tells of nobody.</summary>
internal static class CommonWords
{
    private static readonly FrozenSet<string> Words = Load();

    internal static bool Contains(string word) => Words.Contains(word);

    private static FrozenSet<string> Load()
    {
        const string Name = "CtVoice.Language.Meaning.common-words.txt";
        using var stream = typeof(CommonWords).Assembly.GetManifestResourceStream(Name)
            ?? throw new InvalidOperationException($"The list {Name} is not embedded in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n').Where(line => !line.StartsWith('#'))
            .SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToFrozenSet(StringComparer.Ordinal);
    }
}
