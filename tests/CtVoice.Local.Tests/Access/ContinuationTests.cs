using System.Net;
using System.Text.Json.Nodes;
using CtVoice.Local.Tests.Harness;

namespace CtVoice.Local.Tests.Access;

/// <summary>Where a page ended comes back from outside: what no page ended with is refused in every list,
/// and reads nothing beside it.</summary>
public sealed class ContinuationTests(PreparedFolder prepared) : IClassFixture<PreparedFolder>
{
    [Fact]
    public async Task A_continuation_that_no_page_ended_with_is_refused_in_every_list()
    {
        await using var installation = await Installation.StartAsync(prepared);
        var described = await installation.GetAsync("/openapi.json");
        var lists = described["paths"]!.AsObject()
            .Where(path => path.Value!["get"]?["parameters"]?.AsArray().Any(p => p!["name"]!.GetValue<string>() == "continuation") ?? false)
            .Select(path => path.Key).ToList();
        Assert.InRange(lists.Count, 6, 100);
        foreach (var list in lists.Where(l => !l.Contains('{', StringComparison.Ordinal)))
        {
            foreach (var made in new[] { "h|%23", "a/b", "%00", "%C3%B1" })
            {
                var (status, text) =
                    await installation.AskAsync(HttpMethod.Get, $"{list}?continuation={made}",
                        list == "/api/views" ? "auditor" : "coordinator");
                Assert.True(status is HttpStatusCode.BadRequest, $"{list}?continuation={made}: {(int)status} {text}");
                Assert.Equal("urn:ctvoice:problem:faults", JsonNode.Parse(text)!["type"]!.GetValue<string>());
            }
        }
        // The rows of the keys themselves stand in the same partition, before those of what was done with them.
        var (keys, told) = await installation.AskAsync(HttpMethod.Get, "/api/keys/actions?continuation=h|0", "coordinator");
        Assert.True(keys is HttpStatusCode.BadRequest, told);
    }
}
