using CtVoice.Core.Board;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.Drafts;
using CtVoice.Core.Reviews.FollowUps;

namespace CtVoice.Core.Tests.Reviews.Drafts;

/// <summary>What a recommendation says of where it comes from: never a vote that nobody took.</summary>
public sealed class OriginsTests
{
    [Theory]
    [InlineData("1", null, "comes from one or more residents")]
    [InlineData("1 2 3 4", null, "comes from one or more residents")]
    [InlineData("1 2 3 4 5", 5, "comes from 5 replies")]
    [InlineData("1 2 3 4 5 6", 6, "comes from 6 replies")]
    // Five replies of four residents are those of four.
    [InlineData("1 2 3 4 6", null, "comes from one or more residents")]
    public void The_number_of_replies_is_shown_from_five_residents_on(string from, int? replies, string inWords) =>
        Assert.Equal(new Origin(replies, inWords),
            Origins.Of(Reported(), Recommendation() with { From = [.. from.Split(' ').Select(n => int.Parse(n, null))] }));

    [Fact]
    public void Against_is_said_only_where_residents_were_asked_and_by_the_rule_of_tallies()
    {
        var review = Reported();
        var recommendation = Recommendation() with { Draft = 1, Opposes = [4, 5] };
        Assert.Null(Origins.Against(review, recommendation));
        // Whoever was shown another draft, or did not answer, was not asked about this one.
        Assert.Null(Origins.Against(review with { FollowUps = [ReadBack(4, draft: 2, 2), ReadBack(5, draft: 1, null)] }, recommendation));
        var asked = review with { FollowUps = [.. Enumerable.Range(1, 5).Select(n => ReadBack(n, draft: 1, n > 3 ? 2 : 1))] };
        Assert.Equal(new ShownOption(2, 2, null), Origins.Against(asked, recommendation));
        Assert.Null(Origins.Against(asked, recommendation with { Opposes = [5] }));
        Assert.Equal(new ShownOption(2, null, "some"),
            Origins.Against(asked with { FollowUps = [.. asked.FollowUps.Skip(1)] }, recommendation));
        Assert.Null(Origins.Against(asked, recommendation with { Opposes = [] }));
    }

    /// <summary>Replies 1 to 5 of five members, and a sixth of the first of them.</summary>
    private static Review Reported()
    {
        var review = Given.Reported();
        return review with
        { Replies = [.. Enumerable.Range(1, 6).Select(n => review.Replies[0] with { Number = n, MemberId = Member(n == 6 ? 1 : n) })] };
    }

    private static Recommendation Recommendation() => Given.Reported().Recommendations[0];

    private static FollowUp ReadBack(int member, int draft, int? choice) => new()
    {
        Number = member,
        MemberId = Member(member),
        Pseudonym = "resident",
        Kind = FollowUpKind.ReadBack,
        AskedAt = Given.Close,
        Shown = [new(draft, 1)],
        Pieces = choice is null ? [] : [new("sms|1", Channel.Sms, Given.Close, null, choice)],
    };

    private static string Member(int number) => FormattableString.Invariant($"m-{number:D2}");
}
