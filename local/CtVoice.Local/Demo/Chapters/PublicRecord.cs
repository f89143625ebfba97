using System.Globalization;
using System.Text.Json;
using CtVoice.Core.Json;
using CtVoice.Local.Verification;
using CtVoice.Web.Views;

namespace CtVoice.Local.Demo.Chapters;

/// <summary>What members are owed, what the public sees, and a ledger that anybody can check.</summary>
internal static class PublicRecord
{
    public static async Task PlayAsync(Story story, Uri url, string auditorKey, CancellationToken cancellationToken)
    {
        story.Chapter("The record");
        var payments = (await story.Client.GetAsync("/api/payments?year=2027", "coordinator")).Items("payments").ToList();
        await story.TellAsync($"Pay: {payments.Count} answered questions of "
            + $"{payments.Select(p => p.Text("memberId")).Distinct().Count()} members are owed, whatever they said");
        var row = (await story.Client.GetAsync("/api/register?year=2027")).Items("reviews").First(r => r.Text("id") == story.Review);
        await story.TellAsync($"The public register, one line: {row.Text("title")}, {row.Text("agency")}, {row.Text("stage")}, "
            + $"{row["asked"]} asked, {row["replied"]} replied, {row["recommendations"]} recommendations, {row["answered"]} answered, "
            + $"{row["overdue"]} overdue");
        var ledger = (await story.ReadAsync("ledger", "auditor")).AsArray();
        await story.TellAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{ledger.Count} entries, from {ledger[0]!["entry"]!.Text("type")} to {ledger[^1]!["entry"]!.Text("type")}; last hash "
                + $"{ledger[^1]!.Text("hash")[..16]}..."));
        await CheckAsync(story, url, auditorKey, cancellationToken);
    }

    // What "ctvoice verify --server URL --checkpoint FILE" does, with a checkpoint that somebody kept.
    private static async Task CheckAsync(Story story, Uri url, string auditorKey, CancellationToken cancellationToken)
    {
        var kept = (await story.Client.GetAsync("/api/register/checkpoints/latest")).Deserialize<CheckpointView>(WorkflowJson.Options)!;
        using var http = new HttpClient { BaseAddress = url };
        var outcome = await new ServerVerification(http, auditorKey).RunAsync(null, kept.ToCheckpoint(), [], cancellationToken);
        await story.TellAsync(
            $"The signed checkpoint of {kept.Day:MMMM d} (number {kept.Number}), as anybody may keep it, against the ledger: "
                + $"{(outcome.Holds ? "it holds" : "broken")}", outcome.Problems);
        if (!outcome.Holds)
            throw new InvalidOperationException("The ledger does not hold against its own checkpoint.");
    }
}
