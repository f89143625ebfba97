namespace CtVoice.Local.Demo.Chapters;

/// <summary>Whoever is silent is reminded; an alternate joins and nobody is removed.</summary>
internal static class SilenceAndAlternate
{
    public static async Task PlayAsync(Story story)
    {
        story.Chapter("Silence: reminders, then an alternate joins");
        await story.PassAsync("P3D");
        await story.SaysAsync(story.Seats[2], "3 no. My kids are in that shelter list. They never said yes.");
        await story.PassAsync("P5D");
        foreach (var seat in (await story.ReadAsync("panel")).Items("reserve").Where(s => s.Text("standing") is "silent"))
        {
            await story.TellAsync($"{seat.Text("memberId")} has joined from the reserve");
            await story.SaysAsync(seat.Text("memberId"), "1");
        }
    }
}
