using CtVoice.Core.Accountability;
using CtVoice.Core.Calendar;
using CtVoice.Core.Notices;

namespace CtVoice.Core.Tests.Notices;

public sealed class GatheringTests
{
    // Monday, January 11, 2027. January 18 is a holiday.
    private static readonly DateTimeOffset Monday = At(11, 9, 30);
    private static readonly TimeSpan Settling = Gathering.Settling;

    [Fact]
    public void The_first_notice_of_a_day_waits_ten_minutes_for_others_and_all_leave_together()
    {
        var first = Notice(NoticeKinds.ReportOut, Monday);
        Assert.Equal(Monday + Settling, Now([first], null, Monday).Again);
        var second = Notice(NoticeKinds.ReviewStarted, Monday.AddMinutes(9));
        Assert.Equal([first, second], Now([first, second], null, Monday + Settling).Leaving);
    }

    [Fact]
    public void After_a_mail_whatever_is_told_once_a_day_waits_for_nine_on_the_next_business_day()
    {
        var late = Notice(NoticeKinds.ReportOut, Monday.AddHours(2));
        Assert.Equal(([], At(12, 9)), Now([late], Monday, Monday.AddHours(3)));
        Assert.Equal([late], Now([late], Monday, At(12, 9)).Leaving);
        // Friday the 15th: the weekend and Martin Luther King Day lie between.
        Assert.Equal(At(19, 9), Now([Notice(NoticeKinds.ReportOut, At(15, 12))], At(15, 9), At(15, 13)).Again);
    }

    [Fact]
    public void A_day_is_Connecticuts_and_not_UTCs()
    {
        // 19:30 and 20:30 in Connecticut are two days in UTC.
        var late = Notice(NoticeKinds.ReportOut, At(11, 20, 30));
        Assert.Equal(At(12, 9), Now([late], At(11, 18, 30), At(11, 20, 40)).Again);
    }

    [Theory]
    [InlineData(NoticeKinds.DateMoved)]
    [InlineData(NoticeKinds.ReviewCancelled)]
    [InlineData(NoticeKinds.AnswerOverdue)]
    [InlineData(NoticeKinds.NotDelivered)]
    [InlineData(NoticeKinds.GuardrailBroken)]
    public void What_cannot_wait_leaves_on_any_day_at_any_hour_and_takes_along_what_waits(string kind)
    {
        var waits = Notice(NoticeKinds.ReportOut, Monday.AddHours(2));
        var urgent = Notice(kind, At(11, 23));
        Assert.Equal(At(11, 23, 10), Now([waits, urgent], Monday, At(11, 23)).Again);
        Assert.Equal([waits, urgent], Now([waits, urgent], Monday, At(11, 23, 10)).Leaving);
    }

    [Fact]
    public void Nothing_waits_nothing_leaves() => Assert.Equal(([], null), Now([], Monday, Monday));

    [Fact]
    public void A_mailbox_is_told_what_it_wants_and_all_of_it_when_it_names_nothing()
    {
        var contact = new AgencyContact("DSS", "c-1", "office@example.org", "Data governance mailbox", [], Monday, "k-1");
        Assert.All(NoticeKinds.All, kind => Assert.True(contact.Wants(kind)));
        Assert.Equal(
            [NoticeKinds.AnswerOverdue, NoticeKinds.NotDelivered, NoticeKinds.GuardrailDue, NoticeKinds.GuardrailBroken],
            NoticeKinds.All.Where((contact with { Notices = ["overdue"] }).Wants).Select(k => k.Name));
        Assert.DoesNotContain("example.org", contact.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_wrong_with_a_mailbox_is_said_at_its_field_and_never_repeats_it()
    {
        var faults = AgencyContact.Check("Dana at example.org", " ", ["overdue", "everything"]);
        Assert.Equal(["/address", "/label", "/notices/1"], faults.Select(f => f.Pointer));
        Assert.DoesNotContain(faults, f => f.Message.Contains("Dana", StringComparison.Ordinal));
        Assert.Empty(
            AgencyContact.Check("data.governance@example.org", "Data governance mailbox", ["started", "moved", "report", "overdue"]));
    }

    private static (IReadOnlyList<WaitingNotice> Leaving, DateTimeOffset? Again) Now(IReadOnlyList<WaitingNotice> waiting,
        DateTimeOffset? toldAt, DateTimeOffset now) =>
        Gathering.Now(waiting, toldAt, BusinessCalendar.Connecticut, now);

    private static WaitingNotice Notice(string kind, DateTimeOffset at) => new($"n|{kind}", "r-1", NoticeKinds.Of(kind), at);

    private static DateTimeOffset At(int day, int hour, int minute = 0) =>
        LocalTime.InstantOf(new(2027, 1, day), new(hour, minute), LocalTime.Connecticut);
}
