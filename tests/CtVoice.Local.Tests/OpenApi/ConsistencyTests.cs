using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using CtVoice.Local.Tests.Reviews;

namespace CtVoice.Local.Tests.OpenApi;

/// <summary>What holds of every part of the API alike.</summary>
public sealed class ConsistencyTests
{
    [Theory]
    [InlineData("/api/reference/policy", "/api/reference/policy")]
    [InlineData("/api/members/m-01/contact", "/api/members/m-01/contact")]
    public async Task A_change_of_something_newer_is_refused_and_one_of_what_was_read_is_not(string read, string write)
    {
        await using var story = await ReviewStory.BeginAsync();
        using var http = new HttpClient { BaseAddress = story.Url };
        http.DefaultRequestHeaders.Add("X-Api-Key", story.Key("coordinator"));
        using var shown = await http.GetAsync(read);
        var body = JsonNode.Parse(await shown.Content.ReadAsStringAsync())!.AsObject();
        body.Remove("memberId");

        Assert.NotNull(shown.Headers.ETag);
        Assert.Equal(HttpStatusCode.PreconditionFailed, await PutAsync("\"0000000000000000\""));
        Assert.InRange((int)await PutAsync(shown.Headers.ETag!.Tag), 200, 204);
        Assert.InRange((int)await PutAsync("*"), 200, 204);
        Assert.InRange((int)await PutAsync(null), 200, 204);

        async Task<HttpStatusCode> PutAsync(string? version)
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, write)
            { Content = new StringContent(body.ToJsonString(), null, "application/json") };
            if (version is not null)
                request.Headers.IfMatch.Add(version == "*" ? EntityTagHeaderValue.Any : EntityTagHeaderValue.Parse(version));
            using var response = await http.SendAsync(request);
            return response.StatusCode;
        }
    }

    [Fact]
    public async Task Reviews_are_found_by_where_they_stand()
    {
        await using var story = await ReviewStory.BeginAsync();
        await story.SubmitAsync();
        using var http = new HttpClient { BaseAddress = story.Url };
        http.DefaultRequestHeaders.Add("X-Api-Key", story.Key("DSS"));

        async Task<int> CountAsync(string state) =>
            JsonNode.Parse(await http.GetStringAsync($"/api/reviews?state={state}"))!["reviews"]!.AsArray().Count;

        Assert.Equal((1, 0), (await CountAsync("preparing"), await CountAsync("open")));
        Assert.Equal(HttpStatusCode.BadRequest, (await http.GetAsync("/api/reviews?state=asleep")).StatusCode);
    }
}
