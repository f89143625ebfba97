using System.Collections.Frozen;
using CtVoice.Language.Matching;

namespace CtVoice.Language.Meaning;

/// <summary>
/// Which channels a message wants no more of, and which it asks for: "no emails, text me" ends no texts, and "do not text me, email
/// me" does. A word that names no channel ("write", "message") names text and mail, unless one is named right behind it: "send emails".
/// </summary>
/// <param name="Unwanted">What is not to come.</param>
/// <param name="Wanted">What is asked for.</param>
internal readonly record struct NamedChannels(ContactChannel Unwanted, ContactChannel Wanted)
{
    private static readonly PhraseForms Forms = PhraseForms.Load("Meaning.Phrases.channels");

    private static readonly (Expression Words, ContactChannel Channels)[] Words =
    [
        (Forms.Whole("text"), ContactChannel.Text),
        (Forms.Whole("mail"), ContactChannel.Mail),
        (Forms.Whole("call"), ContactChannel.Call),
        (Forms.Whole("text or mail"), Either),
    ];

    private const ContactChannel Either = ContactChannel.Text | ContactChannel.Mail;

    /// <summary>Words with which another thing begins to be said.</summary>
    private static readonly Expression Anew = Forms.Whole("anew");

    /// <summary>Words between "send" and what is sent.</summary>
    private static readonly FrozenSet<string> Between = Forms.Set("between");

    /// <summary>"THESE emails" are what the message answers, whatever they are called.</summary>
    private static readonly FrozenSet<string> Shown = Forms.Set("shown");

    /// <summary>Clauses of a message of some sentences; a longer one tells something.</summary>
    private const int MostClauses = 6;

    /// <summary>Letters of a message that says how to be written to, and nothing else.</summary>
    private const int LongestWish = 80;

    /// <summary>What is said around such a wish.</summary>
    private static readonly FrozenSet<string> Around = Forms.Set("around");

    private static readonly FrozenSet<string> Prefers = Forms.Set("prefers");

    /// <summary>Parts of a bid: "you can text me here", "texts are ok".</summary>
    private const int LongestBid = 5;

    /// <summary>What a plea in a message can mean at the most where it came by a channel; nothing where it asks for that.</summary>
    /// <param name="wish">What the plea means if it is of this channel.</param>
    /// <param name="message">The whole message.</param>
    /// <param name="taken">Its clauses, as far as they were taken apart.</param>
    /// <param name="here">The channel it came by.</param>
    internal static Wish? Most(Wish wish, NormalizedText message, StopRequests.Clauses taken, ContactChannel here)
    {
        if (message.Clauses.Count > MostClauses || In(message, taken) is not { Unwanted: not ContactChannel.None } named
            || (named.Unwanted & here) != 0)
            return wish;
        var others = (named.Unwanted & ~ContactChannel.Call) != 0;
        if ((named.Wanted & here) != 0)
            return others && here is ContactChannel.Mail ? Wish.PerhapsStop : null; // A person ends the texts.
        return others ? Wish.PerhapsStop : wish;
    }

    /// <summary>Whether a message says how its writer is to be written to, and nothing else: "no emails, text me", "solo correos". "Texts"
    /// alone may be an answer.</summary>
    internal static bool IsWish(NormalizedText message)
    {
        if (message.Clauses.Count > MostClauses || message.Words.Length > LongestWish)
            return false;
        var taken = new StopRequests.Clauses();
        var parts = message.Clauses.Where(clause => !Keywords.OnlyPolite(clause)).SelectMany(clause => taken.Of(clause).Parts).ToArray();
        if (!parts.All(BelongsToWish) || !parts.Any(Chooses))
            return false;
        var named = In(message, taken);
        return named.Unwanted is ContactChannel.None
            ? parts.Any(part => Of(part) is ContactChannel.Text or ContactChannel.Mail)
            : (named.Wanted & Either) != 0; // "Stop emailing me" alone pauses.
    }

    private static bool Chooses(Part part) =>
        part.Role is 'M' or 'U' || Denies(part) || ContactBids.IsLimit(part.Apart) || Prefers.Contains(part.Word);

    private static bool BelongsToWish(Part part) =>
        part.Role is 'M' or 'U' || Denies(part) || Of(part) is not ContactChannel.None || Around.Contains(part.Word)
            || Between.Contains(part.Word) || Anew.IsMatch(part.Word);

    private static NamedChannels In(NormalizedText message, StopRequests.Clauses taken)
    {
        var (unwanted, wanted) = (ContactChannel.None, ContactChannel.None);
        foreach (var clause in message.Clauses)
        {
            foreach (var (denied, from, to) in Segments(taken.Of(clause).Parts))
            {
                var named = ContactChannel.None;
                for (var at = from; at < to; at++)
                    named |= Of(taken.Of(clause).Parts, at);
                if (denied)
                    unwanted |= named;
                else if (to - from <= LongestBid)
                    wanted |= named;
            }
        }

        return new(unwanted, wanted);
    }

    /// <summary>What of a clause is denied, and what is said beside it: "no calls | just text me".</summary>
    private static IEnumerable<(bool Denied, int From, int To)> Segments(Part[] parts)
    {
        var (denied, from) = (false, 0);
        for (var at = 0; at < parts.Length; at++)
        {
            if (!Denies(parts[at]) && !(denied && BeginsAnew(parts, at)))
                continue;
            yield return (denied, from, at);
            (denied, from) = (Denies(parts[at]), at);
        }

        yield return (denied, from, parts.Length);
    }

    private static bool Denies(Part part) => part.Role is 'N' or 'S' or 'X' or 'D' or 'E' or 'R';

    /// <summary>"No calls JUST texts", "dont call IM deaf", "stop calling and TEXT ME", "stop the emails TEXT ME".</summary>
    private static bool BeginsAnew(Part[] parts, int at) =>
        parts[at].Role is 'i' || Anew.IsMatch(parts[at].Word)
        || (!Denies(parts[at - 1]) && ContactBids.IsLimit(parts[at].Apart))
        || (ContactBids.IsBid(parts[at].Word) && at + 1 < parts.Length && parts[at + 1].Role is 'M' or 'U'
            && parts[at - 1].Role switch
            {
                'T' or 'M' or 'U' => true,
                'c' => at > 1 && !Bare(parts, at - 2), // "Dont call and text me" denies both.
                _ => false,
            });

    /// <summary>Whether a verb that could bid stands here, or before whom it concerns.</summary>
    private static bool Bare(Part[] parts, int at) =>
        ContactBids.IsBid(parts[at].Word) || (at > 0 && parts[at].Role is 'M' or 'U' && ContactBids.IsBid(parts[at - 1].Word));

    private static ContactChannel Of(Part[] parts, int at)
    {
        var named = Of(parts[at]);
        if (at > 0 && Shown.Contains(parts[at - 1].Word) && named is not ContactChannel.None)
            return Either;
        var next = at + 1;
        while (next < parts.Length && Between.Contains(parts[next].Word))
            next++;
        return named is Either && next < parts.Length && parts[next].Role is 'T' && Of(parts[next]) is not ContactChannel.None
            ? ContactChannel.None
            : named;
    }

    private static ContactChannel Of(Part part) => Array.Find(Words, words => words.Words.IsMatch(part.Word)).Channels;
}
