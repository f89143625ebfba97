using System.Globalization;
using CtVoice.Core.Json;
using CtVoice.Language.Meaning;

namespace CtVoice.Core.Reviews.Drafts;

/// <summary>What keeps a draft from being stored as it was written.</summary>
internal static class DraftFaults
{
    /// <summary>The faults, each at its field; none where it can be stored.</summary>
    /// <param name="review">The review.</param>
    /// <param name="written">The draft.</param>
    /// <param name="needsText">A text must be given: there is none to stay.</param>
    internal static List<Fault> Of(Review review, WritingDrafts.Written written, bool needsText)
    {
        var faults = new List<Fault>();
        if (written.Text is { } text ? text.Trim().Length is 0 or > WritingDrafts.Longest : needsText)
            faults.Add(new("/text", "A recommendation has 1 to 2,000 characters."));
        if (!Addressees.Of(review).Contains(written.Addressee))
            faults.Add(new("/addressee", $"It is addressed to one of {string.Join(", ", Addressees.Of(review))}."));
        if (written.From.Count == 0)
            faults.Add(new("/from", "Name the replies it is made from."));
        foreach (var (name, numbers) in new[] { ("from", written.From), ("supports", written.Supports), ("opposes", written.Opposes) })
        {
            faults.AddRange(numbers.Select((n, i) => (Reply: review.Replies.FirstOrDefault(r => r.Number == n), Number: n, Index: i))
                .Where(x => x.Reply is not { Counts: true } || name == "from" && (x.Reply.Held || x.Reply.Withheld is not null))
                .Select(x => new Fault(
                    string.Create(CultureInfo.InvariantCulture, $"/{name}/{x.Index}"),
                    x.Reply is { Counts: true, Withheld: not null }
                        ? string.Create(CultureInfo.InvariantCulture, $"The words of reply {x.Number} are withheld; release them first.")
                    : x.Reply is { Counts: true } && x.Reply.HeldBecause.Contains(Flags.Unsure)
                        ? string.Create(CultureInfo.InvariantCulture,
                            $"Reply {x.Number} is held because some of it may be somebody else's words; release what is the resident's "
                                + $"own first.")
                    : x.Reply is { Counts: true }
                        ? string.Create(CultureInfo.InvariantCulture,
                            $"Reply {x.Number} is held because it may be about danger or the writer's own case; release its words first.")
                        : string.Create(CultureInfo.InvariantCulture, $"There is no reply {x.Number} that counts."))));
        }
        // One person, one side: by several replies as well.
        var supporters = Voices.Members(review, written.Supports);
        if (Voices.Members(review, written.Opposes).Any(supporters.Contains))
            faults.Add(new("/opposes", "The same person supports it by one reply and opposes it by another; decide which it is."));
        return faults;
    }
}
