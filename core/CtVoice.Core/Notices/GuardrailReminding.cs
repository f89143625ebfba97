using CtVoice.Core.Accountability;
using CtVoice.Core.Calendar;
using CtVoice.Core.Reviews;

namespace CtVoice.Core.Notices;

/// <summary>
/// Looks once a night which agencies are to be reminded of a guardrail in the morning. Each mailbox is told once, however often it is
/// looked: the row of the notice says so.
/// </summary>
public sealed class GuardrailReminding(ReviewStore reviews, NoticeOutbox notices, BusinessCalendar calendar, TimeProvider clock)
{
    /// <summary>Looks through the reviews. One that cannot be read fails the run, and keeps no other waiting.</summary>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        var works = new List<Task>();
        foreach (var id in await reviews.AllIdsAsync(cancellationToken))
        {
            works.Add(RemindAsync(id, cancellationToken));
            await Task.WhenAny(works[^1]);
        }
        await Task.WhenAll(works);
    }

    private async Task RemindAsync(string id, CancellationToken cancellationToken)
    {
        if (await reviews.ReadAsync(id, cancellationToken) is not { State: var review })
            return;
        foreach (var reminder in GuardrailReminders.Of(review, calendar, clock.GetUtcNow()))
            await notices.TellAsync(review, reminder, cancellationToken);
    }
}
