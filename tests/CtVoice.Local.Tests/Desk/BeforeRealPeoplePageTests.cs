using System.Net;
using System.Text.Json.Nodes;
using CtVoice.Core.RealPeople;
using CtVoice.Local.Tests.OnCall;
using CtVoice.Local.Tests.Reviews;
using CtVoice.Web;

namespace CtVoice.Local.Tests.Desk;

/// <summary>What people vouch for before messages reach residents, with simulated phones: on the page and by the API.</summary>
public sealed class BeforeRealPeoplePageTests
{
    [Fact]
    public async Task Each_point_is_answered_with_a_name_and_a_date_and_what_was_said_before_stays()
    {
        await using var story = await ReviewStory.BeginAsync();
        using var desk = await DeskVisitor.SignInAsync(story);
        await desk.OpenAsync(BeforeRealPeople.Path);
        Assert.Contains("0 of 12 answered", desk.Says, StringComparison.Ordinal);

        await desk.OpenAsync(BeforeRealPeople.Path + "/help-person");
        await desk.SendAsync("answer", ("by", ""), ("on", "2999-01-01"));
        Assert.Equal(
            ["Say who vouches for it: a name and an office, in 3 to 120 characters.",
                "Give the day on which they did: today, or a day of the last 5 years.",
                "Write it down: this point is not answered by a name and a date alone."],
            desk.Faults);
        await desk.SendAsync("answer", ("by", "Dana <b>Whitfield, OPM"), ("on", "2027-01-04"), ("words", "Alex Rivera; Sam stands in."));
        Assert.Equal($"{BeforeRealPeople.Path}?done=deskAnswerPrecondition", desk.Path);
        Assert.Contains("Dana <b>Whitfield, OPMMonday, January 4, 2027", desk.Says, StringComparison.Ordinal);
        Assert.Contains("1 of 12 answered", desk.Says, StringComparison.Ordinal);

        await desk.OpenAsync(BeforeRealPeople.Path + "/help-person");
        await desk.SendAsync("answer", ("by", "Lee Park, OPM"), ("on", "2027-01-05"), ("words", "Alex Rivera; Kim stands in."));
        await desk.OpenAsync(BeforeRealPeople.Path + "/help-person");
        Assert.Contains("Vouched for byLee Park, OPM", desk.Says, StringComparison.Ordinal);
        Assert.Contains("What was said before Dana <b>Whitfield", desk.Says, StringComparison.Ordinal);
        Assert.Contains("with key " + desk.KeyId, desk.Says, StringComparison.Ordinal);

        // The deputy reads it, and vouches for nothing.
        using var deputy = await DeskVisitor.SignInAsync(story, Role.Deputy);
        await deputy.OpenAsync(BeforeRealPeople.Path + "/help-person");
        Assert.Empty(deputy.Page.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task The_list_that_opm_approved_answers_for_itself_and_once_nobody_is_on_call_opms_own_sentence_does()
    {
        await using var story = await ReviewStory.BeginAsync();
        await OnCallCrew.ApprovedAsync(story);
        Assert.Equal("Dana Reyes, OPM", (await PointAsync())["answer"]!["by"]!.GetValue<string>());

        Assert.Equal(HttpStatusCode.NoContent,
            (await story.AskAsync(HttpMethod.Post, "/api/on-call/stop", "coordinator", new() { ["reason"] = "Made anew." })).Status);
        Assert.Null((await PointAsync())["answer"]);
        var silent =
            await story.AskAsync(HttpMethod.Put, "/api/before-real-people/on-call", "coordinator", new()
            { ["by"] = "Dana Reyes, OPM", ["on"] = "2027-01-04" });
        Assert.Equal(HttpStatusCode.BadRequest, silent.Status);
        Assert.Equal(HttpStatusCode.NoContent, (await story.AskAsync(HttpMethod.Put, "/api/before-real-people/on-call", "coordinator", new()
        {
            ["by"] = "Dana Reyes, OPM",
            ["on"] = "2027-01-04",
            ["words"] = "Nobody is on call, and we know what that means.",
        })).Status);
        Assert.Equal("Nobody is on call, and we know what that means.", (await PointAsync())["answer"]!["words"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.NotFound, (await story.AskAsync(HttpMethod.Get, "/api/before-real-people/luck", "coordinator")).Status);

        async Task<JsonNode> PointAsync() => (await story.AskAsync(HttpMethod.Get, "/api/before-real-people/on-call", "coordinator")).Body;
    }
}
