namespace CtVoice.Language.Email;

/// <summary>
/// "My list:\n&gt; rent\n&gt; food": signs that a person typed in front of their own lines. Programs quote what they
/// announce, wrap it near the full width and copy all of it; a list is short, unwrapped and in nobody's mail.
/// </summary>
internal sealed class OwnLists(MailLines mail, OwnWords? ours)
{
    private const int MaxItems = 12;
    private const int MaxItem = 60;

    /// <summary>A line that a program broke was at least so full that the next word would not have fitted.</summary>
    private const int NarrowestWrap = 58;

    private readonly string[] lines = mail.Lines;
    private readonly string[] bare = mail.Bare;
    private readonly int[] depth = mail.Depth;
    private readonly LeftOut?[] left = mail.Left;

    /// <summary>Whether the quoted lines from here on look like a list and not like a mail.</summary>
    internal static bool Shaped(MailLines mail, int from)
    {
        var to = End(mail.Depth, from);
        return to > from && to - from <= MaxItems && Enumerable.Range(from, to - from)
            .All(i => mail.Lines[i].AsSpan().TrimStart().StartsWith('>') && Item(mail.Bare[i])) && !Wrapped(mail.Bare, from, to);
    }

    /// <summary>Keeps such lists among the quotes that were left out.</summary>
    internal void Keep()
    {
        var announced = FirstAnnounced();
        string? quoted = null;
        var others = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            if (left[i] is not LeftOut.Quote || depth[i] == 0)
                continue;
            var end = End(depth, i);
            if (Unannounced(i) && Shaped(mail, i) && !Ours(i, end)
                && ((Opened(i) && (others == 0 || LastQuote(end))) || (others == 0 && Unfinished(i, end))
                    || (i < announced && NotCopied(i, end, quoted ??= Quoted(announced)))))
            {
                for (var k = i; k < end; k++)
                    (left[k], depth[k]) = (null, 0);
            }
            else
            {
                others++;
            }

            i = end - 1;
        }
    }

    private static int End(int[] depth, int from)
    {
        var end = from;
        while (end < depth.Length && depth[end] > 0 && depth[end] == depth[from])
            end++;
        return end;
    }

    private static bool Item(string line)
    {
        var text = line.AsSpan().Trim();
        return text.Length is > 0 and <= MaxItem && text[^1] is not ('?' or '？' or ',' or ':' or '>') && !text.Contains('@');
    }

    internal static bool Wrapped(string[] bare, int from, int to)
    {
        for (var i = from + 1; i < to; i++)
        {
            var next = bare[i].AsSpan().Trim();
            var word = next.IndexOf(' ') is var space and > 0 ? space : next.Length;
            if (bare[i - 1].AsSpan().Trim().Length + 1 + word > NarrowestWrap)
                return true;
        }

        return false;
    }

    /// <summary>Whether nothing of a program stands above: no introduction, no other quote, no separator.</summary>
    private bool Unannounced(int at)
    {
        var above = Above(at);
        return above >= 0 && left[above] is null;
    }

    private bool Ours(int from, int to) => ours is not null && Enumerable.Range(from, to - from).Any(i => ours.Hold(bare[i]));

    /// <summary>Whether the person's line above says that a list comes: "I want:".</summary>
    private bool Opened(int at)
    {
        var above = lines[Above(at)].Trim();
        return at - Above(at) <= 2 && (above[^1] is ':' or '：' or '…' or '-' or '–' || above.EndsWith("...", StringComparison.Ordinal));
    }

    /// <summary>Between quotes a line with a colon is an answer, and what stands below it the next quote.</summary>
    private bool LastQuote(int from) => Array.FindIndex(left, from, why => why is LeftOut.Quote) < 0;

    /// <summary>Whether the person's sentence runs on into the list: "if you drop\n&gt; the police".</summary>
    private bool Unfinished(int from, int to)
    {
        var above = lines[from - 1].Trim();
        return above.Length > 0 && char.IsLetterOrDigit(above[^1]) && above.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length >= 2
            && Enumerable.Range(from, to - from)
                .All(i => bare[i].Trim() is { Length: > 0 } item && !char.IsUpper(item[0]) && item[^1] is not ('.' or '!'));
    }

    /// <summary>The first introduction with the earlier mail below it; what programs quote stands there and not above it.</summary>
    private int FirstAnnounced()
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (left[i] is LeftOut.Introduction && mail.NextLine(i + 1) is var next && next < lines.Length
                && left[next] is LeftOut.Quote or LeftOut.Earlier)
                return i;
        }

        return -1;
    }

    private string Quoted(int from) =>
        Plain.Of(string.Join(' ', Enumerable.Range(from, lines.Length - from).Where(i => left[i] is LeftOut.Quote or LeftOut.Earlier)
            .Select(i => bare[i].Trim())));

    /// <summary>A question copied up from the quote to answer it is found there.</summary>
    private bool NotCopied(int from, int to, string quoted) =>
        !Enumerable.Range(from, to - from).Any(i => quoted.Contains(Plain.Of(bare[i].Trim()), StringComparison.Ordinal));

    private int Above(int at)
    {
        var above = at - 1;
        while (above >= 0 && mail.Empty(above))
            above--;
        return above;
    }
}
