using System.Collections.Frozen;

namespace CtVoice.Language.Meaning;

/// <summary>
/// Words that may be somebody's name. A capital alone makes none: phones and people write "Ayuda" and "Happy" with one. So a name is a
/// word that no list of the product knows, nor its singular; what is left in doubt ("Interpreter") is said where names are used.
/// </summary>
internal static class Names
{
    private const string Lists = "CtVoice.Language.Meaning.";

    private static readonly PhraseForms Forms = PhraseForms.Load("Meaning.Phrases.wrong-person");

    /// <summary>Names that are words of a list as well.</summary>
    private static readonly FrozenSet<string> WordsToo = Forms.Set("names that are words");

    /// <summary>How words end that are no names, known or not: "Working", "Solution".</summary>
    private static readonly string[] NoEndings = [.. Forms["ends no name"]];

    private static readonly Lazy<FrozenSet<string>> Known = new(Load);

    /// <summary>Whether a folded word may be a name.</summary>
    internal static bool MayBe(string word) =>
        word.Length > 2 && word.All(char.IsLetter) && (WordsToo.Contains(word)
            || (!Known.Value.Contains(word) && !(word.EndsWith('s') && Known.Value.Contains(word[..^1]))
                && !Array.Exists(NoEndings, ending => word.EndsWith(ending, StringComparison.Ordinal))));

    /// <summary>The same of one who owns something: "marias".</summary>
    internal static bool MayOwn(string word) => word.EndsWith('s') && (MayBe(word) || MayBe(word[..^1]));

    /// <summary>Whether the writer gave such a word the capital of a name, in a text that has small letters where no name stands.</summary>
    internal static bool IsIn(string text, string who)
    {
        if (!MayBe(who) && !MayOwn(who))
            return false;
        var rest = Typed(text).Skip(1).ToArray();
        return rest.Any(word => char.IsLower(word[0]))
            && rest.Any(word => word.Length > 2 && char.IsUpper(word[0]) && char.IsLower(word[1])
                && NormalizedText.Of(word).Words == who);
    }

    /// <summary>Whether the word stands in capitals as a sign of an office does, and the text does not: "HUD".</summary>
    internal static bool IsSign(string text, string who) =>
        text.Any(char.IsLower) && Typed(text).Any(word => word.All(char.IsUpper) && NormalizedText.Of(word).Words == who);

    private static string[] Typed(string text) =>
        text.Split([' ', '\n', '\r', '\t', ',', '.', '!', '?', '¡', '¿', ';', ':', '(', ')', '"'], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>All words of the lists, in whatever form or exception they stand; remarks left out.</summary>
    private static FrozenSet<string> Load()
    {
        var assembly = typeof(Names).Assembly;
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Lists, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            while (reader.ReadLine() is { } line)
            {
                if (!line.StartsWith('#'))
                    Add(words, NormalizedText.Of(line).Words);
            }
        }
        return words.ToFrozenSet(StringComparer.Ordinal);
    }

    private static void Add(HashSet<string> words, string line)
    {
        var from = -1;
        for (var at = 0; at <= line.Length; at++)
        {
            var letter = at < line.Length && char.IsLetter(line[at]);
            if (letter && from < 0)
                from = at;
            if (letter || from < 0)
                continue;
            words.Add(line[from..at]);
            from = -1;
        }
    }
}
