namespace CtVoice.Language.Email;

/// <summary>Other marks of quotes: initials in front of the sign ("AK&gt; text", The Bat! and Supercite) and bars ("| text").</summary>
internal static class InitialMarks
{
    private const int MaxInitials = 4;
    private const int MaxName = 12;

    /// <summary>Introductions looked for above such lines in one mail.</summary>
    private const int MaxLooked = 40;

    /// <summary>
    /// Marks such lines as quotes where an introduction stands above them, or where a program wrapped two of them that
    /// begin with the same two to four capitals: what a person types like that is short ("Q&gt;", "A&gt;").
    /// </summary>
    internal static void Read(string[] lines, string[] bare, int[] depth)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        var marks = known.GetAlternateLookup<ReadOnlySpan<char>>();
        var looked = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            if (depth[i] > 0 || Mark(lines[i]) is not { Length: > 0 } mark || marks.Contains(mark)
                || (known.Count > 0 && i > 0 && depth[i - 1] > 0))
                continue;
            var runs = mark.Length is >= 2 and <= MaxInitials && AllUpper(mark) && i + 1 < lines.Length
                && OwnLists.Wrapped(lines, i, i + 2) && Mark(lines[i + 1]).SequenceEqual(mark);
            if (runs || (looked++ < MaxLooked && Announced(bare, depth, i)))
            {
                if (mark is "|")
                    Bars(lines, bare, depth, i);
                else
                    marks.Add(mark);
            }
        }

        if (known.Count == 0)
            return;
        for (var i = 0; i < lines.Length; i++)
        {
            if (depth[i] == 0 && Mark(lines[i]) is { Length: > 0 } mark && mark is not "|"
                && (marks.Contains(mark) || (i > 0 && depth[i - 1] > 0)))
                (depth[i], bare[i]) = Unmarked(lines[i]);
        }
    }

    private static void Bars(string[] lines, string[] bare, int[] depth, int from)
    {
        for (var i = from; i < lines.Length && Mark(lines[i]) is "|"; i++)
            (depth[i], bare[i]) = (1, lines[i].TrimStart()[1..].TrimStart());
    }

    /// <summary>Whether an introduction ends right above a line.</summary>
    internal static bool Announced(string[] bare, int[] depth, int at)
    {
        var above = at - 1;
        while (above >= 0 && at - above <= 3 && bare[above].AsSpan().Trim().Length == 0)
            above--;
        for (var from = above; from >= 0 && from > above - 4 && bare[from].AsSpan().Trim().Length > 0; from--)
        {
            if (Introduction.At(bare, from, index => depth[index] > 0 || index >= at) is { } found && from + found.Lines == above + 1)
                return true;
        }

        return false;
    }

    private static bool AllUpper(ReadOnlySpan<char> mark)
    {
        foreach (var c in mark)
        {
            if (!char.IsUpper(c))
                return false;
        }

        return true;
    }

    /// <summary>The initials or the bar that a line begins with; empty for neither.</summary>
    private static ReadOnlySpan<char> Mark(string line)
    {
        var start = 0;
        while (start < line.Length && start < 8 && line[start] == ' ')
            start++;
        if (start < line.Length && line[start] == '|')
            return (start + 1 == line.Length || line[start + 1] == ' ') && !line.TrimEnd().EndsWith(" |", StringComparison.Ordinal)
                ? "|"
                : [];
        var end = start;
        while (end < line.Length && end - start <= MaxName && char.IsLetter(line[end]))
            end++;
        if (end == start || end - start > MaxName || end >= line.Length || line[end] != '>' || !char.IsUpper(line[start]))
            return [];
        var after = end;
        while (after < line.Length && line[after] == '>')
            after++;
        return after == line.Length || line[after] == ' ' ? line.AsSpan(start, end - start) : [];
    }

    private static (int Depth, string Bare) Unmarked(string line)
    {
        var sign = line.IndexOf('>', StringComparison.Ordinal);
        var end = sign;
        while (end < line.Length && line[end] == '>')
            end++;
        return (end - sign, line[end..].TrimStart());
    }
}
