using System.Collections.Frozen;
using System.Globalization;
using CtVoice.Language.Meaning;

namespace CtVoice.Language.Answers;

/// <summary>
/// The items of a numbered list that somebody names beside a vote, in English and Spanish: "3 number 2 is not what I asked", "3 the
/// second one", "la 1 y la 3". A bare number is none, because the vote itself is one. Pure, linear in the text.
/// </summary>
public static class NamedItems
{
    private static readonly PhraseText Phrases = PhraseText.Load("Answers.Phrases.named-items");

    private static readonly FrozenSet<string> Before = Phrases.Set("before a number");

    private static readonly FrozenSet<string> The = Phrases.Set("before an ordinal");

    private static readonly FrozenSet<string> After = Phrases.Set("behind an ordinal");

    private static readonly FrozenSet<string> Between = Phrases.Set("between numbers");

    private static readonly FrozenSet<string> Ordinals = PhraseText.Load("Meaning.Phrases.named-questions").Set("ordinal");

    /// <summary>Numbers of the items that a text names, in order, each once.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="count">How many there are.</param>
    public static IReadOnlyList<int> In(string text, int count)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tokens = NormalizedText.Of(text).Line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var named = new SortedSet<int>();
        var naming = false;
        for (var i = 0; i < tokens.Length; i++)
        {
            var before = i > 0 ? tokens[i - 1] : "";
            var after = i + 1 < tokens.Length ? tokens[i + 1] : "";
            if (Number(tokens[i]) is { } number && (naming || Before.Contains(before)))
            {
                _ = named.Add(number);
                naming = true;
            }
            else if (Ordinals.Contains(tokens[i]) && (After.Contains(after) || The.Contains(before)))
            {
                _ = named.Add(NamedQuestion.NumberOf(tokens[i]));
            }
            else if (!Between.Contains(tokens[i]) && !Before.Contains(tokens[i]))
            {
                naming = false;
            }
        }
        return [.. named.Where(n => n <= count)];
    }

    private static int? Number(string token) =>
        int.TryParse(token.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
