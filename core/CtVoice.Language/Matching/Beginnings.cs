using System.Collections.Concurrent;

namespace CtVoice.Language.Matching;

/// <summary>
/// Many expressions of which each must match at the begin of a text: the first two characters tell which of them can at all. What is
/// found for two characters is kept, so most texts are spared nearly all of the expressions.
/// </summary>
/// <param name="expressions">The expressions, each beginning with <c>^</c>.</param>
internal sealed class Beginnings(IReadOnlyList<Expression> expressions)
{
    /// <summary>Pairs that are kept: those of letters, digits and spaces, and no text can add others.</summary>
    private const int Letters = 38;

    private readonly ConcurrentDictionary<int, int[]> known = new();
    private readonly int[] all = [.. Enumerable.Range(0, expressions.Count)];

    /// <summary>Numbers of the expressions that may match, in their order.</summary>
    internal int[] For(ReadOnlySpan<char> text)
    {
        if (text.Length < 2 || Number(text[0]) is not { } first || Number(text[1]) is not { } second)
            return all;
        return known.TryGetValue((first * Letters) + second, out var may) ? may : Learn(text[..2], (first * Letters) + second);
    }

    private int[] Learn(ReadOnlySpan<char> two, int key)
    {
        var may = new List<int>();
        for (var i = 0; i < expressions.Count; i++)
        {
            if (expressions[i].MayGoOn(two))
                may.Add(i);
        }

        return known[key] = [.. may];
    }

    private static int? Number(char c) => c switch
    {
        >= 'a' and <= 'z' => c - 'a',
        >= '0' and <= '9' => c - '0' + 26,
        ' ' => 36,
        _ => null,
    };
}
