using System.Net;
using System.Text.Json.Nodes;
using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Dialogues;
using CtVoice.Core.Storage;
using CtVoice.Local.Tests.Reviews;

namespace CtVoice.Local.Tests.Desk;

public sealed class WelcomesPageTests
{
    [Fact]
    public async Task Chosen_members_are_welcomed_by_one_act_after_the_minutes_in_which_it_can_be_stopped()
    {
        await using var story = await ReviewStory.BeginAsync(stoppable: true);
        var (first, second) = await TwoTextersAsync(story);
        using var desk = await DeskVisitor.SignInAsync(story);

        await desk.OpenAsync("/desk/members/welcomes");
        await desk.SendAsync("welcomes", ("members", null));
        Assert.Equal(["Fill this in."], desk.Faults);
        var stopped = await BeginAsync(story, first, second);
        await desk.OpenAsync($"/desk/members/welcomes/{stopped}");
        Assert.Contains("Goes out", desk.Says, StringComparison.Ordinal);
        await desk.SendAsync("stop");
        Assert.Contains("Stopped", desk.Says, StringComparison.Ordinal);
        await story.AdvanceAsync(TimeSpan.FromMinutes(11));
        Assert.Empty(await story.SentToAsync(first));

        var id = await BeginAsync(story, first, second);
        await story.AdvanceAsync(TimeSpan.FromMinutes(9));
        Assert.Empty(await story.SentToAsync(first));
        await story.AdvanceAsync(TimeSpan.FromMinutes(2));
        Assert.NotEmpty(await story.SentToAsync(first));
        Assert.NotEmpty(await story.SentToAsync(second));
        await desk.OpenAsync($"/desk/members/welcomes/{id}");
        Assert.Contains("0 of 2 have said all; 2 asked.", desk.Says, StringComparison.Ordinal);
        Assert.DoesNotContain(desk.Page.Forms, form => form.Id == "stop");
        await story.SaysAsync(first, "1");
        await desk.OpenAsync($"/desk/members/welcomes/{id}");
        Assert.Contains($"{first} Question 2 of", desk.Says, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await StopAsync(story, id)).Status);

        // Nobody is welcomed twice, and who is erased is in no round.
        Assert.Equal(HttpStatusCode.BadRequest, (await TryAsync(story, first)).Status);
        await desk.OpenAsync($"/desk/members/{second}/erase");
        await desk.SendAsync("erase", ("told", "by-phone"));
        var members = (await story.AskAsync(HttpMethod.Get, $"/api/welcomes/{id}", "coordinator")).Body["members"]!.AsArray();
        Assert.Equal([first], members.Select(m => m!["member"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_member_whose_welcome_cannot_be_read_keeps_no_other_waiting()
    {
        await using var story = await ReviewStory.BeginAsync(stoppable: true);
        var (first, second) = await TwoTextersAsync(story);
        _ = await BeginAsync(story, first, second);
        var broken = new TableRow($"talk|{first}", Dialogue.Welcome).WithText("{");
        Assert.True((await story.Service<TableSet>().Records.SubmitAsync(broken.Partition, [new TableOperation.Insert(broken)])).Committed);

        await story.AdvanceAsync(TimeSpan.FromMinutes(11));

        Assert.NotEmpty(await story.SentToAsync(second));
    }

    [Fact]
    public async Task The_page_chooses_everybody_who_is_new_until_somebody_is_left_out()
    {
        await using var story = await ReviewStory.BeginAsync(stoppable: true);
        using var desk = await DeskVisitor.SignInAsync(story);
        var all = (await story.AskAsync(HttpMethod.Get, "/api/new-members", "coordinator")).Body.AsArray().Count;
        await desk.OpenAsync("/desk/members/welcomes");
        Assert.Equal(all, desk.Page.QuerySelectorAll("[name=members][checked]").Length);

        await desk.SendAsync("welcomes");

        Assert.EndsWith("?done=deskBeginWelcomes", desk.Path, StringComparison.Ordinal);
        Assert.Contains($"{all} members.", desk.Says, StringComparison.Ordinal);
        await desk.OpenAsync("/desk/members/welcomes");
        Assert.Contains("Nobody waits for a welcome.", desk.Says, StringComparison.Ordinal);
        Assert.Contains("Can be stopped", desk.Says, StringComparison.Ordinal);
    }

    private static async Task<(string First, string Second)> TwoTextersAsync(ReviewStory story)
    {
        var members = (await story.Service<BoardStore>().MembersAsync())
            .Where(m => m is { State: MemberState.Active, SharedNumberKey: null } && m.UsableChannels.FirstOrDefault() is Channel.Sms)
            .ToList();
        return (members[0].Id, members[1].Id);
    }

    private static async Task<string> BeginAsync(ReviewStory story, params string[] members)
    {
        var begun = await TryAsync(story, members);
        Assert.Equal(HttpStatusCode.Created, begun.Status);
        return begun.Body["id"]!.GetValue<string>();
    }

    private static Task<Harness.ApiAnswer> TryAsync(ReviewStory story, params string[] members) => story.AskAsync(
        HttpMethod.Post, "/api/welcomes", "coordinator", new() { ["members"] = new JsonArray([.. members.Select(m => (JsonNode)m)]) });

    private static Task<Harness.ApiAnswer> StopAsync(ReviewStory story, string id) =>
        story.AskAsync(HttpMethod.Post, $"/api/welcomes/{id}/stop", "coordinator");
}
