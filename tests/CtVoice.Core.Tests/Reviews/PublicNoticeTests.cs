using CtVoice.Core.Reviews;

namespace CtVoice.Core.Tests.Reviews;

public sealed class PublicNoticeTests
{
    private static readonly ReviewPolicy Noticed = Given.AtOnce with { NoticeHours = 24 };

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void A_majority_is_asked_no_earlier_than_the_notice_has_stood_and_nobody_else_waits(bool majority, bool wanted)
    {
        var review = Ready(majority, wanted ? Noticed : Given.AtOnce);

        var notice = PublicNotice.Of(review);

        Assert.Equal(majority && wanted, notice is not null);
        Assert.Equal(Given.Now.AddHours(notice is null ? 0 : 24), Departing.AsksAt(review));
        Assert.Equal(notice is null, Inviting.Open(review, Given.Now.AddHours(23)).Change is not null);
        if (notice is not null)
        {
            Assert.Equal((Given.Now, Given.Now.AddHours(24), null), (notice.PublishedAt, notice.AsksFrom, notice.Until));
            Assert.Null(Inviting.Open(review, Given.Now.AddHours(24).AddSeconds(-1)).Change);
        }
        Assert.NotNull(Inviting.Open(review, Given.Now.AddHours(24)).Change);
    }

    [Fact]
    public void It_stands_until_the_close_and_says_until_when_residents_answer()
    {
        var open = Inviting.Open(Ready(true, Noticed), Given.Now.AddHours(24)).State();
        var asked = Inviting.InvitationSent(open, "m-01", Core.Board.Channel.Sms, Given.Calendar, Given.Now.AddHours(25)).State();

        Assert.Equal((Given.Now.AddHours(25), asked.Window!.ClosesAt), (PublicNotice.Of(asked)!.AsksFrom, PublicNotice.Of(asked)!.Until));
        Assert.Null(PublicNotice.Of(Closing.Close(
            asked with { Policy = asked.Policy with { Quorum = 0 } }, Given.Calendar,
            asked.Window.ClosesAt + asked.Policy.Settling).State()));
    }

    [Fact]
    public void A_text_that_is_released_once_asking_has_begun_does_not_move_the_day_on_which_the_notice_was_published()
    {
        var open = Inviting.Open(Ready(true, Noticed), Given.Now.AddHours(24)).State();

        var later = open with { Released = [.. open.Released, new("pl", "key-2", Given.Now.AddHours(48), null)] };

        Assert.Equal(PublicNotice.Of(open), PublicNotice.Of(later));
        Assert.Equal(Given.Now, PublicNotice.Of(later)!.PublishedAt);
    }

    [Fact]
    public void Off_is_what_ships() => Assert.Null(ReviewPolicy.Default.NoticeHours);

    private static Review Ready(bool majority, ReviewPolicy policy)
    {
        var review = Given.Preparing(policy);
        review = review with { Panel = review.Panel! with { ReachesMajority = majority } };
        foreach (var language in ReleasingTexts.Missing(review))
            review = ReleasingTexts.Release(review, new(language), [], "key-2", Given.Now).State();
        return review;
    }
}
