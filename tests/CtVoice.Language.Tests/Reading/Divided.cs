using System.Globalization;

namespace CtVoice.Language.Tests.Reading;

/// <summary>Words written with their division: <c>ta-ble</c>, or <c>idea=3</c> where the dictionary shows none.</summary>
internal static class Divided
{
    /// <summary>The words whose count differs, with both counts.</summary>
    internal static IReadOnlyList<string> Wrong(string words, Func<string, int> count) =>
        [.. words.Split(' ').Select(Parse).Where(w => count(w.Word) != w.Syllables)
            .Select(w => $"{w.Word}: {count(w.Word)}, not {w.Syllables}")];

    private static (string Word, int Syllables) Parse(string written)
    {
        var parts = written.Split('=');
        var word = parts[0].Replace("-", "", StringComparison.Ordinal);
        return (word, parts.Length == 2 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : parts[0].Count(c => c == '-') + 1);
    }
}
