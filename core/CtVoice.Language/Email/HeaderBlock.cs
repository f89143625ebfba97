namespace CtVoice.Language.Email;

/// <summary>The From / Sent / To / Subject lines that Outlook and others put above the earlier mail, in many languages.</summary>
internal static class HeaderBlock
{
    private const int MaxLines = 24;

    /// <summary>Fields on one line: how far the line may be wrapped, how long it is at most, and the words of a name.</summary>
    private const int MostWrapped = 3;
    private const int LongestLine = 480;
    private const int MostWords = 3;

    internal enum Field
    {
        From,
        Date,
        To,
        Copy,
        Subject,
        Other,
    }

    private static readonly Dictionary<string, Field> Names = Build(PhraseFile.Load("header-fields"));

    private static readonly char[] Before = ['*', '_', '>', '|', ' ', Marks.Introduction, '\u00A0'];
    private static readonly char[] AroundName = [' ', '*', '_', '\u00A0', '\t'];
    private static readonly char[] AroundValue = [' ', '*', '_', '|'];

    /// <summary>How many lines a block at this line has, or 0 when there is none.</summary>
    /// <param name="lines">All lines.</param>
    /// <param name="at">Where it would begin.</param>
    /// <param name="announced">Whether a separator stands above: two fields are then enough.</param>
    internal static int At(IReadOnlyList<string> lines, int at, bool announced) => At(lines, at, announced, nested: false);

    private static int At(IReadOnlyList<string> lines, int at, bool announced, bool nested)
    {
        if (Read(lines[at]) is not { } head || (head.Field == Field.Other && !announced))
            return 0;
        var seen = new HashSet<Field>();
        var signs = 0;
        var end = at;
        var last = Field.Other;
        var blanks = 0;
        var wrapped = 0;
        for (var i = at; i < lines.Count && i < at + MaxLines; i++)
        {
            var line = lines[i];
            if (line.AsSpan().Trim().Length == 0)
            {
                // One empty line between fields is what HTML paragraphs leave; after the subject it ends the block.
                if (++blanks > 1 || (seen.Contains(Field.Subject) && seen.Count >= 3))
                    break;
                continue;
            }

            if (i > at && (Separator.Is(line) || Separator.IsRule(line) || Separator.IsLabel(line)))
                break;
            if (Read(line) is { } field)
            {
                if (field.Field != Field.Other && field.Field != Field.Copy && !seen.Add(field.Field))
                {
                    // A field said twice: the first may be a person's own line above a block that is whole without it.
                    if (!nested && LaterBlock(lines, at, i))
                        return 0;
                    break;
                }

                signs += field.Field is Field.From or Field.To or Field.Copy
                    && (Introduction.HasAddress(field.Value) || field.Value.Contains('<', StringComparison.Ordinal)) ? 1 : 0;
                signs += field.Field == Field.Date && field.Value.Any(char.IsDigit) ? 1 : 0;
                last = field.Field;
                end = i + 1;
                blanks = 0;
                wrapped = 0;
            }
            else if (blanks == 0
                && (last is Field.To or Field.Copy or Field.From || (last == Field.Subject && seen.Count < 3)
                    || (last == Field.Date && wrapped == 0)) && ++wrapped <= 6)
            {
                // A long list of recipients goes on; a block that ends with it is cut at its last field below.
                if (i + 1 < lines.Count && !Continues(lines, i, at))
                    break;
            }
            else
            {
                break;
            }
        }

        // A wrapped subject runs to the empty line, if that is near.
        if (last == Field.Subject && end < lines.Count && end > at + 1 && seen.Count >= 3 && lines[end].Length > 0
            && lines[end][0] is ' ' or '\t')
            end++;
        var enough = seen.Contains(Field.From)
            && (seen.Count >= 3 || (seen.Count == 2 && (announced || signs >= 2) && !seen.Contains(Field.Other)));
        var telling = signs > 0 || announced || seen.Count >= 4;
        return (enough && telling) || (announced && seen.Count >= 2) ? end - at
            : head.Field == Field.From && !nested ? OnOneLine(lines, at) : 0;
    }

