namespace CtVoice.Language.Email;

/// <summary>
/// Where a mail would be left without a word of its sender, what was left out may be theirs: typed where the quote was deleted,
/// into a quote that holds the whole mail, or into a signature. In doubt such words are kept, marked as unsure; what is ours, what
/// its author signed, and what a button sent on stays out.
/// </summary>
internal sealed class InDoubt(MailLines mail, OwnWords? ours)
{
    /// <summary>A mail is signed within so many lines of its end.</summary>
    private const int LastLines = 8;

    private const int LongestName = 60;

    /// <summary>Lines compared with greetings in one mail; who writes more of them says something.</summary>
    private const int MostGreetings = 100;

    private static readonly string[] Forwarded = PhraseFile.Load("separators")["forwarded"];

    private static readonly HashSet<string> Greetings = new(PhraseFile.Load("introductions")["greetings"], StringComparer.Ordinal);

    private readonly string[] lines = mail.Lines;
    private readonly LeftOut?[] left = mail.Left;

    /// <summary>Keeps what may have been typed; true where it is some of the earlier mail, which may end in a signature.</summary>
    internal bool Keep()
    {
        if (Typed())
            return ours is not null && KeepBelowOurName();
        if (KeepEarlier(_ => true))
            return true;
        KeepSignature();
        return false;
    }

    /// <summary>Whether all of a mail is one quote that nothing introduces, and so perhaps the mail itself.</summary>
    internal bool IsOneQuote()
    {
        var quoted = false;
        for (var i = 0; i < lines.Length; i++)
        {
            if (left[i] is LeftOut.Introduction or LeftOut.Earlier)
                return false;
            quoted |= left[i] is LeftOut.Quote && mail.Bare[i].Any(char.IsLetterOrDigit);
        }

        return quoted && !Typed();
    }

    /// <summary>The quote without its marks: as deep as the line that is quoted least.</summary>
    internal string Unquoted()
    {
        var least = Enumerable.Range(0, lines.Length).Where(i => left[i] is LeftOut.Quote && mail.Depth[i] > 0).Select(i => mail.Depth[i])
            .DefaultIfEmpty(1).Min();
        return string.Join('\n', lines.Select((line, i) => left[i] is LeftOut.Quote && mail.Depth[i] > 0 ? Unmarked(line, least) : line));
    }

