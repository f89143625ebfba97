using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CtVoice.Core.Projects.Context;
using CtVoice.Local.Host;
using CtVoice.Local.Tests.Desk;
using CtVoice.Local.Tests.Pages;
using CtVoice.Local.Tests.Projects;
using Microsoft.Extensions.DependencyInjection;
using static CtVoice.Local.Tests.Reviews.ReviewStory;

namespace CtVoice.Local.Tests.Connecticut;

/// <summary>The annotated bibliography, by page and by API: imported by the office, public, and beside questions that it fits.</summary>
public sealed class BibliographyTests
{
    [Fact]
    public async Task The_office_imports_verified_works_and_residents_read_them_with_the_question_where_they_fit()
    {
        await using var story = await BeginAsync(policy: Rules with { PanelSize = 1, Alternates = 0 });
        using var desk = await DeskVisitor.SignInAsync(story);
        await desk.OpenAsync("/register/bibliography");
        Assert.Contains("has entered no works yet", desk.Says, StringComparison.Ordinal);

        await desk.OpenAsync("/desk/settings/notes");
        await desk.SendFileAsync("import", "connecticut.csv", Encoding.UTF8.GetBytes(
            Encoding.UTF8.GetString(Works()).Replace("2180-8;2135-2;DOL", "2180-9;2135-2;DOL", StringComparison.Ordinal)));
        Assert.Matches("^Row [1-9][0-9]*: ", Assert.Single(desk.Faults));
        await desk.SendFileAsync("import", "connecticut.csv", Works());
        Assert.Empty(desk.Faults);
        Assert.Equal("/desk/settings/notes?done=deskImportBibliography", desk.Path);

        await story.SubmitAsync();
        await story.ReleaseTextsAsync();
        var state = await story.StateAsync();
        var text = state.ReleasedText(state.Panel!.Seats[0].Language);
        Assert.NotEmpty(text.Notes);
        Assert.True(text.Notes.Count <= 3);
        await desk.OpenAsync("/register/bibliography");
        var works = (await story.AskAsync(HttpMethod.Get, "/api/bibliography", null)).Body.AsArray();
        Assert.All(text.Notes, note => Assert.Contains(works, w => w!["id"]!.GetValue<string>() == note.Id));
        Assert.All(works, work =>
        {
            Assert.Contains(work!["sentences"]!["en"]!.GetValue<string>(), desk.Says, StringComparison.Ordinal);
            Assert.Contains(work["sentences"]!["es"]!.GetValue<string>(), desk.Says, StringComparison.Ordinal);
            Assert.Contains("found", work["verified"]!.GetValue<string>(), StringComparison.Ordinal);
        });

        await story.AdvanceAsync(TimeSpan.FromMinutes(11));
        var member = Assert.Single((await story.StateAsync()).Invitations).MemberId;
        using var phone = new MemberBrowser(story);
        await phone.GetAsync(await phone.LinkOfAsync(member, (await story.SentToAsync(member)).Count > 0 ? "sms" : "email"));
        Assert.All(text.Notes, note => Assert.Contains(WebUtility.HtmlEncode(note.Sentence), WebUtility.HtmlEncode(
            WebUtility.HtmlDecode(phone.Html)), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_misspelt_subject_is_refused_with_the_nearest_and_one_bad_row_stores_nothing()
    {
        await using var desk = await LocalDesk.OpenAsync();
        var text = Encoding.UTF8.GetString(Works());
        using var bad = new StringContent(text.Replace("2180-8;2135-2;DOL", "2180-9;2135-2;DOL", StringComparison.Ordinal), Encoding.UTF8,
            "text/csv");
        using var good = new StringContent(text, Encoding.UTF8, "text/csv");
        using var again = new StringContent(text, Encoding.UTF8, "text/csv");
        using var agencys = new StringContent(text, Encoding.UTF8, "text/csv");

        var (status, problem) = await desk.SendAsync(HttpMethod.Post, "/api/bibliography", "coordinator", bad);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("2180-8 (Puerto Rican)", problem["faults"]![0]!["message"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Empty((await desk.GetAsync("/api/bibliography", null)).AsArray());

        Assert.Equal(HttpStatusCode.Forbidden, (await desk.SendAsync(HttpMethod.Post, "/api/bibliography", "DSS", agencys)).Status);
        Assert.Equal(HttpStatusCode.OK, (await desk.SendAsync(HttpMethod.Post, "/api/bibliography", "coordinator", good)).Status);
        var (_, second) = await desk.SendAsync(HttpMethod.Post, "/api/bibliography", "coordinator", again);
        Assert.Equal((0, second["works"]!.GetValue<int>()), (second["added"]!.GetValue<int>(), second["replaced"]!.GetValue<int>()));

        var (refused, single) = await desk.SendAsync(HttpMethod.Put, "/api/context-notes/n-1", "coordinator", new StringContent(
            new JsonObject
            {
                ["id"] = "n-1",
                ["subject"] = "homeles",
                ["title"] = "T",
                ["link"] = "https://example.org/",
                ["version"] = "1",
                ["date"] = "2025-12-11",
                ["sentences"] = new JsonObject { ["en"] = "Short." },
            }.ToJsonString(), Encoding.UTF8, "application/json"));
        Assert.Equal((HttpStatusCode.BadRequest, "/subject"), (refused, Assert.Single(LocalDesk.Pointers(single))));
        Assert.DoesNotContain(await desk.Host.Services.GetRequiredService<ContextNotes>().AllAsync(), n => n.Id == "n-1");
    }

    private static byte[] Works()
    {
        using var file = SampleFiles.Open("bibliography/connecticut.csv");
        using var read = new MemoryStream();
        file.CopyTo(read);
        return read.ToArray();
    }
}
