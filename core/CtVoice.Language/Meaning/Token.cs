namespace CtVoice.Language.Meaning;

/// <summary>A word or a mark of a folded text.</summary>
/// <param name="Word">As it stands there; <c>.</c> and <c>,</c> are the marks.</param>
/// <param name="Common">Which of <see cref="CommonWords"/> it is; -1 for none.</param>
internal readonly record struct Token(string Word, int Common)
{
    private static readonly Token Stop = new(".", -1);
    private static readonly Token Pause = new(",", -1);

    internal bool EndsSentence => Word is ".";

    internal bool IsMark => Word is "." or ",";

    /// <summary>A word by itself, as lists hold it.</summary>
    internal static Token Of(string word) => new(word, CommonWords.Number(word));

    /// <summary>The tokens of a folded line. Words that many people write are no copies.</summary>
    internal static Token[] All(string line)
    {
        var rest = line.AsSpan();
        var tokens = new Token[rest.Count(' ') + 1];
        var count = 0;
        var rare = "";
        while (rest.Length > 0)
        {
            var space = rest.IndexOf(' ');
            var word = space < 0 ? rest : rest[..space];
            rest = space < 0 ? [] : rest[(space + 1)..];
            if (word.Length == 0)
                continue;
            // A rare word that comes again and again is one string.
            var token = word.SequenceEqual(rare) ? new(rare, -1) : Of(word);
            if (token is { Common: < 0, IsMark: false })
                rare = token.Word;
            tokens[count++] = token;
        }

        return count == tokens.Length ? tokens : tokens[..count];
    }

    private static Token Of(ReadOnlySpan<char> word) => word switch
    {
        "." => Stop,
        "," => Pause,
        _ => CommonWords.Number(word) is >= 0 and var common ? new(CommonWords.Word(common), common) : new(word.ToString(), -1),
    };
}
