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
        var policy = ReviewPolicy.Default;

        Assert.Equal(0, Postage.DaysFor([Residents.Resident("m-02")], policy));
        Assert.Equal(Postage.Default, Postage.DaysFor([Residents.Resident("m-02"), ByLetter], policy));
        Assert.Equal(2, Postage.DaysFor([ByLetter], policy with { PostageBusinessDays = 2 }));
        Assert.Equal(0, Postage.DaysFor([ByLetter with { State = MemberState.Left }, ByLetter with { Consent = [] }], policy));
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
    public void A_letter_shows_all_questions_is_never_followed_by_a_reminder_and_waits_apart_from_calls()
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
}
