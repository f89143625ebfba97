using System.Buffers;

namespace CtVoice.Language.Email;

/// <summary>The head of the earlier mail as Lotus Notes R5 drew it: a table of bars and dashes whose borders end in an arrow.</summary>
internal static class TableHeader
{
    private const int MaxLines = 40;
    private const int NarrowestBorder = 20;

    private static readonly SearchValues<char> Border = SearchValues.Create("|-+=> ");

    /// <summary>How many lines such a head at this line has, or 0 when there is none. A table that a person typed has no arrows.</summary>
    internal static int At(string[] lines, int at)
    {
        if (!IsBorder(lines[at]))
            return 0;
        var borders = 0;
        var dated = false;
        var end = at;
        for (; end < lines.Length && end < at + MaxLines && IsRow(lines[end]); end++)
        {
            if (IsBorder(lines[end]))
                borders++;
            else
                dated |= Moments.HasMoment(lines[end]);
        }

        return borders >= 2 && dated ? end - at : 0;
    }

    private static bool IsRow(string line) => line.AsSpan().Trim() is ['|' or '>', .., '|' or '>'];

    private static bool IsBorder(string line)
    {
        var trimmed = line.AsSpan().Trim();
        return trimmed.Length >= NarrowestBorder && (trimmed[0] == '>' || trimmed[^1] == '>') && trimmed.IndexOfAnyExcept(Border) < 0
            && trimmed.Contains("-----", StringComparison.Ordinal) && IsRow(line);
    }
}
