using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace CtVoice.Language.Meaning;

/// <summary>
/// The two things in a message that must be seen whatever else fails: a plain STOP, and words of danger. They are looked
/// for in the text as it came, character by character, before anything reads it.
/// </summary>
/// <param name="Stop">The whole message is a word that providers and the rule take for STOP (47 CFR 64.1200(a)(10)).</param>
/// <param name="Danger">The danger that its words tell of; null when they tell of none.</param>
public readonly record struct RawSigns(bool Stop, Danger? Danger)
{
    private static readonly FrozenSet<string> StopWords = FrozenSet.ToFrozenSet(
        ["stop", "stopall", "stop all", "unsubscribe", "cancel", "end", "quit", "revoke", "optout", "opt out", "alto", "parar", "baja",
            "cancelar", "detener", "salir"],
        StringComparer.Ordinal);

    private const string Accented = "áàâäãéèêëíìîïóòôöõúùûüñç";
    private const string Bare = "aaaaaeeeeiiiiooooouuuunc";

    /// <summary>Looks; never throws on any text.</summary>
    public static RawSigns In(string raw)
    {
        var words = Words(raw);
        return new(StopWords.Contains(words), Meaning.Danger.In(new NormalizedText(words)));
    }

    /// <summary>Letters and digits in lower case, without accents and what cannot be seen; one space where anything else stood.</summary>
    private static string Words(string raw)
    {
        var words = new StringBuilder(raw.Length);
        foreach (var c in raw)
        {
            if (char.IsLetterOrDigit(c))
            {
                var lower = char.ToLowerInvariant(c);
                words.Append(Accented.IndexOf(lower, StringComparison.Ordinal) is var at and >= 0 ? Bare[at] : lower);
            }
            else if (c is not ('\'' or '’' or '‘' or '´' or '`') && words.Length > 0 && words[^1] != ' '
                && char.GetUnicodeCategory(c)
                    is not (UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
                        or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned))
            {
                words.Append(' ');
            }
        }
        return words.ToString().Trim();
    }
}
