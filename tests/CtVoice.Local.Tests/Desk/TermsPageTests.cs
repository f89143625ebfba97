using System.Net;
using System.Text.Json.Nodes;
using CtVoice.Core.Board;
using CtVoice.Core.Todo;
using CtVoice.Local.Host;
using CtVoice.Local.Tests.Reviews;
using CtVoice.Web;

namespace CtVoice.Local.Tests.Desk;

public sealed class TermsPageTests
{
    private static readonly DaySpan Renewed = new(new(2025, 3, 1), new(2029, 2, 28));

    [Fact]
    public async Task A_term_that_ends_soon_is_listed_and_renewed_on_the_page()
    {
        await using var story = await ReviewStory.BeginAsync();
        using var desk = await DeskVisitor.SignInAsync(story, Role.Deputy);

        await desk.OpenAsync("/desk/members");
        Assert.Contains("1 term has ended or ends soon", desk.Says, StringComparison.Ordinal);
        await desk.OpenAsync("/desk/members?show=ends");
        Assert.Equal("m-21", Assert.Single(desk.Page.QuerySelectorAll("ul.rows h2")).TextContent);
        await desk.OpenAsync("/desk/members/terms?within=x");
        Assert.Equal(HttpStatusCode.BadRequest, desk.Status);
        await desk.OpenAsync("/desk/members/terms");
        Assert.Contains("1 ends within 90 days.", desk.Says, StringComparison.Ordinal);
        await desk.SendAsync("renew-m-21", ("until", "2027-02-28"));
        Assert.Equal(["A renewed term ends after the day on which it ends now."], desk.Faults);
        await desk.SendAsync("renew-m-21", ("until", "2029-02-28"));

        Assert.Equal("/desk/members/terms?done=deskRenewTerm", desk.Path);
        Assert.Contains("No term ends within 90 days.", desk.Says, StringComparison.Ordinal);
        var member = await story.MemberAsync("m-21");
        Assert.Equal(Renewed, member.Term);
        Assert.Equal([new(new(new(2025, 3, 1), new(2027, 2, 28)), new(2027, 1, 11), desk.KeyId)], member.Renewals!);

        // What is entered of a member later leaves it.
        await desk.OpenAsync("/desk/members/m-21/edit");
        await desk.SendAsync("edit", ("householdKey", "house-b"));
        Assert.Equal((Renewed, 1), ((await story.MemberAsync("m-21")).Term, (await story.MemberAsync("m-21")).Renewals!.Count));
    }

    [Fact]
    public async Task A_renewal_keeps_how_far_ahead_was_looked_and_on_an_error_what_was_typed()
    {
        await using var story = await ReviewStory.BeginAsync();
        using var desk = await DeskVisitor.SignInAsync(story);
        await desk.OpenAsync("/desk/members/terms?within=730");

        await desk.SendAsync("renew-m-02", ("until", "2028-08-30"));

        Assert.Equal(["A renewed term ends after the day on which it ends now."], desk.Faults);
        Assert.Equal("2028-08-30", desk.Form("renew-m-02").QuerySelector("input[name=until]")!.GetAttribute("value"));
        await desk.SendAsync("renew-m-02", ("until", "2030-08-31"));
        Assert.Equal("/desk/members/terms?within=730&done=deskRenewTerm", desk.Path);
    }

    [Fact]
    public async Task Programs_list_and_renew_terms_and_a_board_file_of_before_cuts_none_back()
    {
        await using var story = await ReviewStory.BeginAsync();
        Assert.Equal("[]", (await story.AskAsync(HttpMethod.Get, "/api/terms?within=30", "coordinator")).Text);
        Assert.Equal(HttpStatusCode.BadRequest, (await story.AskAsync(HttpMethod.Get, "/api/terms?within=9999", "coordinator")).Status);
        var ends = (await story.AskAsync(HttpMethod.Get, "/api/terms", "coordinator")).Text;
        Assert.Equal("m-21", Assert.Single(JsonNode.Parse(ends)!.AsArray())!["memberId"]!.GetValue<string>());
        var version = (await story.AskAsync(HttpMethod.Get, "/api/members/m-21", "coordinator")).Body["version"]!.GetValue<string>();
        var body = new JsonObject { ["until"] = "2029-02-28" };

        Assert.Equal(HttpStatusCode.PreconditionRequired,
            (await story.AskAsync(HttpMethod.Post, "/api/members/m-21/renewal", "coordinator", body)).Status);
        Assert.Equal(HttpStatusCode.OK,
            (await story.AskAsync(HttpMethod.Post, "/api/members/m-21/renewal", "coordinator", body, ifMatch: version)).Status);
        using var desk = await DeskVisitor.SignInAsync(story);
        await desk.OpenAsync("/desk/members/import");
        await desk.SendFileAsync("file", "board.csv", await SampleBytesAsync());

        Assert.Contains("0 new, 0 changed, 24 as they are.", desk.Says, StringComparison.Ordinal);
        Assert.Equal(Renewed, (await story.MemberAsync("m-21")).Term);
    }

