namespace CtVoice.Language.Matching;

/// <summary>
/// Makes the parts of expressions. What is alike is made once, and what several alternatives begin with is put before them
/// (<c>yes|yeah|yep</c> is <c>ye(s|ah|p)</c>): an automaton of thousands of words stays as small as the words differ.
/// </summary>
/// <param name="ordered">Whether it matters which of several alternatives matches, as it does where a match is read out; where only
/// is asked whether there is one, more can be put together.</param>
internal sealed class SyntaxPool(bool ordered)
{
    private readonly Syntax?[] ascii = new Syntax?[128];
    private readonly Dictionary<CharSet, Syntax> sets = [];
    private readonly Dictionary<(int First, int Next), Syntax> sequences = [];
    private readonly Dictionary<(int Body, int Least, int? Most, bool Lazy), Syntax> repeats = [];
    private readonly Dictionary<string, Syntax> others = new(StringComparer.Ordinal);
    private int count;

    /// <summary>Groups that were read, by how they are written.</summary>
    internal Dictionary<string, Syntax> Written { get; } = new(StringComparer.Ordinal);

    internal Syntax Nothing { get; } = new Syntax.Nothing { Begins = CharsAtBegin.None };

    internal Syntax One(char c) => c >= ascii.Length ? One(new CharSet(c.ToString())) : ascii[c] ??= Make(new(c.ToString()));

    internal Syntax One(CharSet set) => set.IsLiteral && set.Named[0] < ascii.Length ? One(set.Named[0])
        : sets.TryGetValue(set, out var one) ? one : sets[set] = Make(set);

    private Syntax.One Make(CharSet set) => new(set) { Number = ++count, Begins = CharsAtBegin.Of(set) };

    internal Syntax At(Place place) => Known("at " + place) ?? Keep("at " + place, new Syntax.At(place));

    internal Syntax Found(int which) => Known("found " + which) ?? Keep("found " + which, new Syntax.Found(which));

    internal Syntax Group(string name, Syntax body) =>
        $"{name} {body.Number}" is var key && Known(key) is { } known ? known
        : Keep(key, new Syntax.Group(name, body) { Begins = body.Begins });

    internal Syntax Repeat(Syntax body, int least, int? most, bool lazy) =>
        repeats.TryGetValue((body.Number, least, most, lazy), out var known) ? known
        : repeats[(body.Number, least, most, lazy)] = new Syntax.Repeat(body, least, most, lazy)
        {
            Number = ++count,
            Begins = least == 0 ? body.Begins with { OrNone = true } : body.Begins,
        };

    internal Syntax Sequence(IReadOnlyList<Syntax> parts)
    {
        var all = Nothing;
        for (var i = parts.Count - 1; i >= 0; i--)
            all = Then(parts[i], all);
        return all;
    }

    internal Syntax Then(Syntax first, Syntax rest)
    {
        if (first is not Syntax.Then)
            return OneThen(first, rest);
        var firsts = new Stack<Syntax>();
        for (; first is Syntax.Then then; first = then.Rest)
            firsts.Push(then.First);
        rest = OneThen(first, rest);
        foreach (var one in firsts)
            rest = OneThen(one, rest);
        return rest;
    }

    private Syntax OneThen(Syntax first, Syntax rest) => rest is Syntax.Nothing ? first : first is Syntax.Nothing ? rest
        : sequences.TryGetValue((first.Number, rest.Number), out var known) ? known
        : sequences[(first.Number, rest.Number)] = new Syntax.Then(first, rest)
        {
            Number = ++count,
            Begins = first.Begins.OrNone ? first.Begins.Or(rest.Begins) with { OrNone = rest.Begins.OrNone } : first.Begins,
        };

    internal Syntax Either(IReadOnlyList<Syntax> choices)
    {
        if (choices is [var single])
            return single;
        var alike = new List<(Syntax First, List<Syntax> Choices)>();
        foreach (var choice in choices)
        {
            foreach (var one in choice is Syntax.Either either ? either.Choices : [choice])
            {
                var first = one is Syntax.Then then ? then.First : one;
                if (Place(alike, one, first) is not { } place)
                    alike.Add((first, [one]));
                else if (!alike[place].Choices.Contains(one, ReferenceEqualityComparer.Instance))
                    alike[place].Choices.Add(one);
            }
        }

        var parts = alike.ConvertAll(begun => begun.Choices is [var only] ? only
            : Then(begun.First, Either(begun.Choices.ConvertAll(choice => choice is Syntax.Then then ? then.Rest : Nothing))));
        if (parts is [var alone])
            return alone;
        var key = string.Join(',', parts.Select(part => part.Number));
        return Known(key)
            ?? Keep(key, new Syntax.Either(parts) { Begins = parts.Select(part => part.Begins).Aggregate((one, other) => one.Or(other)) });
    }

    /// <summary>The choices that begin alike and that one more may join; null where there are none. Where the order matters it passes
    /// only others with which it has no text in common, and joins only by what can be read in one way.</summary>
    private int? Place(List<(Syntax First, List<Syntax> Choices)> alike, Syntax choice, Syntax first)
    {
        for (var i = alike.Count - 1; i >= 0; i--)
        {
            if (alike[i].First == (object)first && (!ordered || first is Syntax.One or Syntax.At or Syntax.Nothing))
                return i;
            if (ordered && alike[i].Choices.Exists(other => other.Begins.Meets(choice.Begins)))
                return null;
        }

        return null;
    }

    private Syntax? Known(string key) => others.GetValueOrDefault(key);

    private Syntax Keep(string key, Syntax syntax) => others[key] = syntax with { Number = ++count };
}
