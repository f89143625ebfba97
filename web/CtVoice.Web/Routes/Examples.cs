using CtVoice.Core.Projects;
using CtVoice.Core.Representation;
using CtVoice.Core.Reviews;
using CtVoice.Language.Reading;
using CtVoice.Web.Views;

namespace CtVoice.Web.Routes;

/// <summary>What the OpenAPI document shows.</summary>
internal static class Examples
{
    private static readonly DateTimeOffset Start = new(2026, 12, 1, 15, 0, 0, TimeSpan.Zero);

    internal static ProjectRequest Project { get; } = new()
    {
        Title = "Benefits and housing",
        Agency = "DSS",
        Purpose = "See whether food benefits help families keep their homes.",
        Data = [new()
            { Source = "DSS", Name = "SNAP months", Description = "Months with food benefits.", WhyNeeded =
                "To compare before and after.", NotInCatalogue = true }],
        SharingAgencies = [new("CCEH")],
        People = new() { Description = "Families on food benefits.", Programmes = [Programme.Benefits, Programme.Homeless] },
        Questions = [new()
            { Text = new Dictionary<string, string>
                { ["en"] = "Should DSS and shelters link their data to see what helps families keep a home?" } }],
        Texts = new Dictionary<string, ResidentText> { ["en"] = new("DSS wants to learn if food benefits help families keep a home.") },
    };

    internal static Assessment Found { get; } = new()
    {
        Outcome = RepresentationOutcome.ReviewRequired,
        Reasons = ["A review is required: the project touches an overrepresented population.",
            "People on benefits: always counted as overrepresented, whatever the counts."],
        Touched = ["benefits"],
        Undecided = [],
        Findings = [new()
            { Population = "benefits", Name = "People on benefits", Status = PopulationStatus.Overrepresented, Sentences =
                ["People on benefits: always counted as overrepresented, whatever the counts."] }],
        Editions = [new("overrepresentation", "1"), new("baselines", "1"), new("rel", "1"), new("source-profiles", "1")],
    };

    internal static AssessmentView Assessment { get; } = new("r-acdefghjkm", Found, [new("people", 391200, "391200")]);

    internal static AssessmentView PublicAssessment { get; } = new("r-acdefghjkm", Found) { People = "About 390,000 people." };

    internal static CheckView Check { get; } = new(
        ReviewNeed.Required, Found.Reasons,
        new(new(2026, 12, 21),
            ["From Tuesday, December 1, 2026; the day itself does not count.",
                "2 business days to make the texts ready: Thursday, December 3, 2026."]),
        null, new(5, 3, true), [new("/legalBasis", "Which law allows this use of the data?")],
        [new("/texts/en/summary", "Flesch-Kincaid", "grade 5.2", ReadingVerdict.OnTarget,
            "DSS wants to learn if food benefits help families keep a home.")],
        [], Found, [], "p20win-data-dictionary-1f0c9a2b");

    internal static ReviewView Review { get; } =
        new("r-acdefghjkm", "DSS", "Benefits and housing", ReviewStage.Open, Start, Start, "review/3") { Asked = 5, Replied = 2 };

    internal static ReviewPage Page { get; } =
        new([new("r-acdefghjkm", "DSS", "Benefits and housing", ReviewStage.Open, Start, Start, Start.AddDays(14))], null);

    internal static AnswerGiven Answer { get; } = new(
        AnswerKind.Adopted, "Names are not needed for the analysis.",
        new Dictionary<string, string>
        { ["en"] = "We will take out all names before we share.", ["es"] = "Quitaremos todos los nombres antes de compartir." },
        "DSS data office", new DateOnly(2027, 3, 1), "Marisol Vega");

    internal static ReportView Report { get; } = new(
        "r-acdefghjkm", Start, 5, 4, null, 1, [],
        [new(1, 1, "Take out names before you share.", "DSS", Start, Start.AddDays(28), [], null, null)
            { ComesFrom = new(null, "comes from one or more residents") }])
    {
        Withheld = 1,
        Supplement = new(Start.AddDays(14), ["10 business days after the report."], null, []),
    };

    internal static PanelView Panel { get; } = new(
        [new("m-07", "resident-A3C4E", "en", "Describes benefits.", "silent", Start, [], null)], [], [new("m-02", "Works for DSS.")],
        ["2 members of the panel describe people on benefits."], [], null,
        [new("m-07", Core.Board.OverrideKind.Seat, "Lives in the town that the project is about.", "k-7")]);

    internal static ReplyView Reply { get; } = new(1, "m-07", 1, 2, ["2 only if names are removed"], false, false, Start, null)
    { Decision = Core.Reviews.Drafts.WordsDecision.Undecided };
}
