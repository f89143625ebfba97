using CtVoice.Core.Calendar;
using CtVoice.Core.Conversations.OnCall;

namespace CtVoice.Core.Tests.Conversations.OnCall;

public sealed class PagingTests
{
    // Monday, January 11, 2027, 9:13.
    private static readonly DateTimeOffset Start = At(11, 9, 13);
    private static readonly DutyHours Always = new([.. Enum.GetValues<DayOfWeek>()], default, default);
    private static readonly OnCallPerson[] Three = [Person("oc-1"), Person("oc-2"), Person("oc-3")];

    [Fact]
    public void Each_is_told_after_fifteen_minutes_in_the_order_of_the_list_twice_round_and_then_opm()
    {
        var (told, escalated, alert) = Play(Three, untilMinute: 200);
        Assert.Equal(["oc-1 0", "oc-2 15", "oc-3 30", "oc-1 45", "oc-2 60", "oc-3 75"], told);
        Assert.Equal(90, escalated);
        Assert.IsType<PagingStep.Rest>(Paging.Next(alert, Three, [], Start.AddHours(30)));
    }

    [Fact]
    public void Whoever_has_it_has_until_an_hour_after_they_were_told()
    {
        var alert = Paging.Page(New, Three[0], Start);
        alert = Assert.IsType<Taking.Yours>(Paging.Take(alert, "oc-1", Start.AddMinutes(11))).Alert;
        Assert.Equal(Start.AddMinutes(60), Assert.IsType<PagingStep.Wait>(Paging.Next(alert, Three, [], Start.AddMinutes(59))).Until);
        var next = Assert.IsType<PagingStep.Page>(Paging.Next(alert, Three, [], Start.AddMinutes(60))).Person;
        Assert.Equal("oc-2", next.Id);
        Assert.Null(Paging.Page(alert, next, Start.AddMinutes(60)).Taken);
    }

    [Fact]
    public void The_minute_before_the_time_is_waited_for_and_the_time_itself_is_not()
    {
        var alert = Paging.Page(New, Three[0], Start);
        Assert.IsType<PagingStep.Wait>(Paging.Next(alert, Three, [], Start + Paging.ToTake - TimeSpan.FromTicks(1)));
        Assert.IsType<PagingStep.Page>(Paging.Next(alert, Three, [], Start + Paging.ToTake));
    }

    [Fact]
    public void Whoever_could_not_be_reached_or_passes_it_on_is_followed_at_once()
    {
        var alert = Paging.PassOn(Paging.Page(New, Three[0], Start));
        Assert.Equal("oc-2", Assert.IsType<PagingStep.Page>(Paging.Next(alert, Three, [], Start)).Person.Id);
    }

    [Fact]
    public void Who_works_for_an_agency_of_the_review_is_told_of_nothing()
    {
        OnCallPerson[] people = [Person("oc-1") with { WorksFor = "DSS" }, Person("oc-2")];
        Assert.Equal("oc-2", Assert.IsType<PagingStep.Page>(Paging.Next(New, people, ["DSS", "DOH"], Start)).Person.Id);
        Assert.IsType<PagingStep.Escalate>(Paging.Next(New, [people[0]], ["DSS"], Start));
    }

    [Fact]
    public void In_an_hour_that_is_nobodys_opm_is_told_at_once_and_the_next_duty_is_waited_for()
    {
        OnCallPerson[] people = [Person("oc-1") with { Duty = [new([DayOfWeek.Tuesday], new(8, 0), new(17, 0))] }];
        Assert.IsType<PagingStep.Escalate>(Paging.Next(New, people, [], Start));
        var told = New with { EscalatedAt = Start };
        Assert.Equal(At(12, 8), Assert.IsType<PagingStep.Wait>(Paging.Next(told, people, [], Start)).Until);
        Assert.Equal("oc-1", Assert.IsType<PagingStep.Page>(Paging.Next(told, people, [], At(12, 8))).Person.Id);
    }

