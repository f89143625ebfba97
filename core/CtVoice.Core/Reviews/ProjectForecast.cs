using CtVoice.Core.Board;
using CtVoice.Core.Calendar;
using CtVoice.Core.Projects;

namespace CtVoice.Core.Reviews;

/// <summary>What a panel would be today, without anything about a member.</summary>
/// <param name="Seats">Members who would be asked first.</param>
/// <param name="Reserve">Members in reserve.</param>
/// <param name="Enough">False when fewer can be asked than there are seats; then the coordinator acts.</param>
public sealed record PanelForecast(int Seats, int Reserve, bool Enough);

/// <summary>What would become of a project without faults if it were submitted now. Stores nothing.</summary>
public sealed class ProjectForecast(ReferenceStore references, PublishedCounts published, BoardStore board, BusinessCalendar calendar)
{
    /// <summary>What the assessment would find of a project without faults, and publish beside what earlier versions published.</summary>
    public async Task<RecordedAssessment> AssessAsync(ProjectLook look, CancellationToken cancellationToken = default)
    {
        var earlier = look.Earlier is { } before
            ? await published.EarlierAsync(before.FirstReview ?? before.Id, null, cancellationToken)
            : [];
        return RecordedAssessment.Of(look.Project, await references.CurrentAsync(cancellationToken), earlier);
    }

    /// <summary>The panel that the board as it is would give, reduced to what an agency may know.</summary>
    public async Task<PanelForecast> PanelAsync(ProjectLook look, RecordedAssessment assessment,
        CancellationToken cancellationToken = default)
    {
        var policy = look.Policy.For(look.Project.Kind);
        var members = await board.BoardAsync(look.Today.Year, cancellationToken);
        var postage = Postage.DaysFor(members.Select(entry => entry.Member), policy, look.Today);
        var choice = Panels.Choose(PanelRouting.InputOf(
            "draft", look.Project, assessment.Outcome, await references.CurrentAsync(cancellationToken), members, look.Today,
            PanelRouting.LastDay(look.Today, policy, calendar.With(look.Closing.Days), postage), policy));
        return new(choice.Seats.Count, choice.Alternates.Count, choice.Outcome is PanelOutcome.Full);
    }
}
