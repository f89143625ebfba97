using CtVoice.Core.Board;
using CtVoice.Core.Calendar;
using CtVoice.Language.Meaning;

namespace CtVoice.Core.Reviews;

/// <summary>
/// A reply that a member spoke and the coordinator wrote down, equal to any other in every count. Whoever was not asked
/// yet counts as asked by this call.
/// </summary>
public static class Dictating
{
    /// <summary>What was said on the phone.</summary>
    /// <param name="MemberId">Who spoke.</param>
    /// <param name="Id">Names this reply: the same one again changes nothing.</param>
    /// <param name="Question">Number of the question; of no meaning for a follow-up.</param>
    /// <param name="Choice">1 to 3, or null.</param>
    /// <param name="Words">What was said beside it; null when nothing was.</param>
    /// <param name="By">Who wrote, how it was translated, and that it was read back.</param>
    public sealed record Spoken(string MemberId, string Id, int Question, int? Choice, string? Words, Dictation By)
    {
        /// <summary>Channel of a reply that was spoken.</summary>
        public const Channel Channel = Board.Channel.PhoneDictated;

        /// <summary>What the words say beside the answer: spoken words are looked at like written ones.</summary>
        internal IReadOnlyList<string> FlaggedBy(Heard heard) => Words is null ? [] : Flags.In(Words, heard);

        /// <summary>Our id of these words in a review.</summary>
        public string InboundId(string reviewId) => InboundIds.Of(Channel, $"{reviewId}.{Id}");
    }

    /// <summary>Takes the reply.</summary>
    public static Decided<TakingReplies.Taken> Take(Review review, Spoken spoken, BusinessCalendar calendar, DateTimeOffset now) =>
        Take(review, spoken, spoken.FlaggedBy(Heard.In(spoken.Words)), calendar, now);

    /// <summary>Takes the reply, of which somebody has found what its words say beside it.</summary>
    internal static Decided<TakingReplies.Taken> Take(Review review, Spoken spoken, IReadOnlyList<string> flagged,
        BusinessCalendar calendar, DateTimeOffset now)
    {
        var before = review.InvitationOf(spoken.MemberId) is { SentAt: null, Stands: true } && review.Stage is ReviewStage.Open
            ? Inviting.InvitationSent(review, spoken.MemberId, Spoken.Channel, calendar, now).Change
            : null;
        var taken = TakingReplies.Decide(
            before?.State ?? review,
            new(spoken.MemberId, spoken.InboundId(review.Id), Spoken.Channel, now, spoken.Choice, spoken.Words)
            {
                Question = spoken.Question,
                Dictation = spoken.By,
                NotQuoted = flagged.Contains(Flags.DoNotQuote),
                HeldBecause = Flags.Holding(flagged),
            },
            now);
        if (taken.Change is not { } change)
            return taken;
        var answered = change.State.InvitationOf(spoken.MemberId)!;
        return taken with
        {
            Change = change with
            {
                State = change.State.With(answered with { Call = null }),
                Ledger = [.. before?.Ledger ?? [], .. change.Ledger],
                Effects = [.. before?.Effects ?? [], .. change.Effects],
            },
        };
    }
}
