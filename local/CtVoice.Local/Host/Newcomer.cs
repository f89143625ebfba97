using System.Globalization;
using CtVoice.Web.Pages;

namespace CtVoice.Local.Host;

/// <summary>The start page: what this is, and ten steps through a whole review.</summary>
internal sealed class Newcomer(LocalOptions options) : IHomePage
{
    public Task<HomePage> ReadAsync(CancellationToken cancellationToken)
    {
        string Key(string who) => $"-H \"X-Api-Key: $(cat '{FirstStart.KeyPath(options.Data, who)}')\"";
        var host = string.Create(CultureInfo.InvariantCulture, $"localhost:{options.Port}");
        var review = $"{host}/api/reviews/ID";
        return Task.FromResult(new HomePage(
            "Residents advise Connecticut agencies on projects that use people's data. This is a trial copy: nobody here is real, and no message leaves this machine.",
            [
                new("Send in a project as DSS; note the id in the answer", Command: $"curl -s {host}/api/projects {Key("DSS")} -H 'Content-Type: application/json' -d @samples/projects/snap-homelessness.json"),
                new("See who was chosen, and why", Command: $"curl -s {review}/panel {Key("coordinator")}"),
                new("Release what residents will read", Command: $"for l in en es; do curl -s -X POST {review}/texts/$l/release {Key("coordinator")}; done"),
                new("Open a resident's phone and answer (it is quiet from 8 pm to 9 am)", "/sim"),
                new("Let three days pass; watch the reminders arrive", Command: $"curl -s {host}/sim/clock -H 'Content-Type: application/json' -d '{{\"advance\":\"P3D\"}}'"),
                new("Release the words of a reply after the close", Command: $"curl -s {review}/replies/1/release {Key("coordinator")} -H 'Content-Type: application/json' -d '{{}}'"),
                new("Read the report as the agency", Command: $"curl -s {review}/report {Key("DSS")}"),
                new("Answer a recommendation", Command: $"curl -s {review}/recommendations/1/answer {Key("DSS")} -H 'Content-Type: application/json' -d '{{\"kind\":\"deferred\",\"reason\":\"We ask counsel first.\",\"plainWords\":{{\"en\":\"We will decide in spring.\"}}}}'"),
                new("Check that nobody rewrote the record", Command: "dotnet run --project local/CtVoice.Local -- verify"),
                new("Read what programs can do here", "/openapi.json"),
            ]));
    }
}
