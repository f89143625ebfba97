using CtVoice.Core.Calendar;
using CtVoice.Core.Reviews;

namespace CtVoice.Core.Tests.Reviews;

public sealed class ExpeditingTests
{
    // A Monday; January 18 is Martin Luther King Day.
    private static readonly DateTimeOffset Opens = new(2027, 1, 4, 15, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("2027-01-15", 7)]
    [InlineData("2027-01-19", 8)]
    [InlineData("2027-03-01", 10)]
    [InlineData("2027-01-12", 5)]
    [InlineData("2026-12-01", 5)]
    public void The_window_leaves_the_preview_before_the_day_and_never_falls_below_five(string adviceBy, int days) =>
        Assert.Equal(days, Expediting.WindowDays(Wanted(adviceBy, consent: true), BusinessCalendar.Connecticut, Opens));

    [Theory]
    [InlineData(false)]
    [InlineData(null)]
    public void Without_consent_the_window_is_the_regular_one(bool? consent) =>
        Assert.Equal(10, Expediting.WindowDays(Wanted("2027-01-15", consent), BusinessCalendar.Connecticut, Opens));

    [Theory]
    [InlineData(ReviewStage.Submitted, true)]
    [InlineData(ReviewStage.Preparing, true)]
    [InlineData(ReviewStage.Open, false)]
    [InlineData(ReviewStage.Cancelled, false)]
    public void Consent_comes_before_anybody_is_asked(ReviewStage stage, bool taken) =>
        Assert.Equal(taken, Expediting.Decide(Wanted("2027-01-15", null) with { Stage = stage }, true, "Cold.", "k", Opens).Result);

    [Fact]
    public void The_earliest_end_names_every_step_and_every_day_off()
    {
        var end = EarliestEnd.Regular(new(2027, 1, 4), ReviewPolicy.Default, BusinessCalendar.Connecticut);

        Assert.Equal(new DateOnly(2027, 1, 25), end.On);
        Assert.Equal(5, end.Because.Count);
        Assert.StartsWith("Monday, January 18, 2027 does not count: Martin Luther King", end.Because[2], StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2027, 1, 13),
            EarliestEnd.Expedited(new(2027, 1, 4), ReviewPolicy.Default, BusinessCalendar.Connecticut).On);
    }

    private static Review Wanted(string adviceBy, bool? consent) => new()
    {
        Id = "r-1",
        Agency = "DMHAS",
        Title = "t",
        Policy = ReviewPolicy.Default,
        PseudonymSalt = "00",
        SubmittedAt = Opens,
        StageSince = Opens,
        Agencies = ["DMHAS"],
        Questions = [],
        Stage = ReviewStage.Preparing,
        Expedite = new(DateOnly.Parse(adviceBy, null), "Cold.", consent is { } given ? new(given, "r", "k", Opens) : null),
    };
}
