using CtVoice.Core.Calendar;
using CtVoice.Core.Lists;
using CtVoice.Core.Notices;
using CtVoice.Core.Reviews;
using CtVoice.Core.Storage;
using CtVoice.Core.Tests.Accountability;
using CtVoice.Core.Tests.Reviews;

namespace CtVoice.Core.Tests.Notices;

public sealed class GuardrailRemindingTests
{
    private static readonly DateTimeOffset Now = new(2031, 3, 5, 14, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_review_without_an_open_guardrail_is_not_even_read_and_one_of_a_row_of_before_is()
    {
        var desk = new Desk(Now);
        await desk.AddReviewAsync("r-1", "Benefits and shelters", ReviewStage.Answering);
        await desk.Tables.Records.SubmitAsync("review|r-1",
            [new TableOperation.Upsert(new TableRow("review|r-1", "head").WithText("not json"))]);
        var night = new GuardrailReminding(desk.Lists, desk.Reviews, null!, BusinessCalendar.Connecticut, desk.Time);

        await night.RunAsync();

        // Rows that were written before this was kept say nothing of guardrails.
        var row = Assert.Single((await desk.Lists.ReadAsync(ReviewLists.OfYear(2031), 10, null)).Rows);
        await desk.Tables.Records.SubmitAsync(row.Partition, [new TableOperation.Upsert(row.With("unguarded", null))]);
        await Assert.ThrowsAnyAsync<Exception>(() => night.RunAsync());
    }

    [Fact]
    public void The_row_of_a_review_says_so_once_nothing_is_open()
    {
        var open = GuardrailRemindersTests.Reported;
        var kept = Core.Accountability.Guarding.Show(open, 1, "Done.", null, "k-1", Now).Change!.State;

        Assert.False(Unguarded(open));
        Assert.True(Unguarded(kept));
        Assert.True(Unguarded(open with { Stage = ReviewStage.Cancelled }));
        Assert.True(Unguarded(open with { Guardrails = [] }));

        static bool Unguarded(Review review) => ReviewLists.RowsOf(new(review, "", null!, 1, null))
            .Single(r => r.Partition == ReviewLists.OfYear(review.SubmittedAt.UtcDateTime.Year)).Row!.Flag("unguarded");
    }
}
