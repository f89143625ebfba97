using System.Globalization;
using System.Text.Json.Nodes;
using CtVoice.Core.Board;
using Xunit;

namespace CtVoice.Testing.Reviews;

/// <summary>
/// One review, played over the routes by each host on its own engine: asked for, prepared, opened, answered by two
/// members, cancelled. Its ledger says the same whatever runs it.
/// </summary>
public abstract class ReviewScript
{
    private static readonly string[] Opened =
    [
        "project-submitted", "assessed", "panel-chosen", "texts-released", "texts-released", "asking-started",
        "invitation-sent", "window-opened", "invitation-sent", "invitation-sent", "invitation-sent", "invitation-sent",
    ];

    /// <summary>Asks the host under a key of <paramref name="who"/> (an agency's code or a role; null nobody's).</summary>
    protected abstract Task<JsonNode> AskAsync(string method, string path, string? who, JsonNode? body = null);

    /// <summary>Lets the host get on with what is due now.</summary>
    protected abstract Task PauseAsync(CancellationToken patience);

    /// <summary>Starts the host with the sample board, which it returns; skips where it cannot run.</summary>
    protected abstract Task<BoardStore> StartAsync();

    /// <summary>The sample project.</summary>
    protected abstract string Project { get; }

    [SkippableFact]
    public async Task A_review_that_is_answered_and_cancelled_leaves_the_same_ledger_on_every_host()
    {
        var board = await StartAsync();
        // Who takes calls only is called by the coordinator; this story is told in messages.
        foreach (var member in (await board.MembersAsync()).Where(m => m.UsableChannels.First() is Channel.PhoneDictated))
            await board.ChangeAsync(member.Id, m => m! with { State = MemberState.Paused });
        var id = Text(await AskAsync("POST", "/api/projects", "DSS", JsonNode.Parse(Project)), "id");
        await UntilAsync(id, Opened[..3]);
        var prepared = await AskAsync("GET", $"/api/reviews/{id}", "coordinator");
        foreach (var language in prepared["textsWaiting"]!.AsArray().Select(l => l!.GetValue<string>()))
            await AskAsync("POST", $"/api/reviews/{id}/texts/{language}/release", "coordinator");
        await UntilAsync(id, Opened);

        var seats = (await AskAsync("GET", $"/api/reviews/{id}/panel", "coordinator"))["seats"]!.AsArray().Select(s => Text(s!, "memberId"))
            .ToList();
        await ReplyAsync(seats[0], "1");
        await UntilAsync(id, [.. Opened, "reply-accepted"]);
        await ReplyAsync(seats[1], "2 only if names are taken out before anything is shared");
        await UntilAsync(id, [.. Opened, "reply-accepted", "reply-accepted"]);
        await AskAsync("POST", $"/api/reviews/{id}/cancel", "coordinator", new JsonObject
        { ["reason"] = "The agency withdrew the project." });

        // Everybody who was asked is told.
        string[] all =
            [.. Opened, "reply-accepted", "reply-accepted", "review-cancelled", .. Opened.Where(t => t == "invitation-sent")
                .Select(_ => "date-told")];
        await UntilAsync(id, all);
        await EndAsync(id);
        Assert.Equal(all, await TypesAsync(id));
    }

    /// <summary>Waits until every workflow of the review has ended, and checks its ledger.</summary>
    protected abstract Task EndAsync(string id);

    private async Task ReplyAsync(string member, string text)
    {
        foreach (var box in new[] { "sms", "email" })
        {
            var messages = await TryAskAsync($"/sim/{member}/{box}");
            if (messages.Count == 0)
                continue;
            await AskAsync("POST", $"/sim/{member}/{box}", null, new JsonObject { ["text"] = text });
            return;
        }
        Assert.Fail($"Nothing was sent to {member}.");
    }

    private async Task<JsonArray> TryAskAsync(string path)
    {
        var member = path.Split('/')[2];
        var boxes = (await AskAsync("GET", "/sim/members", null)).AsArray().Single(m => Text(m!, "id") == member)!["boxes"]!.AsArray();
        return boxes.Any(b => path.EndsWith("/" + b!.GetValue<string>(), StringComparison.Ordinal))
            ? (await AskAsync("GET", path, null)).AsArray()
            : [];
    }

    private async Task UntilAsync(string id, string[] expected)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        IReadOnlyList<string> types;
        while ((types = await TypesAsync(id)).Count < expected.Length)
        {
            Assert.False(patience.IsCancellationRequested,
                string.Create(CultureInfo.InvariantCulture, $"After a minute only {string.Join(", ", types)}"));
            await PauseAsync(patience.Token);
        }
        Assert.Equal(expected, types);
    }

    private async Task<IReadOnlyList<string>> TypesAsync(string id) =>
        [.. (await AskAsync("GET", $"/api/reviews/{id}/ledger", "coordinator")).AsArray().Select(e => Text(e!["entry"]!, "type"))];

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();
}
