namespace CtVoice.Language.Matching;

/// <summary>
/// An expression as a nondeterministic automaton (Thompson's construction): instructions that lead from one to the next, where two may
/// be next the preferred one first.
/// </summary>
internal sealed class Nfa
{
    private readonly List<Instruction> instructions = [];
    private readonly List<CharSet> sets = [];
    private readonly List<string> groups = [];
    private readonly Dictionary<CharSet, int> numbers = [];
    private readonly Dictionary<(int Syntax, int Next), int> emitted = [];

    internal Nfa(Syntax syntax)
    {
        Start = Emit(syntax, Add(new(Kind.Match, 0, 0, 0)));
        Instructions = [.. instructions];
        Alphabet = new(sets, HasWordEdges);
    }

    /// <summary>What an instruction does.</summary>
    internal enum Kind
    {
        /// <summary>The text read so far is a match of the expression <c>Of</c>.</summary>
        Match,

        /// <summary>Reads a character of the set with the number <c>Of</c>.</summary>
        Read,

        /// <summary>Goes on at <c>Next</c>, or else at <c>Else</c>.</summary>
        Split,

        /// <summary>Goes on at the <see cref="Place"/> <c>Of</c>.</summary>
        At,

        /// <summary>Notes where the text is: begin and end of group n are 2n and 2n + 1.</summary>
        Note,
    }

    internal Instruction[] Instructions { get; }

    internal int Start { get; }

    internal Alphabet Alphabet { get; }

    /// <summary>Names of groups; several may have the same.</summary>
    internal IReadOnlyList<string> Groups => groups;

    /// <summary>Whether it asks where words begin and end.</summary>
    internal bool HasWordEdges { get; private set; }

    private int Add(Instruction instruction)
    {
        instructions.Add(instruction);
        return instructions.Count - 1;
    }

    // From the end backwards, so that each instruction knows its next. What is alike and goes on alike is there once.
    private int Emit(Syntax syntax, int next)
    {
        if (syntax is Syntax.Then)
        {
            var parts = new Stack<Syntax>();
            for (; syntax is Syntax.Then then; syntax = then.Rest)
                parts.Push(then.First);
            next = Emit(syntax, next);
            foreach (var part in parts)
                next = Emit(part, next);
            return next;
        }

        return emitted.TryGetValue((syntax.Number, next), out var known) ? known : emitted[(syntax.Number, next)] = EmitPart(syntax, next);
    }

    private int EmitPart(Syntax syntax, int next)
    {
        switch (syntax)
        {
            case Syntax.Nothing:
                return next;
            case Syntax.Found { Which: var which }:
                return Add(new(Kind.Match, which, 0, 0));
            case Syntax.One one:
                return Add(new(Kind.Read, Number(one.Set), next, 0));
            case Syntax.At { Place: var place }:
                HasWordEdges |= place == Place.WordEdge;
                return Add(new(Kind.At, (int)place, next, 0));
            case Syntax.Either { Choices: var choices }:
                var first = Emit(choices[^1], next);
                for (var i = choices.Count - 2; i >= 0; i--)
                    first = Add(new(Kind.Split, 0, Emit(choices[i], next), first));
                return first;
            case Syntax.Group(var name, var body):
                groups.Add(name);
                var number = groups.Count - 1;
                return Add(new(Kind.Note, 2 * number, Emit(body, Add(new(Kind.Note, (2 * number) + 1, next, 0))), 0));
            case Syntax.Repeat repeat:
                return EmitRepeat(repeat, next);
            default:
                throw new InvalidOperationException($"Unknown syntax {syntax}.");
        }
    }

    private int EmitRepeat(Syntax.Repeat repeat, int next)
    {
        var after = next;
        if (repeat.Most is not { } most)
        {
            var loop = Add(default);
            instructions[loop] = Fork(repeat, Emit(repeat.Body, loop), after);
            next = loop;
        }
        else
        {
            for (var i = repeat.Least; i < most; i++)
                next = Add(Fork(repeat, Emit(repeat.Body, next), after));
        }
        for (var i = 0; i < repeat.Least; i++)
            next = Emit(repeat.Body, next);
        return next;
    }

    private static Instruction Fork(Syntax.Repeat repeat, int again, int after) =>
        repeat.Lazy ? new(Kind.Split, 0, after, again) : new(Kind.Split, 0, again, after);

    private int Number(CharSet set)
    {
        if (!numbers.TryGetValue(set, out var number))
        {
            numbers[set] = number = sets.Count;
            sets.Add(set);
        }
        return number;
    }

    internal readonly record struct Instruction(Kind Kind, int Of, int Next, int Else);
}
