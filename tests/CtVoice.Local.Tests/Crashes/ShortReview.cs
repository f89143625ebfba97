using System.Globalization;
using System.Text.Json.Nodes;
using CtVoice.Local.Host;
using CtVoice.Local.Tests.Harness;

namespace CtVoice.Local.Tests.Crashes;

/// <summary>
/// A whole review in a few steps, as its people take them: two answer in full, one stops, one answers after a reminder,
/// one is late, and alternates join. Every step may be repeated by a client that got no answer.
/// </summary>
internal sealed class ShortReview(Installation installation)
{
    private const string Coordinator = "coordinator";

    /// <summary>Id of the review, once it was asked for.</summary>
    internal string Id { get; private set; } = "";

    /// <summary>From the request to the members being told.</summary>
    /// <param name="changesMinds">Words that are no answer as well: one answer is taken back and given anew,
    /// one member is not to be quoted.</param>
    internal async Task PlayAsync(bool changesMinds = false)
    {
        var closes = await ReportAsync(changesMinds: changesMinds);
        await AnswerAsync(1);
        await AnswerAsync(2);
        await installation.PassToAsync(closes.AddDays(12));
    }

    /// <summary>From the request to a report with two recommendations; when the window closed.</summary>
    /// <param name="restWaits">True leaves the words of the other replies undecided, so that a supplement follows.</param>
    /// <param name="changesMinds">See <see cref="PlayAsync"/>.</param>
    internal async Task<DateTimeOffset> ReportAsync(bool restWaits = false, bool changesMinds = false)
    {
        await AskAsync();
        var seats = await PanelAsync("seats");
        await ReleaseTextsAsync();
        await PassAsync(TimeSpan.FromMinutes(40));
        await ReplyAsync(seats[0], "a1", "1");
        await ReplyAsync(seats[1], "b1", "2 only if names are taken out first");
        await PassAsync(TimeSpan.FromHours(1.5));
        await ReplyAsync(seats[0], "a2", "Tell people in plain words what you found.");
        await ReplyAsync(await OnPhoneAsync(seats.Skip(2)), "c1", "STOP");
        await PassAsync(TimeSpan.FromHours(3));
        if (changesMinds)
        {
            await ReplyAsync(seats[0], "a3", "take back my answer to question 1");
            await PassAsync(TimeSpan.FromHours(3.2));
            await ReplyAsync(seats[0], "a4", "Please do not quote me");
            await PassAsync(TimeSpan.FromHours(3.4));
            await ReplyAsync(seats[0], "a5", "question 1: 3");
        }
        await PassAsync(TimeSpan.FromDays(4));
        await ReplyAsync(await OnPhoneAsync(seats.Reverse()), "d1", "3 no. They never said yes.");
        await PassAsync(TimeSpan.FromDays(9));

        var closes = (await ReadAsync("window", "closesAt")).GetValue<DateTimeOffset>();
        await installation.PassToAsync(closes.AddHours(1));
        await ReplyAsync(seats[1], "b2", "2 sorry for the delay. Keep it one year.");
        // The office decides on what it sees: a message that a crash cut off is applied by the next sweep.
        await installation.PassToAsync(closes.AddHours(1).AddMinutes(5));
        await ReleaseWordsAsync(restWaits);
        await installation.PassToAsync(closes.AddDays(5));
        return closes;
    }

    /// <summary>The agency's request; time stands still.</summary>
    internal async Task AskAsync()
    {
        using var project = SampleFiles.Open("projects/snap-homelessness.json");
        var receipt = await installation.PostAsync("/api/projects", "DSS", JsonNode.Parse(project), idempotencyKey: "crash");
        Id = receipt["id"]!.GetValue<string>();
        await PassAsync(TimeSpan.FromMinutes(20));
    }

    internal async Task ReleaseTextsAsync()
    {
        foreach (var language in (await ReadAsync("textsWaiting")).AsArray())
            await installation.PostAsync($"/api/reviews/{Id}/texts/{language}/release", Coordinator);
    }

