using System.Net;
using System.Text.Json.Nodes;
using CtVoice.Core.Board;
using CtVoice.Core.Reviews;
using static CtVoice.Local.Tests.Reviews.ReadBackTests;

namespace CtVoice.Local.Tests.Reviews;

/// <summary>Recommendations as a person writes, releases and numbers them.</summary>
public sealed class DraftTests
{
    [Fact]
    public async Task Written_recommendations_go_out_in_their_order_to_their_addressees_and_say_what_was_done_to_them()
    {
        await using var story = await ClosedAsync("m-09", "m-19", "m-04");
        using var editor = new Editor(story);
        await editor.WriteAsync("Take out names.", 1);
        await editor.WriteAsync("Ask families first.", 2, 3);
        var dissent = await Editor.Done(editor.PostAsync("drafts", new()
        {
            ["text"] = "One of us says names are needed.",
            ["from"] = Editor.Numbers(3),
            ["addressee"] = "DGB",
            ["kind"] = "dissent",
        }));
        await Editor.Done(editor.PostAsync("preview/draft-3/release", new() { ["for"] = "agency" }, dissent.ETag));
        await editor.WriteAsync("Not needed after all.", 1);
        var fourth = (await editor.GetAsync("drafts")).Body!["drafts"]![3]!["version"]!.GetValue<string>();
        await Editor.Done(editor.PostAsync("drafts/4/drop", new() { ["reason"] = "It repeats the first." }, fourth));
        var all = await editor.GetAsync("drafts");
        await Editor.Done(editor.PostAsync("drafts/order", new() { ["drafts"] = Editor.Numbers(2, 3, 1) }, all.ETag));
        await story.AdvanceAsync(TimeSpan.FromDays(3));

        var report = await ReportAsync(story);
        Assert.Equal(
            [(1, "Ask families first.", "DSS", false), (2, "One of us says names are needed.", "DGB", true),
                (3, "Take out names.", "DSS", false)],
            report["recommendations"]!.AsArray()
                .Select(r =>
                    (r!["number"]!.GetValue<int>(), r["text"]!.GetValue<string>(), r["addressee"]!.GetValue<string>(), r["dissent"]!
                        .GetValue<bool>())));
        Assert.Equal((1, 0, 0),
            (report["edits"]!["dropped"]!.GetValue<int>(), report["edits"]!["merged"]!.GetValue<int>(), report["edits"]!["reworded"]!
                .GetValue<int>()));
        // Nobody was asked about it: it says what it comes from, and nothing of who is for it or against it.
        Assert.Equal("comes from one or more residents", report["recommendations"]![0]!["comesFrom"]!["inWords"]!.GetValue<string>());
        Assert.All(report["recommendations"]!.AsArray(), r => Assert.Null(r!["against"] ?? r["voices"]));
        Assert.Equal("It repeats the first.", Assert.Single(await story.LedgerAsync("recommendation-dropped")).Fact("reason"));
        Assert.Equal(3, (await story.LedgerAsync("recommendation-made")).Count);
        Assert.All((await PublicAsync(story))["recommendations"]!.AsArray(), r => Assert.Null(r!["text"]));
        Assert.Empty((await story.Service<ReviewStore>().VerifyAsync(story.Id))!);
    }

    [Fact]
    public async Task The_report_leaves_on_time_without_what_nobody_released_and_that_follows_in_its_supplement_with_the_next_number()
    {
        await using var story = await ClosedAsync("m-09", "m-19");
        using var editor = new Editor(story);
        await editor.WriteAsync("Take out names.", 1);
        await Editor.Done(
            editor.PostAsync("drafts", new() { ["text"] = "Ask families first.", ["from"] = Editor.Numbers(2), ["addressee"] = "OPM" }));
        await story.AdvanceAsync(TimeSpan.FromDays(3));
        var report = await ReportAsync(story);
        // The first reply is passed on in the words of a draft; nobody decided on the second one.
        Assert.Equal((1, 1, 1),
            (report["recommendations"]!.AsArray().Count, report["draftsWaiting"]!.GetValue<int>(), report["notDecided"]!.GetValue<int>()));
        Assert.DoesNotContain("Ask families", report.ToJsonString(), StringComparison.Ordinal);

        var version = (await editor.GetAsync("drafts")).Body!["drafts"]![1]!["version"]!.GetValue<string>();
        await Editor.Done(
            editor.PostAsync("preview/draft-2/release", new()
            { ["for"] = "agency", ["text"] = "Ask families before, by letter." }, version));
        Assert.Single((await ReportAsync(story))["recommendations"]!.AsArray());
        await story.AdvanceToAsync((await story.StateAsync()).Supplement!.DueAt);

        report = await ReportAsync(story);
        Assert.Equal((2, "Ask families before, by letter.", "OPM"),
            (report["recommendations"]![1]!["number"]!.GetValue<int>(), report["recommendations"]![1]!["text"]!
                .GetValue<string>(), report["recommendations"]![1]!["addressee"]!.GetValue<string>()));
        Assert.Equal(0, report["draftsWaiting"]!.GetValue<int>());
        Assert.True((await story.StateAsync()).Recommendations[1].DueAt > (await story.StateAsync()).Recommendations[0].DueAt);
        Assert.Equal(HttpStatusCode.Conflict,
            (await editor.PostAsync("drafts/2/drop", new() { ["reason"] = "Too late." }, version)).Status);
    }

