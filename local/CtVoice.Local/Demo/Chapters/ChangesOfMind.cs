namespace CtVoice.Local.Demo.Chapters;

/// <summary>A vote is changed while a later question is open, and a question is skipped: the member stays.</summary>
internal static class ChangesOfMind
{
    public static async Task PlayAsync(Story story)
    {
        if ((await story.ReadAsync()).Text("stage") != "open")
            return;
        story.Chapter("A changed vote, a skipped question");
        await story.PassAsync("PT5M");
        await story.SaysAsync(story.Seats[0], "Sorry, change question 1 to 2");
        await story.SaysAsync(story.Seats[1], "I do not want to answer this one");
        await story.TellAsync($"{(await story.ReadAsync()).Number("replied")} replied, as before: nobody left, and no answer was lost");
    }
}
