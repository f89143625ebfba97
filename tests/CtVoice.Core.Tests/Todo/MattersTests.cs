using CtVoice.Core.Tests.Reviews;
using CtVoice.Core.Todo;

namespace CtVoice.Core.Tests.Todo;

public sealed class MattersTests
{
    private static readonly DateTimeOffset Noon = new(2031, 3, 5, 17, 0, 0, TimeSpan.Zero);

    private readonly Desk desk = new(Noon);

    [Fact]
    public async Task A_message_raised_twice_is_one_matter_also_after_it_was_closed()
    {
        var (matter, isNew) = await desk.Matters.RaiseAsync(TodoKinds.Call, "sms|SM1", Noon, ("r-1", "School meals"));
        var again = await desk.Matters.RaiseAsync(TodoKinds.Call, "sms|SM1", Noon);

        Assert.True(isNew);
        Assert.Equal((matter, false), again);
        Assert.Equal(MatterClosing.Noted, await desk.Matters.NoteAsync(matter.Id, "done", "k-1", Noon));
        Assert.False((await desk.Matters.RaiseAsync(TodoKinds.Call, "sms|SM1", Noon)).New);
        Assert.Empty(await desk.Matters.OpenAsync());
        Assert.Equal(("done", "k-1"),
            ((await desk.Matters.FindAsync(matter.Id))!.Done!.Code, (await desk.Matters.FindAsync(matter.Id))!.Done!.By));
    }

    [Fact]
    public async Task A_worry_becomes_acute_and_never_the_other_way()
    {
        var (worry, _) = await desk.Matters.RaiseAsync(TodoKinds.Worry, "sms|SM1", Noon);
        _ = await desk.Matters.NoteAsync(worry.Id, "not-danger", "k-1", Noon);

        var (acute, raised) = await desk.Matters.RaiseAsync(TodoKinds.Acute, "sms|SM1", Noon);
        var (still, again) = await desk.Matters.RaiseAsync(TodoKinds.Worry, "sms|SM1", Noon);

        Assert.Equal((worry.Id, TodoKinds.Acute, true, false), (acute.Id, still.Kind, raised, again));
        Assert.Equal(TodoKinds.Acute, Assert.Single(await desk.Matters.OpenAsync()).Kind);
    }

    [Fact]
    public async Task Danger_is_shown_first_and_of_a_kind_what_waits_longest()
    {
        await desk.Matters.RaiseAsync(TodoKinds.Question, "sms|1", Noon.AddHours(-9));
        await desk.Matters.RaiseAsync(TodoKinds.Worry, "sms|2", Noon.AddHours(-8));
        await desk.Matters.RaiseAsync(TodoKinds.Acute, "sms|3", Noon);
        await desk.Matters.RaiseAsync(TodoKinds.Acute, "email|4", Noon.AddHours(-1));
        await desk.Pen.AddAsync(new("sms|5", Noon.AddDays(-3), "No member uses this number."));
        await desk.Pen.AddAsync(new("sms|6", Noon.AddDays(-2), "No member uses this number."));

        var things = await desk.Todo.OfMessagesAsync();

        Assert.Equal(["acute", "acute", "worry", "holding-pen", "question"], things.Select(t => t.Kind));
        Assert.Equal([Noon.AddHours(-1), Noon], things.Take(2).Select(t => t.Since));
        Assert.Equal(("2 messages that nobody could place", Noon.AddDays(-3), "/api/holding-pen"),
            (things[3].Why, things[3].Since, things[3].Link));
        Assert.All(things, t => Assert.StartsWith("/api/", t.Link, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_attempt_that_reached_nobody_leaves_it_open_and_says_so()
    {
        var (matter, _) = await desk.Matters.RaiseAsync(TodoKinds.Acute, "sms|SM1", Noon);

        Assert.Equal(MatterClosing.Noted, await desk.Matters.NoteAsync(matter.Id, "nobody-answered", "k-1", Noon));
        Assert.EndsWith("Nobody answered so far", Assert.Single(await desk.Todo.OfMessagesAsync()).Why, StringComparison.Ordinal);

        Assert.Equal(MatterClosing.NoSuchOutcome, await desk.Matters.NoteAsync(matter.Id, "done", "k-1", Noon));
        Assert.Equal(MatterClosing.Noted, await desk.Matters.NoteAsync(matter.Id, "called-911", "k-2", Noon));
        Assert.Equal(MatterClosing.ClosedBefore, await desk.Matters.NoteAsync(matter.Id, "safe", "k-1", Noon));
        Assert.Equal(MatterClosing.Unknown, await desk.Matters.NoteAsync("a-000000000000", "safe", "k-1", Noon));
        Assert.Empty(await desk.Todo.OfMessagesAsync());
    }

    [Fact]
    public async Task Its_name_says_nothing_of_the_message_and_danger_is_tied_to_no_review()
    {
        var (matter, _) = await desk.Matters.RaiseAsync(TodoKinds.Acute, "page|r-1.m-07", Noon);

        Assert.Matches("^a-[0-9a-f]{12}$", matter.Id);
        await Assert.ThrowsAsync<ArgumentException>(() => desk.Matters.RaiseAsync(TodoKinds.Acute, "sms|1", Noon, ("r-1", "School meals")));
        await Assert.ThrowsAsync<ArgumentException>(() => desk.Matters.RaiseAsync("write-texts", "sms|1", Noon));
    }

    [Fact]
    public async Task An_alert_that_an_older_version_left_in_the_pen_is_acute()
    {
        await desk.Pen.AddAsync(new("sms|old", Noon.AddDays(-3), "Urgent: somebody may be in danger."));

        var thing = Assert.Single(await desk.Todo.OfMessagesAsync());
        Assert.Equal(("acute", "/api/holding-pen"), (thing.Kind, thing.Link));
    }
}
