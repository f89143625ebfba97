using CtVoice.Core.Projects;

namespace CtVoice.Core.Reviews;

/// <summary>Whether a project touches an overrepresented population.</summary>
public static class ProjectAssessment
{
    /// <summary>Assesses a project by the programmes its people are in.</summary>
    public static AssessmentOutcome Of(ProjectRequest project)
    {
        var programmes = project.People?.Programmes ?? [];
        if (programmes.Count == 0)
            return new(ReviewNeed.CoordinatorDecides, ["No programme is named; the counts are not assessed yet."], [], "programmes/1", "system");
        return new(
            ReviewNeed.Required,
            [.. programmes.Select(p => $"The data are about people in a programme that always counts: {Code(p)}.")],
            [.. programmes.Select(Code)], "programmes/1", "system");
    }

    /// <summary>The population code of a programme.</summary>
    public static string Code(Programme programme) => programme switch
    {
        Programme.Benefits => "benefits",
        Programme.Poverty => "poverty",
        Programme.ChildWelfare => "child-welfare",
        Programme.Custody => "custody",
        Programme.Homeless => "homeless",
        _ => throw new ArgumentOutOfRangeException(nameof(programme)),
    };
}
