using CtVoice.Core.Board;
using CtVoice.Core.Reviews.FollowUps;

namespace CtVoice.Core.Tests.Reviews.FollowUps;

public sealed class SatisfactionTests
{
    [Theory]
    [InlineData("", false)]
    [InlineData("3", false)]
    [InlineData("33", true)]
    [InlineData("3312", true)]
    [InlineData("33122", false)]
    [InlineData("331--", true)]
    [InlineData("3333", true)]
    [InlineData("1-2", false)]
    public void Residents_are_not_answered_when_at_least_half_of_the_votes_and_at_least_two_say_no(string votes, bool notAnswered)
    {
        var review = Given.Reported() with { FollowUps = [.. votes.Select(Voted)] };

        Assert.Equal(notAnswered, Satisfaction.Of(review).NotAnswered);
        Assert.Equal(votes.Length, Satisfaction.Of(review).Asked);
        Assert.Equal(votes.Count(char.IsDigit), Satisfaction.Of(review).Replied);
    }

    [Fact]
    public void The_votes_are_counted_some_business_days_after_the_first_member_was_asked()
    {
        var review = Given.Reported() with { FollowUps = [Voted('-', 0) with { AskedAt = Given.Now.AddDays(1) }, Voted('1', 1)] };

        Assert.Equal(Given.Calendar.EndOfWindow(Given.Now, 5, new(20, 0)).At, Satisfaction.CountedAt(review, Given.Calendar)!.At);
        Assert.Null(Satisfaction.CountedAt(Given.Reported(), Given.Calendar));
    }

    private static FollowUp Voted(char vote, int index) => new()
    {
        Number = index + 1,
        MemberId = $"m-{index}",
        Pseudonym = $"resident-{index}",
        Kind = FollowUpKind.Satisfaction,
        AskedAt = Given.Now,
        Pieces = vote == '-' ? [] : [new($"sms|{index}", Channel.Sms, Given.Now, null, vote - '0')],
    };
}
