using CtVoice.Core.Accountability;
using CtVoice.Core.Calendar;
using CtVoice.Core.Lists;
using CtVoice.Core.Reviews;
using CtVoice.Core.Storage;

namespace CtVoice.Core.Notices;

/// <summary>
/// Looks once a night which agencies are to be reminded of a guardrail in the morning. Each mailbox is told once, however often it is
/// looked: the row of the notice says so.
/// </summary>
public sealed class GuardrailReminding(
    ReviewLists lists, ReviewStore reviews, NoticeOutbox notices, BusinessCalendar calendar, TimeProvider clock)
{
    /// <summary>Looks through the reviews with open guardrails. One that cannot be read fails the run, and keeps no other
    /// waiting.</summary>
    public Task RunAsync(CancellationToken cancellationToken = default) =>
        OneAfterAnother.RunAsync(lists.GuardedAsync(cancellationToken), id => RemindAsync(id, cancellationToken));

    private async Task RemindAsync(string id, CancellationToken cancellationToken)
    {
        if (await reviews.ReadAsync(id, cancellationToken) is not { State: var review })
            return;
        foreach (var reminder in GuardrailReminders.Of(review, calendar, clock.GetUtcNow()))
            await notices.TellAsync(review, reminder, cancellationToken);
    }
}
