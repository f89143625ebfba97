using CtVoice.Core.Accountability;
using CtVoice.Core.Board;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.Drafts;
using CtVoice.Core.Reviews.FollowUps;
using CtVoice.Core.Tests.Reviews.Drafts;

namespace CtVoice.Core.Tests.Reviews.FollowUps;

/// <summary>Questions after the review's own: asked once, answered in order, late ones an addendum.</summary>
public sealed class FollowingUpTests
{
    private static readonly DateTimeOffset Now = Given.Close.AddHours(14);

    [Fact]
    public void Drafts_are_read_back_at_half_of_the_preview_or_when_the_coordinator_says_so()
    {
        Assert.Null(ReadingBack.At(Given.Closed(), Given.Calendar));
        Assert.Null(ReadingBack.At(WritingDraftsTests.OneDraft(), Given.Calendar));
        var review = Ready();
        // The review closed on Tuesday; Wednesday is half of the preview, the report goes out on Thursday at ten.
        Assert.Equal(new DateTimeOffset(2027, 1, 27, 20, 0, 0, TimeSpan.Zero), ReadingBack.At(review, Given.Calendar));
        Assert.Null(ReadingBack.At(review with { Policy = review.Policy with { PreviewBusinessDays = 1 } }, Given.Calendar));
        Assert.Equal(Now, ReadingBack.At(WritingDrafts.Ready(review, "key-2", Now).State(), Given.Calendar));
        Assert.Equal(WritingDrafts.Outcome.Refused, WritingDrafts.Ready(WritingDraftsTests.OneDraft(), "key-2", Now).Result.Outcome);
    }

    [Fact]
    public void Those_whose_reply_counts_are_asked_once_and_nobody_else()
    {
        var review = WritingDrafts.Ready(Ready(), "key-2", Now).State();
        Assert.Equal(MessagePurpose.ReadBack, Schedule(review, "m-01").Purpose);
        Assert.Null(Schedule(review, "m-03").Purpose);
        var asked = FollowingUp.Asked(review, "m-01", FollowUpKind.ReadBack, "en", [new(1, 2)], Now);
        Assert.Null(Schedule(asked.State(), "m-01").Purpose);
        Assert.Null(FollowingUp.Asked(asked.State(), "m-01", FollowUpKind.ReadBack, "en", [], Now).Change);
        var withdrawn = TakingBack.Withdraw(review, "m-02", "sms|back", Now, Now).State();
        Assert.Null(Schedule(withdrawn, "m-02").Purpose);
    }

    [Fact]
    public void An_answer_that_is_faster_than_our_own_record_does_not_make_the_question_leave_twice()
    {
        var review = WritingDrafts.Ready(Ready(), "key-2", Now).State();
        var answered = FollowingUp.Take(review, Said("m-01", 1), Given.Calendar, Now).State();
        Assert.Equal(MessagePurpose.ReadBack, Schedule(answered, "m-01").Purpose);
        var asked = FollowingUp.Asked(answered, "m-01", FollowUpKind.ReadBack, "en", [], Now).State();
        Assert.Equal((1, 1), (Assert.Single(asked.FollowUps).Choice!.Value, asked.FollowUps.Count));
        Assert.Null(Schedule(asked, "m-01").Purpose);
    }

    [Fact]
    public void A_member_whose_language_is_missing_waits_until_every_shown_draft_is_translated()
    {
        var review = WritingDrafts.Ready(Ready(), "key-2", Now).State();
        Assert.Null(ReadingBack.Language(review, ["es"]));
        Assert.Equal("en", ReadingBack.Language(review, ["es", "en"]));
        review = FollowingUp.Lacking(review, "m-01", FollowUpKind.ReadBack, "es", Now).State();
        Assert.Null(FollowingUp.Lacking(review, "m-01", FollowUpKind.ReadBack, "es", Now).Change);
        Assert.Equal(["es"], ReadingBack.Untranslated(review));
        Assert.Null(Schedule(review, "m-01").Purpose);
        var translated =
            TranslatingDrafts.Decide(review, 1, "es", "Ana Silva", "Sin nombres.", review.Drafting.Drafts[0].Tag, "key-2", Now);
        Assert.Contains(new Effect.WakeInvitation("m-01", 1), translated.Change!.Effects);
        Assert.Equal(MessagePurpose.ReadBack, Schedule(translated.State(), "m-01").Purpose);
        Assert.Empty(ReadingBack.Untranslated(translated.State()));
    }

    [Fact]
    public void The_latest_choice_in_the_order_of_receipt_counts_and_the_same_message_once()
    {
        var review = Taken(Taken(Ready(), Said("m-01", 2, "why", Now.AddMinutes(2), "b")), Said("m-01", 1, null, Now.AddMinutes(1), "a"));
        var held = Assert.Single(review.FollowUps);
        Assert.Equal(2, held.Choice);
        Assert.Equal(["a", "b"], held.Pieces.Select(p => p.InboundId));
        var again = FollowingUp.Take(review, Said("m-01", 2, "why", Now.AddMinutes(2), "b"), Given.Calendar, Now);
        Assert.Null(again.Change);
        Assert.Equal(FollowingUp.Place.Accepted, again.Result.Place);
        Assert.True(held.Objects);
        Assert.False(Assert.Single(Taken(review, Said("m-01", 1, null, Now.AddMinutes(9), "c")).FollowUps).Objects);
    }

