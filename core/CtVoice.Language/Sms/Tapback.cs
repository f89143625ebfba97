using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace CtVoice.Language.Sms;

/// <summary>
/// Reactions that phones send as text when the other side cannot show them: <c>Liked “…”</c>, <c>Reacted 😂 to “…”</c>,
/// <c>👍 to “…”</c>, <c>Le gustó “…”</c>, and their removal. The quote must be all that follows: words after it are a person's.
/// </summary>
internal static class Tapback
{
    private const string Opening = "“\"«„‟〝";

    private static readonly SearchValues<char> ClosingMarks = SearchValues.Create("”\"»“〞");

    private static readonly PhraseText Phrases = PhraseText.Load("Sms.Phrases.reactions");

    private static readonly FrozenSet<string> Spoken = Phrases.Set("reacts in words of people");

    /// <summary>What phones write before the quoted message, lower case, longest first.</summary>
    private static readonly string[] Verbs = [.. Phrases["reacts"].Concat(Spoken).OrderByDescending(verb => verb.Length)];

    private static readonly string[] AfterNames = Phrases["somebody reacted"];

    private static readonly string[] Before = ["", .. Phrases["before an emoji"]];

    private static readonly string[] After = [.. Phrases["after an emoji"].OrderByDescending(link => link.Length)];

    private static readonly (string Verb, string With)[] Around = [.. Phrases.Pairs("around a message")];

    private static readonly FrozenSet<string> Things = Phrases.Set("things");

    internal readonly record struct Reaction(string Because, string? ReactsTo);

    /// <summary>The reaction that the whole text is, or null.</summary>
    internal static Reaction? In(string text)
    {
        var plain = Visible(text);
        if (plain.Length == 0)
            return null;
        var lower = plain.ToLowerInvariant();
        foreach (var verb in Verbs)
        {
            if (lower.StartsWith(verb, StringComparison.Ordinal)
                && Object(plain[verb.Length..], Spoken.Contains(verb)) is { } quoted)
                return new Reaction($"a phone's reaction: {verb}", quoted);
        }

        return Emoji(plain, lower) ?? Named(plain, lower);
    }

    /// <summary>"A Maria le gustó “…”".</summary>
    private static Reaction? Named(string plain, string lower)
    {
        if (!lower.StartsWith("a ", StringComparison.Ordinal))
            return null;
        foreach (var verb in AfterNames)
        {
            var at = lower.IndexOf(" " + verb, StringComparison.Ordinal);
            if (at is > 0 and < 40 && Object(plain[(at + verb.Length + 1)..], spoken: true) is { } quoted)
                return new Reaction($"a phone's reaction: {verb}", quoted);
        }

        return null;
    }

    /// <summary>"👍 to “…”", "Reacted 😂 to “…”", "Removed 👍 from “…”", and the message first: "Reacted to “…” with 👍".</summary>
    private static Reaction? Emoji(string plain, string lower)
    {
        var first = FirstEmoji(plain);
        if (first < 0)
            return null;
        var last = first;
        while (last < plain.Length && !char.IsLetterOrDigit(plain[last]) && !Opening.Contains(plain[last], StringComparison.Ordinal))
            last++;
        if (Before.Contains(lower[..first].Trim()))
        {
            var rest = lower[last..];
            foreach (var link in After)
            {
                if (rest.StartsWith(link, StringComparison.Ordinal) && Object(plain[(last + link.Length)..], spoken: false) is { } quoted)
                    return new Reaction("a phone's reaction with an emoji", quoted);
            }
        }

        foreach (var (verb, with) in Around)
        {
            var body = lower[..first].TrimEnd();
            if (body.StartsWith(verb + " ", StringComparison.Ordinal) && body.EndsWith(" " + with, StringComparison.Ordinal)
                && last >= plain.Length
                && Object(plain[verb.Length..(body.Length - with.Length - 1)], spoken: false) is { } quoted)
                return new Reaction("a phone's reaction with an emoji", quoted);
        }

        return null;
    }

    /// <summary>The quoted message that ends the text, cut short or not; or "an image" and the like; else null.</summary>
    /// <param name="rest">What follows the verb.</param>
    /// <param name="spoken">Whether a person might say the verb ("me gusta"): then the quote must be closed.</param>
    private static string? Object(string rest, bool spoken)
    {
        var what = rest.TrimStart(' ', ':', '\u00A0', '\n');
        if (what.Length == 0 || (what.Length == rest.Length && !Opening.Contains(what[0], StringComparison.Ordinal)))
            return null;
        if (Things.Contains(what.TrimEnd('.', ' ').ToLowerInvariant()))
            return what;
        if (!Opening.Contains(what[0], StringComparison.Ordinal))
            return null;
        var end = what.TrimEnd().TrimEnd('.');
        var close = end.AsSpan().LastIndexOfAny(ClosingMarks);
        if (close == end.Length - 1 && close > 0)
            return end[1..^1];

        // A long quoted message arrives cut: no closing mark at all.
        return close <= 0 && !spoken ? end[1..] : null;
    }

    private static int FirstEmoji(string plain)
    {
        for (var i = 0; i < plain.Length && i < 40; i++)
        {
            if (char.IsSurrogate(plain[i]) || char.GetUnicodeCategory(plain[i]) == UnicodeCategory.OtherSymbol
                || plain[i] is '\u203C' or '\u2049')
                return i;
        }

        return -1;
    }

    /// <summary>Android wraps its marks in zero-width and hair spaces.</summary>
    private static string Visible(string text)
    {
        var visible = new StringBuilder(text.Length);
        foreach (var c in WellFormed.Of(text).Normalize(NormalizationForm.FormC))
        {
            var category = char.GetUnicodeCategory(c);
            if (category == UnicodeCategory.Format)
                continue;
            if (category == UnicodeCategory.SpaceSeparator)
            {
                if (visible.Length > 0 && visible[^1] != ' ')
                    visible.Append(' ');
                continue;
            }

            visible.Append(c);
        }

        return visible.ToString().Trim();
    }
}
