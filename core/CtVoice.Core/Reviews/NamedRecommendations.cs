using System.Globalization;
using CtVoice.Language.Meaning;

namespace CtVoice.Core.Reviews;

/// <summary>
/// The recommendations that a member names beside a vote: "3 number 2 is not what I asked", "3 the second one", "la 1 y la 3". A bare
/// number is none, because the vote itself is one.
/// </summary>
public static class NamedRecommendations
{
    private static readonly HashSet<string> Before = new(StringComparer.Ordinal)
    {
        "#", "number", "num", "nr", "recommendation", "recommendations", "rec", "point", "points", "item", "items", "numero", "numeros",
        "recomendacion",
        "recomendaciones", "punto", "puntos", "la",
    };

    private static readonly HashSet<string> Between = new(StringComparer.Ordinal) { "and", "or", "y", "e", "o", ",", "&" };

    private static readonly HashSet<string> After = new(StringComparer.Ordinal)
        { "one", "recommendation", "point", "item", "recomendacion" };

    private static readonly Dictionary<string, int> Ordinals = new(StringComparer.Ordinal)
    {
        ["first"] = 1,
        ["second"] = 2,
        ["third"] = 3,
        ["fourth"] = 4,
        ["fifth"] = 5,
        ["1st"] = 1,
        ["2nd"] = 2,
        ["3rd"] = 3,
        ["4th"] = 4,
        ["5th"] = 5,
        ["primera"] = 1,
        ["segunda"] = 2,
        ["tercera"] = 3,
        ["cuarta"] = 4,
        ["quinta"] = 5,
    };

    /// <summary>Numbers of the recommendations that a text names, in order, each once.</summary>
    /// <param name="words">What was written.</param>
    /// <param name="count">How many there are.</param>
    public static IReadOnlyList<int> In(string words, int count)
    {
        var tokens = NormalizedText.Of(words).Line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
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
            else if (Ordinals.TryGetValue(tokens[i], out var ordinal) && (After.Contains(after) || before == "la"))
            {
                named.Add(ordinal);
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