    /// <summary>"From: Ann &lt;ann@example.org&gt; Sent: Friday, January 8, 2027 9:15 AM To: Rosa Subject: A question", perhaps wrapped:
    /// how many lines, or 0.</summary>
    private static int OnOneLine(IReadOnlyList<string> lines, int at)
    {
        var text = lines[at].Trim();
        for (var count = 1; count <= MostWrapped; count++)
        {
            if (text.Length <= LongestLine && Fields(text) is var fields && fields.Contains(Field.Subject)
                && (fields.Contains(Field.To) || fields.Contains(Field.Date)) && (Introduction.HasAddress(text) || Moments.HasMoment(text)))
                return count;
            if (at + count >= lines.Count || lines[at + count].AsSpan().Trim().Length == 0 || text.Length > LongestLine)
                return 0;
            text += " " + lines[at + count].Trim();
        }

        return 0;
    }

    /// <summary>The fields that are named before the colons of a line.</summary>
    private static HashSet<Field> Fields(string text)
    {
        var fields = new HashSet<Field>();
        for (var colon = text.IndexOf(':', StringComparison.Ordinal); colon > 0; colon = text.IndexOf(':', colon + 1))
        {
            var words = text[..colon].Split([' ', ';', '\u00A0'], StringSplitOptions.RemoveEmptyEntries);
            for (var count = Math.Min(MostWords, words.Length); count > 0; count--)
            {
                if (Named(string.Concat(words[^count..]).Trim(AroundName)) is not { } field)
                    continue;
                fields.Add(field);
                break;
            }
        }

        return fields;
    }

    /// <summary>Whether a block that goes beyond a line begins between it and an earlier one.</summary>
    private static bool LaterBlock(IReadOnlyList<string> lines, int at, int beyond)
    {
        for (var i = at + 1; i <= beyond; i++)
        {
            if (At(lines, i, announced: false, nested: true) is var size and > 0 && i + size > beyond)
                return true;
        }

        return false;
    }

    /// <summary>Whether another field follows soon, so that this line belongs to the block.</summary>
    private static bool Continues(IReadOnlyList<string> lines, int at, int start)
    {
        for (var i = at; i < lines.Count && i < at + 7 && i < start + MaxLines; i++)
        {
            if (Read(lines[i]) is not null)
                return true;
            if (lines[i].AsSpan().Trim().Length == 0)
                return false;
        }

        return false;
    }

    /// <summary>The field that a name without its colon means, or null.</summary>
    internal static Field? Named(string name) =>
        Names.TryGetValue(Plain.Of(name.Trim()).Replace(" ", "", StringComparison.Ordinal), out var field) ? field : null;

    /// <summary>The field that a line states, or null.</summary>
    internal static Field? FieldOf(string line) => Read(line)?.Field;

    private static (Field Field, string Value)? Read(string line)
    {
        var start = line.Trim().TrimStart(Before);
        var colon = start.IndexOfAny([':', '：']);
        if (line.AsSpan().TrimStart() is ['|', ..] && start.IndexOf('|', StringComparison.Ordinal) is var bar and > 0
            && (colon < 0 || bar < colon))
            colon = bar; // A table: "| 发件人 | Ana<ana@example.org> |".
        if (colon is <= 0 or > 28)
            return null;
        var name = Plain.Of(start[..colon].Trim(AroundName)).Replace(" ", "", StringComparison.Ordinal);
        return Names.TryGetValue(name, out var field) ? (field, start[(colon + 1)..].Trim(AroundValue)) : null;
    }

    /// <summary>Where one word names two fields in two languages, the field told first counts.</summary>
    private static Dictionary<string, Field> Build(PhraseFile phrases)
    {
        var names = new Dictionary<string, Field>(StringComparer.Ordinal);
        foreach (var (field, topic) in new[]
            { (Field.From, "sender"), (Field.Date, "date"), (Field.To, "recipient"), (Field.Copy, "copy"), (Field.Subject, "subject"),
                (Field.Other, "other") })
        {
            foreach (var name in phrases[topic])
                names.TryAdd(name.Replace(" ", "", StringComparison.Ordinal), field);
        }

        return names;
    }
}
