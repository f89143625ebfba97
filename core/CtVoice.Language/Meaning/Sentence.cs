namespace CtVoice.Language.Meaning;

/// <summary>A sentence as rules are compared with it: what stands at each word, and which exceptions do.</summary>
/// <param name="standing">Words and groups that stand at each word.</param>
/// <param name="blocked">Words over which no gap leaps.</param>
/// <param name="starts">Words at which a pattern may begin.</param>
/// <param name="exceptions">Phrases of exceptions.</param>
internal sealed class Sentence(Standing[][] standing, bool[] blocked, IReadOnlyList<int> starts, PatternTree<string> exceptions)
{
    /// <summary>The exception by which words speak of a list: no life that somebody wants to leave.</summary>
    internal const string Listed = "listed";

    // Up to this many words before a sentence's harm, "if" and the like make it a thought.
    private const int Near = 5;
    // A figure of speech stands at its verb ("the form is killing me"); a form named later in a long message is another matter.
    private const int FigureBefore = 3;
    private const int FigureAfter = 6;
    private const int Denied = 2;
    // What a list, an errand or a good night makes of words stands at them.
    private const int AtBefore = 1;
    private const int AtAfter = 4;

    /// <summary>The exception of a message that says one harmless thing and no more.</summary>
    private const string Alone = "alone";

    // Of most sentences nobody asks for exceptions.
    private string[]?[]? at;
    private Dictionary<string, bool>? whole;

    internal int Length => standing.Length;

    internal Standing[][] Standing => standing;

    internal bool[] Blocked => blocked;

    internal IReadOnlyList<int> Starts => starts;

    /// <summary>Its words, until the next sentence is read.</summary>
    internal required WordsOfSentence<CompiledRules.Known> Of { get; init; }

    /// <summary>It is the only sentence of its text.</summary>
    internal required bool IsOnly { get; init; }

    /// <summary>What can stand in it at all; null for a short one.</summary>
    internal PatternTree<DangerRule>.Possible? Can { get; init; }

    /// <summary>The first of the exceptions that is said of the words between two places; null when none is.</summary>
    internal string? Exception(IReadOnlyList<string> names, int from, int end)
    {
        foreach (var name in names)
        {
            var said = name switch
            {
                // What could be is said before the harm, or right after it ("... should never").
                "could-be" => Any(name, Math.Max(0, from - Near), end),
                "figure" => Any(name, Math.Max(0, from - FigureBefore), Math.Min(Length, end + FigureAfter)),
                // "Nobody is hurting me", "do not leave kids alone".
                "denied" => Any(name, Math.Max(0, from - Denied), from),
                ['@', ..] => Any(name, Math.Max(0, from - AtBefore), Math.Min(Length, end + AtAfter)),
                Listed or ['=', ..] => Any(name, from, end),
                "in-general" => end < Length && At(end).Contains(name),
                _ => Whole(name),
            };
            if (said && !(name == "past" && Whole("now")))
                return name;
        }
        // Nothing else is said, so that nothing else is heard less.
        return IsOnly && At(0).Contains(Alone) ? Alone : null;
    }

    // What is looked for in a whole sentence is looked for once, or many matches would make it quadratic.
    private bool Whole(string name)
    {
        whole ??= new(StringComparer.Ordinal);
        if (!whole.TryGetValue(name, out var held))
            whole[name] = held = Any(name, 0, Length);
        return held;
    }

    private bool Any(string name, int from, int before)
    {
        for (var word = from; word < before; word++)
        {
            if (At(word).Contains(name))
                return true;
        }
        return false;
    }

    private string[] At(int word)
    {
        at ??= new string[]?[standing.Length];
        if (at[word] is { } known)
            return known;
        string[] names = [];
        if (exceptions.Begins(standing[word]))
        {
            _ = exceptions.Find(standing, blocked, word, (name, end) =>
            {
                if (!names.Contains(name))
                    names = [.. names, name];
                return false;
            });
        }
        return at[word] = names;
    }
}