    internal async Task<IReadOnlyList<string>> PanelAsync(string part) =>
        [.. (await installation.GetAsync($"/api/reviews/{Id}/panel", Coordinator))[part]!.AsArray()
            .Select(s => s!["memberId"]!.GetValue<string>())];

    /// <summary>A member writes; the provider's id makes a second delivery known.
    /// Who was only told of a question asks to see it first.</summary>
    internal async Task ReplyAsync(string member, string providerId, string text)
    {
        var path = $"/sim/{member}/{await BoxAsync(member)}";
        var told = await ReadAsync();
        var (hidden, ask) = told.Any(t => t.Contains("Reply ASK", StringComparison.Ordinal))
            ? (true, "ask")
            : (told.Any(t => t.Contains("Mande VER", StringComparison.Ordinal)), "ver");
        if (hidden)
        {
            await installation.PostAsync(path, null, new JsonObject { ["text"] = ask, ["id"] = providerId + "-ask" });
            // Who has not seen it yet, because the process died, waits a little.
            for (var minutes = 0; minutes < 15 && (await ReadAsync()).Count == told.Count; minutes += 3)
                await installation.PassToAsync((await installation.GetAsync("/sim/clock"))["now"]!.GetValue<DateTimeOffset>()
                    .AddMinutes(3));
        }
        await installation.PostAsync(path, null, new JsonObject { ["text"] = text, ["id"] = providerId });

        async Task<List<string>> ReadAsync() =>
            [.. (await installation.GetAsync(path)).AsArray().Where(m => m!["fromBoard"]!.GetValue<bool>())
                .Select(m => m!["text"]!.GetValue<string>())];
    }

    internal Task PassAsync(TimeSpan sinceStart) => installation.PassToAsync(Installation.Start + sinceStart);

    private async Task<string> OnPhoneAsync(IEnumerable<string> members)
    {
        foreach (var member in members)
        {
            if (await BoxAsync(member) == "sms")
                return member;
        }
        throw new InvalidOperationException("Nobody of them has a phone.");
    }

    private async Task<string> BoxAsync(string member) =>
        (await installation.GetAsync("/sim/members")).AsArray()
            .First(m => m!["id"]!.GetValue<string>() == member)!["boxes"]![0]!.GetValue<string>();

    // What asks for a change is passed on, and the rest is not or waits.
    private async Task ReleaseWordsAsync(bool restWaits)
    {
        foreach (var reply in (await installation.GetAsync($"/api/reviews/{Id}/replies", Coordinator)).AsArray()
            .Where(r => r!["words"]!.AsArray().Count > 0 && r["decision"] is not null))
        {
            if (reply!["choice"]?.GetValue<int>() is 2 or 3 && !reply["late"]!.GetValue<bool>())
                await installation.PostAsync($"/api/reviews/{Id}/replies/{reply["number"]}/release", Coordinator, new JsonObject());
            else if (!restWaits)
                await installation.PostAsync($"/api/reviews/{Id}/preview/reply-{reply["number"]}/withhold", Coordinator, new JsonObject
                { ["because"] = "not-wanted" });
        }
    }

    private async Task AnswerAsync(int number) => await installation.PostAsync(
        string.Create(CultureInfo.InvariantCulture, $"/api/reviews/{Id}/recommendations/{number}/answer"), "DSS", new JsonObject
        {
            ["kind"] = "deferred",
            ["reason"] = "Counsel is asked first.",
            ["plainWords"] = new JsonObject { ["en"] = "We will decide in spring.", ["es"] = "Vamos a decidir en la primavera." },
            ["translator"] = "Marisol Vega",
        });

    private async Task<JsonNode> ReadAsync(params string[] path)
    {
        var at = await installation.GetAsync($"/api/reviews/{Id}", Coordinator);
        foreach (var name in path)
            at = at[name]!;
        return at;
    }
}