    [Fact]
    public void One_has_it_and_who_was_not_told_cannot()
    {
        var alert = Paging.Page(New, Three[0], Start);
        Assert.IsType<Taking.NotTold>(Paging.Take(alert, "oc-2", Start));
        var taken = Assert.IsType<Taking.Yours>(Paging.Take(alert, "oc-1", Start.AddMinutes(2))).Alert;
        Assert.Same(taken, Assert.IsType<Taking.Yours>(Paging.Take(taken, "oc-1", Start.AddMinutes(9))).Alert);
        // Told again meanwhile, by a race: who has it has it.
        var two = taken with { Pages = [.. taken.Pages, new("oc-2", Start.AddMinutes(1))] };
        Assert.Equal(Start.AddMinutes(2), Assert.IsType<Taking.Others>(Paging.Take(two, "oc-2", Start.AddMinutes(3))).Since);
    }

    [Theory]
    [InlineData(11, 22, 0, true)]
    [InlineData(12, 5, 59, true)]
    [InlineData(12, 6, 0, false)]
    [InlineData(11, 21, 59, false)]
    [InlineData(13, 3, 0, false)]
    public void Hours_past_midnight_belong_to_the_day_on_which_they_begin(int day, int hour, int minute, bool on) =>
        Assert.Equal(on, new DutyHours([DayOfWeek.Monday], new(22, 0), new(6, 0)).Cover(At(day, hour, minute)));

    [Fact]
    public void Hours_that_are_nobodys_are_found_also_when_half_an_hour_lacks()
    {
        Assert.Empty(DutyHours.Gaps([Always]));
        var days = new DutyHours([.. Enum.GetValues<DayOfWeek>()], new(8, 30), new(20, 0));
        var nights = new DutyHours([.. Enum.GetValues<DayOfWeek>()], new(20, 0), new(8, 0));
        Assert.Equal(7, DutyHours.Gaps([days, nights]).Count);
        Assert.All(DutyHours.Gaps([days, nights]), gap => Assert.Equal(8, gap.Hour));
        Assert.Equal(168, DutyHours.Gaps([]).Count);
    }

    [Theory]
    [InlineData("OK 4821", "4821")]
    [InlineData("ok4821", "4821")]
    [InlineData(" Okay, 4821! ", "4821")]
    [InlineData("Ok.", "")]
    [InlineData("OK 4821 but I cannot", null)]
    [InlineData("4821", null)]
    [InlineData("not ok 4821", null)]
    [InlineData("OK 48", null)]
    public void Ok_and_a_number_are_heard_and_nothing_longer(string text, string? number) => Assert.Equal(number, OnCallReplies.Read(text));

    [Fact]
    public void What_is_texted_fits_one_part_and_says_nothing_but_a_number()
    {
        var text = OnCallWords.Text("4821", new("https://advisory-board.ct.gov/on-call/r/23456789abcdefghi"));
        Assert.Equal("CT board: alert 4821. Open https://advisory-board.ct.gov/on-call/r/23456789abcdefghi or reply OK 4821.", text);
        Assert.Equal(1, Core.Conversations.Words.TextParts.Of(text));
    }

    private static OnCallAlert New { get; } = new("4821", Start);

    private static (IReadOnlyList<string> Told, int? Escalated, OnCallAlert Alert) Play(IReadOnlyList<OnCallPerson> people, int untilMinute)
    {
        var (alert, told, escalated) = (New, new List<string>(), (int?)null);
        for (var minute = 0; minute <= untilMinute;)
        {
            var now = Start.AddMinutes(minute);
            switch (Paging.Next(alert, people, [], now))
            {
                case PagingStep.Page { Person: var person }:
                    told.Add($"{person.Id} {minute}");
                    alert = Paging.Page(alert, person, now);
                    break;
                case PagingStep.Escalate:
                    (escalated, alert) = (minute, alert with { EscalatedAt = now });
                    break;
                default:
                    minute++;
                    break;
            }
        }
        return (told, escalated, alert);
    }

    private static OnCallPerson Person(string id) => new(id, id, "+18605550171", "on.call@example.org", "OPM", [Always]);

    private static DateTimeOffset At(int day, int hour, int minute = 0) =>
        LocalTime.InstantOf(new(2027, 1, day), new(hour, minute), LocalTime.Connecticut);
}
