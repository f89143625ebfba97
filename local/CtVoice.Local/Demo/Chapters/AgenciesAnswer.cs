using System.Globalization;
using System.Text.Json.Nodes;

namespace CtVoice.Local.Demo.Chapters;

/// <summary>One answer in time, one after a lawful extension, one late; members are told in their language.</summary>
internal static class AgenciesAnswer
{
    // What a translator writes, by the English words.
    private static readonly Dictionary<string, string> Spanish = new(StringComparer.Ordinal)
    {
        ["We will take out all names and dates before we share."] = "Vamos a quitar todos los nombres y fechas antes de compartir.",
        ["We will give families a sheet at each shelter."] = "Vamos a dar una hoja a las familias en cada refugio.",
        ["The law lets us use the list. We will tell families about it."] = "La ley nos deja usar la lista. Vamos a avisar a las familias.",
        ["We will ask the board before we cut help."] = "Vamos a preguntar a la junta antes de quitar ayuda.",
        ["The data lead decides. Names and dates go out before we share."] =
            "La jefa de datos decide. Nombres y fechas se quitan antes de compartir.",
        ["Each shelter's lead gives families a sheet."] = "El jefe de cada refugio da una hoja a las familias.",
        ["We asked our lawyers again. The law lets us use the list."] =
            "Preguntamos otra vez a los abogados. La ley nos deja usar la lista.",
    };

    public static async Task PlayAsync(Story story)
    {
        story.Chapter("The agencies answer: in time, with more time, and late");
        await story.DoAsync("governing-board-decision", "coordinator", new()
        {
            ["kind"] = "modified",
            ["on"] = Today(await story.NowAsync()),
            ["number"] = "DGB-2027-02",
            ["note"] = "Without names and exact dates.",
        });
        await story.TellAsync(
            "The Data Governing Board's decision DGB-2027-02 is recorded beside the advice: modified, without names and exact dates");
        await AnswerAsync(story, "DSS", 1, "adopted", "We will take out all names and dates before we share.", "2027-03-31");
        await story.DoAsync("recommendations/3/extension", "DSS", new()
        { ["businessDays"] = 5, ["reason"] = "Our lawyers look at the consent form until then." });
        await story.TellAsync(
            "DSS takes 5 more business days for recommendation 3, with a public reason: nobody nags, and it is not overdue");
        await story.PassToAsync((await story.ReadAsync("report", "DSS")).Items("recommendations").ElementAt(1).Instant("dueAt").AddDays(1));
        foreach (var notice in (await story.ReadAsync("report", "DSS")).Items("recommendations").ElementAt(1).Items("notices"))
            story.More($"CCEH was slow, in public: {notice.Text("kind")}, {RecordWords.Local(notice.Instant("sentAt"))}");
        await AnswerAsync(story, "CCEH", 2, "adopted-in-part", "We will give families a sheet at each shelter.", "2027-03-26");
        await AnswerAsync(story, "DSS", 3, "not-adopted", "The law lets us use the list. We will tell families about it.", null);
        await AnswerAsync(story, "DSS", 4, "adopted", "We will ask the board before we cut help.", "2027-06-30");
        await TranslateAsync(story);
        await story.PassAsync("PT15H");
    }

    /// <summary>An addressee answers in English; what members of other languages wait for is translated by a person.</summary>
    internal static async Task AnswerAsync(Story story, string who, int number, string kind, string plain, string? dueOn)
    {
        var body = new JsonObject
        { ["kind"] = kind, ["reason"] = "As the program's lead decided.", ["plainWords"] = new JsonObject { ["en"] = plain } };
        if (dueOn is not null)
        {
            body["owner"] = $"{who} data sharing lead";
            body["dueOn"] = dueOn;
        }
        await story.DoAsync(string.Create(CultureInfo.InvariantCulture, $"recommendations/{number}/answer"), who, body);
        await story.TellAsync($"{who} answers recommendation {number}: {kind}. \"{plain}\"");
    }

    /// <summary>The coordinator sees to it that nobody who reads Spanish is told in English.</summary>
    internal static async Task TranslateAsync(Story story)
    {
        await story.PassAsync("PT1M");
        var waiting = (await story.ReadAsync("plain-words")).AsArray();
        foreach (var words in waiting)
        {
            var number = words!.Number("recommendation");
            await story.Client.PutAsync(
                story.At(string.Create(CultureInfo.InvariantCulture, $"recommendations/{number}/plain-words/{words!.Text("language")}")),
                "coordinator",
                new JsonObject { ["text"] = Spanish[words!.Text("english")], ["translator"] = "Marisol Vega" });
        }
        if (waiting.Count > 0)
            await story.TellAsync($"A person translates the plain words of {waiting.Count} answers; until then the members who wait for "
                + "them are not told in English");
    }

    private static string Today(DateTimeOffset now) => now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
