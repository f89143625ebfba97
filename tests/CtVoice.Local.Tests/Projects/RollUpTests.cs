using System.Net;
using System.Text.Json.Nodes;
using CtVoice.Local.Tests.Pages;
using CtVoice.Local.Tests.Reviews;

namespace CtVoice.Local.Tests.Projects;

/// <summary>REL: subgroups below the category that they roll up to, for people and for programs.</summary>
public sealed class RollUpTests
{
    [Fact]
    public async Task What_the_figures_do_not_tell_weighs_less_unless_a_version_of_the_policy_says_otherwise_for_reviews_to_come()
    {
        await using var story = await ReviewStory.BeginAsync();
        var shipped = await story.SubmitAsync(key: "shipped");
        using var desk = await StaffBrowser.SignInAsync(story, "coordinator");
        await desk.OpenAsync("/desk/settings/data/policy");
        Assert.Contains("undecidedWeighsLess", desk.Words, StringComparison.Ordinal);
        var policy = (await story.AskAsync(HttpMethod.Get, "/api/reference/policy", null)).Body.AsObject();
        Assert.True(policy["undecidedWeighsLess"]!.GetValue<bool>());
        // As versions said before the field was there.
        policy["version"] = "3";
        policy.Remove("undecidedWeighsLess");
        Assert.Equal(HttpStatusCode.OK, (await story.AskAsync(HttpMethod.Put, "/api/reference/policy", "coordinator", policy)).Status);

        var alike = await story.SubmitAsync(key: "alike");
        var (less, same) = ((await story.StateAsync(shipped)).Assessment!, (await story.StateAsync(alike)).Assessment!);
        Assert.Equal(less.Touched, same.Touched);
        Assert.NotEmpty(less.Undecided);
        Assert.Empty(same.Undecided);
        // Whatever is touched for certain has as many on the panel as the board allows, before the rest has anybody.
        var covered = (await story.AskAsync(HttpMethod.Get, $"/api/reviews/{shipped}/panel", "coordinator")).Body.ToJsonString();
        Assert.Contains("homeless", covered, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_roll_up_stands_as_a_table_on_the_assessment_page_and_in_the_answer_to_programs()
    {
        await using var story = await ReviewStory.BeginAsync();
        await story.SubmitAsync(change: project => project["people"] = new JsonObject
        {
            ["description"] = "People on food benefits.",
            ["total"] = 1000,
            ["groups"] = new JsonArray(
                new JsonObject { ["population"] = "2180-8", ["count"] = 300 },
                new JsonObject { ["population"] = "2106-3", ["count"] = 400 }),
            ["programmes"] = new JsonArray("benefits"),
            ["raceBasis"] = "alone",
            ["place"] = "Connecticut",
        });

        var lines = (await story.AskAsync(HttpMethod.Get, $"/api/reviews/{story.Id}/assessment", "coordinator")).Body["rollUp"]!.AsArray();
        Assert.Contains(lines, l => l!["code"]!.GetValue<string>() == "2180-8" && l["level"]!.GetValue<int>() == 1);
        Assert.Contains(lines, l => l!["code"]!.GetValue<string>() == "2028-9" && l["status"] is null);
        // Everybody reads it in words: no figure is in it.
        var open = (await story.AskAsync(HttpMethod.Get, $"/api/register/{story.Id}/assessment", null)).Body["rollUp"]!;
        Assert.DoesNotContain("300", open.ToJsonString(), StringComparison.Ordinal);

        using var desk = await StaffBrowser.SignInAsync(story, "coordinator");
        await desk.OpenReviewAsync("assessment");
        var table = desk.Page.QuerySelector("table.rollup")!;
        Assert.Equal(("0", "region"), (table.ParentElement!.GetAttribute("tabindex"), table.ParentElement.GetAttribute("role")));
        // A name of its own: the section around it has another.
        Assert.Equal("Categories and subgroups", table.ParentElement.GetAttribute("aria-label"));
        var rows = table.QuerySelectorAll("tbody tr").Select(r => string.Join(' ', r.TextContent.Split((char[]?)null,
            StringSplitOptions.RemoveEmptyEntries))).ToList();
        Assert.Equal(lines.Count, rows.Count);
        Assert.Contains(rows, r => r.StartsWith("subgroup: Puerto Rican 2180-8", StringComparison.Ordinal));
        Assert.Contains(rows, r => r.StartsWith("Hispanic or Latino 2135-2", StringComparison.Ordinal));
        Assert.Contains(rows, r => r.EndsWith("Not stated", StringComparison.Ordinal));
    }
}
