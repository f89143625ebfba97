using CtVoice.Core.Board;
using CtVoice.Core.Calendar;
using CtVoice.Core.Json;
using CtVoice.Core.Projects;
using CtVoice.Core.Projects.Catalogue;
using CtVoice.Core.Projects.Intake;

namespace CtVoice.Core.Reviews;

/// <summary>A project as looked at: what is wrong with it, and what it refers to.</summary>
/// <param name="Project">The project.</param>
/// <param name="Faults">What keeps it from being taken in; empty when nothing does.</param>
/// <param name="Earlier">The review that it names as its earlier one; null when it names none that the agency may see.</param>
/// <param name="Changes">What differs from the earlier project; for a modification only.</param>
/// <param name="IsExpedited">Whether advice is wanted earlier than a regular review gives it.</param>
/// <param name="Today">The day it was looked at, in Connecticut.</param>
/// <param name="Earliest">The earliest day for the report at the regular pace.</param>
/// <param name="EarliestExpedited">The same with the coordinator's consent; null unless advice is wanted earlier.</param>
/// <param name="Catalogue">Version of the catalogue that it was checked against.</param>
/// <param name="Policy">The rules that its review would start with.</param>
/// <param name="Closing">The office's closing days that it would count with.</param>
public sealed record ProjectLook(
    ProjectRequest Project, IReadOnlyList<Fault> Faults, Review? Earlier, IReadOnlyList<ProjectChange> Changes, bool IsExpedited,
    DateOnly Today, EarliestEnd Earliest, EarliestEnd? EarliestExpedited, string Catalogue, ReviewPolicy Policy, ClosingDays Closing);

/// <summary>Where agencies bring projects: the same check for a draft and for a submission. Stores nothing.</summary>
public sealed class ProjectCheck(
    ReviewStore reviews, ReferenceStore references, CatalogueStore catalogues, BusinessCalendar calendar, ClosingDayStore closingDays,
    ReviewPolicies policies, BoardStore board, TimeProvider clock)
{
    /// <summary>Looks at a project.</summary>
    public async Task<ProjectLook> LookAsync(ProjectRequest project, CancellationToken cancellationToken = default)
    {
        var newest = await policies.CurrentAsync(cancellationToken);
        var policy = newest.For(project.Kind);
        var now = clock.GetUtcNow();
        var closing = await closingDays.CurrentAsync(cancellationToken);
        var days = calendar.With(closing.Days);
        var adds = BoardTime.Of(
            await board.MembersAsync(cancellationToken), policy, LocalTime.DateIn(BusinessCalendar.Zone, now));
        var dates = EarliestEnd.Dates(now, policy, days, adds);
        var catalogue = await catalogues.CurrentAsync(cancellationToken);
        var faults = ProjectIntake.Check(project, catalogue, (await references.CurrentAsync(cancellationToken)).IntakeNow, dates).ToList();
        var earlier = project.Kind is ProjectKind.Initial ? null : await EarlierAsync(project, cancellationToken);
        IReadOnlyList<ProjectChange> changes = [];
        if (project.Kind is not ProjectKind.Initial && !string.IsNullOrWhiteSpace(project.EarlierProject) && earlier is null)
            faults.Add(new("/earlierProject",
                "There is no review of this id that your agency may see; send the id from the earlier receipt, such as r-acdefghjkm."));
        if (earlier is not null && project.Kind is ProjectKind.Modification
            && await reviews.ReadProjectAsync(earlier.Id, cancellationToken) is { } before)
        {
            changes = ProjectChange.Between(before, project);
            if (changes.Count == 0)
                faults.Add(new("/changes", "Nothing differs from the earlier project; a modification changes something."));
        }
        var expedited = ProjectIntake.IsExpedited(project, dates);
        return new(
            project, faults, earlier, changes, expedited, dates.Today, EarliestEnd.Regular(now, policy, days, adds),
            expedited ? EarliestEnd.Expedited(now, policy, days, adds) : null, catalogue.Version, newest, closing);
    }

    private async Task<Review?> EarlierAsync(ProjectRequest project, CancellationToken cancellationToken)
    {
        var id = project.EarlierProject?.Trim() ?? "";
        return ReviewIds.IsPublic(id) && await reviews.ReadAsync(id, cancellationToken) is { } stored
            && ReviewIds.MaySee(stored.State, project.Agency)
            ? stored.State
            : null;
    }
}
