using CtVoice.Core.Ledger;

namespace CtVoice.Core.Reviews;

/// <summary>
/// Which question a message answers: the one that its writer had before them, one that it names, or an earlier one whose answer it
/// changes. Where that is not known the member is asked, and nothing is taken for an answer to a question that nobody has shown them.
/// </summary>
public static class QuestionMeant
{
    // Options of a question that there is not: what is asked where nothing else is said (DOMAIN 2.6).
    private const int Default = 3;

    /// <summary>Words without a choice that follow this soon belong to the answer before them.</summary>
    public static TimeSpan Together { get; } = TimeSpan.FromSeconds(45);

    /// <summary>
    /// Finds the answer that a message changes, or the question that it names, and reads its choice for that one. Null when that is
    /// known, or nothing of the kind is said; else the member is asked.
    /// </summary>
    internal static Decided<TakingReplies.Taken>? AskedWhich(
        Review review, Invitation invitation, ref TakingReplies.Message message, DateTimeOffset now)
    {
        if (message is not { OnForm: false, Dictation: null, PlacedBy: null, Says: { } says, ChoiceAmong: { } among } written)
            return null;
        if (invitation.AskedBack is { About: AskedAbout.Change } again && again.InboundId == written.InboundId)
            return new(new(TakingReplies.Place.AskedWhich) { Which = again.Questions });
        if (EarlierAnswers.Waiting(invitation) is { About: AskedAbout.Change } waiting && written.Picks is { } picked
            && waiting.Questions.Contains(picked))
        {
            message = written.For(picked, waiting.Choice);
            return null;
        }
        var given = EarlierAnswers.Given(review, written.MemberId, written.ReceivedAt);
        var questions = EarlierAnswers.ToChange(given, says, r => among(review.Questions[r.Question - 1].Offered.Count));
        switch (questions)
        {
            case [var one] when says.Changes || says.Named is not null:
                message = written.For(one, among(review.Questions[one - 1].Offered.Count));
                return null;
            case [_, _, ..]:
                var asked = new AskedBack(AskedAbout.Change, written.InboundId, now)
                {
                    Questions = questions,
                    Choice = given.Where(r => questions.Contains(r.Question))
                        .Select(r => among(review.Questions[r.Question - 1].Offered.Count)).Max(),
                };
                return new(new(TakingReplies.Place.AskedWhich) { Which = questions }, AskedBackAt(review, invitation, asked, now));
            case [] when says.Named is { } named && WasPut(review, invitation, written, named):
                message = written.For(named, among(review.Questions[named - 1].Offered.Count));
                return null;
            // A choice for a question that nobody has shown, or that there is not, is no answer to the one that is open.
            case [] when says.Named is not null && among(Default) is not null && !IsOver(review, written):
                return NotPut(review, invitation, written, given, among(Default)!.Value, now);
            default:
                return null;
        }
    }

    private static Decided<TakingReplies.Taken> NotPut(Review review, Invitation invitation, TakingReplies.Message message,
        IReadOnlyList<Reply> given, int choice,
        DateTimeOffset now)
    {
        var open = TakingReplies.Next(review, invitation, late: false);
        if (open is not null || given.Count == 0)
            return new(new(TakingReplies.Place.NotShown) { NextQuestion = open });
        var asked = new AskedBack(AskedAbout.Change, message.InboundId, now)
        { Questions = [.. given.Select(r => r.Question).Order()], Choice = choice };
        return new(new(TakingReplies.Place.AskedWhich) { Which = asked.Questions }, AskedBackAt(review, invitation, asked, now));
    }

    private static Decision AskedBackAt(Review review, Invitation invitation, AskedBack asked, DateTimeOffset now) => new(
        now, review.With(invitation with { AskedBack = asked }),
        LedgerDraft.Of("asked-back", Actor.System, ("to", invitation.Pseudonym), ("about", "which-answer")));

    /// <summary>Whether a question stood before a member, open or not: one that was skipped may be answered after all.</summary>
    private static bool WasPut(Review review, Invitation invitation, TakingReplies.Message message, int question) =>
        question == (message.Question ?? ShowingQuestions.OpenOn(review, invitation, message.Channel, message.ReceivedAt))
        || (question < invitation.NextQuestion && question <= review.Questions.Count);

    /// <summary>The question that a message answers, and whether that is the next one;
    /// null when the member has seen none that it could.</summary>
    internal static (int Question, bool Advances)? Of(
        Review review, Invitation invitation, TakingReplies.Message message, bool over)
    {
        if (message is { Dictation: not null, Question: { } named })
            return (named, true);
        if (message is { PlacedBy: not null, Question: { } placed })
            return (placed, placed == invitation.NextQuestion);
        if (message is { OnForm: true, Question: { } filled })
            return (Math.Clamp(filled, 1, review.Questions.Count), filled == invitation.NextQuestion);
        if (message.Found is { } found)
            return (found, found == invitation.NextQuestion);
        var seen = message.Question ?? ShowingQuestions.OpenOn(review, invitation, message.Channel, message.ReceivedAt) ?? 0;
        // What comes late, and what a person places, is no answer to anything on a screen; it is kept all the same.
        var asked = Math.Min(seen == 0 && (over || message.PlacedBy is not null) ? invitation.NextQuestion : seen, invitation.NextQuestion);
        if (asked == 0 || (message.Choice is not null && !over && IsForAnnounced(review, invitation, message, asked)))
            return null;
        var continues = asked > 1 && message.Choice is null && !invitation.Clarified.Contains(asked)
            && message.ReceivedAt - invitation.LastReplyAt <= Together;
        var question = Math.Min(continues ? asked - 1 : asked, review.Questions.Count);
        return (question, question == invitation.NextQuestion);
    }

    internal static bool IsOver(Review review, TakingReplies.Message message) =>
        review.Stage is not ReviewStage.Open || message.ReceivedAt >= review.Window?.ClosesAt;

    // Another number, after the word that there is one more question: it may be meant for the one that nobody has seen.
    private static bool IsForAnnounced(Review review, Invitation invitation, TakingReplies.Message message, int asked) =>
        asked < invitation.NextQuestion && ShowingQuestions.IsAnnouncedOnly(invitation, invitation.NextQuestion)
        && review.Replies.Any(r => r.MemberId == invitation.MemberId && r.Question == asked && r.Counts && r.Choice is not null
            && r.Choice != message.Choice);
}