    [Theory]
    [InlineData(-1, FollowingUp.Place.Accepted)]
    [InlineData(0, FollowingUp.Place.Late)]
    [InlineData(1, FollowingUp.Place.Late)]
    public void What_was_received_before_the_report_went_out_is_in_time(int ticks, FollowingUp.Place place)
    {
        var review = Ready();
        var due = Reporting.GoesOutAt(review, Given.Calendar)!.At;
        var sent = Reporting.Send(review, Given.Calendar, due).State();
        foreach (var state in new[] { review, sent })
            Assert.Equal(place, FollowingUp.Take(state, Said("m-01", 2, "words", due.AddTicks(ticks)), Given.Calendar, due).Result.Place);
    }

    [Fact]
    public void The_phone_stays_taken_while_words_are_wanted()
    {
        var free = new Effect.FreePhone("m-01");
        var two = FollowingUp.Take(Ready(), Said("m-01", 2), Given.Calendar, Now);
        Assert.True(two.Result.WantsWords);
        Assert.DoesNotContain(free, two.Change!.Effects);
        var why = FollowingUp.Take(two.State(), Said("m-01", null, "I never said that", Now.AddMinutes(1), "b"), Given.Calendar, Now);
        Assert.Contains(free, why.Change!.Effects);
        Assert.Contains(free, FollowingUp.Take(Ready(), Said("m-01", 1), Given.Calendar, Now).Change!.Effects);
        var asked = FollowingUp.Asked(two.State(), "m-01", FollowUpKind.ReadBack, "en", [], Now).State();
        Assert.Contains(free, Reporting.Send(asked, Given.Calendar, Reporting.GoesOutAt(asked, Given.Calendar)!.At).Change!.Effects);
    }

    [Fact]
    public void Words_of_an_answer_are_kept_under_a_digest_and_never_in_the_ledger()
    {
        var said = FollowingUp.Take(Ready(), Said("m-01", 2, "quetzal"), Given.Calendar, Now).Change!;
        Assert.Equal("quetzal", said.Contents.Single().Text);
        Assert.Equal(said.Contents.Single().Key, said.Ledger.Single().Contents!.Single());
        Assert.DoesNotContain("quetzal", said.Ledger.Single().Facts.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Words_about_danger_or_an_own_case_are_marked_for_whoever_releases_them()
    {
        var review = Taken(Ready(), Said("m-01", 2, "words") with { HeldBecause = ["urgent"] });
        Assert.Equal(["urgent"], Assert.Single(Taken(review, Said("m-01", null, "more", Now.AddMinutes(1), "b")).FollowUps).HeldBecause);
    }

    [Fact]
    public void Satisfaction_is_asked_after_a_member_was_told_of_an_answer_and_while_votes_are_counted()
    {
        var due = Given.Reported().Recommendations[0].DueAt;
        var answered =
            Finishing.Finish(Answering.Answer(Given.Reported(), 1, "DSS", Given.Answer(due.AddDays(-3))).State(), due.AddDays(-3)).State();
        Assert.Equal(MessagePurpose.Outcome, Schedule(answered, "m-01", due).Purpose);
        var told = Finishing.Told(answered, "m-01", due).State();
        Assert.Equal((MessagePurpose.Satisfaction, due), (Schedule(told, "m-01", due).Purpose, Schedule(told, "m-01", due).SendAt));
        var asked = FollowingUp.Asked(told, "m-01", FollowUpKind.Satisfaction, "en", [], due).State();
        Assert.True(Schedule(asked, "m-01", due).Over);
        var both = Finishing.Told(asked, "m-02", due.AddDays(20)).State();
        Assert.True(Schedule(both, "m-02", due.AddDays(20)).Over);
        var unanswered = Finishing.Told(Finishing.Finish(Given.Reported(), due).State(), "m-01", due).State();
        Assert.True(Schedule(unanswered, "m-01", due).Over);
    }

    [Fact]
    public void A_call_about_a_draft_counts_as_the_message()
    {
        var review = PhoneCalls.Want(WritingDrafts.Ready(Ready(), "key-2", Now).State(), "m-01", MessagePurpose.ReadBack, Now).State();
        Assert.Equal("m-01", Assert.Single(PhoneCalls.Wanted(review)).Invitation.MemberId);
        Assert.Null(Schedule(review, "m-01").Purpose);
        var called = PhoneCalls.Note(review, "m-01", "key-2", Given.Calendar, Now).State();
        Assert.Equal(Now, called.FollowUpOf("m-01", FollowUpKind.ReadBack)!.AskedAt);
        Assert.Empty(PhoneCalls.Wanted(called));
    }

    [Fact]
    public void A_review_that_was_cancelled_takes_no_answers()
    {
        var cancelled = Closing.Cancel(Ready(), "x", "key-2", Now).State();
        Assert.Equal(FollowingUp.Place.NotAsked, FollowingUp.Take(cancelled, Said("m-01", 1), Given.Calendar, Now).Result.Place);
        Assert.Equal(FollowingUp.Place.NotAsked, FollowingUp.Take(Ready(), Said("m-99", 1), Given.Calendar, Now).Result.Place);
    }

    private static Review Ready() => WritingDraftsTests.Released(WritingDraftsTests.OneDraft(), 1);

    private static Review Taken(Review review, FollowingUp.Message message) =>
        FollowingUp.Take(review, message, Given.Calendar, Now).State();

    private static FollowingUp.Message Said(string member, int? choice, string? words = null, DateTimeOffset? at = null,
        string id = "sms|1") =>
        new(member, FollowUpKind.ReadBack, id, Channel.Sms, at ?? Now, choice, words);

    private static InvitationSchedule Schedule(Review review, string member, DateTimeOffset? at = null) =>
        InvitationSchedule.Of(review, review.InvitationOf(member)!, Given.Calendar, at ?? Now);
}
