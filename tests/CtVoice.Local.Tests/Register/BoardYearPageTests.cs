using System.Net;
using System.Text.RegularExpressions;
using CtVoice.Local.Tests.Desk;
using CtVoice.Local.Tests.Reviews;

namespace CtVoice.Local.Tests.Register;

public sealed class BoardYearPageTests
{
    [Fact]
    public async Task The_year_says_what_the_ledgers_say_to_everybody_and_nothing_of_who_is_asked_before_the_close()
    {
        await using var story = await ReviewStory.AskedAsync();
        foreach (var member in (await story.StateAsync()).Invitations.Select(i => i.MemberId).Take(3))
            await story.AnswersAsync(member, "2 take out names");
        var open = (await story.AskAsync(HttpMethod.Get, "/api/register/year?year=2027", null)).Body;
        Assert.Equal((1, 0, 0), (Number(open, "received"), Number(open, "asked"), Number(open, "replied")));

        await story.AdvanceToAsync((await story.StateAsync()).Window!.ClosesAt.AddHours(1));
        await story.CoordinatorAsync("preview/reply-1/release", new() { ["for"] = "agency", ["text"] = "Take out names." });
        await story.AdvanceAsync(TimeSpan.FromDays(120));

        var year = (await story.AskAsync(HttpMethod.Get, "/api/register/year", null)).Body;
        var sent = Assert.Single(await story.LedgerAsync("report-sent"));
        var made = await story.LedgerAsync("recommendation-made");
        Assert.Equal((sent.Fact("asked"), sent.Fact("replied")), ($"{Number(year, "asked")}", $"{Number(year, "replied")}"));
        Assert.Equal(made.Count, year["advice"]!["recommendations"]!.GetValue<int>());
        Assert.Equal((await story.LedgerAsync("answer-overdue")).Count, year["advice"]!["overdue"]!.GetValue<int>());
        Assert.NotEmpty(made);

        var table = (await story.AskAsync(HttpMethod.Get, "/api/register/year.csv", null)).Text.Split("\r\n");
        Assert.StartsWith($"2027,,all,{made.Count},", table[^2], StringComparison.Ordinal);
        using var http = new HttpClient { BaseAddress = story.Url };
        var page = await http.GetStringAsync("/register/year?year=2027");
        Assert.Contains("1 project was received", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Who sits on the board", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await http.GetAsync("/register/year?year=x")).StatusCode);
        Assert.Contains("No project was received", await http.GetStringAsync("/register/year?year=2026"), StringComparison.Ordinal);
        // The same in Spanish, number by number.
        var spanish = await http.GetStringAsync("/es/register/year?year=2027");
        Assert.Contains("Llegó 1 proyecto", spanish, StringComparison.Ordinal);
        Assert.Contains("Departamento de Servicios Sociales", spanish, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/register/year?year=2027\"", spanish, StringComparison.Ordinal);
        Assert.Equal(Numbers(page), Numbers(spanish));
        Assert.NotEmpty(Words(page));
        Assert.Equal(["JSON"], Words(page).Intersect(Words(spanish)));
    }

    [Fact]
    public async Task The_office_prints_who_sits_on_the_board_in_words_from_which_no_small_number_follows()
    {
        await using var story = await ReviewStory.BeginAsync();
        using var desk = await DeskVisitor.SignInAsync(story);

        await desk.OpenAsync("/desk/board-year");
        var board = (await story.AskAsync(HttpMethod.Get, "/api/board/year", "coordinator")).Body["board"]!;

        Assert.Equal(24, board["members"]!.GetValue<int>());
        var said = board["populations"]!.AsArray().Select(p => p!["members"]!.GetValue<string>()).ToList();
        Assert.Equal(13, said.Count);
        Assert.Equal(["1 to 10", "none"], said.Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(said, desk.Page.QuerySelectorAll("section:has(#seats-title) tbody td").Select(cell => cell.TextContent.Trim()));
        Assert.Contains("24 members serve", desk.Says, StringComparison.Ordinal);
        Assert.Equal(["Today", "Members", "Who is missing"], desk.Page.QuerySelectorAll(".crumbs a").Select(a => a.TextContent.Trim()));
    }

    private static IEnumerable<string> Numbers(string page) =>
        Regex.Matches(page, "<t?d[dt]?>([0-9]+)</").Select(m => m.Groups[1].Value);

    // What stands in the page itself, without what is a number.
    private static IEnumerable<string> Words(string page) => Regex
        .Matches(page[page.IndexOf("<main", StringComparison.Ordinal)..], ">([^<>]+)<")
        .Select(m => m.Groups[1].Value.Trim()).Where(text => text.Any(char.IsLetter) && text[0] != '{').Distinct(StringComparer.Ordinal);

    private static int Number(System.Text.Json.Nodes.JsonNode year, string name) => year["reviews"]![name]!.GetValue<int>();
}
