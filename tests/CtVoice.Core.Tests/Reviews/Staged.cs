using CtVoice.Core.Board;
using CtVoice.Core.Calendar;
using CtVoice.Core.Projects;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.Texts;
using CtVoice.Core.Tests.Projects;
using static CtVoice.Core.Tests.Board.Residents;

namespace CtVoice.Core.Tests.Reviews;

/// <summary>Reviews brought to a stage by the decisions themselves.</summary>
internal static class Staged
{
    public const string Key = "k-1";

    public static readonly DateTimeOffset Now = new(2027, 5, 3, 14, 0, 0, TimeSpan.Zero);

    public static BusinessCalendar Workdays => BusinessCalendar.Connecticut;

    public static ProjectRequest Project => SampleProjects.Read("snap-homelessness");

    public static IReadOnlyList<BoardMember> Members(int count) =>
        [.. Enumerable.Range(1, count)
            .Select(n => (Resident($"m-{n:D2}", "benefits") with { Languages = n == 1 ? ["es"] : ["en"] }).Fresh())];

    public static Review Submitted(ProjectRequest? project = null) =>
        Submitting.Decide("r-1", project ?? Project, Given.AtOnce, new string('a', 64), Key, Now).State;

    public static Review Routing(ProjectRequest? project = null) => Assessing.Record(
        Submitted(project), new(ReviewNeed.Required, ["People on benefits are in the data."], ["benefits", "2135-2"], "policy/1", "system"),
        "{}", Now).Change!.State;

    /// <summary>A panel of five with three in reserve when there are members enough; m-01 reads Spanish only.</summary>
    public static Review Preparing(int members = 12, ProjectRequest? project = null) =>
        ChoosingPanel.Record(Routing(project), Routed(members), [], Now).Change!.State;

    public static RoutedPanel Routed(int members, params PanelOverride[] overrides) =>
        new(Panels.Choose(Board.Residents.Routing(Members(members), "benefits") with { Overrides = overrides }), []);

    /// <summary>Everybody's invitation is decided, none has left; texts in both languages are released.</summary>
    public static Review Asking(int members = 12)
    {
        var review = Preparing(members, SampleProjects.Read("snap-homelessness"));
        foreach (var language in ReleasingTexts.Needed(review))
            review = ReleasingTexts.Release(review, new(language), [], Key, Now).Change!.State;
        return Inviting.Open(review, Now).Change!.State;
    }

    public static ReviewText Hard(this ReviewText text) => text with
    {
        Summary = "Interagency administrative harmonization necessitates comprehensive longitudinal interoperability assessments, "
            + "notwithstanding jurisdictional heterogeneity.",
    };
}
