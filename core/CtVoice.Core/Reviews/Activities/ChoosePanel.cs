using CtVoice.Core.Board;
using CtVoice.Core.Calendar;
using CtVoice.Core.Projects;
using CtVoice.Core.Workflows;

namespace CtVoice.Core.Reviews.Activities;

/// <summary>Chooses the panel from the board as it is now, and records it with every reason.</summary>
public sealed class ChoosePanel(ReviewStore reviews, ReviewCommands commands, BoardStore board, ReferenceData reference, BusinessCalendar calendar)
    : IActivity<ReviewMoment, bool>
{
    public async Task<bool> RunAsync(ReviewMoment input, CancellationToken cancellationToken)
    {
        if (await reviews.ReadAsync(input.ReviewId, cancellationToken) is not { } stored
            || await reviews.ReadProjectAsync(input.ReviewId, cancellationToken) is not { } project)
            return false;
        var review = stored.State;
        var opens = LocalTime.DateIn(BusinessCalendar.Zone, input.Now);
        var choice = Panels.Choose(new RoutingInput(
            review.Id, review.Agencies, [.. review.Assessment!.Touched.Select(code => new TouchedPopulation(code, reference.Codes.NameOf(code)))],
            await board.BoardAsync(opens.Year, cancellationToken),
            opens, calendar.AddBusinessDays(opens, review.Policy.TextsEscalateAfter + review.Policy.WindowBusinessDays),
            Languages(review), review.Policy.PanelSize, review.Policy.Alternates, [Channel.Sms, Channel.Email],
            reference.Codes.Codes.Where(c => c.Parent is not null).ToDictionary(c => c.Code, c => c.Parent!)));
        return await commands.DecideAsync(input.ReviewId, (current, now) => ChoosingPanel.Record(
            current, [.. choice.Seats.Select(Chosen)], [.. choice.Alternates.Select(Chosen)],
            [.. choice.Excluded.Concat(choice.NotChosen).Select(m => new PassedOver(m.MemberId, string.Join(' ', m.Reasons)))],
            [.. choice.Coverage.Select(c => c.Sentence), .. choice.Warnings.Select(w => w.Sentence)],
            choice.Outcome is PanelOutcome.Full, now), input.Now, cancellationToken) is { Result: true };
    }

    /// <summary>Languages that can be ready: those in which every question is written. Drafts of a summary are optional.</summary>
    private static IReadOnlyList<string> Languages(Review review) =>
        [.. review.Questions.Select(q => q.Text.Keys).Aggregate((all, of) => all.Intersect(of, StringComparer.Ordinal)).Order(StringComparer.Ordinal)];

    private static ChoosingPanel.Chosen Chosen(PanelSeat seat) => new(seat.MemberId, seat.Language, string.Join(' ', seat.Reasons));
}
