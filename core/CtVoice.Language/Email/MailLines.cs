namespace CtVoice.Language.Email;

/// <summary>The lines of one mail on their way to a reply: what each says, how deep it is quoted, and why it is left out.</summary>
internal sealed class MailLines
{
    /// <summary>Lines and paragraphs compared with lists of phrases in one mail.</summary>
    internal const int MaxCompared = 2_000;

    internal MailLines(string body)
    {
        Lines = body.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace('\u2028', '\n').Split('\n');
        Bare = new string[Lines.Length];
        Depth = new int[Lines.Length];
        Left = new LeftOut?[Lines.Length];
        Unsure = new bool[Lines.Length];
        QuoteMarks.Read(Lines, Bare, Depth);
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
