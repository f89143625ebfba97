namespace CtVoice.Local.Demo.Chapters;

/// <summary>What was promised is followed: one promise is kept, one is publicly not delivered.</summary>
internal static class Promises
{
    public static async Task PlayAsync(Story story)
    {
        story.Chapter("What became of the promises");
        await story.PassAsync("P7D");
        await story.DoAsync("recommendations/1/evidence", "DSS", new()
        {
            ["text"] = "Names and dates are dropped in the matching job since March 15.",
            ["link"] = "https://portal.ct.gov/example",
        });
        await story.DoAsync("recommendations/1/evidence/word", "coordinator", new() { ["accepted"] = true });
        await story.TellAsync("DSS shows that recommendation 1 is done; the coordinator accepts the evidence");
        await story.PassToAsync(new(2027, 3, 29, 20, 0, 0, TimeSpan.Zero));
        await story.TellAsync("What everybody can read now", (await story.Client.GetAsync($"/api/register/{story.Review}/report"))
            .Items("recommendations")
            .Select(r => $"{r["number"]}. {r.Text("text")} "
                + $"{r["answer"]!.Text("kind")}{(r["answer"]!["commitment"] is { } promise ? ", " + promise.Text("state") : "")}"));
    }
}
