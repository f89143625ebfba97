using CtVoice.Core.Accountability;
using CtVoice.Core.Calendar;
using CtVoice.Core.Json;
using CtVoice.Core.Reviews;

namespace CtVoice.Core.Tests.Reviews;

/// <summary>What goes out to a panel can be stopped for the minutes that the rules of its review say.</summary>
public sealed class DepartingTests
{
    private static readonly DateTimeOffset At = Given.Now.AddMinutes(10);

    [Fact]
    public void A_panel_is_asked_ten_minutes_after_the_last_release_and_not_before()
    {
        var review = Released();

        Assert.Equal(At, Departing.AsksAt(review));
        Assert.Null(Inviting.Open(review, At.AddTicks(-1)).Change);
        Assert.Equal(ReviewStage.Open, Inviting.Open(review, At).State().Stage);
        var departure = Assert.Single(Departing.Of(review, Given.Calendar, Given.Now));
        Assert.Equal((PanelMessage.Asking, At, 3), (departure.What, departure.At, departure.Members));
    }

    [Fact]
    public void Stopped_it_needs_a_release_again_and_is_asked_ten_minutes_after_that()
    {
        var stopped = Departing.Stop(Released(), PanelMessage.Asking, "k-7", Given.Calendar, Given.Now.AddMinutes(4));

        Assert.Equal("sending-stopped", Assert.Single(stopped.Types()));
        Assert.Null(Inviting.Open(stopped.State(), At.AddDays(1)).Change);
        Assert.Equal(PanelMessage.Asking, Assert.Single(Departing.Held(stopped.State())).What);
        Assert.Null(Departing.Stop(stopped.State(), PanelMessage.Asking, "k-7", Given.Calendar, Given.Now.AddMinutes(5)).Change);

        var again = All(stopped.State(), Given.Now.AddHours(1));
        Assert.Empty(Departing.Held(again));
        Assert.Equal(Given.Now.AddHours(1).AddMinutes(10), Departing.AsksAt(again));
    }

    [Fact]
    public void What_has_left_cannot_be_stopped()
    {
        var open = Inviting.Open(Released(), At).State();

        Assert.Null(Departing.Stop(open, PanelMessage.Asking, "k-7", Given.Calendar, At).Change);
        Assert.Empty(Departing.Of(open, Given.Calendar, At));
    }

    [Fact]
    public void What_is_released_in_the_evening_stands_as_leaving_in_the_morning_and_is_not_late()
    {
        var evening = LocalTime.InstantOf(new(2027, 1, 12), new(19, 55), BusinessCalendar.Zone);
        var review = All(Given.Preparing(ReviewPolicy.Default), evening);

        Assert.Equal(LocalTime.InstantOf(new(2027, 1, 13), new(9, 0), BusinessCalendar.Zone), Departing.AsksAt(review));
        var schedule = ReviewSchedule.Of(review, Given.Calendar, evening.AddHours(1));
        Assert.Equal((false, Departing.AsksAt(review), null, null),
            (schedule.TextsReady, schedule.AskAt, schedule.TextsDigestAt, schedule.TextsEscalateAt));
    }

    [Fact]
    public void A_review_that_began_before_there_was_such_a_time_asks_at_once()
    {
        // As version 2 of the rules stored it: without the value.
        var stored = System.Text.Json.JsonSerializer.SerializeToNode(ReviewPolicy.Default, WorkflowJson.Options)!.AsObject();
        Assert.True(stored.Remove("stopForMinutes"));
        var policy = System.Text.Json.JsonSerializer.Deserialize<ReviewPolicy>(stored, WorkflowJson.Options)!;

        var review = All(Given.Preparing(policy), Given.Now);

        Assert.True(ReviewSchedule.Of(review, Given.Calendar, Given.Now) is { TextsReady: true, AskAt: null });
        Assert.NotNull(Inviting.Open(review, Given.Now).Change);
        Assert.Empty(Departing.Of(review, Given.Calendar, Given.Now));
    }

    private static Review Released() => All(Given.Preparing(ReviewPolicy.Default), Given.Now);

    private static Review All(Review review, DateTimeOffset at) => ReleasingTexts.Missing(review)
        .Aggregate(review, (state, language) => ReleasingTexts.Release(state, new(language), [], "key-2", at).State());
}
