using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Local.Tests.Harness;
using CtVoice.Local.Tests.Reviews;
using CtVoice.Web.Simulation;

namespace CtVoice.Local.Tests.OnCall;

/// <summary>People on call with their phones: put on the list by the coordinator, agreed on their phones, approved by OPM.</summary>
internal sealed class OnCallCrew(ReviewStory story)
{
    internal const string Pin = "480217";

    internal static readonly string[] Phones = ["+18605550171", "+18605550172"];

    internal List<string> Ids { get; } = [];

    /// <summary>Two people who are on call at every hour.</summary>
    internal static async Task<OnCallCrew> ApprovedAsync(ReviewStory story, string first = "OPM")
    {
        var crew = new OnCallCrew(story);
        await crew.AddAsync("Renee Okafor", Phones[0], first);
        await crew.AddAsync("Sam Whitfield", Phones[1], "OPM");
        foreach (var i in new[] { 0, 1 })
            await crew.AgreeAsync(i);
        Assert.Equal(HttpStatusCode.NoContent, (await crew.ApproveAsync()).Status);
        return crew;
    }

    internal async Task<ApiAnswer> TryAddAsync(string name, string phone, string worksFor = "OPM", bool stateIssued = true) =>
        await story.AskAsync(
        HttpMethod.Post, "/api/on-call/people", "coordinator", new()
        {
            ["name"] = name,
            ["phone"] = phone,
            ["email"] = $"{name.Split(' ')[0].ToLowerInvariant()}@example.org",
            ["worksFor"] = worksFor,
            ["stateIssued"] = stateIssued,
            ["duty"] = new JsonArray(new JsonObject
            {
                ["days"] = new JsonArray("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
                ["from"] = "00:00:00",
                ["to"] = "00:00:00",
            }),
        });

    internal async Task AddAsync(string name, string phone, string worksFor)
    {
        var added = await TryAddAsync(name, phone, worksFor);
        Assert.True(added.Status is HttpStatusCode.OK, added.Text);
        Ids.Add(added.Body["id"]!.GetValue<string>());
    }

    /// <summary>The coordinator texts the link, and its reader agrees.</summary>
    internal async Task AgreeAsync(int who)
    {
        Assert.Equal(HttpStatusCode.NoContent,
            (await story.AskAsync(HttpMethod.Post, $"/api/on-call/people/{Ids[who]}/invite", "coordinator")).Status);
        var page = await PostAsync(await LinkAsync(who), ("do", "join"), ("pin", Pin), ("again", Pin), ("agree", "yes"));
        Assert.Contains("You agreed", page.Html, StringComparison.Ordinal);
    }

    internal Task<ApiAnswer> ApproveAsync() => story.AskAsync(
        HttpMethod.Post, "/api/on-call/approve", "coordinator", new() { ["by"] = "Dana Reyes, OPM", ["on"] = "2027-01-11" });

    /// <summary>Texts on somebody's phone, oldest first.</summary>
    internal async Task<IReadOnlyList<SimulatedMessage>> TextsAsync(int who)
    {
        var mailbox = story.Service<SimulatedMailbox>();
        return [.. (await mailbox.ReadAsync(mailbox.Phone(Phones[who]))).Where(m => m.FromBoard)];
    }

    /// <summary>Path of the newest link on somebody's phone.</summary>
    internal async Task<string> LinkAsync(int who) =>
        (await TextsAsync(who)).Select(m => Regex.Match(m.Text, "/on-call/r/[A-Za-z0-9]+").Value).Last(path => path.Length > 0);

    internal async Task TextsBackAsync(string phone, string text)
    {
        await story.Service<Receive>()
            .ReceiveAsync(new(Channel.Sms, "SM" + Guid.NewGuid().ToString("N"), phone, "board", null, text, story.Now));
        await story.SettleAsync();
    }

    internal async Task<(HttpStatusCode Status, string Html)> OpenAsync(string path)
    {
        using var http = new HttpClient { BaseAddress = story.Url };
        using var answer = await http.GetAsync(path);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }

    internal async Task<(HttpStatusCode Status, string Html)> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var http = new HttpClient { BaseAddress = story.Url };
        http.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        using var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        using var answer = await http.PostAsync(path, form);
        var page = (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
        await story.SettleAsync();
        return page;
    }

    /// <summary>Opens an alert with the PIN, and says what was done.</summary>
    internal async Task<string> HandleAsync(string path, string code)
    {
        var opened =
            Regex.Match((await PostAsync(path, ("do", "open"), ("pin", Pin))).Html,
                "name=\"opened\" value=\"([0-9a-f]+)\"").Groups[1].Value;
        Assert.NotEmpty(opened);
        return (await PostAsync(path, ("do", "done"), ("opened", opened), ("done", code))).Html;
    }
}