    /// <summary>Marks all that is kept of an unquoted mail, but for what is ours.</summary>
    internal void Own()
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (left[i] is not null)
                continue;
            if (!mail.Empty(i) && ours?.Hold(lines[i]) == true)
                left[i] = LeftOut.Quote;
            else
                mail.Unsure[i] = true;
        }
    }

    private static string Unmarked(string line, int marks)
    {
        var at = 0;
        for (; at < line.Length && marks > 0; at++)
            marks -= line[at] == '>' ? 1 : 0;
        return at < line.Length && line[at] == ' ' ? line[(at + 1)..] : line[at..];
    }

    /// <summary>Whether any line is kept that says more than "Hello Dana,".</summary>
    private bool Typed()
    {
        var greetings = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            if (left[i] is null && lines[i].Any(char.IsLetterOrDigit) && (++greetings > MostGreetings || !Greets(lines[i])))
                return true;
        }

        return false;
    }

    /// <summary>Whether a line says more than a greeting.</summary>
    internal static bool Says(string line) => line.Any(char.IsLetterOrDigit) && !Greets(line);

    private static bool Greets(string line)
    {
        var words = line.Trim().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is > 0 and <= 4 && line.Length <= LongestName && !line.Any(char.IsDigit)
            && Greetings.Contains(Plain.Of(words[0]).Trim(',', '!', ':', '.'))
            && words[1..].All(word => Greetings.Contains(Plain.Of(word).Trim(',', '!', ':', '.')) || char.IsUpper(word[0]));
    }

    /// <summary>Words below "On ..., Board wrote:" beside others above it, where that is our name and none of it is our mail.</summary>
    private bool KeepBelowOurName() => KeepEarlier(author => author.Count > 0 && ours!.Hold(string.Join(' ', author)));

    private bool KeepEarlier(Func<List<string>, bool> may)
    {
        var from = Array.FindIndex(left, why => why is LeftOut.Earlier);
        if (from < 0)
            return false;
        var head = Head(from);
        var author = Author(head, from);
        if (!may(author)
            || lines[head..from]
                .Any(line => Plain.Of(line) is var plain && Forwarded.Any(word => plain.Contains(word, StringComparison.Ordinal))))
            return false;
        var end = from;
        while (end < lines.Length && left[end] is LeftOut.Earlier && end < from + MailLines.MaxCompared && !Older(end))
            end++;
        var theirs = Enumerable.Range(from, end - from).Where(i => mail.Depth[i] == 0 && !mail.Empty(i) && ours?.Hold(lines[i]) != true)
            .ToList();
        var copied = ours is not null && theirs.Count < Enumerable.Range(from, end - from).Count(i => mail.Depth[i] == 0 && !mail.Empty(i));
        if (theirs.Count == 0 || (copied && Typed()) || Signed(theirs, author) || GreetsRecipient(lines[theirs[0]], head, from))
            return false;
        for (var k = 0; k < theirs.Count; k++)
        {
            Doubt(theirs[k]);
            if (k + 1 < theirs.Count && Enumerable.Range(theirs[k], theirs[k + 1] - theirs[k]).Skip(1).All(mail.Empty))
            {
                for (var i = theirs[k] + 1; i < theirs[k + 1]; i++)
                    Doubt(i); // The empty lines between two of theirs.
            }
        }

        return true;
    }

    private void Doubt(int at) => (left[at], mail.Unsure[at]) = (null, true);

    /// <summary>Where the lines begin that introduce the earlier mail at a line.</summary>
    private int Head(int from)
    {
        var head = from;
        while (head > 0 && (left[head - 1] is LeftOut.Introduction || mail.Empty(head - 1)))
            head--;
        return head;
    }

    /// <summary>Whether an older mail begins here: whatever stands below it was typed before.</summary>
    private bool Older(int at) => lines[at].Length is > 5 and < 500
        && (Introduction.At(mail.Bare, at, index => mail.Depth[index] > 0) is { Evidence: Introduction.Evidence.Strong }
            || Separator.Is(lines[at]) || HeaderBlock.At(mail.Bare, at, announced: false) > 0);

    /// <summary>The names of who wrote the earlier mail, from the lines that introduce it.</summary>
    private List<string> Author(int head, int from)
    {
        var sender = Enumerable.Range(head, from - head).Where(i => HeaderBlock.FieldOf(lines[i]) is HeaderBlock.Field.From)
            .Select(i => lines[i]).FirstOrDefault();
        var told = sender is null ? string.Join(' ', lines[head..from]) : sender[(sender.AsSpan().IndexOfAny(':', '：') + 1)..];
        return
        [
            .. told.Split([' ', ',', '"', '(', ')', '*', ';', '\t', '\u00A0', '/'], StringSplitOptions.RemoveEmptyEntries)
                .Where(word => word.Length >= 3 && char.IsUpper(word[0]) && word.All(c => char.IsLetter(c) || c is '-' or '\'' or '.')
                    && !Introduction.IsOfDates(Plain.Of(word).TrimEnd('.')) && HeaderBlock.Named(word) is null)
                .Select(Plain.Of),
        ];
    }

    /// <summary>Whether the author's name stands alone near the end: they wrote it, and not the person who answers.</summary>
    private bool Signed(List<int> theirs, List<string> author) =>
        theirs.Skip(1).TakeLast(LastLines)
            .Any(i => lines[i].Trim() is { Length: <= LongestName } line && line.Split(' ') is { Length: <= 5 } words
                && words.Any(word => author.Contains(Plain.Of(word).Trim(',', '.'))));

    /// <summary>"Dear Rosa," where the fields say that it went to Rosa.</summary>
    private bool GreetsRecipient(string first, int head, int from) =>
        Greets(first) && Enumerable.Range(head, from - head).Where(i => HeaderBlock.FieldOf(lines[i]) is HeaderBlock.Field.To)
            .Any(i => first.Split([' ', ',', '!'], StringSplitOptions.RemoveEmptyEntries).Skip(1)
                .Any(name => Plain.HasWord(Plain.Of(lines[i]), Plain.Of(name))));

    /// <summary>Sentences in what a program marked as the signature.</summary>
    private void KeepSignature()
    {
        var first = Array.FindIndex(left, why => why is LeftOut.Signature);
        if (first < 0
            || !Enumerable.Range(first, lines.Length - first)
                .Any(i => left[i] is LeftOut.Signature && Signatures.IsProse(Marks.Remove(lines[i]))))
            return;
        for (var i = first; i < lines.Length; i++)
        {
            if (left[i] is LeftOut.Signature)
                Doubt(i);
        }
    }
}
