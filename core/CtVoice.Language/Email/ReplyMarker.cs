using System.Buffers;
using CtVoice.Language.Matching;

namespace CtVoice.Language.Email;

/// <summary>"##- Please type your reply above this line -##": where helpdesks and message boards begin their part of a mail.</summary>
internal static class ReplyMarker
{
    private const int MaxLength = 120;
    private static readonly PhraseFile Phrases = PhraseFile.Load("reply-markers");
    private static readonly string[] Places = Phrases["places"];
    private static readonly PhraseSet AnyPlace = new(Places);
    private static readonly PhraseSet AnyVerb = new(Phrases["verbs"]);
    private static readonly string[] Openings = Phrases["openings"];
    private static readonly SearchValues<char> Frame = SearchValues.Create("-_=*#~+—–‐‑|<>[]{}•· ");

    /// <summary>Whether a line is such a marker: framed by signs, or an order that stands alone,
    /// for people write about lines too.</summary>
    internal static bool Is(string[] lines, int at)
    {
        var line = lines[at].Trim();
        if (line.Length is < 6 or > MaxLength)
            return false;
        var start = line.AsSpan().IndexOfAnyExcept(Frame);
        var end = line.AsSpan().LastIndexOfAnyExcept(Frame);
        if (start < 0)
            return false;
        var framed = start >= 2 || (start == 1 && end <= line.Length - 2);
        if (!framed && !Alone(lines, at))
            return false;
        var plain = Plain.Of(line[start..(end + 1)]);
        if (!AnyPlace.In(plain) || !AnyVerb.In(plain))
            return false;
        return framed
            || (Openings.Any(opening => plain.StartsWith(opening, StringComparison.Ordinal))
                && Places.Any(place => plain.TrimEnd('.', '。', '!', ' ').EndsWith(place, StringComparison.Ordinal)));
    }

    /// <summary>Whether an empty line or a rule stands above.</summary>
    private static bool Alone(string[] lines, int at) =>
        at == 0 || lines[at - 1].AsSpan().Trim().Length == 0 || Separator.IsRule(lines[at - 1]);
}
