namespace CtVoice.Language.Matching;

/// <summary>
/// Reads out of a text where a match and its groups stand: all ways of the automaton at once, each with what it noted (Pike's
/// machine). Linear like <see cref="LazyDfa"/>, but slower: for texts in which that has found a match.
/// </summary>
internal static class NfaWalk
{
    /// <summary>Notes of the first match from a place on: its begin and end, then those of each group, -1 where one was not met;
    /// null when there is none.</summary>
    internal static int[]? First(Nfa nfa, ReadOnlySpan<char> text, int from)
    {
        int[]? found = null;
        var visited = new int[nfa.Instructions.Length];
        var threads = new List<(int At, int[] Notes)>();
        for (var place = from; place <= text.Length; place++)
        {
            var symbol = nfa.Alphabet.At(text, place);
            var inWord = place > 0 && nfa.HasWordEdges && nfa.Alphabet.InWord(nfa.Alphabet.At(text, place - 1));
            if (found is null)
            {
                var notes = new int[2 + (2 * nfa.Groups.Count)];
                Array.Fill(notes, -1);
                notes[0] = place;
                threads.Add((nfa.Start, notes));
            }
            var next = new List<(int At, int[] Notes)>();
            foreach (var thread in threads)
            {
                if (Follow(thread, place, symbol, inWord, next) is not { } notes)
                    continue;
                found = [notes[0], place, .. notes[2..]];
                break; // What is preferred less is given up.
            }
            threads = next;
            if (threads.Count == 0 && found is not null)
                break;
        }
        return found;

        int[]? Follow((int At, int[] Notes) thread, int place, int symbol, bool inWord, List<(int At, int[] Notes)> next)
        {
            var open = new Stack<(int At, int[] Notes)>([thread]);
            while (open.TryPop(out var step))
            {
                if (visited[step.At] == place + 1)
                    continue;
                visited[step.At] = place + 1;
                var instruction = nfa.Instructions[step.At];
                switch (instruction.Kind)
                {
                    case Nfa.Kind.Match:
                        return step.Notes;
                    case Nfa.Kind.Read when symbol != Alphabet.End && nfa.Alphabet.Holds(instruction.Of, symbol):
                        next.Add((instruction.Next, step.Notes));
                        break;
                    case Nfa.Kind.Split:
                        open.Push((instruction.Else, step.Notes));
                        open.Push((instruction.Next, step.Notes));
                        break;
                    case Nfa.Kind.Note:
                        var notes = (int[])step.Notes.Clone();
                        notes[2 + instruction.Of] = place;
                        open.Push((instruction.Next, notes));
                        break;
                    case Nfa.Kind.At when Stands((Place)instruction.Of):
                        open.Push((instruction.Next, step.Notes));
                        break;
                    default:
                        break;
                }
            }
            return null;

            bool Stands(Place at) => at switch
            {
                Place.Begin => place == 0,
                Place.End => symbol is Alphabet.End or Alphabet.LastLineEnd,
                _ => inWord != nfa.Alphabet.InWord(symbol),
            };
        }
    }
}
