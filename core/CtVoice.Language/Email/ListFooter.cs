using System.Text;
using CtVoice.Language.Matching;

namespace CtVoice.Language.Email;

/// <summary>
/// What mailing lists, groups and helpdesks add below a mail: where its archive is, how to leave. Such words are nobody's
/// wish: "To unsubscribe from this group, send an email to ..." below a person's answer is no opt-out.
/// </summary>
internal static class ListFooter
{
    private const int Reach = 60;
    private const int LongestHeading = 70;
    private const int LongestAdvert = 8;
    private const int LongestMenu = 200;
    private const int LongestParagraph = 1_000;

    private static readonly PhraseFile Phrases = PhraseFile.Load("list-footers");

    /// <summary>How paragraphs begin that tell what to do with a list.</summary>
    private static readonly PhraseSet Instructions = new(Phrases["instructions"]);

    /// <summary>Lines that stand alone above or between them.</summary>
    private static readonly string[] Headings = Phrases["headings"];

    private static readonly string[] Adverts = Phrases["adverts"];

    /// <summary>Words of lists and of leaving them; without one, "To read the plan go to ..." is a person's.</summary>
    private static readonly PhraseSet Leaving = new(Phrases["leaving"]);

    /// <summary>What to do with an address, and parts of addresses that only lists have.</summary>
    private static readonly string[] Sending = Phrases["sending"];

    /// <summary>How an instruction ends whose link a program did not write out.</summary>
    private static readonly string[] Clicks = Phrases["clicks"];

    /// <summary>Who speaks so speaks of themselves.</summary>
    private static readonly string[] Persons = Phrases["persons"];

    /// <summary>Leaves out a footer at the end of a stretch of lines: paragraphs without a gap,
    /// one of them an instruction with where to send or click.</summary>
    internal static void Leave(MailLines mail, int from, int to)
    {
        var top = to;
        var sure = false;
        var end = to;
        while (end > from && end > to - Reach)
        {
            while (end > from && (mail.Empty(end - 1) || mail.Left[end - 1] is not null))
                end--;
            var start = end;
            while (start > from && !mail.Empty(start - 1) && mail.Left[start - 1] is null && start > to - Reach)
                start--;
            if (start == end)
                break;
            var instructs = Instructs(mail.Lines, start, end);
            if (instructs || Belongs(mail.Lines, start, end))
            {
                // Links alone above a footer may be a person's; between two parts of it they are not.
                if (instructs || !Bare(mail.Lines, start, end))
                    top = start;
                (end, sure) = (start, sure || instructs);
                continue;
            }

            // The footer may begin below the person's last line with no empty line between.
            for (var i = start + 1; i < end; i++)
            {
                if (!Instructs(mail.Lines, i, end) && !(Headed(mail.Lines, i) && Belongs(mail.Lines, i, end)))
                    continue;
                (top, sure) = (i, true);
                break;
            }

            break;
        }

        if (!sure)
            return;
        if (top > from && (Separator.IsRule(mail.Lines[top - 1]) || mail.Lines[top - 1].Trim() is "-" or "--" or "---" or "—"))
            top--;
        top = AboveAdvert(mail.Lines, from, top);
        mail.Leave(top, to, LeftOut.Program);
    }

    /// <summary>Whether a list's name stands below a rule: "_____" and "Neighbors mailing list".</summary>
    private static bool Headed(string[] lines, int at) =>
        at + 1 < lines.Length && Separator.IsFooterRule(lines[at]) && lines[at + 1].Length <= LongestHeading
            && Plain.Of(lines[at + 1]) is var name && Headings.Any(phrase => name.Contains(phrase, StringComparison.Ordinal));

    /// <summary>Where an advert right above a footer begins: a long rule and a line that says so.</summary>
    private static int AboveAdvert(string[] lines, int from, int top)
    {
        for (var i = top - 1; i >= from && i >= top - LongestAdvert; i--)
        {
            if (Separator.IsFooterRule(lines[i]) && i + 1 < top && Plain.Of(lines[i + 1]) is var first
                && Adverts.Any(word => Plain.HasWord(first, word)) && Links(Joined(lines, i, top)))
                return i;
        }

        return top;
    }

    /// <summary>A text without the lines of such footers, wherever they stand: to look for wishes in it.</summary>
    internal static string Without(string text)
    {
        text = WithoutErrors(text);
        var lines = text.Split('\n');
        if (!lines.Any(line => Opens(line) || Menu(line) || Offers(line)))
            return text;
        var kept = new List<string>(lines.Length);
        for (var i = 0; i < lines.Length; i++)
        {
            var next = Math.Min(i + 3, lines.Length);
            if (!Menu(lines[i]) && !Offers(lines[i]) && (!Opens(lines[i]) || !Instructs(lines, i, next)))
                kept.Add(lines[i]);
        }

        return string.Join('\n', kept);
    }

    /// <summary>Without "if you received this in error, delete it", which no list of disclaimers held.</summary>
    private static string WithoutErrors(string text)
    {
        var plain = Plain.Of(text);
        if (plain.Length != text.Length || !InError.IsMatch(plain))
            return text;
        var without = new StringBuilder(text.Length);
        var from = 0;
        foreach (var found in InError.FindAll(plain))
        {
            without.Append(text, from, found.Index - from);
            from = found.Index + found.Length;
        }

        return without.Append(text, from, text.Length - from).ToString();
    }

