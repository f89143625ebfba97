using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CtVoice.Core.Board;
using CtVoice.Core.Calendar;
using CtVoice.Core.Json;
using CtVoice.Core.Projects;
using CtVoice.Core.Reviews;
using Microsoft.Extensions.DependencyInjection;

namespace CtVoice.Local.Tests.Projects;

public sealed class SubmittingTests
{
    [Fact]
    public async Task A_check_says_what_would_follow_and_stores_nothing()
    {
        await using var desk = await LocalDesk.OpenAsync();

        var (status, answer) = await desk.PostAsync("/api/projects/check", "DSS", LocalDesk.Sample("snap-homelessness"));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("required", answer["outcome"]!.GetValue<string>());
        // 2 + 10 + 2 business days from January 4, less Martin Luther King Day.
        Assert.Equal("2027-01-25", answer["earliestEnd"]!["on"]!.GetValue<string>());
        Assert.Contains(answer["earliestEnd"]!["because"]!
            .AsArray(), b => b!.GetValue<string>().Contains("Martin Luther King", StringComparison.Ordinal));
        Assert.Equal("""{"seats":5,"reserve":3,"enough":true}""", answer["panel"]!.ToJsonString());
        Assert.Contains(answer["openQuestions"]!.AsArray(), q => q!["pointer"]!.GetValue<string>() == "/people/groups/5/count");
        Assert.Contains(answer["reading"]!.AsArray(), r => r!["pointer"]!.GetValue<string>() == "/texts/es/summary");
        Assert.DoesNotContain("m-", answer["panel"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Empty((await desk.GetAsync("/api/reviews", "DSS"))["reviews"]!.AsArray());
        Assert.Empty(await desk.Host.Services.GetRequiredService<ReviewStore>().AllIdsAsync());
    }

    [Fact]
    public async Task A_check_counts_the_days_for_the_post_when_it_tells_how_many_can_be_asked()
    {
        await using var story = await Reviews.ReviewStory.BeginAsync();
        var today = LocalTime.DateIn(BusinessCalendar.Zone, story.Now);
        var ends = PanelRouting.LastDay(today, Reviews.ReviewStory.Rules, BusinessCalendar.Connecticut);
        var members = await story.Service<BoardStore>().MembersAsync();
        foreach (var member in members.Skip(2))
            await story.ChangeAsync(member.Id, m => m with { Term = new(m.Term.From, ends) });
        Assert.True(await SeatsAsync() > 2);

        await story.ChangeAsync(members[0].Id, m => m with
        {
            Channels = [Channel.Letter],
            Consent = [new(Channel.Letter, ConsentState.Given, story.Now.AddDays(-1), "consent-1", "paper form")],
        });

        Assert.InRange(await SeatsAsync(), 0, 2);

        async Task<int> SeatsAsync() =>
            (await story.AskAsync(HttpMethod.Post, "/api/projects/check", "DSS", LocalDesk.Sample("snap-homelessness")))
                .Body["panel"]!["seats"]!.GetValue<int>();
    }

    [Fact]
    public async Task A_check_refuses_what_a_submission_refuses()
    {
        await using var desk = await LocalDesk.OpenAsync();
        var project = LocalDesk.Sample("snap-homelessness");
        project["purpose"] = "";
        project["people"]!["groups"]![0]!["population"] = "2054-6";
        project["data"]![0] = new JsonObject { ["element"] = "dol.unemployment-insurance-ui.wag" };

        var check = await desk.PostAsync("/api/projects/check", "DSS", project);
        var submission = await desk.PostAsync("/api/projects", "DSS", project);

        Assert.Equal(HttpStatusCode.BadRequest, check.Status);
        Assert.Equal(["/purpose", "/data/0/element", "/people/groups/0/population"], LocalDesk.Pointers(check.Body));
        Assert.Equal(check.Body["faults"]!.ToJsonString(), submission.Body["faults"]!.ToJsonString());
        Assert.Contains("dol.unemployment-insurance-ui.wage", check.Body["faults"]![1]!["message"]!
            .GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains("2054-5", check.Body["faults"]![2]!["message"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_key_and_body_give_the_same_review_even_when_its_date_has_passed_and_another_body_is_refused()
    {
        await using var desk = await LocalDesk.OpenAsync();
        var project = LocalDesk.Sample("expedited-cold-weather");
        var first = await desk.SubmitAsync("DMHAS", project, "k-1");
        await desk.PassAsync("P30D");

        var again = await desk.PostAsync("/api/projects", "DMHAS", project, "k-1");
        project["title"] = "Another title";
        var other = await desk.PostAsync("/api/projects", "DMHAS", project, "k-1");

        Assert.Equal(HttpStatusCode.Accepted, again.Status);
        Assert.Equal(first, again.Body["id"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.Status);
        Assert.Single((await desk.GetAsync("/api/reviews", "DMHAS"))["reviews"]!.AsArray());
    }

    [Fact]
    public async Task A_submission_that_stopped_after_it_was_stored_goes_on_when_it_is_repeated()
    {
        await using var desk = await LocalDesk.OpenAsync();
        var services = desk.Host.Services;
        var sample = LocalDesk.Sample("snap-homelessness");
        var project = sample.Deserialize<ProjectRequest>(WorkflowJson.Options)!;
        var id = ReviewIds.Of(SHA256.HashData(Encoding.UTF8.GetBytes("DSS\nk-2")));
        // Stored with what follows from it, and nobody there to start the workflow.
        Assert.NotNull(await services.GetRequiredService<ReviewStore>().CreateAsync(
            Submitting.Decide(id, project, ReviewPolicy.Default, new('0', 64), "key", LocalDesk.Monday), project));
        Assert.Equal("submitted", (await desk.GetAsync($"/api/reviews/{id}", "DSS"))["stage"]!.GetValue<string>());

        Assert.Equal(id, await desk.SubmitAsync("DSS", sample, "k-2"));

        Assert.Equal("preparing", (await desk.GetAsync($"/api/reviews/{id}", "DSS"))["stage"]!.GetValue<string>());
        Assert.Equal(1, (await desk.GetAsync($"/api/reviews/{id}/ledger", "auditor")).AsArray()
            .Count(e => e!["entry"]!["type"]!.GetValue<string>() == "project-submitted"));
    }

    [Fact]
    public async Task An_earlier_project_must_be_a_review_that_the_agency_may_see()
    {
        await using var desk = await LocalDesk.OpenAsync();
        var foreign = await desk.SubmitAsync("DSS", LocalDesk.Sample("snap-homelessness"), "snap-homelessness");
        var project = LocalDesk.Sample("modification-reentry");

        var unknown = await desk.PostAsync("/api/projects", "DOL", project);
        project["earlierProject"] = foreign;
        var others = await desk.PostAsync("/api/projects", "DOL", project);

        Assert.Equal(HttpStatusCode.BadRequest, unknown.Status);
        Assert.Equal(["/earlierProject"], LocalDesk.Pointers(unknown.Body));
        Assert.Equal(unknown.Body["faults"]!.ToJsonString(), others.Body["faults"]!.ToJsonString());
    }

    [Fact]
    public async Task Residents_and_readers_of_a_modification_see_what_changes()
    {
        await using var desk = await LocalDesk.OpenAsync();
        // The sample names the review that its first version gets under this key.
        var first = await desk.SubmitAsync("DOL", LocalDesk.Sample("reentry-employment"), "reentry-employment");
        // The same review each time, so the same panel: somebody on it is asked by email.
        var modified = await desk.SubmitAsync("DOL", LocalDesk.Sample("modification-reentry"), "modification-reentry");
        await desk.ReleaseTextsAsync(modified);

        var review = await desk.GetAsync($"/api/reviews/{modified}", "DOL");
        var changes = (await desk.GetAsync($"/api/reviews/{modified}/changes", "DOL")).AsArray();
        var mails = new List<string>();
        foreach (var member in (await desk.GetAsync("/sim/members", null)).AsArray()
            .Where(m => m!["boxes"]!.AsArray().Any(b => b!.GetValue<string>() == "email")))
            mails.AddRange((await desk.GetAsync($"/sim/{member!["id"]}/email", null)).AsArray()
                .Select(m => m!["text"]!.GetValue<string>()));

        Assert.Equal("modification", review["kind"]!.GetValue<string>());
        Assert.Equal(first, review["earlierReview"]!.GetValue<string>());
        Assert.Contains(changes, c => c!["pointer"]!.GetValue<string>() == "/period");
        Assert.All(changes, c => Assert.True(
            !c!["pointer"]!.GetValue<string>().EndsWith("/count", StringComparison.Ordinal)
                || (c["after"] ?? c["before"])!.GetValue<string>() == "\"not shown\""));
        Assert.Contains(mails, m => m.Contains("Two things change.", StringComparison.Ordinal)
            || m.Contains("Cambian dos cosas.", StringComparison.Ordinal));
        Assert.DoesNotContain(mails, m => m.Contains("You saw this plan before.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_modification_that_changes_nothing_is_refused()
    {
        await using var desk = await LocalDesk.OpenAsync();
        var project = LocalDesk.Sample("reentry-employment");
        project["earlierProject"] = await desk.SubmitAsync("DOL", project.DeepClone());
        project["kind"] = "modification";
        project["changes"] = new JsonArray("Nothing at all.");

        var (status, body) = await desk.PostAsync("/api/projects/check", "DOL", project);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(["/changes"], LocalDesk.Pointers(body));
    }

    [Theory]
    // Nine business days are left until January 15; two of them are the preview.
    [InlineData(true, "2027-01-13")]
    [InlineData(false, "2027-01-19")]
    public async Task An_expedited_review_is_shortened_only_with_consent(bool consent, string closesOn)
    {
        await using var desk = await LocalDesk.OpenAsync();
        var id = await desk.SubmitAsync("DMHAS", LocalDesk.Sample("expedited-cold-weather"));

        var decided =
            await desk.PostAsync($"/api/reviews/{id}/expedite", "coordinator", new JsonObject
            { ["consent"] = consent, ["reason"] = "The cold is near." });
        var twice = await desk.PostAsync($"/api/reviews/{id}/expedite", "coordinator", new JsonObject
        { ["consent"] = true, ["reason"] = "Once more." });
        await desk.ReleaseTextsAsync(id);
        var review = await desk.GetAsync($"/api/reviews/{id}", "DMHAS");

        Assert.Equal(HttpStatusCode.OK, decided.Status);
        Assert.Equal(HttpStatusCode.Conflict, twice.Status);
        Assert.Equal(consent, review["expedite"]!["consent"]!.GetValue<bool>());
        var closes =
            TimeZoneInfo.ConvertTime(review["window"]!["closesAt"]!.GetValue<DateTimeOffset>(), Core.Calendar.BusinessCalendar.Zone);
        Assert.Equal(closesOn, closes.ToString("yyyy-MM-dd", null));
        Assert.Contains((await desk.GetAsync($"/api/reviews/{id}/timeline", "DMHAS")).AsArray(),
            e => e!["type"]!.GetValue<string>() == (consent ? "expedite-consented" : "expedite-refused"));
    }

    [Fact]
    public async Task An_earlier_date_needs_a_reason_and_five_business_days()
    {
        await using var desk = await LocalDesk.OpenAsync();
        var project = LocalDesk.Sample("expedited-cold-weather");
        project.Remove("expediteReason");
        var unreasoned = await desk.PostAsync("/api/projects", "DMHAS", project);
        project["adviceBy"] = "2027-01-08";
        project["expediteReason"] = "It is urgent.";
        var tooSoon = await desk.PostAsync("/api/projects", "DMHAS", project);

        Assert.Equal(["/expediteReason"], LocalDesk.Pointers(unreasoned.Body));
        Assert.Equal(["/adviceBy"], LocalDesk.Pointers(tooSoon.Body));
    }

    [Fact]
    public async Task The_advice_on_a_project_is_carried_over_to_its_continuation_without_asking_again()
    {
        await using var desk = await LocalDesk.OpenAsync();
        var project = LocalDesk.Sample("snap-homelessness");
        var first = await desk.SubmitAsync("DSS", project.DeepClone());
        await desk.ReleaseTextsAsync(first);
        var seat = (await desk.GetAsync($"/api/reviews/{first}/panel", "coordinator"))["seats"]![0]!["memberId"]!.GetValue<string>();
        var box = (await desk.GetAsync("/sim/members", null)).AsArray()
            .First(m => m!["id"]!.GetValue<string>() == seat)!["boxes"]![0]!.GetValue<string>();
        Assert.Equal(HttpStatusCode.Accepted,
            (await desk.PostAsync($"/sim/{seat}/{box}", null, new JsonObject { ["text"] = "2 take out all names" })).Status);
        project["kind"] = "continuation";
        project["earlierProject"] = first;
        var early = await desk.SubmitAsync("DSS", project);
        var tooEarly =
            await desk.PostAsync($"/api/reviews/{early}/carry-over", "coordinator", new JsonObject
            { ["reason"] = "Only the dates change." });
        await desk.PostAsync($"/api/reviews/{first}/replies/1/release", "coordinator", new JsonObject());
        await desk.PassAsync("P40D");
        var continued = await desk.SubmitAsync("DSS", project);

        var done = await desk.PostAsync($"/api/reviews/{continued}/carry-over", "coordinator", new JsonObject
        { ["reason"] = "Only the dates change." });
        await desk.PassAsync("PT1H");
        var report = await desk.GetAsync($"/api/reviews/{continued}/report", "DSS");
        var answered = await desk.PostAsync($"/api/reviews/{continued}/recommendations/1/answer", "DSS", new JsonObject
        {
            ["kind"] = "deferred",
            ["reason"] = "As before.",
            ["plainWords"] = new JsonObject { ["en"] = "We decide in spring." },
        });

        Assert.Equal(HttpStatusCode.Conflict, tooEarly.Status);
        Assert.Equal(HttpStatusCode.OK, done.Status);
        Assert.Equal("Only the dates change.", report["carriedOver"]!.GetValue<string>());
        Assert.Equal(0, report["asked"]!.GetValue<int>());
        var carried = Assert.Single(report["recommendations"]!.AsArray())!;
        Assert.Equal("2 take out all names", carried["text"]!.GetValue<string>());
        Assert.Equal(first, carried["carriedFrom"]!["reviewId"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.OK, answered.Status);
        Assert.Equal([], await desk.Host.Services.GetRequiredService<ReviewStore>().VerifyAsync(continued));
    }
}
