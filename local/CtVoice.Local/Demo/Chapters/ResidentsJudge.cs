namespace CtVoice.Local.Demo.Chapters;

/// <summary>"Did this answer you?" Enough say no, so what was not adopted in full, or was named, is asked once more,
/// and that answer is final.</summary>
internal static class ResidentsJudge
{
    public static async Task PlayAsync(Story story)
    {
        story.Chapter("Did this answer you?");
        string[] votes = ["3 recommendation 1 does not say who decides", "3", "1"];
        foreach (var (member, vote) in story.Texters.Zip(votes))
            await story.SaysAsync(member, vote);
        await story.PassAsync("P8D");
        var report = await story.ReadAsync("report", "DSS");
        await story.TellAsync(
            $"The register says: residents {(report["residentsNotAnswered"]!.GetValue<bool>() ? "not answered" : "answered")}; asked "
                + "once more:"
            + $" recommendations {string.Join(", ", report.Items("recommendations").Where(r => r["askedAgain"] is not null)
                .Select(r => r["number"]))}");
        await AgenciesAnswer.AnswerAsync(story, "DSS", 1, "adopted", "The data lead decides. Names and dates go out before we share.",
            "2027-03-31");
        await AgenciesAnswer.AnswerAsync(story, "CCEH", 2, "adopted-in-part", "Each shelter's lead gives families a sheet.", "2027-03-26");
        await AgenciesAnswer.AnswerAsync(story, "DSS", 3, "not-adopted", "We asked our lawyers again. The law lets us use the list.", null);
        await AgenciesAnswer.TranslateAsync(story);
    }
}
