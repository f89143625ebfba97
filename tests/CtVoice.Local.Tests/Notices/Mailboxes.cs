using System.Text.Json.Nodes;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Local.Tests.Harness;
using CtVoice.Local.Tests.Reviews;

namespace CtVoice.Local.Tests.Notices;

/// <summary>Mailboxes of agencies in a story, as people give them, and what arrives there.</summary>
internal static class Mailboxes
{
    internal const string Dss = "data.governance@dss.example.org";
    internal const string Cceh = "hmis.office@cceh.example.org";

    internal static Task<ApiAnswer> PutAsync(ReviewStory story, string agency, string address, string who = "coordinator",
        params string[] notices) =>
        story.AskAsync(HttpMethod.Put, $"/api/agencies/{agency}/contacts", who, new JsonObject
        {
            ["address"] = address,
            ["label"] = "Data governance mailbox",
            ["notices"] = new JsonArray([.. notices.Select(n => (JsonNode)n)]),
        });

    /// <summary>A mailbox that is told everything.</summary>
    internal static async Task GiveAsync(ReviewStory story, string agency = "DSS", string address = Dss, params string[] notices)
    {
        var answer = await PutAsync(story, agency, address, notices: notices);
        Assert.True((int)answer.Status is 200, answer.Text);
    }

    /// <summary>What left for a mailbox, oldest first.</summary>
    internal static IReadOnlyList<OutgoingEmail> To(ReviewStory story, string address) =>
        [.. story.Carrier.Notices.Where(m => m.To == address)];

    /// <summary>The subjects of it, up to the title of the project.</summary>
    internal static IReadOnlyList<string> SubjectsTo(ReviewStory story, string address) =>
        [.. To(story, address).Select(m => m.Subject.Split(": ")[0])];
}
