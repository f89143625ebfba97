using System.Net;
using System.Text.RegularExpressions;
using CtVoice.Core.Notices;
using CtVoice.Core.Storage;
using CtVoice.Local.Tests.Access;
using CtVoice.Local.Tests.Reviews;
using CtVoice.Web;
using static CtVoice.Local.Tests.Notices.Mailboxes;

namespace CtVoice.Local.Tests.Notices;

/// <summary>The mailboxes of agencies, as a program and as a person keeps them.</summary>
public sealed class ContactTests
{
    [Fact]
    public async Task An_agency_keeps_its_own_mailboxes_and_the_coordinator_those_of_all()
    {
        await using var story = await ReviewStory.BeginAsync();
        var put = await PutAsync(story, "DSS", Dss, "DSS", "overdue");
        Assert.Equal(HttpStatusCode.OK, put.Status);
        // The same mailbox, however it is written, is one: what is said of it last holds.
        Assert.Equal(HttpStatusCode.OK, (await PutAsync(story, "dss", "Data.Governance@DSS.example.org", notices: "report")).Status);
        var held = (await story.AskAsync(HttpMethod.Get, "/api/agencies/DSS/contacts", "DSS")).Body.AsArray();
        Assert.Equal((put.Body["id"]!.GetValue<string>(), "report"),
            (held.Single()!["id"]!.GetValue<string>(), held.Single()!["notices"]!.AsArray().Single()!.GetValue<string>()));

        var others = (await PutAsync(story, "CCEH", Cceh, "DSS")).Status;
        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NotFound], [others, (await PutAsync(story, "NOSUCH", Cceh, "DSS")).Status]);
        Assert.Equal(HttpStatusCode.OK, (await PutAsync(story, "DGB", "board@p20win.example.org")).Status);
        var bad = await PutAsync(story, "DSS", "not an address", "DSS", "everything");
        Assert.Equal(HttpStatusCode.BadRequest, bad.Status);
        Assert.DoesNotContain("not an address", bad.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_cannot_be_read_hides_no_other_and_keeps_nobody_from_being_told()
    {
        await using var story = await ReviewStory.BeginAsync();
        await GiveAsync(story);
        var bad = new TableRow("agency-contacts", "DSS|c-0000000000000000").With("agency", "DSS").With("since", "x");
        Assert.True((await story.Service<TableSet>().Contacts.SubmitAsync(bad.Partition, [new TableOperation.Insert(bad)])).Committed);
        Assert.Equal(Dss, (await story.AskAsync(HttpMethod.Get, "/api/agencies/DSS/contacts", "coordinator")).Body.AsArray()
            .Single()!["address"]!.GetValue<string>());
        await story.SubmitAsync();
        await story.ReleaseTextsAsync();
        await story.AdvanceAsync(Gathering.Settling);
        Assert.Single(To(story, Dss));
    }

    [Fact]
    public async Task An_agency_has_at_most_ten()
    {
        await using var story = await ReviewStory.BeginAsync();
        for (var n = 1; n <= AgencyContact.Most; n++)
            await GiveAsync(story, address: $"office-{n}@dss.example.org");
        Assert.Equal(HttpStatusCode.Conflict, (await PutAsync(story, "DSS", Dss)).Status);
        Assert.Equal(HttpStatusCode.OK, (await PutAsync(story, "DSS", "office-1@dss.example.org")).Status);
    }

    [Fact]
    public async Task A_person_gives_and_removes_one_on_the_page_and_what_is_wrong_is_said_at_its_field()
    {
        await using var story = await ReviewStory.BeginAsync();
        using var parts = new RequestParts(story);
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false })
        { BaseAddress = story.Url };
        var agency = (await parts.KeyAsync(Role.Agency, "DSS")).Key.Principal;
        var coordinator = (await parts.KeyAsync(Role.Coordinator, null)).Key.Principal;

        Assert.Contains("No mailbox yet.", await BodyAsync(HttpMethod.Get, "/agency/contacts", agency), StringComparison.Ordinal);
        var refused =
            await BodyAsync(HttpMethod.Post, "/agency/contacts/give", agency, ("form", "give"), ("address", "nobody"),
                ("label", "Office <b>"));
        Assert.Contains("This is not an email address.", refused, StringComparison.Ordinal);
        Assert.Contains("value=\"Office &lt;b&gt;\"", refused, StringComparison.Ordinal);
        Assert.Equal("/agency/contacts?done=agencyGiveContact", await BodyAsync(
            HttpMethod.Post, "/agency/contacts/give", agency, ("form", "give"), ("address", Dss), ("label", "Office <b>"),
            ("notices", "report"), ("notices", "overdue")));
        var contact = Assert.Single(await story.Service<AgencyContacts>().AllAsync("DSS"));
        Assert.Equal((Dss, "report overdue"), (contact.Address, string.Join(' ', contact.Notices)));

        var all = await BodyAsync(HttpMethod.Get, "/desk/contacts", coordinator);
        Assert.Contains(Dss, all, StringComparison.Ordinal);
        Assert.Contains("Office &lt;b&gt;", all, StringComparison.Ordinal);
        Assert.Equal("/desk/contacts?done=deskGiveContact", await BodyAsync(
            HttpMethod.Post, "/desk/contacts/give", coordinator, ("form", "give"), ("agency", "CCEH"), ("address", Cceh),
            ("label", "HMIS office")));
        // A link to it cannot be guessed into another agency's.
        var other = Assert.Single(await story.Service<AgencyContacts>().AllAsync("CCEH"));
        Assert.Contains("404", await BodyAsync(HttpMethod.Post, $"/agency/contacts/{other.Id}/remove", agency, ("form", "x")),
            StringComparison.Ordinal);
        Assert.Equal("/desk/contacts?done=deskRemoveContact",
            await BodyAsync(HttpMethod.Post, $"/desk/contacts/CCEH/{other.Id}/remove", coordinator, ("form", "x")));
        Assert.Equal("/agency/contacts?done=agencyRemoveContact",
            await BodyAsync(HttpMethod.Post, $"/agency/contacts/{contact.Id}/remove", agency, ("form", "x")));
        Assert.Empty(await story.Service<AgencyContacts>().AllAsync());

        async Task<string> BodyAsync(HttpMethod method, string path, Principal who, params (string Name, string Value)[] fields)
        {
            using var request = new HttpRequestMessage(method, path);
            var token = await parts.SignInAsync(request, who);
            request.Headers.Add("Sec-Fetch-Site", "same-origin");
            if (method == HttpMethod.Post)
                request.Content =
                    new FormUrlEncodedContent(fields.Append((Name: PageSessions.FormTokenField, Value: token))
                        .Select(f => KeyValuePair.Create(f.Name, f.Value)));
            using var response = await http.SendAsync(request);
            return response.Headers.Location?.OriginalString
                ?? $"{(int)response.StatusCode} {Regex.Replace(await response.Content.ReadAsStringAsync(), @"\s+", " ")}";
        }
    }
}
