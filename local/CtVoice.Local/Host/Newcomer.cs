using CtVoice.Web.Pages;

namespace CtVoice.Local.Host;

/// <summary>The start page: what this is, and ten steps through a whole review.</summary>
internal sealed class Newcomer(string folder) : IHomePage
{
    public Task<HomePage> ReadAsync(CancellationToken cancellationToken)
    {
        string Key(string who) => $"-H \"X-Api-Key: $(cat '{FirstStart.KeyPath(folder, who)}')\"";
        const string Review = "localhost:7071/api/reviews/ID";
        return Task.FromResult(new HomePage(
            "Residents advise Connecticut agencies on projects that use people's data. This is a trial copy: nobody here is real, and no message leaves this machine.",
            [
                new("Send in a project as DSS; note the id in the answer", Command: $"curl -s localhost:7071/api/projects {Key("DSS")} -H 'Content-Type: application/json' -d @samples/projects/snap-homelessness.json"),
                new("See who was chosen, and why", Command: $"curl -s {Review}/panel {Key("coordinator")}"),
                new("Release what residents will read", Command: $"for l in en es; do curl -s -X POST {Review}/texts/$l/release {Key("coordinator")}; done"),
                new("Open a resident's phone and answer (it is quiet from 8 pm to 9 am)", "/sim"),
                new("Let three days pass; watch the reminders arrive", Command: "curl -s localhost:7071/sim/clock -H 'Content-Type: application/json' -d '{\"advance\":\"P3D\"}'"),
                new("Release the words of a reply after the close", Command: $"curl -s {Review}/replies/1/release {Key("coordinator")} -H 'Content-Type: application/json' -d '{{}}'"),
                new("Read the report as the agency", Command: $"curl -s {Review}/report {Key("DSS")}"),
                new("Answer a recommendation", Command: $"curl -s {Review}/recommendations/1/answer {Key("DSS")} -H 'Content-Type: application/json' -d '{{\"kind\":\"deferred\",\"reason\":\"We ask counsel first.\",\"plainWords\":{{\"en\":\"We will decide in spring.\"}}}}'"),
                new("Check that nobody rewrote the record", Command: "dotnet run --project local/CtVoice.Local -- verify"),
                new("Read what programs can do here", "/openapi.json"),
            ]));
    }
}