    private static readonly Expression InError = new(
        @"\b(if (you|the reader) [^.\n]{0,120}\b(in error|by mistake|intended recipient)|if received in error|si (usted )?(no es|ha "
            + @"recibido|recibio|lo recibio)[^.\n]{0,120}\b(por error|el destinatario))\b[^.\n]{0,200}");

    private static bool Instructs(string[] lines, int from, int to)
    {
        if (!Opens(lines[from]) || GoesOn(lines[from]))
            return false;
        var text = Plain.Of(Joined(lines, from, to));
        return Orders(text) && Leaving.In(text) && !Persons.Any(word => Plain.HasWord(text, word));
    }

    /// <summary>Whether a person's sentence goes on below the link: "... go to https://...
    /// and it asks for a password nobody has".</summary>
    private static bool GoesOn(string line)
    {
        var link = line.LastIndexOf("://", StringComparison.Ordinal);
        var end = link < 0 ? -1 : line.IndexOf(' ', link);
        if (end < 0)
            return false;
        var words = Plain.Of(line[end..]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length >= 4 && words[0] is not ("or" or "o" or "to" or "para" or "if" or "si" or "ou" or "oder")
            && words.All(word => word.All(c => char.IsLetter(c) || c is '\'' or '.' or ',' or '!' or '?'));
    }

    private static readonly char[] Between = ['|', '·', '•', '–', '—'];

    /// <summary>"Unsubscribe | Manage preferences": the line of links at the end of a newsletter.</summary>
    private static bool Menu(string line)
    {
        if (line.Length > LongestMenu || line.AsSpan().IndexOfAny(Between) < 0)
            return false;
        var items = line.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return items.Length >= 2 && items.All(item => item.Split(' ').Length <= 5) && Plain.Of(line) is var plain
            && Leaving.In(plain);
    }

    /// <summary>"If you no longer wish to receive these emails, unsubscribe here: https://...": told to a reader,
    /// with where to click.</summary>
    private static bool Offers(string line) =>
        Links(line) && Plain.Of(line) is var plain && Leaving.In(plain) && Told.Any(word => plain.Contains(word, StringComparison.Ordinal))
            && !GoesOn(line);

    private static readonly string[] Told =
        ["you no longer", "you wish", "you don", "you do not", "you want", "you would", "unsubscribe here", "click", "si ya no",
            "si no desea", "si usted", "haga clic", "haz clic", "aqui:", "here:"];

    /// <summary>Whether a text says where to click, or to write to an address: "Unsubscribe please, ann@example.org" does not.</summary>
    private static bool Orders(string text) =>
        Links(text) || (text.TrimEnd('.', ' ') is var end && Clicks.Any(click => end.EndsWith(click, StringComparison.Ordinal)))
            || (!text.StartsWith("unsubscribe", StringComparison.Ordinal) && Introduction.HasAddress(text)
            && Sending.Any(word => text.Contains(word, StringComparison.Ordinal)));

    private static bool Opens(string line)
    {
        var start = line.AsSpan().TrimStart("<>*-+=_~|#•·[( \t\u00A0");
        if (start.Length is 0 or > 2_000 || !Instructions.MayBegin(start))
            return false;
        var plain = Plain.Of((start.Length > 80 ? start[..80] : start).ToString());
        return Instructions.Begins(plain);
    }

    /// <summary>Whether a paragraph is part of a footer when one stands below or above it: a rule, a heading, links alone.</summary>
    private static bool Belongs(string[] lines, int from, int to)
    {
        if (Advertises(lines[from]) && Leads(Joined(lines, from, to)))
            return true;
        for (var i = from; i < to; i++)
        {
            var line = lines[i].Trim();
            var plain = line.Length <= LongestHeading ? Plain.Of(line) : "";
            var alone = !line.Contains(' ', StringComparison.Ordinal) && (Leads(line) || Separator.IsRule(line));
            if (!alone && !Separator.IsRule(line) && !Headings.Any(phrase => plain.Contains(phrase, StringComparison.Ordinal)))
                return false;
        }

        return true;
    }

    /// <summary>Whether all lines are links or addresses.</summary>
    private static bool Bare(string[] lines, int from, int to) =>
        lines[from..to].All(line => !Separator.IsRule(line) && Leads(line) && !line.Trim().Contains(' ', StringComparison.Ordinal));

    /// <summary>"------------ Yahoo! Groups Sponsor ------------~-->": words within a rule.</summary>
    private static bool Advertises(string line) =>
        line.AsSpan().Trim() is { Length: <= 120 } trimmed && trimmed.StartsWith("--------") && trimmed[^1] is '-' or '>'
            && trimmed.ContainsAnyInRange('A', 'Z');

    private static bool Leads(string text) => Links(text) || Introduction.HasAddress(text);

    private static bool Links(string text) =>
        text.Contains("://", StringComparison.Ordinal) || text.Contains("www.", StringComparison.OrdinalIgnoreCase)
            || text.Contains("mailto:", StringComparison.OrdinalIgnoreCase);

    private static string Joined(string[] lines, int from, int to)
    {
        var joined = string.Join(' ', lines[from..Math.Min(to, from + 12)].Select(line => line.Trim()));
        return joined.Length > LongestParagraph ? joined[..LongestParagraph] : joined;
    }
}
