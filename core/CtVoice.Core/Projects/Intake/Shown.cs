namespace CtVoice.Core.Projects.Intake;

/// <summary>What somebody sent, as far as a message may repeat it.</summary>
internal static class Shown
{
    private const int Characters = 80;

    /// <summary>At most 80 characters, on one line; digits are left out when there are many,
    /// so that no number of a person is echoed.</summary>
    internal static string Short(string sent)
    {
        var line = sent.ReplaceLineEndings(" ").Trim();
        if (line.Count(char.IsDigit) >= 6)
            line = string.Concat(line.Select(c => char.IsDigit(c) ? '•' : c));
        return line.Length <= Characters ? line : line[..Characters] + "…";
    }
}