    [Fact]
    public async Task Who_is_missing_is_read_from_the_projects_of_the_year_and_no_small_number_leaves()
    {
        await using var story = await ReviewStory.BeginAsync();
        await story.SubmitAsync();
        var touched = (await story.StateAsync()).Assessment!.Touched;
        using var desk = await DeskVisitor.SignInAsync(story);

        var list = (await story.AskAsync(HttpMethod.Get, "/api/vacancies", "coordinator")).Body["populations"]!.AsArray();
        await desk.OpenAsync("/desk/members/vacancies");
        var rows = desk.Page.QuerySelectorAll("main table tbody tr").Select(r => r.Children.Select(c => c.TextContent.Trim()).ToList())
            .ToList();
        var file = (await story.AskAsync(HttpMethod.Get, "/api/vacancies.csv", "coordinator")).Text;

        Assert.Equal(touched.Order(StringComparer.Ordinal), list.Select(p => p!["code"]!.GetValue<string>()).Order(StringComparer.Ordinal));
        Assert.Equal(list.Select(p => p!["members"]!.GetValue<int>()), rows.Select(r => int.Parse(r[2], null)));
        Assert.Contains(list, p => p!["members"]!.GetValue<int>() > 1);
        Assert.All(file.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1),
            line => Assert.Matches(",1,(none|1 to 10|11 or more)$", line));
        // Nor does the order tell one member from several.
        var somebody = file.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Where(line => !line.EndsWith("none", StringComparison.Ordinal)).Select(line => line.Split(',')[^3]).ToList();
        Assert.Equal(somebody.Order(StringComparer.Ordinal), somebody);
        await desk.OpenAsync("/desk/members/vacancies?year=2026");
        Assert.Contains("No project of 2026 has touched a population so far.", desk.Says, StringComparison.Ordinal);
        // Practice touches nobody, and a project that is withdrawn neither.
        await story.CoordinatorAsync("cancel", new JsonObject { ["reason"] = "The agency asked us to end it." });
        await desk.OpenAsync("/desk/members/vacancies");
        Assert.Contains("No project of 2027 has touched a population so far.", desk.Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_term_that_ends_within_the_days_of_the_setting_is_a_thing_to_do_until_it_is_renewed_and_is_mailed_with_others_only()
    {
        await using var story = await ReviewStory.BeginAsync();
        await story.AdvanceToAsync(ReviewStory.Eastern(2027, 1, 28, 23, 59));
        Assert.DoesNotContain(await KindsAsync(), kind => kind == TodoKinds.TermEnds);

        // Thirty days before February 28.
        await story.AdvanceToAsync(ReviewStory.Eastern(2027, 2, 1, 10));
        var thing = Assert.Single(await ThingsAsync(), t => t!["what"]!.GetValue<string>() == TodoKinds.TermEnds)!;
        Assert.Equal("/api/terms", thing["link"]!.GetValue<string>());
        Assert.Equal(ReviewStory.Eastern(2027, 1, 29, 0), thing["since"]!.GetValue<DateTimeOffset>());
        using var desk = await DeskVisitor.SignInAsync(story, Role.Deputy);
        await desk.OpenAsync("/desk");
        Assert.Contains("Renew a term of a member that has ended or ends soon, or find somebody for the seat", desk.Says,
            StringComparison.Ordinal);
        Assert.Contains("nobody is asked after the last day of their term", desk.Says, StringComparison.Ordinal);
        Assert.Contains("Sun, Feb 28", desk.Says, StringComparison.Ordinal);
        Assert.DoesNotContain("12:00 AM", desk.Says, StringComparison.Ordinal);
        Assert.Single(desk.Page.QuerySelectorAll("main a[href='/desk/members/terms']"));
        Assert.DoesNotContain(story.Carrier.Notices.Concat(story.Carrier.Mails),
            m => m.Key.StartsWith("digest|", StringComparison.Ordinal));
        await story.SubmitAsync();
        await story.AdvanceToAsync(ReviewStory.Eastern(2027, 2, 2, 10));
        Assert.Contains(story.Carrier.Notices.Concat(story.Carrier.Mails), m => m.Key.StartsWith("digest|", StringComparison.Ordinal)
            && m.Text.Contains("Renew a term of a member that has ended or ends soon", StringComparison.Ordinal)
            && !m.Text.Contains("m-21", StringComparison.Ordinal));

        using var later = await DeskVisitor.SignInAsync(story, Role.Deputy);
        await later.OpenAsync("/desk/members/terms");
        await later.SendAsync("renew-m-21", ("until", "2029-02-28"));
        Assert.DoesNotContain(await KindsAsync(), kind => kind == TodoKinds.TermEnds);

        async Task<JsonArray> ThingsAsync() =>
            (await story.AskAsync(HttpMethod.Get, "/api/todo", "coordinator")).Body["things"]!.AsArray();

        async Task<List<string>> KindsAsync() => [.. (await ThingsAsync()).Select(t => t!["what"]!.GetValue<string>())];
    }

    private static async Task<byte[]> SampleBytesAsync()
    {
        using var csv = new MemoryStream();
        await using var sample = SampleFiles.Open("board/board.csv");
        await sample.CopyToAsync(csv);
        return csv.ToArray();
    }
}
