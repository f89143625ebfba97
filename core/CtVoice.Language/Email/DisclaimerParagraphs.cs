using System.Text;

namespace CtVoice.Language.Email;

/// <summary>Leaves out disclaimers, a paragraph at a time, below a reply and above it.</summary>
internal sealed class DisclaimerParagraphs(MailLines mail)
{
    private readonly string[] lines = mail.Lines;
    private readonly LeftOut?[] left = mail.Left;

    internal void Leave(int from, int to)
    {
        var before = false;
        var first = mail.NextLine(from);
        for (var i = from; i < to; i++)
        {
            if (left[i] is not null || lines[i].AsSpan().Trim().Length == 0)
                continue;
            var end = i;
            var paragraph = new StringBuilder();
            while (end < to && lines[end].AsSpan().Trim().Length > 0 && left[end] is null && !(end > i && Separator.IsRule(lines[end])))
            {
                if (paragraph.Length < 4_000)
                    paragraph.Append(lines[end].Trim()).Append(' ');
                end++;
            }

            if (++mail.Compared > 2 * MailLines.MaxCompared)
                return;

            // A disclaimer may follow the closing with no empty line between: look at each line of a short paragraph.
            var start = i;
            var text = paragraph.ToString();
            var found = Disclaimer.Is(text)
                || (before && (Disclaimer.Continues(text) || (LinkOnly(text.Trim()) && mail.NextLine(end) >= to)));
            for (var k = i + 1; !found && k < end && k < i + 20; k++)
            {
                if (!Disclaimer.MayBegin(lines[k].AsSpan().Trim()))
                    continue;
                var rest = string.Join(' ', lines[k..Math.Min(end, k + 30)].Select(line => line.Trim()));
                if (Disclaimer.Is(rest))
                    (found, start) = (true, k);
            }

            if (found)
            {
                if (first >= start)
                    end = EndOfBanner(start, end);
                mail.Leave(start, end, LeftOut.Disclaimer);
                if (start == from && mail.NextLine(end) is var rule && rule < to && Separator.IsRule(lines[rule]))
                    left[rule] = LeftOut.Disclaimer;
                if (start > from && (Separator.IsRule(lines[start - 1]) || lines[start - 1].Trim() is "--" or "---")
                    && left[start - 1] is null)
                    left[start - 1] = LeftOut.Disclaimer;
            }

            before = found;
            i = Math.Max(i, end - 1);
        }
    }

    /// <summary>
    /// Above a person's words, with no empty line between, a banner ends where a line breaks that was not full: the
    /// line below it is the person's unless it goes on about the same.
    /// </summary>
    private int EndOfBanner(int start, int end)
    {
        for (var i = start + 1; i < end; i++)
        {
            var next = lines[i].Trim();
            var word = next.IndexOf(' ', StringComparison.Ordinal) is var space and > 0 ? space : next.Length;
            var full = lines[i - 1].TrimEnd().Length is var length && length <= 100 && length + 1 + word > 60;
            if (!full && !Disclaimer.Is(next) && !Disclaimer.Continues(next) && LinkOnly(next) is false)
                return i;
        }

        return end;
    }

    private static bool LinkOnly(string line) =>
        !line.Contains(' ', StringComparison.Ordinal)
            && (line.Contains("://", StringComparison.Ordinal) || line.StartsWith("www.", StringComparison.OrdinalIgnoreCase));
}
