namespace CtVoice.Language.Email;

/// <summary>
/// The head of the earlier mail as Lotus Notes writes it: name, date and time, then the names of the fields in a column of
/// their own, without colons, "To", "cc", "Subject".
/// </summary>
internal static class ColumnHeader
{
    private const int MaxLines = 24;
    private const int MaxAbove = 3;

    /// <summary>Before the name of a field at the right of the head, as no person types it.</summary>
    private const string AtTheRight = "                    ";

    /// <summary>A line with nothing but a date and a time is no longer.</summary>
    private const int LongestDate = 60;

    /// <summary>Whether such a head may stand around a line: a short one with a date and a time.</summary>
    internal static bool May(string line) => line.AsSpan().Trim().Length <= LongestDate && Moments.HasMoment(line);

    /// <summary>Where it begins and ends around a line that it <see cref="May"/>, or null.</summary>
    internal static (int From, int To)? At(string[] lines, int at)
    {
        var to = lines[Math.Max(0, at - MaxAbove)..at].Any(above =>
            above.StartsWith(AtTheRight, StringComparison.Ordinal) && Name(above) is { Kind: HeaderBlock.Field.To, Alone: true });
        for (var i = at + 1; i < lines.Length && i < at + MaxLines; i++)
        {
            if (Name(lines[i]) is not { } field)
                continue;
            to |= field.Kind == HeaderBlock.Field.To;
            if (field.Kind != HeaderBlock.Field.Subject)
                continue;
            if (!to)
                return null;
            var end = i + 1;
            while (field.Alone && end < lines.Length && end < i + 3 && lines[end].AsSpan().Trim().Length == 0)
                end++;
            return (Top(lines, at), field.Alone && end < lines.Length ? end + 1 : end);
        }

        return null;
    }

    /// <summary>The sender's name and "Sent by: ..." stand right above the date.</summary>
    private static int Top(string[] lines, int at)
    {
        var top = at;
        while (top > 0 && at - top < MaxAbove && lines[top - 1].Trim() is { Length: > 0 and < 80 } above
            && (above.AsSpan().ContainsAny('@', ':') || above.Contains('/', StringComparison.Ordinal) || Names(above)))
            top--;
        return top;
    }

    private static bool Names(string line) =>
        line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: <= 5 } words && words.All(word => !char.IsLower(word[0]))
            && line[^1] is not ('.' or '!' or '?');

    private static (HeaderBlock.Field Kind, bool Alone)? Name(string line)
    {
        var trimmed = line.Trim();
        if (trimmed.Length == 0)
            return null;
        var end = trimmed.IndexOf('\t', StringComparison.Ordinal) is var tab and > 0
            ? tab
            : trimmed.IndexOf("  ", StringComparison.Ordinal) is var gap and > 0 ? gap : trimmed.Length;
        return end <= 28 && HeaderBlock.Named(trimmed[..end]) is { } kind ? (kind, end == trimmed.Length) : null;
    }
}
