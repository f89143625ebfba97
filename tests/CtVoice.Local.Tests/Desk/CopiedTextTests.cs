using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CtVoice.Core.Board;
using CtVoice.Local.Tests.Reviews;

namespace CtVoice.Local.Tests.Desk;

/// <summary>What the office and agencies copy from documents and spreadsheets: cleaned, refused with the reason, or warned about.</summary>
public sealed class CopiedTextTests
{
    [Fact]
    public async Task Numbers_addresses_ties_titles_and_files_arrive_as_they_were_meant()
    {
        await using var story = await ReviewStory.BeginAsync();
        var contacts = story.Service<ContactStore>();

        var put = await story.AskAsync(
            HttpMethod.Put, "/api/members/m-01/contact", "coordinator",
            new() { ["name"] = "Avery", ["phone"] = "２０３\u2011５５５\u2011０１９９", ["email"] = "avery\u200B@example.org" });
        Assert.Equal(HttpStatusCode.NoContent, put.Status);
        var stored = (await contacts.ForSendingAsync("m-01"))!;
        Assert.Equal(("+12035550199", "avery@example.org"), (stored.Phone, stored.Email));
        var lookAlike = await story.AskAsync(
            HttpMethod.Put, "/api/members/m-01/contact", "coordinator",
            new() { ["name"] = "\u200B", ["phone"] = "203-555-0199", ["email"] = "\u0430very@example.org" });
        Assert.Contains("only looks like", lookAlike.Text, StringComparison.Ordinal);
        Assert.Contains("/name", lookAlike.Text, StringComparison.Ordinal);

        var member = await story.AskAsync(HttpMethod.Post, "/api/members", "coordinator", new()
        {
            ["id"] = "m-99",
            ["member"] = new JsonObject
            {
                ["languages"] = new JsonArray("en"),
                ["channels"] = new JsonArray("sms"),
                ["term"] = new JsonObject { ["from"] = "2027-01-01" },
                ["populations"] = new JsonArray("2054-5"),
                ["experiences"] = new JsonArray("poverty"),
                ["conflicts"] = new JsonArray(new JsonObject { ["agency"] = "DSSS", ["kind"] = "contractor" }),
            },
        });
        Assert.Equal(HttpStatusCode.Created, member.Status);
        Assert.Contains("Did you mean: DSS", Assert.Single(member.Body["warnings"]!.AsArray())!
            .GetValue<string>(), StringComparison.Ordinal);

        var title = await story.TrySubmitAsync(change: project => project["title"] = "Benefits \u202Eand housing");
        Assert.Equal(HttpStatusCode.BadRequest, title.Status);
        Assert.Contains("202E", title.Text, StringComparison.Ordinal);
        var empty = await story.TrySubmitAsync(key: "second", change: project => project["title"] = "\u3164\u2800");
        Assert.Contains("The title is missing.", empty.Text, StringComparison.Ordinal);

        using var desk = await DeskVisitor.SignInAsync(story);
        await desk.OpenAsync("/desk/members/import");
        await desk.SendFileAsync("file", "board.csv", CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(
            "member_id,name,phone,languages,channels,term_from,conflicts,,\nm-90,José "
                + "Núñez,860-555-0190,es,sms,2027-01-01,DCFF:employer,,\n"));
        Assert.Contains("Row 2: 'DCFF' is not an agency of the list", desk.Says, StringComparison.Ordinal);
        await desk.SendAsync("do");
        Assert.Equal("José Núñez", (await contacts.ForSendingAsync("m-90"))!.Name);
    }
}
