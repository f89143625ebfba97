using System.Globalization;
using System.Text;

namespace CtVoice.Language.Meaning;

/// <summary>
/// A text as it is compared, never as it is stored: lower case, without accents, emojis, zero-width characters and
/// apostrophes; full-width, circled and keycap digits as plain digits; sentence ends as <c>.</c> and commas, dashes and
/// brackets as <c>,</c>, each a token of its own; elongations ("noooo") cut to one letter; one space between tokens.
/// </summary>
/// <param name="Line">All tokens, separated by one space.</param>
public sealed record NormalizedText(string Line)
{
    private const string SentenceEnds = ".!?;:\n\r…¡¿。！？";
    private const int MostStars = 6;
    private const string Pauses = ",()[]{}–—~|*<>=/\\،、";

    /// <summary>Folds a text in time linear in its length.</summary>
    public static NormalizedText Of(string text)
    {
        var plain = Plain(text);
        var line = new StringBuilder(plain.Length + 16);
        for (var i = 0; i < plain.Length; i++)
        {
            var c = plain[i];
            if (char.IsLetterOrDigit(c))
            {
                if (i > 0 && (Ideograph(c) && Digit(plain, i - 1) || Digit(plain, i) && Ideograph(plain[i - 1])))
                    Separate(line); // Chinese puts no space around a number.

                // No word of English or Spanish has one letter three times: "nooo" is "no", "freee" is close enough.
                if (!char.IsLetter(c) || line.Length == 0 || line[^1] != c || !Elongated(plain, i))
                    line.Append(c);
            }
            else if (c is '\'' or '’' or '‘' or 'ʼ' or '´' or '`')
            {
                // "don't" is one word, with or without its apostrophe.
            }
            else if (c == '<' && Digit(plain, i + 1) && plain[i + 1] == '3' && !Digit(plain, i + 2))
            {
                Separate(line); // "<3" is a heart.
                i++;
            }
            else if (c == '*' && Masks(plain, i))
            {
                line.Append(c); // "f***ing" is one word, and nobody's emphasis.
            }
            else if (c is '.' or ',' or ':' or '/' or '⁄' or '-' && Digit(plain, i - 1) && Digit(plain, i + 1))
            {
                line.Append('_'); // 2:30, 1.5, 1/2 and 1-800 are one token, and no choice.
            }
            else if (c == ':' && OpensQuote(plain, i + 1))
            {
                Separate(line); // He said: "stop" is his sentence, not the writer's.
            }
            else if (c == '/' && Short(plain, i, line) is { } rest)
            {
                line.Append(rest.Word); // "w/ names", "w/o names", "c/cambios"
                Separate(line);
                i = rest.Last;
            }
            else if (SentenceEnds.Contains(c, StringComparison.Ordinal))
            {
                Break(line, '.');
            }
            else if (Pauses.Contains(c, StringComparison.Ordinal) || (c == '-' && !Joins(plain, i)))
            {
                Break(line, ',');
            }
            else if (c is '$' or '%' or '#' or '&' or '@' or '+')
            {
                if (c is '$' or '@')
                    Separate(line);
                line.Append(c);
                if (c is '#' or '&')
                    Separate(line);
            }
            else
            {
                Separate(line);
            }
        }

        return new NormalizedText(line.ToString().Trim());
    }

    /// <summary>The sentences and the parts between commas, in order, without their marks.</summary>
    public IReadOnlyList<string> Clauses => clauses ??= Divided(Line);

    private string[]? clauses;

    /// <summary>A line without marks is its own clause, and no copy.</summary>
    private static string[] Divided(string line)
    {
        var found = new List<string>(4);
        var from = 0;
        for (var at = 0; at <= line.Length; at++)
        {
            var next = line.AsSpan(at).IndexOfAny('.', ',');
            at = next < 0 ? line.Length : at + next;
            if (at < line.Length && (at == 0 || line[at - 1] != ' ') && (at + 1 == line.Length || line[at + 1] != ' '))
                continue; // Part of a word.
            var clause = line.AsSpan(from, at - from).Trim();
            if (clause.Length > 0)
                found.Add(clause.Length == line.Length ? line : clause.ToString());
            from = at + 1;
        }

        return [.. found];
    }

    /// <summary>Words and marks one by one, taken apart once for all who look for words.</summary>
    internal Token[] Tokens => tokens ??= Token.All(Line);

    private Token[]? tokens;

