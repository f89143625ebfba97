using CtVoice.Core.Board;
using CtVoice.Core.Calendar;
using CtVoice.Core.Ledger;

namespace CtVoice.Core.Reviews;

/// <summary>A question that was put before a member.</summary>
/// <param name="Question">Its number.</param>
/// <param name="Channel">Where: sms or email; the page and a call show it wherever the member then answers.</param>
/// <param name="At">When.</param>
public sealed record ShownQuestion(int Question, Channel Channel, DateTimeOffset At)
{
    /// <summary>It was announced and not shown: the member may ask to see it.</summary>
    public bool Hidden { get; init; }
}

/// <summary>How the answer to a message can show the question that comes next.</summary>
public enum Showing
{
    /// <summary>In full.</summary>
    InFull,

    /// <summary>Announced, without naming what it is about.</summary>
    Hidden,

    /// <summary>Not at all: another answer takes its place.</summary>
    Nothing,
}

/// <summary>
/// Which question a member has really seen. Whatever is written next can answer that one and no other: a question that was
/// never shown is never answered (DOMAIN 2.6, 2.7). Pure.
/// </summary>
public static class ShowingQuestions
{
    private static readonly Channel[] Anywhere = [Channel.Page, Channel.PhoneDictated];

    /// <summary>
    /// The question that a member had before them on a channel at an instant: the last one shown there, else the last one shown
    /// anywhere. Null when they were only told that there is one.
    /// </summary>
    public static int? OpenOn(Review review, Invitation invitation, Channel channel, DateTimeOffset at)
    {
        // Reviews of before this was recorded; and the record that the first one left may be a moment behind the answer to it.
        if (invitation.Shown is not { Count: > 0 } shown)
            return Math.Min(invitation.NextQuestion, review.Questions.Count);
        var here = shown.Where(s => s.Channel == channel || Anywhere.Contains(s.Channel)).ToList();
        if (here.Count == 0)
            here = [.. shown];
        return here.LastOrDefault(s => !s.Hidden && s.At <= at)?.Question ?? (here[0].Hidden ? null : here[0].Question);
    }

    /// <summary>True when the member was told of a question, and has not seen it.</summary>
    public static bool IsAnnouncedOnly(Invitation invitation, int question) =>
        Told(invitation, question) && invitation.Shown!.All(s => s.Question != question || s.Hidden);

    /// <summary>The last question that the member was told of, wherever that was.</summary>
    internal static int LastTold(Review review, Invitation invitation) => invitation.Shown is { Count: > 0 } shown
        ? shown.Max(s => s.Question) : Math.Min(invitation.NextQuestion, review.Questions.Count);

    /// <summary>The invitation with one more question shown, or announced.</summary>
    internal static Invitation With(this Invitation invitation, ShownQuestion shown) =>
        invitation with { Shown = [.. Known(invitation, shown.Channel), shown] };

    /// <summary>The invitation with a record of what was shown: of before there was one, the question that was open then.</summary>
    internal static IReadOnlyList<ShownQuestion> Known(Invitation invitation, Channel channel) =>
        invitation.Shown ?? [new(invitation.NextQuestion, invitation.Channel ?? channel, invitation.SentAt ?? invitation.CreatedAt)];

    /// <summary>A member who was told that there is a question has asked to see it.</summary>
    public static Decided<bool> Show(Review review, string memberId, Channel channel, DateTimeOffset now)
    {
        if (review.Stage is not ReviewStage.Open || review.InvitationOf(memberId) is not { } invitation)
            return new(false);
        var number = Math.Min(invitation.NextQuestion, review.Questions.Count);
        if (OpenOn(review, invitation, channel, now) == number && invitation.Shown is not null)
            return new(true);
        return new(true, new(now, review.With(invitation.With(new ShownQuestion(number, channel, now))), LedgerDraft.Of(
            "question-shown", Actor.System, ("to", invitation.Pseudonym), ("question", number))));
    }

    /// <summary>A question left by itself, because what was answered before had taken its place.</summary>
    public static Decided<bool> Sent(Review review, string memberId, int question, Channel channel, bool hidden, DateTimeOffset now)
    {
        if (review.InvitationOf(memberId) is not { } invitation || Told(invitation, question))
            return new(false);
        return new(true,
            new(now, review.With(invitation.With(new ShownQuestion(question, channel, now) { Hidden = hidden })), LedgerDraft.Of(
            "question-sent", Actor.System, ("to", invitation.Pseudonym), ("question", question))));
    }

    /// <summary>The message that was to show a question never left: it was not shown, and is still to be asked.</summary>
    public static Decided<bool> NeverLeft(Review review, string memberId, int question, Channel channel, DateTimeOffset now)
    {
        if (review.InvitationOf(memberId) is not { Shown: { } shown } invitation
            || shown.LastOrDefault(s => s.Question == question && s.Channel == channel) is not { } last)
            return new(false);
        return new(true, new(now, review.With(invitation with { Shown = [.. shown.Where(s => !ReferenceEquals(s, last))] }), LedgerDraft.Of(
            "question-not-shown", Actor.System, ("to", invitation.Pseudonym), ("question", question)))
        {
            Effects = [new Effect.WakeInvitation(memberId, invitation.Round)],
        });
    }

    /// <summary>
    /// When a question is sent by itself, because the member has answered the one before and nothing has told them of this one:
    /// on the morning of the next business day, or where that is too late an hour after they wrote. Null when none is owed.
    /// </summary>
    public static DateTimeOffset? OwedAt(Review review, Invitation invitation, BusinessCalendar calendar)
    {
        if (invitation is not { LastReplyAt: { } wrote, Shown: not null } || invitation.Complete(review.Questions.Count)
            || review.Window is not { } window || Told(invitation, invitation.NextQuestion))
            return null;
        var morning = calendar.Of(review).EndOfWindow(wrote, 1, review.Policy.RemindsAt).At;
        var at = morning < window.ClosesAt ? morning : wrote.AddHours(1);
        return at < window.ClosesAt ? at : null;
    }

    private static bool Told(Invitation invitation, int question) =>
        invitation.Shown is { } shown && shown.Any(s => s.Question == question);
}
