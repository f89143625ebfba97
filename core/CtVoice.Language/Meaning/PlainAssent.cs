using System.Collections.Frozen;

namespace CtVoice.Language.Meaning;

/// <summary>Words that agree and say no more, in English and Spanish: nobody needs to pass them on, and they advise nothing.</summary>
public static class PlainAssent
{
    private static readonly PhraseText Phrases = PhraseText.Load("Meaning.Phrases.assents");

    private static readonly FrozenSet<string> Assents = Phrases.Set("assents");

    private static readonly FrozenSet<string> Courtesies = Phrases.Set("courtesies");

    /// <summary>True when every part of a text is an assent, a courtesy or the digit of a choice,
    /// and at least one is an assent or a courtesy.</summary>
    public static bool Is(string words)
    {
        var parts = NormalizedText.Of(words).Clauses.Select(WithoutChoice).Where(p => p.Length > 0).ToList();
        return parts.Count > 0 && parts.All(p => Courtesies.Contains(p) || Assents.Contains(p) || Courteous(p));
    }

    /// <summary>Whether a part of a text thanks, greets or says please.</summary>
    internal static bool IsCourtesy(string part) => Courtesies.Contains(part);

    private static bool Courteous(string part) => Courtesies.Any(c =>
        (part.EndsWith(" " + c, StringComparison.Ordinal) && Assents.Contains(part[..^(c.Length + 1)]))
        || (part.StartsWith(c + " ", StringComparison.Ordinal) && Assents.Contains(part[(c.Length + 1)..])));

    private static string WithoutChoice(string part) =>
        part is [>= '1' and <= '9'] ? "" : part is [>= '1' and <= '9', ' ', .. var rest] ? rest : part;
}
