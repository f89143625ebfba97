using CtVoice.Core.Accountability;
using CtVoice.Core.Ledger;
using CtVoice.Core.Reviews;
using CtVoice.Core.Subscriptions;
using CtVoice.Core.Tests.Architecture;
using CtVoice.Core.Tests.Projects;
using CtVoice.Core.Tests.Reviews;

namespace CtVoice.Core.Tests.Subscriptions;

/// <summary>Which steps of the ledger agencies are told of.</summary>
public sealed class ReviewEventTests
{
    [Fact]
    public void Every_step_that_is_told_is_one_that_some_decision_writes()
    {
        var decisions = string.Concat(SourceTree.Files("core/CtVoice.Core")
            .Select(f => File.ReadAllText(Path.Combine(Repository.Root, f)))
            .Where(code => code.Contains("LedgerDraft", StringComparison.Ordinal)));

        Assert.Equal([], ReviewEvent.Steps.Where(step => !decisions.Contains($"\"{step}\"", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("reminder-before-5", "ctvoice.answer.due")]
    [InlineData("promise-before-30", "ctvoice.commitment.due")]
    public void A_reminder_is_told_once_for_each_recommendation_that_it_names(string kind, string type)
    {
        var reported = Given.Reported();
        var told = Told(reported, EndingParts.NoticeSent(reported, new("DSS", kind, Given.Close, [1, 4], Given.Now)).Change!);

        Assert.Equal([("r-1-addressee-reminded-3-1", type, 1), ("r-1-addressee-reminded-3-4", type, 4)],
            told.Select(t => (t.Id, t.Type, t.Recommendation!.Value)));
    }

    [Fact]
    public void A_released_text_is_told_of_when_it_went_out_and_with_the_supplement_where_it_waits_for_that()
    {
        var closed = Given.Closed();
        var before = Given.Released(closed, 1, "Take names out.", Given.Close.AddHours(1)).Change!;
        var reported = Given.ReportedWithWaiting();
        var waits = Given.Released(reported, 2, "Ask first.", reported.Report!.SentAt.AddDays(1)).Change!;
        var supplement = Supplementing.Send(waits.State, Given.Calendar, reported.Supplement!.DueAt).Change!;
        var everybody =
            Given.Released(reported, 1, "Names out.", reported.Report.SentAt.AddDays(1), Core.Reviews.Drafts.Audience.Public).Change!;

        Assert.Empty(Told(before.State, before));
        // Nor does the report bring up what was released before it.
        Assert.Empty(Told(reported, before));
        Assert.Empty(Told(waits.State, waits));
        Assert.Equal(["ctvoice.report.supplement-sent", "ctvoice.recommendation.made"], Told(supplement.State, supplement)
            .Select(t => t.Type));
        // The public text of advice that went out is there at once.
        Assert.Equal(["ctvoice.report.text-released"], Told(everybody.State, everybody).Select(t => t.Type));
    }

    private static IEnumerable<ReviewEvent> Told(Review review, Decision change) =>
        change.Ledger.SelectMany(draft => ReviewEvent.Of(review, new LedgerEntry(7, $$"""
            {"type":"{{draft.Type}}","at":"{{change.At:O}}","facts":{{draft.Facts.ToJsonString()}}}
            """, ""), 3));
}
