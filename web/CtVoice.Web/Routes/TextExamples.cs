using CtVoice.Core.Projects.Context;
using CtVoice.Core.Reviews.Texts;
using CtVoice.Language.Reading;

namespace CtVoice.Web.Routes;

/// <summary>What the OpenAPI document shows of texts and context notes.</summary>
internal static class TextExamples
{
    private const string Summary = "DSS wants to learn if food benefits help families keep a home.";
    private const string Question = "Is it OK to match food help records with shelter records?";

    private static readonly string[] Choices = ["yes", "yes, with changes", "no"];

    internal static TextEntry Entry { get; } = new(Summary, [new(Question)], Reviewer: "Rosa Ortiz");

    internal static ContextNote Note { get; } = new(
        "census-2020-hispanic", "2135-2", "2020 Census, Connecticut", "https://data.census.gov/", "2020", new(2021, 8, 12),
        new Dictionary<string, string>
        { ["en"] = "One in six people in our state is Hispanic.", ["es"] = "Una de cada seis personas en el estado es hispana." });

    internal static TextView View { get; } = new(
        "en", 2, TextStanding.Reviewed, Summary, [new(Question, Choices)], null, "Rosa Ortiz",
        new("whole", "Flesch-Kincaid", 5.1, "grade 5.1", ReadingVerdict.OnTarget, [Summary]),
        [new("summary", "Flesch-Kincaid", 5.8, "grade 5.8", ReadingVerdict.OnTarget, [Summary])], [],
        [new("census-2020-hispanic", Note.Sentences["en"], Note.Title, Note.Link, Note.Version, Note.Date)], null);

    internal static TextsView Texts { get; } = new(["en", "es"], [View], []);
}
