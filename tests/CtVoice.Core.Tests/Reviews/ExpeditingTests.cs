using CtVoice.Core.Board;
using CtVoice.Core.Calendar;
using CtVoice.Core.Projects;
using CtVoice.Core.Reviews;
using CtVoice.Core.Tests.Board;

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
        var end = EarliestEnd.Regular(Opens, ReviewPolicy.Default, BusinessCalendar.Connecticut);

        Assert.Equal(new DateOnly(2027, 1, 25), end.On);
        Assert.Equal(
            [
                "From Monday, January 4, 2027; the day on which a time begins does not count.",
                "2 business days to make the texts ready: Wednesday, January 6, 2027.",
                "What is asked can be stopped for 10 minutes and leaves between 9 AM and 8 PM: Wednesday, January 6, 2027, 10:10 AM.",
                "Monday, January 18, 2027 does not count: Martin Luther King Day.",
                "10 business days for residents to answer: Thursday, January 21, 2027.",
                "2 business days of preview before the report goes out: Monday, January 25, 2027.",
                "If fewer than 3 have answered by the close, 3 business days are added, once.",
            ], end.Because);
        Assert.Equal(new DateOnly(2027, 1, 13),
            EarliestEnd.Expedited(Opens, ReviewPolicy.Default, BusinessCalendar.Connecticut).On);
        // Released at 7:55 in the evening it leaves on the next morning, which is the day that does not count.
        Assert.Equal(new DateOnly(2027, 1, 14),
            EarliestEnd.Expedited(Opens.AddHours(9).AddMinutes(55), ReviewPolicy.Default, BusinessCalendar.Connecticut).On);
    }

    [Fact]
    public void The_earliest_end_counts_the_post_and_the_hours_of_public_notice_where_the_seats_can_be_a_majority()
    {
        Member[] board = [.. Enumerable.Range(1, 15).Select(n => Residents.Resident($"m-{n:00}"))];
        var policy = ReviewPolicy.Default with { NoticeHours = 24 };

        var end = EarliestEnd.Regular(
            Opens, policy, BusinessCalendar.Connecticut, BoardTime.Of(board, policy, new(2027, 1, 4)) with { PostageDays = 5 });

        Assert.Contains(
            "Those asked can be a majority of the board: question and date are public for 24 hours before: Thursday, January 7, 2027, "
                + "10:00 AM.", end.Because);
        Assert.Contains("15 business days for residents to answer, 5 of them for the post: Friday, January 29, 2027.", end.Because);
        Assert.Contains("7 business days of preview before the report goes out, 5 of them for the post: Tuesday, February 9, 2027.",
            end.Because);
        Assert.Equal(
            "If fewer than 3 have answered by the close, 8 business days are added, once, 5 of them for the post.", end.Because[^1]);
        Assert.Equal(24, BoardTime.Of(board, policy, new(2027, 1, 4)).NoticeHours);
        Assert.Equal(0, BoardTime.Of(board, ReviewPolicy.Default, new(2027, 1, 4)).NoticeHours);
        Assert.Equal(0, BoardTime.Of([.. board, .. board.Select(m => m with { Id = m.Id + "b" })], policy, new(2027, 1, 4)).NoticeHours);
    }

    [Fact]
    public void The_earliest_days_are_those_on_which_a_review_really_ends_whenever_its_project_comes()
    {
        var calendar = BusinessCalendar.Connecticut.With(ClosingDays.None.With(new(2027, 1, 6), "Snow", Opens.AddDays(-40)).Days);
        ReviewPolicy[] rules =
        [
            ReviewPolicy.Default, ReviewPolicy.Default.For(ProjectKind.PublicationCheck), ReviewPolicy.Default with { StopForMinutes = 0 },
            ReviewPolicy.Default with { StopForMinutes = null, ExpeditedBusinessDays = 7, TextsDigestAfter = 1, PreviewBusinessDays = 3 },
            // Public notice before a majority is asked, and a board of which somebody takes letters.
            ReviewPolicy.Default with { NoticeHours = 30 },
        ];
        var tried = 0;
        foreach (var policy in rules)
        {
            var board = new BoardTime(policy.NoticeHours is null ? 0 : 5, policy.NoticeHours ?? 0);
            // Each ten minutes of some days around the turn of the year, nights, weekends and days off among them.
            for (var now = Opens.AddDays(-14); now < Opens.AddDays(14); now = now.AddMinutes(170))
            {
                var earliest = EarliestEnd.Expedited(now, policy, calendar, board).On;
                Assert.Equal(earliest, EndsOn(earliest, consent: true, released: now));
                Assert.True(EndsOn(calendar.AddBusinessDays(earliest, -1), consent: true, released: now) > earliest.AddDays(-1));

                var ready = calendar.EndOfWindow(now, policy.TextsDigestAfter, policy.RemindsAt).At;
                Assert.Equal(EarliestEnd.Regular(now, policy, calendar, board).On, EndsOn(earliest, consent: false, ready));
                tried++;
            }

            DateOnly EndsOn(DateOnly adviceBy, bool consent, DateTimeOffset released)
            {
                var review = Wanted(adviceBy.ToString("O", null), consent) with
                {
                    Policy = policy,
                    StageSince = released,
                    Panel = new([new("m-1", "A", "en", "")], [], [], [], [])
                    { PostageDays = board.PostageDays, PreviewPostageDays = board.PostageDays, ReachesMajority = true },
                    Released = [new("en", "k", released, null)],
                    ClosingDays = ClosingDays.None.With(new(2027, 1, 6), "Snow", Opens.AddDays(-40)).Days,
                };
                // The window opens with the first message that leaves.
                var asked = SendingHours.FirstFrom(Departing.AsksAt(review)!.Value);
                var close = calendar.EndOfWindow(
                    asked, Expediting.WindowDays(review, calendar, asked) + Postage.Of(review), policy.ClosesAt).At;
                var report = Reporting.GoesOutAt(
                    review with { Stage = ReviewStage.Preview, Window = new(asked, close, []), ClosedAt = close }, calendar);
                return LocalTime.DateIn(BusinessCalendar.Zone, report!.At);
            }
        }
        Assert.True(tried > 1100);
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
