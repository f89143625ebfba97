using CtVoice.Core.Board;
using CtVoice.Core.Projects;
using CtVoice.Core.Reviews;

namespace CtVoice.Core.Operations;

/// <summary>Reads which populations the projects of a year touched, and who on the board describes themself so. Stores nothing.</summary>
public sealed class BoardVacancies(BoardStore board, ReviewStore reviews, ReferenceStore references)
{
    /// <summary>Of projects received in a year (UTC) about which residents are asked; practice and what was withdrawn left out.</summary>
    /// <param name="year">The year.</param>
    /// <param name="on">The day on which members serve.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<IReadOnlyList<Vacancy>> ReadAsync(int year, DateOnly on, CancellationToken cancellationToken = default)
    {
        var touched = new List<IReadOnlyList<string>>();
        foreach (var id in (await reviews.IdsAsync(year, cancellationToken)).Order(StringComparer.Ordinal))
        {
            if (await reviews.ReadAsync(id, cancellationToken) is
                { State: { Practice: false, Stage: not ReviewStage.Cancelled, Assessment: { Outcome: ReviewNeed.Required } assessment } })
                touched.Add(assessment.Touched);
        }
        return Vacancies.Of(touched, await board.MembersAsync(cancellationToken), on,
            (await references.CurrentAsync(cancellationToken)).Broader);
    }
}
