namespace CtVoice.Core.Board;

/// <summary>A postal address as a person types it. Whether it exists nobody here can know. Pure.</summary>
internal static class PostalAddress
{
    /// <summary>Its lines without blanks around them; null when there is none.</summary>
    public static string? Clean(string? typed)
    {
        var lines = (typed ?? "").ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).ToList();
        return lines.Count == 0 ? null : string.Join('\n', lines);
    }

    /// <summary>Why it cannot stand on an envelope, never repeating it; null when it can.</summary>
    public static string? Fault(string lines) =>
        lines.Split('\n') is not { Length: >= 2 and <= 5 } all || all.Any(line => line.Length > 60)
            ? "A postal address has 2 to 5 lines of at most 60 characters: street, and town with state and ZIP code."
        : lines.Any(c => char.IsControl(c) && c != '\n') ? "A postal address has no control characters."
        : null;
}
