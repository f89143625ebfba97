using CtVoice.Core.Board;
using CtVoice.Core.Calendar;
using CtVoice.Core.Conversations.Words;
using CtVoice.Core.Projects;

namespace CtVoice.Core.Reviews;

/// <summary>Chooses the panel of a review from the board as it is now. It stores nothing.</summary>
public sealed class PanelRouting(BoardStore board, ReferenceData reference, BusinessCalendar calendar)
{
    // A page is behind a link that comes by one of the others; a call is the coordinator's.
    private static readonly Channel[] Channels = [Channel.Sms, Channel.Email, Channel.PhoneDictated];

    /// <summary>The choice, with the coordinator's words on single members.</summary>
    public async Task<RoutedPanel> ChooseAsync(
        Review review, IReadOnlyList<PanelOverride> overrides, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        var opens = LocalTime.DateIn(BusinessCalendar.Zone, now);
        var input = new RoutingInput(
            review.Id, review.Agencies, [.. review.Assessment!.Touched.Select(code => new TouchedPopulation(code, reference.Codes.NameOf(code)))],
            await board.BoardAsync(opens.Year, cancellationToken),
            opens, calendar.AddBusinessDays(opens, review.Policy.TextsEscalateAfter + review.Policy.WindowBusinessDays),
            // Whoever prefers a language that messages exist in is asked in it: that its texts are missing is somebody's work.
            [.. Phrases.Reviewed.Keys], review.Policy.PanelSize, review.Policy.Alternates, Channels,
            reference.Codes.Codes.Where(c => c.Parent is not null).ToDictionary(c => c.Code, c => c.Parent!), overrides);
        return new(Panels.Choose(input), Eligibility.LanguagesOutOfReach(input));
    }
}

/// <summary>A panel as routing found it.</summary>
/// <param name="Choice">The choice with its reasons.</param>
/// <param name="LanguagesOutOfReach">Languages of members who could be asked if our messages existed in them.</param>
public sealed record RoutedPanel(PanelChoice Choice, IReadOnlyList<string> LanguagesOutOfReach);
