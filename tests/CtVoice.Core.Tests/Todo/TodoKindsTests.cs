using CtVoice.Core.Lists;
using CtVoice.Core.Reviews;
using CtVoice.Core.Tests.Reviews;
using CtVoice.Core.Todo;

namespace CtVoice.Core.Tests.Todo;

public sealed class TodoKindsTests
{
    [Fact]
    public void Danger_stands_before_everything_and_the_pen_after_it()
    {
        Assert.Equal(["acute", "worry", "holding-pen"], TodoKinds.All.Take(3).Select(k => k.Name));
        Assert.Equal(TodoKinds.All.Count, TodoKinds.All.Select(k => k.Name).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Whatever_a_review_gives_to_do_is_in_the_table_and_the_table_has_no_others()
    {
        var desk = new Desk(new(2031, 3, 5, 14, 0, 0, TimeSpan.Zero));
        await desk.AddReviewAsync("r-1", "Any", ReviewStage.Open);
        var given = ReviewLists.ThingsToDo((await desk.Reviews.ReadAsync("r-1"))!.State).Select(t => t.What)
            .Append(TodoKinds.WebhookDisabled).Append(TodoKinds.NoContact).Append(TodoKinds.Welcome).Append(TodoKinds.CallLetter)
            .Append(TodoKinds.AskElsewhere).Append(TodoKinds.TermEnds);

        Assert.Equal(
            TodoKinds.All.Where(k => !k.OfMessage && k.Name != TodoKinds.HoldingPen).Select(k => k.Name).Order(StringComparer.Ordinal),
            given.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Each_kind_says_what_to_do_in_words_and_not_by_its_name() => Assert.All(TodoKinds.All, kind =>
    {
        Assert.Contains(' ', kind.Says);
        Assert.DoesNotContain(kind.Name + " ", kind.Says, StringComparison.Ordinal);
        Assert.Equal(kind.Says, TodoKinds.Spoken(kind.Name));
    });

    [Fact]
    public void Danger_ends_in_one_of_six_codes_and_only_an_attempt_leaves_it_open()
    {
        foreach (var kind in new[] { TodoKinds.Acute, TodoKinds.Worry })
        {
            Assert.Equal(
                ["safe", "called-911", "connected", "told-dcf", "nobody-answered", "not-danger"],
                TodoKinds.Find(kind)!.Outcomes.Select(o => o.Code));
            Assert.Equal("nobody-answered", Assert.Single(TodoKinds.Find(kind)!.Outcomes, o => !o.Closes).Code);
        }
    }

    [Fact]
    public void A_kind_of_a_version_to_come_is_shown_last_by_its_name()
    {
        Assert.Equal("count-the-votes", TodoKinds.Spoken("count-the-votes"));
        Assert.Equal("/api/reviews/r-1", TodoKinds.LinkTo("count-the-votes", "r-1"));
        Assert.True(TodoKinds.PlaceOf("count-the-votes") > TodoKinds.PlaceOf(TodoKinds.WebhookDisabled));
    }
}
