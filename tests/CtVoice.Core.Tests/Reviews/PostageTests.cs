using CtVoice.Core.Board;
using CtVoice.Core.Reviews;
using CtVoice.Core.Tests.Board;

namespace CtVoice.Core.Tests.Reviews;

public sealed class PostageTests
{
    private static Member ByLetter => Residents.Resident("m-01") with
    {
        Channels = [Channel.Letter],
        Consent = [new(Channel.Letter, ConsentState.Given, Given.Now, "consent-1", "paper form")],
    };

    [Fact]
    public void Days_are_counted_while_anybody_of_the_board_takes_letters_whoever_is_asked()
    {
        var (policy, on) = (ReviewPolicy.Default, new DateOnly(2027, 1, 11));

        Assert.Equal(0, Postage.DaysFor([Residents.Resident("m-02")], policy, on));
        Assert.Equal(Postage.Default, Postage.DaysFor([Residents.Resident("m-02"), ByLetter], policy, on));
        Assert.Equal(2, Postage.DaysFor([ByLetter], policy with { PostageBusinessDays = 2 }, on));
        Assert.Equal(0, Postage.DaysFor([ByLetter with { State = MemberState.Left }, ByLetter with { Consent = [] }], policy, on));
    }

    [Fact]
    public void A_member_whose_term_is_over_or_has_not_begun_lengthens_no_window()
    {
        var on = new DateOnly(2027, 1, 11);

        Assert.Equal(0, Days(new(new(2025, 1, 11), on.AddDays(-1))));
        Assert.Equal(0, Days(new(on.AddDays(1))));
        Assert.Equal(Postage.Default, Days(new(new(2025, 1, 11), on)));

        int Days(DaySpan term) => Postage.DaysFor([ByLetter with { Term = term }], ReviewPolicy.Default, on);
    }

