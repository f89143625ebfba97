using System.Buffers;

namespace CtVoice.Language.Email;

/// <summary>Leaves out what stands below a reply and is no part of it: signatures, lines that programs add, rules.</summary>
internal sealed class Signatures(MailLines mail)
{
    /// <summary>What a program adds stands within so many lines of the end of a stretch of text.</summary>
    private const int Reach = 60;

    private readonly string[] lines = mail.Lines;
    private readonly LeftOut?[] left = mail.Left;

    /// <summary>Signs of an address, a number or a line of titles.</summary>
    private static readonly SearchValues<char> OfContacts = SearchValues.Create("@0123456789|•");

    /// <summary>Leaves out what the program itself marked as a signature.</summary>
    internal static void LeaveMarked(MailLines mail)
    {
        for (var i = 0; i < mail.Lines.Length; i++)
        {
            if (mail.Left[i] is null && mail.Lines[i].Length > 0 && mail.Lines[i][0] == Marks.Signature)
                mail.Left[i] = LeftOut.Signature;
        }
    }

    /// <summary>The signature after a line "-- ": to the end of its region, unless that is more than a signature has.</summary>
    internal void LeaveSignature(int from, int to)
    {
        var structured = Structured(from, to);
        (int Lines, int Words)[]? rest = null;
        for (var i = Math.Max(from, to - (2 * Reach)); i < to; i++)
        {
            var line = lines[i].TrimEnd();
            var spaced = lines[i] == "-- " || lines[i] == "--\u00A0";
            var dashes = line is "--" or "—" or "–" or "- --" or "--=20" || spaced;
            var rule = !dashes && (line.StartsWith("---", StringComparison.Ordinal) || line.StartsWith("___", StringComparison.Ordinal))
                && Separator.IsRule(line) | line.Trim() is "---" or "----" or "___" or "____";
            var footer = Separator.IsFooterRule(line);
            if (!dashes && (structured || (!rule && !footer)))
                continue;
            var (below, words) = (rest ??= Rest(i, to))[to - i - 1];
            if (below == 0 && !spaced && !(dashes && i > from))
                continue;
            if (dashes && !spaced && (Sentence(i + 1, to) || Divides(line, from, to)))
                continue;
            if (dashes && !spaced && mail.NextLine(i + 1) is var first && first < to && IsProse(lines[first]))
            {
                Array.Fill(mail.Unsure, true, i + 1, to - i - 1);
                continue;
            }

            if (dashes
                ? below <= (spaced ? 60 : 16) && (spaced || words <= 120)
                : below <= 10
                    && (line.StartsWith("__._", StringComparison.Ordinal)
                        || (Contacts(i + 1, to) && ((footer && Links(i + 1, to)) || !Told(i + 1, to)))))
            {
                mail.Leave(i, to, LeftOut.Signature);
                return;
            }
        }
    }

    /// <summary>Lines and words in the last lines of a stretch: how many the last has, the last two, and so on.</summary>
    private (int Lines, int Words)[] Rest(int from, int to)
    {
        var rest = new (int Lines, int Words)[to - from];
        for (var count = 1; count < rest.Length; count++)
        {
            var line = lines[to - count].AsSpan();
            var words = 0;
            foreach (var word in line.Split(' '))
                words += line[word].Length > 0 ? 1 : 0;
            rest[count] = (rest[count - 1].Lines + (line.Trim().Length > 0 ? 1 : 0), rest[count - 1].Words + words);
        }

        return rest;
    }

    /// <summary>Whether a person orders their own text by lines of two dashes: a signature has but one above it.</summary>
    private bool Divides(string dashes, int from, int to) => lines.AsSpan(Math.Max(from, to - (2 * Reach))..to).Count(dashes) >= 2;

    /// <summary>Whether the first line below two dashes is a person's sentence: their own rule, then, and no signature.</summary>
    private bool Sentence(int from, int to)
    {
        var first = mail.NextLine(from);
        if (first >= to)
            return false;
        var line = lines[first].Trim();
        if (line.Length < 400 && Running(line) && line.Split(' ').Length >= 6 && line.AsSpan().IndexOfAny(OfContacts) < 0
            && line[0] is not ('"' or '“' or '«' or '\'' or '„') && !ClientSignature.Is(line) && !Disclaimer.Is(line))
            return true;
        return line.Length < 400 && line[^1] is '.' or '!' or '?' && line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length >= 4
            && (!line.Any(char.IsDigit) || Running(line)) && !ClientSignature.Is(line) && !Disclaimer.Is(line)
            && line[0] is not ('"' or '“' or '«' or '\'' or '„');
    }

    /// <summary>Whether a line reads as prose and not as a name, a title or an address: most of its words begin small.</summary>
    internal static bool IsProse(string line)
    {
        var words = line.Trim().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length >= 3 && line.Length < 400 && words.Count(word => char.IsLower(word[0])) * 5 >= words.Length * 3
            && line.AsSpan().IndexOfAny(OfContacts) < 0
            && line.TrimStart()[0] is not ('"' or '“' or '«' or '\'' or '„' or '*' or '~') && !ClientSignature.Is(line)
            && !Disclaimer.Is(line);
    }

