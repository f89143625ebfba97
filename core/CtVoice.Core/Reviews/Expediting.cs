using CtVoice.Core.Calendar;
using CtVoice.Core.Ledger;

namespace CtVoice.Core.Reviews;

/// <summary>
/// Advice earlier than the policy gives it: asked for with a public reason, shortened only with the coordinator's consent.
/// Without it nothing waits and the review runs at its regular pace.
/// </summary>
public static class Expediting
{
    /// <summary>The coordinator consents or does not, with a public reason, before anybody is asked.</summary>
    public static Decided<bool> Decide(Review review, bool consent, string reason, string keyId, DateTimeOffset now)
    {
        if (review.Expedite is not { Consent: null } wish || !BeforeAsking(review))
            return new(false);
        var decided = review with { Expedite = wish with { Consent = new(consent, reason, keyId, now) } };
        return new(true, new(now, decided, LedgerDraft.Of(
            consent ? "expedite-consented" : "expedite-refused", Actor.Coordinator(keyId),
            ("reason", reason), ("adviceBy", wish.AdviceBy.ToString("O", null)))));
    }

    /// <summary>
    /// Business days of the response window when it opens at <paramref name="opens"/>: the policy's, or with the coordinator's
    /// consent as many as leave the preview before the day by which the advice is needed, never fewer than the policy's least.
    /// </summary>
    public static int WindowDays(Review review, BusinessCalendar calendar, DateTimeOffset opens)
    {
        var policy = review.Policy;
        if (review.Expedite is not { Consent.Given: true } wish)
            return policy.WindowBusinessDays;
        var today = LocalTime.DateIn(BusinessCalendar.Zone, opens);
        var left = wish.AdviceBy > today ? calendar.Of(review).BusinessDaysBetween(today, wish.AdviceBy) : 0;
        return Math.Clamp(left - policy.PreviewBusinessDays, Math.Min(policy.ExpeditedBusinessDays, policy.WindowBusinessDays),
            policy.WindowBusinessDays);
    }

    /// <summary>True while nobody was asked and nothing ended.</summary>
    public static bool BeforeAsking(Review review) => review.Stage is
        ReviewStage.Submitted or ReviewStage.CoordinatorDecides or ReviewStage.Routing or ReviewStage.ShortOfMembers
            or ReviewStage.Preparing;
}