    [Fact]
    public void The_extension_below_quorum_and_half_of_the_window_have_the_days_for_the_post_too()
    {
        var asked = Given.Asked();
        asked = asked with { Panel = asked.Panel! with { PostageDays = 5 } };
        asked = asked with
        {
            Window = asked.Window! with { ClosesAt = Given.Calendar.EndOfWindow(Given.Now, 15, asked.Policy.ClosesAt).At },
        };
        var invitation = asked.Invitations[0] with { Reminders = [new("reminder-after-3", Given.Now) { DeliveredAt = Given.Now }] };

        Assert.Equal(
            Given.Calendar.EndOfWindow(Given.Now, 7, asked.Policy.RemindsAt).At, AlternateTime.Of(asked, invitation, Given.Calendar));
        var extended = Closing.Close(asked, Given.Calendar, asked.Window.ClosesAt + asked.Policy.Settling).State().Window!;
        Assert.Equal(
            Given.Calendar.EndOfWindow(asked.Window.ClosesAt, asked.Policy.ExtensionBusinessDays + 5, asked.Policy.ClosesAt).At,
            extended.ClosesAt);
        Assert.Contains("5 of these business days are for the post", extended.Because[^1], StringComparison.Ordinal);
        // A person who gives more time says how much.
        var given = Closing.ExtendByCoordinator(asked, 2, "A storm.", "key-2", Given.Calendar, Given.Now).State().Window!;
        Assert.Equal(Given.Calendar.EndOfWindow(asked.Window.ClosesAt, 2, asked.Policy.ClosesAt).At, given.ClosesAt);
        Assert.DoesNotContain(given.Because, text => text.Contains("post", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true, "Takes letters, and this review is too short for the post.")]
    [InlineData(false, null)]
    [InlineData(null, null)]
    public void Where_earlier_advice_was_granted_nobody_is_asked_by_letter(bool? granted, string? against)
    {
        var review = Given.Preparing() with
        {
            Expedite = new(new(2027, 1, 20), "Cold.", granted is { } given ? new(given, "r", "key-2", Given.Now) : null),
        };
        var both = ByLetter with { Id = "m-02", Channels = [Channel.Letter, Channel.Sms] };
        both = both with { Consent = [.. ByLetter.Consent, .. Residents.Resident("m-02").Consent] };
        var input = Residents.Routing([ByLetter.Fresh(), both.Fresh()]) with { Channels = [Channel.Sms, Channel.Letter] };

        var routed = PanelRouting.For(review, input);

        Assert.Equal(against is null ? [] : [against], Eligibility.ReasonsAgainst(routed.Board[0], routed));
        Assert.Empty(Eligibility.ReasonsAgainst(routed.Board[1], routed));
        Assert.Equal(against is null ? Channel.Letter : Channel.Sms, Eligibility.ChannelFor(both, routed));
    }

    [Fact]
    public void The_window_and_the_count_of_votes_are_longer_by_them_and_say_so()
    {
        var review = Given.Open();
        review = review with { Panel = review.Panel! with { PostageDays = 5 } };

        var asked = Inviting.InvitationSent(review, "m-01", Channel.Sms, Given.Calendar, Given.Now).State();

        Assert.Equal(Given.Calendar.EndOfWindow(Given.Now, 15, review.Policy.ClosesAt).At, asked.Window!.ClosesAt);
        Assert.Contains("5 of these business days are for the post", asked.Window.Because[^1], StringComparison.Ordinal);
        var without = Inviting.InvitationSent(Given.Open(), "m-01", Channel.Sms, Given.Calendar, Given.Now).State();
        Assert.Equal(Given.Close, without.Window!.ClosesAt);
        Assert.DoesNotContain(without.Window.Because, text => text.Contains("post", StringComparison.Ordinal));
    }

    [Fact]
    public void A_letter_shows_all_questions_and_waits_apart_from_calls_and_no_reminder_follows_where_the_post_has_no_days()
    {
        var review = PhoneCalls.Want(Given.Open(questions: 3), "m-01", MessagePurpose.Invitation, Given.Now, byLetter: true).State();
        Assert.True(Assert.Single(PhoneCalls.Wanted(review)).Call.ByLetter);
        Assert.Equal(["letter-wanted"],
            PhoneCalls.Want(Given.Open(), "m-01", MessagePurpose.Invitation, Given.Now, byLetter: true).Types());

        var noted = PhoneCalls.Note(review, "m-01", "key-2", Given.Calendar, Given.Now);

        Assert.Contains("letter-posted", noted.Types());
        var invitation = noted.State().InvitationOf("m-01")!;
        Assert.Equal((Channel.Letter, null), (invitation.Channel!.Value, invitation.Call));
        Assert.Equal([1, 2, 3], invitation.Shown!.Select(s => s.Question));
        Assert.Null(Reminders.Next(noted.State(), invitation, Given.Calendar, Given.Now.AddDays(30)));
        Assert.Null(ShowingQuestions.OwedAt(
            noted.State(), invitation with { LastReplyAt = Given.Now.AddDays(1), NextQuestion = 2 }, Given.Calendar));
    }

    [Fact]
    public void One_letter_reminds_once_silence_is_known_while_it_can_be_answered_by_post()
    {
        var asked = AskedByLetter(Given.Open());

        // Three business days of silence, after the five in which an answer may be in the post.
        var (purpose, at) = Reminders.Next(asked, asked.InvitationOf("m-01")!, Given.Calendar, Given.Now)!.Value;

        Assert.Equal(MessagePurpose.After(3), purpose);
        Assert.Equal(Given.Calendar.EndOfWindow(Given.Now, 8, asked.Policy.RemindsAt).At, at);
        Assert.Null(Next(ClosingAfter(12)));
        Assert.NotNull(Next(ClosingAfter(13)));
        Assert.Null(Next(asked with { Panel = asked.Panel! with { PostageDays = 0 } }));

        var wanted = PhoneCalls.Want(asked, "m-01", purpose, at, byLetter: true).State();
        Assert.Equal(purpose.Kind, Assert.Single(PhoneCalls.Wanted(wanted)).Call.Kind);
        var posted = PhoneCalls.Note(wanted, "m-01", "key-2", Given.Calendar, at.AddHours(3));
        Assert.Equal(["reminder-sent", "letter-posted"], posted.Types());
        var reminder = Assert.Single(posted.State().InvitationOf("m-01")!.Reminders);
        Assert.Equal(at.AddHours(3), reminder.SentAt);
        // Nobody knows when it comes: no alternate joins for the silence after it.
        Assert.Null(reminder.DeliveredAt);
        Assert.Null(AlternateTime.Of(posted.State(), posted.State().InvitationOf("m-01")!, Given.Calendar));
        Assert.Null(Next(posted.State()));

        Review ClosingAfter(int days) =>
            asked with { Window = asked.Window! with { ClosesAt = Given.Calendar.EndOfWindow(Given.Now, days, new(20, 0)).At } };

        static (MessagePurpose, DateTimeOffset)? Next(Review review) =>
            Reminders.Next(review, review.InvitationOf("m-01")!, Given.Calendar, Given.Now);
    }

    [Fact]
    public void The_preview_is_longer_by_the_post_in_reviews_whose_panel_was_chosen_since_read_backs_go_by_letter()
    {
        var closed = AskedByLetter(Given.Open()) with { Stage = ReviewStage.Preview, ClosedAt = Given.Close };
        DateTimeOffset After(int days) => Given.Calendar.EndOfWindow(Given.Close, days, closed.Policy.RemindsAt).At;

        var now = Reporting.GoesOutAt(closed, Given.Calendar)!;
        var before = Reporting.GoesOutAt(closed with { Panel = closed.Panel! with { PreviewPostageDays = 0 } }, Given.Calendar)!;

        Assert.Equal((After(7), After(2)), (now.At, before.At));
        Assert.Contains("5 of these business days are for the post", now.Because[^1], StringComparison.Ordinal);
        Assert.DoesNotContain(before.Because, line => line.Contains("post", StringComparison.Ordinal));
    }

    private static Review AskedByLetter(Review review)
    {
        review = review with { Panel = review.Panel! with { PostageDays = 5, PreviewPostageDays = 5 } };
        return Inviting.InvitationSent(review, "m-01", Channel.Letter, Given.Calendar, Given.Now).State();
    }
}
