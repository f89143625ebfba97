using System.Collections.Frozen;
using CtVoice.Language.Matching;

namespace CtVoice.Language.Email;

/// <summary>"Sent from my iPhone" and its relatives: lines that a program adds, in many languages.</summary>
internal static class ClientSignature
{
    private static readonly PhraseFile Phrases = PhraseFile.Load("program-lines");

    private static readonly PhraseSet Leads = new(Phrases["leads"]);

    private static readonly string[] Tails = Phrases["tails"];

    /// <summary>What such lines speak of.</summary>
    private static readonly FrozenSet<string> Products = Phrases["products"].ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Fillers = Phrases["fillers"].ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] Excuses = Phrases["excuses"];

    /// <summary>Before a lead: "This message was sent using ...".</summary>
    private static readonly string[] Openings = Phrases["openings"];

    /// <summary>Whose telephone or which place it was: what only a person says.</summary>
    private static readonly FrozenSet<string> Others = Phrases["other people and places"].ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> WholeLines = Phrases["whole lines"].ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Those that end in a dot, without it.</summary>
    private static readonly FrozenSet<string> Dotted =
        WholeLines.Where(line => line.EndsWith('.')).Select(line => line[..^1]).ToFrozenSet(StringComparer.Ordinal);

    private static readonly char[] Around =
        ['-', '—', '–', '*', '_', '.', '<', '>', '(', ')', '[', ']', '~', '|', '•', ' ', Marks.Signature];

    private const int LongestScan = 80;

    /// <summary>What scanners of viruses write above their link.</summary>
    private static readonly PhraseSet Scanned = new(Phrases["scanned"]);

    private static readonly char[] AroundLink = ['.', ' ', '<', '>', '(', ')', '|'];

    private static readonly char[] AtEnd = ['.', ' ', '!'];

    private static readonly char[] BetweenWords = [' ', ',', '(', ')', '.'];

    /// <summary>Whether the whole line is one that a program added.</summary>
    internal static bool Is(string line)
    {
        var trimmed = line.Trim().Trim(Around).Trim();
        if (trimmed.Length is < 6 or > 200)
            return false;
        var linked = Plain.Of(trimmed);
        var plain = WithoutLinks(linked).Trim().TrimEnd(AtEnd);
        if (WholeLines.Contains(plain) || Dotted.Contains(plain) || WholeLines.Contains(linked))
            return true;
        if (LinksToProgram(trimmed, plain))
            return true;
        if (Scanned.Beginning(plain) is { } scanned && plain.Length < LongestScan
            && plain.AsSpan(scanned.Length).Trim(AroundLink).IndexOf(' ') < 0)
            return true;
        foreach (var opening in Openings)
        {
            if (plain.StartsWith(opening, StringComparison.Ordinal))
                plain = plain[opening.Length..].TrimStart();
        }

        var lead = Leads.Beginning(plain);
        var tail = Tails.FirstOrDefault(phrase => plain.EndsWith(phrase, StringComparison.Ordinal));
        if (lead is null && tail is null)
            return Offers(plain);
        var rest = lead is null ? plain : plain[lead.Length..];
        if (tail is not null && rest.EndsWith(tail, StringComparison.Ordinal))
            rest = rest[..^tail.Length];
        var excuse = Excuses.Select(phrase => rest.IndexOf(phrase, StringComparison.Ordinal)).Where(at => at >= 0).DefaultIfEmpty(-1).Min();
        if (excuse >= 0)
            rest = rest[..excuse];
        var words = rest.Split([' ', ',', '(', ')', '/', '®', '©', '[', ']', '\'', '™', '-', '—', '–', ':', '.', '|', '!', ';', '&'],
            StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 16)
            return false;
        var product = lead?.Contains("outlook", StringComparison.Ordinal) == true;
        var unknown = 0;
        foreach (var word in words)
        {
            if (Others.Contains(word))
                return false;
            var known = IsProduct(word);
            product |= known;
            if (!known && word.Length > 2 && !Fillers.Contains(word) && !word.Any(char.IsDigit))
                unknown++;
        }

        return product && unknown <= (words.Length > 6 ? 2 : 1);
    }

    /// <summary>Whether a line says how a mail was sent, by a program that need not be known:
    /// believed only below a rule that programs draw.</summary>
    internal static bool Says(string line)
    {
        var plain = Plain.Of(line.Trim()).TrimEnd('.', '!', ' ');
        return plain.Length is > 0 and <= 120 && !Plain.HasWord(plain, "i") && !plain.Split(' ').Any(Others.Contains)
            && (Leads.Phrases.Any(lead => plain.IndexOf(lead, StringComparison.Ordinal) is >= 0 and <= 40)
                || Tails.Any(tail => plain.EndsWith(tail, StringComparison.Ordinal)));
    }

    /// <summary>"Dapatkan Outlook untuk iOS&lt;https://...&gt;": a short line about Outlook and a device that is a link.</summary>
    private static bool LinksToProgram(string linked, string plain) =>
        linked.Length > plain.Length && plain.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: <= 6 } words
            && words.Contains("outlook") && words.Any(Devices.Contains);

    /// <summary>"Get BlueMail for Android": an offer of a program for a device, and nothing else.</summary>
    private static bool Offers(string plain)
    {
        var start = plain.AsSpan().TrimStart(BetweenWords);
        var end = start.IndexOfAny(BetweenWords);
        if (end < 0 || !Offering.GetAlternateLookup<ReadOnlySpan<char>>().Contains(start[..end]))
            return false;
        var words = plain.Split(BetweenWords, StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 3 and <= 6 && Devices.Contains(words[^1])
            && words.Skip(1).All(word => IsProduct(word) || Fillers.Contains(word));
    }

    private static readonly FrozenSet<string> Offering = Phrases["offers"].ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Devices = Phrases["devices"].ToFrozenSet(StringComparer.Ordinal);

    private static bool IsProduct(string word)
    {
        var bare = word.Trim('\'', '"', '“', '”');
        return Products.Contains(bare) || bare.StartsWith("iphone", StringComparison.Ordinal)
            || bare.StartsWith("ipad", StringComparison.Ordinal) || bare.EndsWith("phone", StringComparison.Ordinal)
            || bare.Contains("iphone", StringComparison.Ordinal)
            || (bare.Length > 1 && bare[0] > 0x2E80
                && Products.Any(product => product[0] > 0x2E80 && bare.Contains(product, StringComparison.Ordinal)));
    }

    /// <summary>"Get Outlook for iOS&lt;https://...&gt;" without its link.</summary>
    private static string WithoutLinks(string line)
    {
        for (var at = LinkAt(line); at >= 0; at = LinkAt(line))
        {
            var end = at;
            while (end < line.Length && !char.IsWhiteSpace(line[end]) && line[end] is not ('>' or ')' or ']'))
                end++;
            if (end < line.Length && line[end] is '>' or ')' or ']')
                end++;
            var from = at > 0 && line[at - 1] is '<' or '(' or '[' ? at - 1 : at;
            line = line[..from] + " " + line[end..];
        }

        return line;
    }

    private static int LinkAt(string line)
    {
        var http = line.IndexOf("http", StringComparison.Ordinal);
        var mailto = line.IndexOf("mailto:", StringComparison.Ordinal);
        return http >= 0 ? http : mailto;
    }
}
