using CtVoice.Core.Calendar;
using CtVoice.Core.Ledger;
using CtVoice.Core.Reviews;

namespace CtVoice.Core.Accountability;

/// <summary>
/// An addressee answered that it needs information first: the board's office gives it, within five business days. Until then the clock of
/// that recommendation stands still, once: nobody is reminded, and nothing becomes late by our silence. When the information is there, the
/// days that were waited are added to the date; what was told is public beside the new day. Whoever asks again is told, and its clock runs.
/// </summary>
public static class Informing
{
    /// <summary>Business days that the office has.</summary>
    public const int BusinessDays = 5;

    /// <summary>What became of information.</summary>
    public enum Outcome
    {
        /// <summary>It is recorded, and public.</summary>
        Recorded,

        /// <summary>There is no such recommendation.</summary>
        NotFound,

        /// <summary>Nobody waits for information there.</summary>
        NotAsked,
    }

    /// <summary>Whether the addressee waits for information.</summary>
    public static bool Waits(Recommendation recommendation) => recommendation is
    { Waits: false, Answer.Kind: AnswerKind.NeedsInformation, Commitment: { InformedAt: null, Delivered: false } };

    /// <summary>Whether its clock stands still: it waits, and waited never before.</summary>
    public static bool Pauses(Recommendation recommendation) => Waits(recommendation) && !Paused(recommendation);

    // Whoever puts the question in other words while it waits goes on waiting; that is no second time.
    private static bool Paused(Recommendation recommendation) => recommendation.Answers.Reverse()
        .SkipWhile(a => a is { Kind: AnswerKind.NeedsInformation, Commitment.InformedAt: null })
        .Any(a => a.Kind is AnswerKind.NeedsInformation);

    /// <summary>The office says what the addressee wanted to know.</summary>
    public static Decided<Outcome> Give(Review review, int number, string text, string keyId, DateTimeOffset now)
    {
        if (review.Recommendations.FirstOrDefault(r => r.Number == number) is not { } recommendation)
            return new(Outcome.NotFound);
        if (!Waits(recommendation))
            return new(Outcome.NotAsked);
        var held = recommendation.Commitment!;
        var first = Pauses(recommendation);
        var waited = LocalTime.DateIn(BusinessCalendar.Zone, now).DayNumber
            - LocalTime.DateIn(BusinessCalendar.Zone, recommendation.Answer!.AnsweredAt).DayNumber;
        var to = first ? held.DueOn.AddDays(waited) : held.DueOn;
        var informed = held with
        {
            DueOn = to,
            InformedAt = now,
            NewDates = [.. held.NewDates,
                new(now, keyId, held.DueOn, to, $"The board's office gave the information: {text}", WasLate: false)],
            // It waited for us, not we for it.
            NotDeliveredSince = first ? null : held.NotDeliveredSince,
        };
        var after = review.With(recommendation.WithAnswer(recommendation.Answer with { Commitment = informed }));
        return new(Outcome.Recorded, new(now, after, LedgerDraft.Of(
            "information-given", Actor.Coordinator(keyId), ("recommendation", number), ("text", text),
            ("from", held.DueOn.ToString("O", null)), ("to", to.ToString("O", null))))
        {
            Effects = [new Effect.StartAccountability(number)],
        });
    }
}
