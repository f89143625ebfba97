namespace CtVoice.Language.Email;

/// <summary>"&lt;&lt; Should the library stay open? &gt;&gt;": how AOL marked a quote, around it and not on each line.</summary>
internal static class AngleQuotes
{
    private const int MaxLines = 400;
    private const int MaxSearches = 40;

    /// <summary>Marks such lines as quotes: the first below an introduction, and then all of that mail,
    /// for people type these signs too.</summary>
    internal static void Read(string[] lines, string[] bare, int[] depth)
    {
        var known = false;
        var searches = 0;
        for (var i = 0; i < lines.Length && searches < MaxSearches; i++)
        {
            if (depth[i] > 0 || !lines[i].AsSpan().TrimStart().StartsWith("<<"))
                continue;
            searches++;
            var end = End(lines, i);
            if (end < 0 || !(known |= InitialMarks.Announced(bare, depth, i)))
                continue;
            for (var k = i; k <= end; k++)
                (depth[k], bare[k]) = (1, lines[k].Trim().TrimStart('<').Replace(">>", "", StringComparison.Ordinal).Trim());
            i = end;
        }
    }

    private static int End(string[] lines, int from)
    {
        for (var i = from; i < lines.Length && i < from + MaxLines; i++)
        {
            if (i > from && lines[i].AsSpan().TrimStart().StartsWith("<<"))
                return -1;
            if (lines[i].AsSpan().TrimEnd().EndsWith(">>"))
                return i;
        }

        return -1;
    }
}