    /// <summary>Whether a person orders their own text by rules: two of them, and words below the second.</summary>
    private bool Structured(int from, int to)
    {
        var rules = 0;
        for (var i = Math.Max(from, to - (2 * Reach)); i < to; i++)
        {
            if (Separator.IsRule(lines[i]))
                rules++;
            else if (rules >= 2 && !mail.Empty(i))
                return true;
        }

        return false;
    }

    /// <summary>Whether a line runs on in small letters, as sentences do and addresses do not.</summary>
    private static bool Running(string line) =>
        line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Count(word => char.IsLower(word[0])) >= 4;

    /// <summary>Whether a person goes on below a rule of their own: a sentence that no program wrote.</summary>
    private bool Told(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            var line = lines[i].Trim();
            if (line.Length is > 0 and < 400 && Running(line) && (line[^1] is '.' or '!' or '?' || Speaks(line))
                && !ClientSignature.Is(line) && !Disclaimer.Is(string.Join(' ', lines[i..Math.Min(to, i + 8)])))
                return true;
        }

        return false;
    }

    private static bool Speaks(string line) =>
        Plain.Of(line) is var plain && (PersonSigns.Speaks(plain) || Plain.HasWord(plain, "me") || Plain.HasWord(plain, "i"));

    /// <summary>Whether lines hold what only signatures and footers hold beside a name: an address, a link, a telephone.</summary>
    private bool Contacts(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            var line = lines[i];
            if (line.Length > 120)
                return false;
            if (Introduction.HasAddress(line) || Link(line) || line.Count(char.IsDigit) >= 7)
                return true;
        }

        return false;
    }

    private bool Links(int from, int to) => lines[from..to].Any(Link);

    private static bool Link(string line) =>
        line.Contains("www.", StringComparison.OrdinalIgnoreCase) || line.Contains("http", StringComparison.OrdinalIgnoreCase);

    internal void LeaveProgramLines(int from, int to)
    {
        for (var i = Math.Max(from, to - Reach); i < to && mail.Compared < MailLines.MaxCompared; i++)
        {
            if (left[i] is not null || lines[i].AsSpan().Trim().Length == 0)
                continue;
            mail.Compared++;
            if (ClientSignature.Is(lines[i]) || (UnderRule(i, from) && ClientSignature.Says(lines[i])))
            {
                left[i] = LeftOut.Program;
                LeaveLinksAround(i, from, to);
            }
            else if (i + 1 < to && lines[i].Length < 100 && lines[i + 1].Length is > 0 and < 100 && left[i + 1] is null
                && WrappedProgramLine(i))
                left[i] = left[i + 1] = LeftOut.Program;
        }
    }

    /// <summary>Lines that are nothing but a link, right above and below the name of a program: of that program.</summary>
    private void LeaveLinksAround(int at, int from, int to)
    {
        for (var below = at + 1; below < to && left[below] is null && IsLink(lines[below]); below++)
            left[below] = LeftOut.Program;
        for (var above = at - 1; above >= from && left[above] is null && IsLink(lines[above]); above--)
            left[above] = LeftOut.Program;
    }

    /// <summary>A link alone on its line as programs write it, or a mark of one within the mail: "&lt;#DAB4FAD8&gt;".
    /// One without brackets somebody may have pasted.</summary>
    private static bool IsLink(string line) =>
        line.AsSpan().Trim() is var link && link.IndexOf(' ') < 0
            && ((link.StartsWith("<http") && link.Contains("://", StringComparison.Ordinal))
                || (link.StartsWith("<#") && link[^1] == '>'));

    /// <summary>Whether a rule that only programs draw stands right above.</summary>
    private bool UnderRule(int at, int from)
    {
        var above = at - 1;
        while (above > from && mail.Empty(above))
            above--;
        return above >= from && Separator.IsFooterRule(lines[above]);
    }

    /// <summary>"Sent from my Verizon, Samsung Galaxy\nsmartphone": one line that was wrapped.</summary>
    private bool WrappedProgramLine(int at) =>
        lines[at + 1].AsSpan().Trim().Length is > 0 and < 40 && !ClientSignature.Is(lines[at + 1])
            && char.IsLower(lines[at + 1].TrimStart()[0]) && ClientSignature.Is(lines[at] + " " + lines[at + 1]);

    /// <summary>Whether the same rule stands a few kept lines above: a frame around a name, both of whose sides are the person's.</summary>
    private bool Frames(int at)
    {
        for (var above = at - 1; above >= 0 && above >= at - 8 && left[above] is null; above--)
        {
            if (lines[above].AsSpan().Trim().SequenceEqual(lines[at].AsSpan().Trim()))
                return lines[(above + 1)..at].Any(line => line.AsSpan().Trim().Length > 0);
        }

        return false;
    }

    /// <summary>Rules at the very end of what is kept, drawn by a program above what was left out.</summary>
    internal void LeaveRules()
    {
        for (var i = lines.Length - 1; i >= 0; i--)
        {
            if (left[i] is not null || lines[i].AsSpan().Trim().Length == 0)
                continue;
            if (!Separator.IsRule(lines[i]) || Frames(i))
                return;
            left[i] = LeftOut.Program;
        }
    }
}
