using CtVoice.Core.Board;

namespace CtVoice.Core.Tests.Board;

public sealed class RenewingTests
{
    private static readonly DateOnly Today = new(2027, 2, 1);
    private static readonly Member Serving = Residents.Resident("m-01") with { Term = new(new(2025, 3, 1), new(2027, 2, 28)) };

    [Fact]
    public void A_renewed_term_keeps_its_first_day_and_what_it_was_before()
    {
        var once = Renewing.Renew(Serving, new(2029, 2, 28), Today, "k-1");
        var twice = Renewing.Renew(once, new(2030, 2, 28), Today.AddDays(1), "k-2");

        Assert.Equal(new DaySpan(new(2025, 3, 1), new(2030, 2, 28)), twice.Term);
        Assert.Equal([new(Serving.Term, Today, "k-1"), new(once.Term, Today.AddDays(1), "k-2")], twice.Renewals!);
    }

    [Fact]
    public void Only_a_term_that_ends_and_of_somebody_who_is_there_is_renewed_to_a_later_day_that_is_no_slip()
    {
        Assert.Null(Renewing.Refusal(Serving, new(2027, 3, 1), Today));
        Assert.Null(Renewing.Refusal(Serving, Today.AddYears(Renewing.LongestYears), Today));
        Assert.NotNull(Renewing.Refusal(Serving, Today.AddYears(Renewing.LongestYears).AddDays(1), Today));
        Assert.NotNull(Renewing.Refusal(Serving, Serving.Term.To!.Value, Today));
        Assert.NotNull(Renewing.Refusal(Serving with { Term = new(new(2020, 1, 1), new(2022, 1, 1)) }, Today.AddDays(-1), Today));
        Assert.NotNull(Renewing.Refusal(Serving with { Term = new(new(2025, 3, 1)) }, new(2029, 2, 28), Today));
        Assert.NotNull(Renewing.Refusal(Serving with { State = MemberState.Left }, new(2029, 2, 28), Today));
        Assert.NotNull(Renewing.Refusal(Serving with { Erased = true }, new(2029, 2, 28), Today));
    }

    [Fact]
    public void A_file_that_knows_only_the_term_before_does_not_cut_a_renewed_one()
    {
        var renewed = Renewing.Renew(Serving, new(2029, 2, 28), Today, "k-1");
        var other = new DaySpan(new(2025, 3, 1), new(2028, 2, 28));

        Assert.Equal(renewed.Term, Renewing.TermAfter(renewed, Serving.Term));
        Assert.Equal(other, Renewing.TermAfter(renewed, other));
        Assert.Equal(other, Renewing.TermAfter(Serving, other));
    }

    [Fact]
    public void Terms_that_end_are_listed_whoever_waits_longest_first()
    {
        var board = new[]
        {
            Serving, Serving with { Id = "m-02", Term = new(new(2024, 1, 1), new(2027, 1, 31)) },
            Serving with { Id = "m-03", Term = new(new(2024, 1, 1), new(2027, 3, 4)) }, Serving with { Id = "m-04", Term = new(Today) },
            Serving with { Id = "m-05", State = MemberState.Left }, Serving with { Id = "m-06", Erased = true },
            Serving with { Id = "m-00", State = MemberState.Paused },
        };

        Assert.Equal(
            [("m-02", true), ("m-00", false), ("m-01", false), ("m-03", false)],
            Renewing.Ending(board, Today, new(2027, 3, 4)).Select(term => (term.MemberId, term.Ended)));
        Assert.Equal(["m-02"], Renewing.Ending(board, Today, new(2027, 2, 27)).Select(term => term.MemberId));
    }
}
