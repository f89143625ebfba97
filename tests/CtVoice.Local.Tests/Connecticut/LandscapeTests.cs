using System.Net;
using CtVoice.Local.Tests.Pages;
using static CtVoice.Local.Tests.Reviews.ReviewStory;

namespace CtVoice.Local.Tests.Connecticut;

/// <summary>The data landscape, by page and by API: what is behind a cell of its matrix.</summary>
public sealed class LandscapeTests
{
    [Fact]
    public async Task Behind_each_cell_are_the_elements_and_assets_by_page_and_by_API_and_no_count_of_people()
    {
        await using var story = await BeginAsync();
        await story.SubmitAsync();
        using var browser = new AgencyBrowser(story);
        await browser.GetAsync("/register/landscape");
        var link = browser.Page.QuerySelectorAll("table.matrix a").Select(a => a.GetAttribute("href")!)
            .Single(h => h.Contains("/CCEH/2054-5", StringComparison.Ordinal));
        await browser.GetAsync(link);

        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Contains("HMIS entry date", browser.Says, StringComparison.Ordinal);
        Assert.Contains("Shelter stays CCEH-0003, 1 project", browser.Says, StringComparison.Ordinal);
        Assert.DoesNotContain("SNAP active month", browser.Says, StringComparison.Ordinal);
        var cell = (await story.AskAsync(HttpMethod.Get, "/api/register/landscape/CCEH/2054-5", null)).Body;
        Assert.Equal(["HMIS entry date", "HMIS exit destination", "Household type"],
            cell["elements"]!.AsArray().Select(e => e!["name"]!.GetValue<string>()));
        Assert.Equal("CCEH-0003", Assert.Single(cell["assets"]!.AsArray())!["id"]!.GetValue<string>());
        var table = (await story.AskAsync(HttpMethod.Get, "/api/register/landscape/CCEH/2054-5/elements.csv", null)).Text;
        Assert.Contains($"asset,CCEH-0003,Shelter stays,true,{story.Id}", table, StringComparison.Ordinal);
        // 2,040 people of this group are in the project's data.
        foreach (var shown in new[] { browser.Says, cell.ToJsonString(), table })
        {
            Assert.DoesNotContain("2040", shown, StringComparison.Ordinal);
            Assert.DoesNotContain("2,040", shown, StringComparison.Ordinal);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await story.AskAsync(HttpMethod.Get, "/api/register/landscape/CCEH/2118-9", null)).Status);
    }

    [Fact]
    public async Task A_cell_of_one_year_names_it_and_its_links_keep_it()
    {
        await using var story = await BeginAsync();
        await story.SubmitAsync();
        using var browser = new AgencyBrowser(story);

        await browser.GetAsync("/register/landscape/CCEH/2054-5?year=2027");

        Assert.Contains("1 project of 2027 uses data of this agency", browser.Says, StringComparison.Ordinal);
        Assert.Equal(["2027", "2027", "2027"], YearsOf());
        await browser.GetAsync("/register/landscape/CCEH/2054-5");
        Assert.Contains("1 project uses data of this agency", browser.Says, StringComparison.Ordinal);
        Assert.Equal(["all", "all", "all"], YearsOf());

        IEnumerable<string> YearsOf() => browser.Page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!)
            .Where(href => href.Contains("year=", StringComparison.Ordinal)).Select(href => href.Split("year=")[1].Split('&')[0]);
    }
}
