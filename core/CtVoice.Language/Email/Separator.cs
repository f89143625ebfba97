using System.Buffers;
using System.Collections.Frozen;

namespace CtVoice.Language.Email;

/// <summary>Lines such as "-----Original Message-----" and "Begin forwarded message:", after which an earlier mail follows.</summary>
internal static class Separator
{
    private static readonly SearchValues<char> Rule = SearchValues.Create("-_=*—–#~ ");

    /// <summary>"__._,_.___" of Yahoo's groups.</summary>
    private static readonly SearchValues<char> Ornament = SearchValues.Create("_.,");

    private static readonly PhraseFile Phrases = PhraseFile.Load("separators");

    private static readonly string[] Dashed = Phrases["framed"];

    private static readonly string[] Mails = Phrases["words for a mail"];

    private static readonly FrozenSet<string> Whole = Phrases["whole lines"].ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Bare = Dashed.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>With what a separator begins, unless it ends in a colon.</summary>
    private static readonly SearchValues<char> Frame = SearchValues.Create("-_=*–—‐‑#~");

    /// <summary>What may stand around its words.</summary>
    private static readonly char[] Around =
        ['-', '_', '=', '*', '>', '<', ' ', '–', '—', '‐', '‑', '#', ':', '：', '~', '+', '.', '[', ']', '\u00A0', '|'];

    private static readonly char[] AroundBare = ['*', '_', ' ', ':'];

    /// <summary>Whether the line is such a separator, dashes and all.</summary>
    internal static bool Is(string line)
    {
        var trimmed = line.Replace("&nbsp;", " ", StringComparison.Ordinal).Trim();
        if (trimmed.Length is < 6 or > 160)
            return false;
        if (!Frame.Contains(trimmed[0]) && trimmed[^1] is not (':' or '：'))
            return false;
        var bare = trimmed.Trim(Around);
        var framed = trimmed.Length - bare.Length >= 4 && Frame.Contains(trimmed[0]);
        if (bare.Length == 0 || !(framed || trimmed[^1] is ':' or '：'))
            return false;
        var plain = Plain.Of(bare).Trim();
        if (Whole.Contains(plain))
            return true;
        return framed
            && Dashed.Any(phrase => plain == phrase
                || (plain.StartsWith(phrase, StringComparison.Ordinal) && plain.Length <= phrase.Length + 60
                    && phrase.Contains("forwarded", StringComparison.Ordinal)));
    }

    /// <summary>The words of a separator without its dashes: believed only above a block of header fields.</summary>
    internal static bool IsBare(string line)
    {
        var trimmed = line.Trim().Trim(AroundBare);
        return trimmed.Length is >= 6 and <= 60 && Bare.Contains(Plain.Of(trimmed));
    }

    /// <summary>"----- Mail original -----", "-original message-": a word for mail between dashes, in words no list holds.
    /// Believed only above a block of header fields. "Returned message" is a server's, by which a bounce is known.</summary>
    internal static bool IsLabel(string line)
    {
        var trimmed = line.AsSpan().Trim();
        if (trimmed.Length is < 6 or > 80 || !Rule.Contains(trimmed[0]) || !Rule.Contains(trimmed[^1]) || trimmed[0] == '*')
            return false;
        var words = Plain.Of(line.Trim().Trim('-', '_', '=', '—', '–', '#', '~', ' '));
        return words.Length > 0 && words.AsSpan().Count(' ') <= 5 && !words.Contains("return", StringComparison.Ordinal)
            && Mails.Any(mail => words.Contains(mail, StringComparison.Ordinal));
    }

    /// <summary>A rule of underscores, dashes and the like, as programs draw above the earlier mail and above what they add.</summary>
    internal static bool IsRule(string line)
    {
        var trimmed = line.AsSpan().Trim();
        return trimmed.Length >= 5
            && (trimmed.IndexOfAnyExcept(Rule) < 0
                || (trimmed.Length >= 40 && trimmed.IndexOf('^') is > 0 and < 8 and var sign && trimmed[..sign].IndexOfAnyExcept(Rule) < 0
                    && trimmed[(sign + 1)..].IndexOfAnyExcept(Rule) < 0)
                    || (trimmed.StartsWith("__") && trimmed.EndsWith("__") && trimmed.IndexOfAnyExcept(Ornament) < 0));
    }

    /// <summary>A rule so long, or so odd, that lists and portals draw it above their footers and people do not.</summary>
    internal static bool IsFooterRule(string line)
    {
        var trimmed = line.AsSpan().Trim();
        return (trimmed.Length >= 20 || trimmed.StartsWith("__._")) && IsRule(line);
    }

    /// <summary>"-------- Original message --------From: Ann ...": phones that put the whole earlier mail on one line.</summary>
    internal static bool RunsOn(string line)
    {
        var trimmed = line.TrimStart();
        var start = trimmed.AsSpan().IndexOfAnyExcept(Rule);
        if (start < 4)
            return false;
        var end = trimmed.AsSpan(start).IndexOf("--", StringComparison.Ordinal);
        return end is > 0 and < 60 && Bare.Contains(Plain.Of(trimmed[start..(start + end)]).Trim());
    }
}
