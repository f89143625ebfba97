namespace CtVoice.Core.Storage;

/// <summary>
/// Splits a text that may exceed one property (32,768 characters) over numbered properties of one row: <c>t0</c>,
/// <c>t1</c>, ... A row holds up to <see cref="RowCharacters"/> characters; longer texts go over several rows.
/// </summary>
public static class LongText
{
    /// <summary>Characters of one property.</summary>
    public const int PropertyCharacters = 32_000;

    /// <summary>Characters of one row; well under 1 MiB at two bytes a character, with room for other properties.</summary>
    public const int RowCharacters = 14 * PropertyCharacters;

    /// <summary>Puts <paramref name="text"/> into a row; throws <see cref="ArgumentException"/> above
    /// <see cref="RowCharacters"/>.</summary>
    public static TableRow WithText(this TableRow row, string text)
    {
        if (text.Length > RowCharacters)
            throw new ArgumentException($"A row holds {RowCharacters} characters of text, not {text.Length}.");
        var count = 0;
        for (var at = 0; at < text.Length; count++)
        {
            var end = Math.Min(at + PropertyCharacters, text.Length);
            // Never between the halves of a surrogate pair: a table property must be well-formed text.
            if (end < text.Length && char.IsHighSurrogate(text[end - 1]))
                end--;
            row = row.With(Property(count), text[at..end]);
            at = end;
        }
        return row.With("tn", count);
    }

    /// <summary>The text of a row; null when the row holds none.</summary>
    public static string? LongTextOrNull(this TableRow row)
    {
        if (row.Number("tn") is not { } count)
            return null;
        return count == 1 ? row.Text("t0")! : string.Concat(Enumerable.Range(0, (int)count).Select(i => row.Text(Property(i))));
    }

    /// <summary>Splits a text into pieces that each fit a row.</summary>
    public static IReadOnlyList<string> Pieces(string text)
    {
        var pieces = new List<string>();
        for (var at = 0; at < text.Length || pieces.Count == 0;)
        {
            var end = Math.Min(at + RowCharacters - PropertyCharacters, text.Length);
            if (end < text.Length && char.IsHighSurrogate(text[end - 1]))
                end--;
            pieces.Add(text[at..end]);
            at = end;
        }
        return pieces;
    }

    private static string Property(int index) => index switch
    {
        0 => "t0",
        _ => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"t{index}"),
    };
}
