namespace CtVoice.Language.Email;

/// <summary>Finds the earlier mail in a body: quotes, what introduces them,
/// and what follows a separator or a block of header fields.</summary>
internal sealed class EarlierMail(MailLines mail)
{
    /// <summary>Introductions and header blocks looked for in one mail; a mail of people has a handful.</summary>
    private const int MaxSearches = 1_000;

    /// <summary>Lines of one mail at which an introduction may begin.</summary>
    private const int MaxLines = 20_000;

    private const int LongestLine = 2_000;

    /// <summary>Lines that a person types between an introduction and its quote, at most.</summary>
    private const int MostBetween = 60;

    /// <summary>No line that introduces anything is shorter.</summary>
    private const int ShortestSign = 5;

    private readonly string[] lines = mail.Lines;
    private readonly string[] bare = mail.Bare;
    private readonly int[] depth = mail.Depth;
    private readonly LeftOut?[] left = mail.Left;
    private readonly Func<int, bool> quoted = index => mail.Depth[index] > 0;
    private int searches;
    private int asked;
    private int columnHeads;
    private int remnants;

    /// <summary>Quotes, their introductions, and all that follows a separator or a block of header fields.</summary>
    internal void LeaveQuotes()
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (left[i] is not null)
                continue;
            if (lines[i].Length == 1 && lines[i][0] == Marks.Earlier)
            {
                left[i] = LeftOut.Earlier;
                LeaveEarlier(i + 1);
                continue;
            }

            if (depth[i] > 0)
            {
                left[i] = LeftOut.Quote;
                if (depth[i] >= 3 && lines[i].TrimEnd().EndsWith(">>>", StringComparison.Ordinal) && lines[i].Length < 200)
                {
                    // GroupWise: ">>> Dana 3/4/2024 10:11 AM >>>".
                    left[i] = LeftOut.Introduction;
                    LeaveEarlier(i + 1);
                }

                continue;
            }

            if (bare[i].Length > LongestLine || bare[i].AsSpan().Trim().Length < ShortestSign)
            {
                if (bare[i].AsSpan().Trim().Length > 0 && Remnant(i))
                    (left[i], remnants) = (LeftOut.Quote, remnants + 1);
                continue;
            }