    [Fact]
    public async Task Of_two_editors_the_second_is_told_that_the_draft_changed()
    {
        await using var story = await ClosedAsync("m-09", "m-19");
        using var one = new Editor(story);
        using var other = new Editor(story);
        var written =
            await Editor.Done(
                one.PostAsync("drafts", new() { ["text"] = "Take out names.", ["from"] = Editor.Numbers(1), ["addressee"] = "DSS" }));
        JsonObject Body(string text) =>
            new() { ["text"] = text, ["from"] = Editor.Numbers(1), ["addressee"] = "DSS", ["reason"] = "Plainer." };

        var first = await Editor.Done(one.PutAsync("drafts/1", Body("Leave out names."), written.ETag));
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await other.PutAsync("drafts/1", Body("Drop names."), written.ETag)).Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed,
            (await other.PostAsync("preview/draft-1/release", new() { ["for"] = "agency" }, written.ETag)).Status);
        Assert.Equal((HttpStatusCode)428, (await other.PutAsync("drafts/1", Body("Drop names."))).Status);
        Assert.Equal("Leave out names.", (await other.GetAsync("drafts")).Body!["drafts"]![0]!["text"]!.GetValue<string>());
        Assert.NotEqual(written.ETag, first.ETag);
        Assert.Equal("Plainer.", Assert.Single(await story.LedgerAsync("recommendation-reworded")).Fact("reason"));
    }

    [Fact]
    public async Task Each_audience_has_its_text_and_a_release_is_taken_back_until_the_report()
    {
        await using var story = await ClosedAsync("m-09", "m-19");
        using var editor = new Editor(story);
        var version = await editor.WriteAsync("Take out the names of the children.", 1);
        version = (await Editor.Done(
            editor.PostAsync("preview/draft-1/release", new() { ["for"] = "public", ["text"] = "Take out names." }, version))).ETag!;
        Assert.Equal(HttpStatusCode.Conflict,
            (await editor.PostAsync("preview/draft-1/release", new() { ["for"] = "public", ["text"] = "Names out." }, version)).Status);
        await Editor.Done(editor.PostAsync("preview/draft-1/take-back", new() { ["for"] = "public", ["reason"] = "A word is missing." }));
        version = (await editor.GetAsync("drafts")).Body!["drafts"]![0]!["version"]!.GetValue<string>();
        await Editor.Done(
            editor.PostAsync("preview/draft-1/release", new() { ["for"] = "public", ["text"] = "Take out all names." }, version));
        await Editor.Done(
            editor.PostAsync("preview/reply-2/release", new()
            { ["for"] = "public", ["text"] = "Nobody asked me.", ["nobodyMeant"] = "It tells nothing of a life." }));
        await story.AdvanceAsync(TimeSpan.FromDays(3));

        Assert.Equal("Take out the names of the children.", (await ReportAsync(story))["recommendations"]![0]!["text"]!.GetValue<string>());
        Assert.Empty((await ReportAsync(story))["quotes"]!.AsArray());
        var everybody = await PublicAsync(story);
        Assert.Equal("Take out all names.", everybody["recommendations"]![0]!["text"]!.GetValue<string>());
        Assert.Equal("Nobody asked me.", everybody["quotes"]![0]!["text"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.Conflict,
            (await editor.PostAsync("preview/draft-1/take-back", new() { ["for"] = "agency", ["reason"] = "Too late." })).Status);
        Assert.Equal("A word is missing.", Assert.Single(await story.LedgerAsync("release-taken-back")).Fact("reason"));
    }

    [Fact]
    public async Task Numbers_of_people_and_cases_are_masked_in_the_preview_the_replies_and_the_report()
    {
        await using var story = await ReviewStory.AskedAsync(policy: ReviewStory.Rules with { Quorum = 1 });
        var member = (await story.TextersAsync())[0];
        await story.SaysAsync(member, "2 an ssn like 123-45-6789 is a secret so take it out");
        await story.AdvanceToAsync(Closing.At(await story.StateAsync(), Core.Calendar.BusinessCalendar.Connecticut)!.At.AddHours(1));
        using var editor = new Editor(story);
        var preview = (await Editor.Done(editor.GetAsync("preview"))).Body!.ToJsonString();
        Assert.DoesNotContain("6789", preview, StringComparison.Ordinal);
        Assert.DoesNotContain("6789", (await Editor.Done(editor.GetAsync("replies"))).Body!.ToJsonString(), StringComparison.Ordinal);
        await Editor.Done(editor.PostAsync("replies/1/release", []));
        await story.AdvanceAsync(TimeSpan.FromDays(5));
        var report = (await ReportAsync(story)).ToJsonString();
        Assert.Contains("so take it out", report, StringComparison.Ordinal);
        Assert.DoesNotContain("6789", report, StringComparison.Ordinal);
        var (views, _) = await story.Service<TableViewLog>().ReadAsync(DateOnly.FromDateTime(story.Now.UtcDateTime.AddDays(-5)));
        Assert.Contains(views, v => v.Screen == $"preview/{story.Id}" && v.MemberIds.Contains(member));
    }

    [Fact]
    public async Task What_may_be_about_danger_or_an_own_case_is_no_source_before_a_person_released_it()
    {
        await using var story = await ReviewStory.AskedAsync(policy: ReviewStory.Rules with { Quorum = 1 });
        var member = (await story.TextersAsync())[0];
        await story.SaysAsync(member, "2 they cut my snap benefits last week, why was my case closed");
        // Whatever the request had no time for the sweep does.
        await story.AdvanceAsync(TimeSpan.FromMinutes(10));
        Assert.True((await story.StateAsync()).Replies[0].Held);
        await story.AdvanceToAsync(Closing.At(await story.StateAsync(), Core.Calendar.BusinessCalendar.Connecticut)!.At.AddHours(1));
        using var editor = new Editor(story);
        JsonObject body() => new() { ["text"] = "Do not cut benefits by these data.", ["from"] = Editor.Numbers(1), ["addressee"] = "DSS" };
        Assert.Equal(HttpStatusCode.BadRequest, (await editor.PostAsync("drafts", body())).Status);
        await Editor.Done(editor.PostAsync("preview/reply-1/release", new() { ["for"] = "agency", ["text"] = "Do not cut help." }));
        await Editor.Done(editor.PostAsync("drafts", body()));
    }

    [Fact]
    public async Task Whoever_wants_to_be_counted_only_is_never_quoted_nor_repeated()
    {
        await using var story = await ReviewStory.AskedAsync(policy: ReviewStory.Rules with { Quorum = 1 });
        var member = (await story.TextersAsync())[0];
        await story.SaysAsync(member, "2 our landlord must never get to see it. do not quote me");
        // Whatever the request had no time for the sweep does.
        await story.AdvanceAsync(TimeSpan.FromMinutes(10));
        Assert.True((await story.StateAsync()).Replies[0].NotQuoted);
        await story.AdvanceToAsync(Closing.At(await story.StateAsync(), Core.Calendar.BusinessCalendar.Connecticut)!.At.AddHours(1));
        using var editor = new Editor(story);
        Assert.Equal(HttpStatusCode.Conflict,
            (await editor.PostAsync("preview/reply-1/release", new() { ["for"] = "agency", ["text"] = "No landlords." })).Status);
        var written =
            await Editor.Done(
                editor.PostAsync("drafts", new()
                { ["text"] = "Our landlord must never get to see it.", ["from"] = Editor.Numbers(1), ["addressee"] = "DSS" }));
        Assert.Equal(HttpStatusCode.BadRequest,
            (await editor.PostAsync("preview/draft-1/release", new() { ["for"] = "agency" }, written.ETag)).Status);
        await Editor.Done(
            editor.PostAsync("preview/draft-1/release", new()
            { ["for"] = "agency", ["text"] = "Keep the data from landlords." }, written.ETag));
    }
}
