using System.Text.RegularExpressions;

namespace CtVoice.Local.Demo.Chapters;

/// <summary>Members answer by mail, by text message and on the page behind the link in their message.</summary>
internal static partial class ResidentsAnswer
{
    public static async Task PlayAsync(Story story)
    {
        story.Chapter("Residents answer");
        await story.PassAsync("PT1M");
        await story.SaysAsync(story.Seats[0], "1");
        await OnThePageAsync(story, story.Seats[4]);
        await story.PassAsync("P1D");
        await story.SaysAsync(story.Seats[1], "2 only if names are taken out before anything is shared");
        await story.PassAsync("PT5M");
        await SayWhileOpenAsync(story, story.Seats[0], "Tell people in plain words what you found.");
        await SayWhileOpenAsync(story, story.Seats[1], "Ask us before you cut anything.");
    }

    private static async Task OnThePageAsync(Story story, string member)
    {
        var link = Link().Match(await story.NewestAsync(member, "/r/")).Value;
        var before = (await story.ReadAsync()).Number("replied");
        var page = await story.Client.GetTextAsync(link);
        await story.TellAsync($"{member} opens the link in the message: \"{Heading().Match(page).Groups[1].Value}\". Looking "
            + $"decides nothing: {before} replied, as before");
        var receipt = await story.Client.PostFormAsync(link, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["do"] = "answer",
            ["once"] = "demo",
            ["choice-1"] = "2",
            ["words-1"] = story.In(
                member, "Exact dates say who we are. Leave them out.", "Las fechas exactas dicen quiénes somos. Quítenlas."),
        });
        await story.TellAsync($"{member} answers on the page: 2, with words. The page says "
            + $"\"{Heading().Match(receipt).Groups[1].Value}\"; {(await story.ReadAsync()).Number("replied")} replied");
        await story.TellNewsAsync();
    }

    private static async Task SayWhileOpenAsync(Story story, string member, string text)
    {
        if ((await story.ReadAsync()).Text("stage") == "open")
            await story.SaysAsync(member, text);
    }

    [GeneratedRegex("/r/[A-Za-z0-9]+")]
    private static partial Regex Link();

    [GeneratedRegex("<h1>([^<]*)</h1>")]
    private static partial Regex Heading();
}