            if (TableHeader.At(lines, i) is var rows and > 0)
            {
                mail.Leave(i, i + rows, LeftOut.Introduction);
                LeaveEarlier(i + rows);
                i += rows - 1;
            }
            else if (Columns(i) is { } columns)
            {
                mail.Leave(columns.From, columns.To, LeftOut.Introduction);
                LeaveEarlier(columns.To);
                i = columns.To - 1;
            }
            else if (SeparatorAt(i) is { } end)
            {
                mail.Leave(i, end, LeftOut.Introduction);
                LeaveEarlier(end);
                i = end - 1;
            }
            else if (IntroductionAt(i) is { } found)
            {
                var after = i + found.Lines;
                var start = NameAbove(i);
                mail.Leave(start, after, LeftOut.Introduction);
                var announced = Emptied(i, after) ?? after;
                mail.Leave(after, announced, LeftOut.Quote);
                if (found.Evidence == Introduction.Evidence.Strong && !TypedBetween(start, after))
                    LeaveEarlier(announced);
                i = after - 1;
            }
            else if (depth[i] == 0 && Remnant(i))
            {
                (left[i], remnants) = (LeftOut.Quote, remnants + 1);
            }
        }
    }

    /// <summary>
    /// Takes back what a person typed into an unmarked copy of our mail: its lines are ours or theirs. Only up to the
    /// next introduction, below which an older mail begins, perhaps their own; and only where the copy is ours indeed.
    /// </summary>
    internal void KeepAmidOurs(OwnWords ours)
    {
        var from = Array.FindIndex(left, why => why is LeftOut.Earlier);
        if (from < 0)
            return;
        var to = from;
        while (to < lines.Length && left[to] is LeftOut.Earlier && depth[to] == 0 && to < from + MailLines.MaxCompared
            && (IntroductionAt(to) ?? (object?)SeparatorAt(to)) is null)
            to++;
        var theirs = new List<int>();
        var known = 0;
        for (var i = from; i < to; i++)
        {
            if (lines[i].AsSpan().Trim().Length == 0)
                continue;
            if (ours.Hold(lines[i]))
                known += lines[i].Trim().Length > 12 ? 1 : 0;
            else
                theirs.Add(i);
        }

        if (known == 0 || known < theirs.Count / 3)
            return;
        for (var k = 0; k < theirs.Count; k++)
        {
            left[theirs[k]] = null;
            for (var i = theirs[k] + 1; k + 1 < theirs.Count && i < theirs[k + 1]
                && lines[i..theirs[k + 1]].All(line => line.AsSpan().Trim().Length == 0); i++)
                left[i] = null; // The empty lines between two of theirs.
        }
    }

    /// <summary>"-----Dana on 3/4/2024 10:11 AM wrote:", a quote mark with nothing behind it, and the earlier mail without marks, as mail
    /// from prisons has it: where that mark ends; null for anything else.</summary>
    private int? Emptied(int at, int after)
    {
        var mark = mail.NextLine(after);
        return lines[at].StartsWith("-----", StringComparison.Ordinal) && mark < lines.Length && depth[mark] > 0 && bare[mark].Length == 0
            && mail.NextLine(mark + 1) < lines.Length && !Enumerable.Range(mark + 1, lines.Length - mark - 1).Any(quoted) ? mark + 1 : null;
    }

    /// <summary>What an introduction or separator announces: the quote below it, or, where nothing is marked as a quote,
    /// all that follows.</summary>
    private void LeaveEarlier(int from)
    {
        var first = from;
        while (first < lines.Length && lines[first].AsSpan().Trim().Length == 0)
            first++;
        if (first >= lines.Length)
            return;

        // Below a marked quote a person may have typed. Header fields may stand between the separator and the quote.
        if (depth[first] > 0 || left[first] is not null)
            return;
        if (IntroductionAt(first) is not null || SeparatorAt(first) is not null)
            return; // The loop comes to it next.
        mail.Leave(from, lines.Length, LeftOut.Earlier);
    }

    /// <summary>
    /// Whether a person typed between an introduction and its quote: the quote is marked, and nothing else introduces it, so what
    /// stands above it without a mark is none. Beside words above the introduction it may yet be an unmarked copy.
    /// </summary>
    private bool TypedBetween(int head, int from)
    {
        var first = mail.NextLine(from);
        if (first >= lines.Length || depth[first] > 0 || left[first] is not null)
            return false;
        var quote = first;
        while (quote < lines.Length && quote < first + MostBetween && depth[quote] == 0)
        {
            if (left[quote] is not null
                || (bare[quote].Length >= ShortestSign && (IntroductionAt(quote) is not null || SeparatorAt(quote) is not null)))
                return false;
            quote++;
        }

        if (quote >= lines.Length || depth[quote] == 0)
            return false;
        if (Enumerable.Range(0, head).Any(i => left[i] is null && InDoubt.Says(lines[i])))
            Array.Fill(mail.Unsure, true, first, quote - first);
        return true;
    }

    /// <summary>The end of a separator and the header fields below it, or of such fields alone; null when there is neither.</summary>
    private int? SeparatorAt(int at)
    {
        var line = bare[at];
        if (Separator.RunsOn(line))
            return at + 1;
        if (Separator.Is(line) || ReplyMarker.Is(bare, at))
        {
            var next = mail.NextLine(at + 1);
            var block = next < lines.Length && depth[next] == 0 && Search() ? HeaderBlock.At(bare, next, announced: true) : 0;
            return block > 0 ? next + block : at + 1;
        }

        if (Separator.IsRule(line) || Separator.IsBare(line) || Separator.IsLabel(line))
        {
            var next = mail.NextLine(at + 1);
            if (next < lines.Length && next <= at + 3 && depth[next] == 0
                && Search() && HeaderBlock.At(bare, next, announced: true) is var block and > 0)
                return next + block;
            return null;
        }

        if (line.AsSpan().IndexOfAny(':', '：', '|') >= 0)
        {
            var block = Search() ? HeaderBlock.At(bare, at, announced: false) : 0;
            if (block == 0)
                block = Search() ? AboveMarker(at) : 0;
            return block > 0 ? at + block : null;
        }

        return null;
    }

    /// <summary>Header fields right above a reply marker or a separator: two are enough there.</summary>
    private int AboveMarker(int at)
    {
        var block = HeaderBlock.At(bare, at, announced: true);
        var next = block == 0 ? lines.Length : mail.NextLine(at + block);
        return next < lines.Length && bare[at..(at + block)].Any(Moments.HasMoment)
            && (ReplyMarker.Is(bare, next) || Separator.Is(bare[next])) ? block : 0;
    }

    private Introduction.Found? IntroductionAt(int at)
    {
        var marked = lines[at].Length > 0 && lines[at][0] == Marks.Introduction;
        if (marked)
        {
            var end = at + 1;
            while (end < lines.Length && lines[end].Length > 0 && lines[end][0] == Marks.Introduction)
                end++;
            return new Introduction.Found(end - at, Introduction.Evidence.Weak);
        }

        if (searches > MaxSearches || ++asked > MaxLines)
            return null;
        var found = Introduction.At(bare, at, quoted);
        if (found is null)
        {
            searches += bare[at].EndsWith(':') || bare[at].Any(char.IsDigit) ? 1 : 0;
            return null;
        }

        searches++;
        var next = mail.NextLine(at + found.Value.Lines);
        var quoteFollows = next < lines.Length && depth[next] > 0;
        return found.Value.Evidence switch
        {
            Introduction.Evidence.Strong => found,
            Introduction.Evidence.Weak => quoteFollows ? found : null,
            _ => quoteFollows && !OwnLists.Shaped(mail, next) ? found : null,
        };
    }

    /// <summary>A name on a line of its own above "&lt;address&gt; wrote:" belongs to it.</summary>
    private int NameAbove(int at)
    {
        if (at == 0 || !bare[at].TrimStart().StartsWith('<') || depth[at - 1] > 0)
            return at;
        var above = bare[at - 1].Trim();
        var apart = at == 1 || bare[at - 2].AsSpan().Trim().Length == 0;
        return apart && above.Length is > 0 and < 60 && above.Split(' ').Length <= 8 && above[^1] is not ('.' or '!' or '?')
            && left[at - 1] is null ? at - 1 : at;
    }

    /// <summary>The last words of a quoted line that a program wrapped without its mark: short, small letters, amid quotes.</summary>
    private bool Remnant(int at)
    {
        if (at == 0 || depth[at - 1] == 0 || lines[at - 1].Length < 65)
            return false;
        if (remnants > 0 && mail.NextLine(at + 1) == lines.Length && lines[at].Trim() is { Length: < 30 } last && char.IsLower(last[0])
            && char.IsLetter(lines[at - 1].TrimEnd()[^1]))
            return true; // The last line of a quote that was wrapped so before.
        if (at + 1 >= lines.Length || depth[at + 1] == 0)
            return false;
        var line = lines[at].Trim();
        if (line.Length is >= 30 and < 90 && char.IsLower(line[0]) && !".?!:;".Contains(line[^1], StringComparison.Ordinal)
            && bare[at + 1].AsSpan().TrimStart() is [>= 'a' and <= 'z', ..]
            && lines[at - 1].TrimEnd()[^1] is not ('.' or '?' or '!' or ':' or ';'))
            return true; // A whole line of it: the quote goes on below in the middle of the sentence.
        return line.Length < 30 && char.IsLower(line[0])
            && (line[^1] is '.' or '?' or '!' || bare[at + 1].AsSpan().TrimStart() is not [>= 'A' and <= 'Z', ..])
            && !Answers.Contains(Plain.Of(line.TrimEnd('.', '!', ',')))
            && lines[at - 1].TrimEnd()[^1] is not ('.' or '?' or '!' or ':' or ';');
    }

    private static readonly HashSet<string> Answers = new(StringComparer.Ordinal)
        { "yes", "no", "si", "ok", "okay", "never", "nope", "maybe", "agreed", "i agree", "yes please", "not sure", "nunca", "claro",
            "no gracias", "si claro", "oui", "non", "ja", "nein", "nee", "tak", "nie", "da", "net", "sim", "sim, claro", "wi", "i do",
            "i do not", "not at all", "of course", "same", "both", "neither", "none" };

    /// <summary>The head of an earlier mail in columns; lines around which one is looked for are counted.</summary>
    private (int From, int To)? Columns(int at)
    {
        if (columnHeads == MaxSearches || !ColumnHeader.May(bare[at]))
            return null;
        columnHeads++;
        return ColumnHeader.At(bare, at);
    }

    /// <summary>Whether one more block of fields may be looked for.</summary>
    private bool Search() => ++searches <= MaxSearches;
}
