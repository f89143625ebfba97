namespace CtVoice.Language.Email;

/// <summary>The lines of one mail on their way to a reply: what each says, how deep it is quoted, and why it is left out.</summary>
internal sealed class MailLines
{
    /// <summary>Lines and paragraphs compared with lists of phrases in one mail.</summary>
    internal const int MaxCompared = 2_000;

    internal MailLines(string body)
    {
        Lines = Split(body);
        Bare = new string[Lines.Length];
        Depth = new int[Lines.Length];
        Left = new LeftOut?[Lines.Length];
        Unsure = new bool[Lines.Length];
        QuoteMarks.Read(Lines, Bare, Depth);
    }

    /// <summary>Lines that say the same as one of the last few are the same string: a mail of a million short ones is no million of
    /// strings.</summary>
    private static string[] Split(string body)
    {
        const int Remembered = 4;
        var last = new string?[Remembered];
        var rest = body.AsSpan();
        var lines = new List<string>();
        while (true)
        {
            var end = rest.IndexOfAny('\n', '\r', '\u2028');
            var line = end < 0 ? rest : rest[..end];
            string? same = null;
            for (var i = 0; i < Remembered && same is null; i++)
            {
                if (last[i] is { } known && line.SequenceEqual(known))
                    same = last[i];
            }
            if (same is null)
                last[lines.Count % Remembered] = same = line.ToString();
            lines.Add(same);
            if (end < 0)
                return [.. lines];
            rest = rest[(end + (rest[end] == '\r' && end + 1 < rest.Length && rest[end + 1] == '\n' ? 2 : 1))..];
        }
    }

    /// <summary>As they came.</summary>
    internal string[] Lines { get; }

    /// <summary>Without quote marks and notes of the HTML reader.</summary>
    internal string[] Bare { get; }

    /// <summary>Quote marks in front of each; 0 where none is.</summary>
    internal int[] Depth { get; }

    /// <summary>Why each line is left out; null when it is kept.</summary>
    internal LeftOut?[] Left { get; }

    /// <summary>Whether each that is kept may be somebody else's.</summary>
    internal bool[] Unsure { get; }

    /// <summary>Lines and paragraphs compared so far.</summary>
    internal int Compared { get; set; }

    internal bool Empty(int at) => Lines[at].AsSpan().Trim().Length == 0;

    /// <summary>The first line from here that is not empty, or the end.</summary>
    internal int NextLine(int from)
    {
        while (from < Lines.Length && Empty(from))
            from++;
        return from;
    }

    internal void Leave(int from, int to, LeftOut why)
    {
        for (var i = from; i < to; i++)
            Left[i] ??= why;
    }

    /// <summary>Stretches of kept lines, from one quote to the next.</summary>
    internal List<(int From, int To)> Regions()
    {
        var regions = new List<(int, int)>();
        var from = -1;
        for (var i = 0; i <= Lines.Length; i++)
        {
            var kept = i < Lines.Length && Left[i] is null;
            if (kept && from < 0)
                from = i;
            if (!kept && from >= 0)
            {
                regions.Add((from, i));
                from = -1;
            }
        }

        return regions;
    }
}
