using CtVoice.Core.Accountability;
using CtVoice.Core.Board;
using CtVoice.Core.Calendar;
using CtVoice.Core.Notices;
using CtVoice.Core.Projects;
using CtVoice.Core.Reviews;
using CtVoice.Core.Tests.Reviews;

namespace CtVoice.Core.Tests.Accountability;

/// <summary>An agency is reminded of a guardrail on the mornings of a commitment, and once when it is broken.</summary>
public sealed class GuardrailRemindersTests
{
    private const string Due = NoticeKinds.GuardrailDue;
    private const string Broken = NoticeKinds.GuardrailBroken;

    // Promised by Wednesday, June 30; the report is out on May 20.
    internal static readonly Review Reported = Staged.Preparing(project: Staged.Project with
    {
        Dppeia = new("dppeia/provisional-1",
            [new("potential-harms", "Much.", DppeiaRisk.High, "No maps.", "HMIS manager", GuardrailBy: new(2027, 6, 30))]),
    }) with
    { Stage = ReviewStage.Answering, Report = new(Morning(5, 20), 12, 9, false, 0) };

    [Theory]
    [InlineData(5, 30, null, 0, 0)]
    // Thirty days before is Memorial Day.
    [InlineData(5, 31, null, 0, 0)]
    [InlineData(6, 1, Due, 6, 1)]
    [InlineData(6, 7, Due, 6, 1)]
    [InlineData(6, 8, null, 0, 0)]
    [InlineData(6, 30, Due, 6, 30)]
    [InlineData(7, 1, Broken, 7, 1)]
    [InlineData(7, 7, Broken, 7, 1)]
    [InlineData(7, 8, null, 0, 0)]
    [InlineData(12, 1, null, 0, 0)]
    public void A_reminder_is_for_the_morning_and_made_up_for_within_a_week(int month, int day, string? kind, int onMonth, int onDay) =>
        Assert.Equal(kind is null ? [] : [new(kind, "DSS", Morning(onMonth, onDay))], On(Reported, month, day));

    [Fact]
    public void Nobody_is_reminded_before_the_report_after_an_end_or_of_what_is_kept()
    {
        Assert.Empty(On(Reported with { Report = null }, 6, 30));
        Assert.Empty(On(Reported with { Stage = ReviewStage.Cancelled }, 6, 30));
        var kept = Guarding.Show(Reported, 1, "Done.", null, "k-1", Morning(6, 29)).Change!.State;
        Assert.Empty(On(kept, 6, 30));
        Assert.Empty(On(kept, 7, 1));
        Assert.Empty(GuardrailReminders.About(kept, Due, Morning(6, 30), Staged.Workdays));
        Assert.Single(GuardrailReminders.About(Reported, Due, Morning(6, 30), Staged.Workdays));
    }

    [Fact]
    public void Rejected_evidence_another_day_and_a_late_report_begin_anew_and_what_was_past_by_then_is_not_told()
    {
        var shown = Guarding.Show(Reported, 1, "Done.", null, "k-1", Morning(6, 29)).Change!.State;
        // On a Friday: broken on Monday.
        var rejected = Guarding.Judge(shown, 1, false, "It names no map.", "k-2", Morning(7, 9)).Change!.State;
        Assert.Empty(On(rejected, 7, 9));
        Assert.Equal([new(Broken, "DSS", Morning(7, 12))], On(rejected, 7, 12));

        var moved = Guarding.Move(Reported, 1, new(2027, 8, 31), "The vendor is late.", "k-1", Morning(7, 2)).Change!.State;
        Assert.Empty(On(moved, 7, 2));
        // The first of August is a Sunday.
        Assert.Equal([new(Due, "DSS", Morning(8, 2))], On(moved, 8, 2));
        Assert.Equal([new(Broken, "DSS", Morning(9, 1))], On(moved, 9, 1));

        var late = Reported with { Report = Reported.Report! with { SentAt = Morning(8, 3) } };
        Assert.Empty(On(late, 8, 3));
        Assert.Equal([new(Broken, "DSS", Morning(8, 4))], On(late, 8, 4));
    }

    [Fact]
    public void A_closing_day_that_is_entered_on_its_day_makes_no_second_reminder_and_one_known_before_moves_it()
    {
        Review Closed(DateTimeOffset known) => Reported with { ClosingDays = [new(new(2027, 6, 30), "Flood.", known)] };

        Assert.Equal([new(Due, "DSS", Morning(6, 30))], On(Closed(Morning(6, 30)), 6, 30));
        Assert.Empty(On(Closed(Morning(6, 29)), 6, 30));
        Assert.Equal([new(Broken, "DSS", Morning(7, 1))], On(Closed(Morning(6, 29)), 7, 1));
    }

    [Fact]
    public void The_mail_names_those_that_still_need_it_with_day_and_page_and_the_mark_of_a_practice()
    {
        var mail = Mail(Reported, Due, 30)!;
        Assert.Equal("A guardrail is due: " + Reported.Title, mail.Subject);
        Assert.Contains("Guardrail 1 is to be in place by Wednesday, June 30, 2027.", mail.Text, StringComparison.Ordinal);
        Assert.Contains("https://x/agency/reviews/r-1/guardrails", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("HMIS manager", mail.Text, StringComparison.Ordinal);
        var practice = Reported with { Id = "p-1", Title = Practising.Marked(Reported.Title) };
        Assert.Contains(Practising.Mark, Mail(practice, Due, 30)!.Subject, StringComparison.Ordinal);
        Assert.Null(Mail(Reported, Due, 29));
        Assert.Null(Mail(Guarding.Show(Reported, 1, "Done.", null, "k-1", Morning(6, 30)).Change!.State, Due, 30));
    }

    [Fact]
    public void Two_that_broke_on_two_days_and_are_told_in_one_mail_are_both_named()
    {
        var two = Staged.Preparing(project: Staged.Project with
        {
            Dppeia = new("dppeia/provisional-1",
            [
                new("potential-harms", "Much.", DppeiaRisk.High, "No maps.", GuardrailBy: new(2027, 6, 29)),
                new("dissemination", "Some.", DppeiaRisk.High, "A talk.", GuardrailBy: new(2027, 6, 30)),
            ]),
        }) with
        { Stage = ReviewStage.Answering, Report = Reported.Report };

        var mail = NoticeMail.Of(
            "DSS", [.. new[] { Morning(6, 30), Morning(7, 1) }.Select((at, i) =>
                (two, new WaitingNotice($"n{i}", two.Id, NoticeKinds.Of(Broken), at)))], path => "https://x" + path, Staged.Workdays)!;

        Assert.Contains("Guardrail 1 was", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Guardrail 2 was", mail.Text, StringComparison.Ordinal);
    }

    private static Core.Conversations.Words.Wording? Mail(Review review, string kind, int day) => NoticeMail.Of(
        "DSS", [(review, new("n", review.Id, NoticeKinds.Of(kind), Morning(6, day)))], path => "https://x" + path, Staged.Workdays);

    private static IReadOnlyList<Effect.Tell> On(Review review, int month, int day) => GuardrailReminders.Of(
        review, Staged.Workdays, LocalTime.InstantOf(new(2027, month, day), new(3, 30), BusinessCalendar.Zone));

    private static DateTimeOffset Morning(int month, int day) =>
        LocalTime.InstantOf(new(2027, month, day), new(10, 0), BusinessCalendar.Zone);
}