    /// <summary>The words alone, without any mark.</summary>
    public string Words => words ??= Clauses.Count == 1 ? Clauses[0] : string.Join(' ', Clauses);

    private string? words;

    /// <summary>The text with the words that are meant (<see cref="Typed"/>), looked up once for all who ask.</summary>
    internal NormalizedText Meant => meant ??= Typed.Of(this);

    private NormalizedText? meant;

    /// <summary>By the line alone: all else is made of it.</summary>
    public bool Equals(NormalizedText? other) => other is not null && other.Line == Line;

    /// <inheritdoc/>
    public override int GetHashCode() => Line.GetHashCode(StringComparison.Ordinal);

    /// <summary>Compatibility forms, digits in disguise and combining marks resolved; emojis and invisible characters gone.</summary>
    private static string Plain(string text)
    {
        if (Ascii.IsValid(text))
            return text.ToLowerInvariant().Replace('^', ','); // The only symbol of all that can be typed on any keyboard.
        var builder = new StringBuilder(text.Length);
        foreach (var rune in WellFormed.Of(text).Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            var value = rune.Value;
            if (value is >= 0x2776 and <= 0x2793)
            {
                builder.Append((char)('1' + ((value - 0x2776) % 10)));
                continue;
            }

            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format:
                    continue;
                case UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol or UnicodeCategory.Surrogate
                    when rune.Value is not ('`' or '´'):
                    builder.Append(','); // "Dead 💀 2": an emoji stands between two things said.
                    continue;
                case UnicodeCategory.DecimalDigitNumber:
                    builder.Append((char)('0' + (int)Rune.GetNumericValue(rune)));
                    continue;
                default:
                    builder.Append(Rune.ToLowerInvariant(rune).ToString());
                    continue;
            }
        }

        return builder.ToString();
    }

    /// <summary>What a letter and a slash are short for: the rest of the word, and where the sign ends;
    /// null when they are short for nothing.</summary>
    private static (string Word, int Last)? Short(string text, int slash, StringBuilder line)
    {
        bool Letter(int at) => at < text.Length && char.IsLetter(text[at]);
        if (line.Length == 0 || (line.Length > 1 && line[^2] != ' '))
            return null;
        return line[^1] switch
        {
            'w' when slash + 1 < text.Length && text[slash + 1] == 'o' && !Letter(slash + 2) => ("ithout", slash + 1),
            'w' when Letter(slash + 1) || (slash + 1 < text.Length && text[slash + 1] == ' ') => ("ith", slash),
            'c' when Letter(slash + 1) && Letter(slash + 2) => ("on", slash),
            _ => null,
        };
    }

    private static bool Digit(string text, int index) => index >= 0 && index < text.Length && char.IsAsciiDigit(text[index]);

    /// <summary>Whether the letter at the index stands in a run of three or more.</summary>
    private static bool Elongated(string text, int index)
    {
        bool Same(int at) => at >= 0 && at < text.Length && text[at] == text[index];
        return Same(index - 1) && (Same(index - 2) || Same(index + 1));
    }

    private static bool Joins(string text, int dash) =>
        dash > 0 && dash + 1 < text.Length && char.IsLetter(text[dash - 1]) && char.IsLetter(text[dash + 1]);

    private static bool Ideograph(char c) => c is >= '\u2E80' and < '\uF900';

    /// <summary>Whether the star stands for a letter of a word: between letters, and one of few.</summary>
    private static bool Masks(string text, int star)
    {
        var (from, to) = (star, star);
        while (from > 0 && text[from - 1] == '*' && to - from < MostStars)
            from--;
        while (to + 1 < text.Length && text[to + 1] == '*' && to - from < MostStars)
            to++;
        return from > 0 && char.IsLetter(text[from - 1]) && to + 1 < text.Length && char.IsLetter(text[to + 1]) && to - from < MostStars;
    }

    private static bool OpensQuote(string text, int index)
    {
        while (index < text.Length && text[index] == ' ')
            index++;
        return index < text.Length && text[index] is '"' or '“' or '«' or '\'';
    }

    private static void Separate(StringBuilder line)
    {
        if (line.Length > 0 && line[^1] != ' ')
            line.Append(' ');
    }

    private static void Break(StringBuilder line, char mark)
    {
        Separate(line);
        if (line.Length == 0)
            return;
        if (line.Length >= 2 && line[^2] is '.' or ',')
        {
            if (mark == '.')
                line[^2] = '.';
            return;
        }

        line.Append(mark).Append(' ');
    }
}
