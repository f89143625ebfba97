using CtVoice.Core.Calendar;
using CtVoice.Core.Ledger;

namespace CtVoice.Core.Reviews;

/// <summary>When a review closes, and what closing does.</summary>
public static class Closing
{
    /// <summary>
    /// The instant at which the review closes: the end of the window or, where the policy allows it, early when everybody has
    /// answered every question. Replies are in time until the end of the window all the same. Null while nobody was asked.
    /// </summary>
    public static ExplainedInstant? At(Review review, BusinessCalendar calendar)
    {
        if (review.Window is not { } window)
            return null;
        var regular = new ExplainedInstant(window.ClosesAt, window.Because);
        if (review.Policy.EarlyCloseAfter is not { } days || !EverybodyAnswered(review))
            return regular;
        var last = review.Invitations.Where(i => i.Stands).Max(i => i.LastReplyAt!.Value);
        var early = calendar.Of(review).EndOfWindow(last, days, review.Policy.ClosesAt);
        return early.At < regular.At
            ? early with { Because = ["Everybody who was asked has answered.", .. early.Because] }
            : regular;
    }

    /// <summary>
    /// Closes the review, or extends it once when too few have replied and somebody still can. Refused before the close and
    /// its settling time.
    /// </summary>
    public static Decided<bool> Close(Review review, BusinessCalendar calendar, DateTimeOffset now)
    {
        var nobody = review.Stage is ReviewStage.Open && review.Invitations.All(i => !i.Stands);
        if (review.Stage is not ReviewStage.Open
            || (!nobody && (At(review, calendar) is not { } close || now < close.At + review.Policy.Settling)))
            return new(false);
        if (!nobody && !EverybodyAnswered(review) && review.Repliers < review.Policy.Quorum && !review.Window!.AutomaticExtension)
            return new(true,
                Extend(review, review.Policy.ExtensionBusinessDays + Postage.Of(review), "Too few members had replied by the close.",
                    Actor.System, automatic: true, calendar, now));
        var at = nobody ? now : At(review, calendar)!.At;
        var closed = review.At(ReviewStage.Preview, now) with
        {
            ClosedAt = at,
            AtClose = new(review.Asked, review.Repliers),
            // The date that members were given stays: what they change until then is in time.
            Window = review.Window ?? new(now, at, []),
        };
        return new(true, new(now, closed, LedgerDraft.Of("review-closed", Actor.System,
            ("asked", review.Asked), ("replied", review.Repliers), ("quorum", review.Policy.Quorum)))
        {
            Effects = [.. Everybody(review), .. review.Invitations.Select(i => new Effect.FreePhone(i.MemberId)), new Effect.WakeReview()],
        });
    }

    /// <summary>The coordinator gives more time, with a public reason.</summary>
    public static Decided<bool> ExtendByCoordinator(
        Review review, int businessDays, string reason, string keyId, BusinessCalendar calendar, DateTimeOffset now) =>
        review is { Stage: ReviewStage.Open, Window: { } window } && now < window.ClosesAt
            ? new(true, Extend(review, businessDays, reason, Actor.Coordinator(keyId), window.AutomaticExtension, calendar, now))
            : new(false);

    /// <summary>The coordinator ends the review, with a public reason. A report that went out is not taken back.</summary>
    public static Decided<bool> Cancel(Review review, string reason, string keyId, DateTimeOffset now) =>
        review.Over || review.Report is not null ? new(false) : new(true, End(review, reason, Actor.Coordinator(keyId), keyId: null, now));

    /// <summary>The agency of the project takes it back before residents are asked, with a public reason.
    /// A correction is a new project.</summary>
    public static Decided<bool> Withdraw(Review review, string reason, string keyId, DateTimeOffset now) =>
        Expediting.BeforeAsking(review) ? new(true, End(review, reason, Actor.Agency(review.Agency), keyId, now)) : new(false);

    private static Decision End(Review review, string reason, Actor actor, string? keyId, DateTimeOffset now)
    {
        var cancelled = review.At(ReviewStage.Cancelled, now) with
        { CancelReason = reason, CancelTells = review.Stage is ReviewStage.Open };
        return new(now, cancelled, LedgerDraft.Of("review-cancelled", actor, ("reason", reason), ("key", keyId)))
        {
            Effects = [.. Everybody(review), .. review.Invitations.Select(i => new Effect.FreePhone(i.MemberId)), new Effect.WakeReview()],
        };
    }

    private static Decision Extend(
        Review review, int businessDays, string reason, Actor actor, bool automatic, BusinessCalendar calendar, DateTimeOffset now)
    {
        var window = review.Window!;
        var later = calendar.Of(review).EndOfWindow(window.ClosesAt, businessDays, review.Policy.ClosesAt);
        var extended = review with
        {
            Window = window with
            {
                ClosesAt = later.At,
                Because = automatic ? Postage.Because(review, later.Because) : later.Because,
                ExtendedBecause = reason,
                AutomaticExtension = automatic,
                Moves = window.Moves + 1,
                MovedAt = now,
            },
        };
        return new(now, extended, LedgerDraft.Of("window-extended", actor,
            ("businessDays", businessDays), ("reason", reason), ("closesAt", later.At.UtcDateTime.ToString("O", null))))
        {
            Effects =
            [
                .. Everybody(review), new Effect.WakeReview(),
                .. review.Invitations.Where(i => i.Stands).Select(i => new Effect.KeepPhone(i.MemberId, later.At)),
            ],
        };
    }

    private static bool EverybodyAnswered(Review review) =>
        review.Invitations.Any(i => i.Stands) && review.Invitations.All(i => !i.Stands || i.Complete(review.Questions.Count));

    private static IEnumerable<Effect> Everybody(Review review) =>
        review.Invitations.Select(i => new Effect.WakeInvitation(i.MemberId, i.Round));
}
