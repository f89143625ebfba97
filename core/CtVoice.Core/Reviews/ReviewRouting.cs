using CtVoice.Core.Board;
using CtVoice.Core.Calendar;
using CtVoice.Core.Projects;

namespace CtVoice.Core.Reviews;

/// <summary>Chooses the panel of a review from the board as it is now. It stores nothing.</summary>
public sealed class ReviewRouting(ReviewStore reviews, BoardStore board, ReferenceStore references, BusinessCalendar calendar)
{
    /// <summary>The choice, with the coordinator's words on single members; null when the review has no project.</summary>
    public async Task<RoutedPanel?> ChooseAsync(
        Review review, IReadOnlyList<PanelOverride> overrides, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        if (await reviews.ReadProjectAsync(review.Id, cancellationToken) is not { } project)
            return null;
        var opens = LocalTime.DateIn(BusinessCalendar.Zone, now);
        var members = review.Practice
            ? await board.PractisingAsync(opens.Year, cancellationToken)
            : await board.BoardAsync(opens.Year, cancellationToken);
        var postage = Postage.DaysFor(members.Select(entry => entry.Member), review.Policy, opens);
        var input = PanelRouting.For(review, PanelRouting.InputOf(
            review.Id, project, review.Assessment!, await references.CurrentAsync(cancellationToken), members, opens,
            PanelRouting.LastDay(opens, review.Policy, calendar.Of(review), postage), review.Policy, overrides,
            await BeforeAsync(review, cancellationToken)));
        return new(Panels.Choose(input), Eligibility.LanguagesOutOfReach(input)) { PostageDays = postage };
    }

    /// <summary>Before results go public the same panel is asked where possible (DOMAIN 2.13), those first who answered then.</summary>
    private async Task<IReadOnlyList<string>?> BeforeAsync(Review review, CancellationToken cancellationToken) =>
        review is { Kind: ProjectKind.PublicationCheck, EarlierReview: { } earlier }
            && await reviews.ReadAsync(earlier, cancellationToken) is { } before
            ? [.. before.State.Invitations.Where(i => i.SentAt is not null).OrderBy(i => i.Silent).Select(i => i.MemberId)]
            : null;
}

/// <summary>A panel as routing found it.</summary>
/// <param name="Choice">The choice with its reasons.</param>
/// <param name="LanguagesOutOfReach">Languages of members who could be asked if our messages existed in them.</param>
public sealed record RoutedPanel(PanelChoice Choice, IReadOnlyList<string> LanguagesOutOfReach)
{
    /// <summary>Business days that the post adds to the windows of the review.</summary>
    public int PostageDays { get; init; }
}
