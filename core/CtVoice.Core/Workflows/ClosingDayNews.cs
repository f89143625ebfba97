using CtVoice.Core.Calendar;
using CtVoice.Core.Commands;
using CtVoice.Core.Lists;
using CtVoice.Core.Reviews;

namespace CtVoice.Core.Workflows;

/// <summary>
/// Enters closing days and takes them back, and lets every review that may still begin a window learn of it. A review that was missed,
/// because a machine stopped in between or because it was submitted meanwhile, learns of it within the hour.
/// </summary>
public sealed class ClosingDayNews(ClosingDayStore days, ReviewLists lists, ReviewStore reviews, ReviewCommands commands)
{
    /// <summary>Changes the days and tells the reviews; null when nothing was changed.</summary>
    public async Task<ClosingDays?> ChangeAsync(Func<ClosingDays, ClosingDays?> change, string keyId,
        CancellationToken cancellationToken = default)
    {
        if (await days.ChangeAsync(change, keyId, cancellationToken) is not { } now)
            return null;
        await foreach (var id in lists.AttendedAsync(cancellationToken))
            await TellAsync(id, now, cancellationToken);
        return now;
    }

    /// <summary>All closing days.</summary>
    public Task<ClosingDays> CurrentAsync(CancellationToken cancellationToken = default) => days.CurrentAsync(cancellationToken);

    /// <summary>A review learns of the closing days, if it does not know them.</summary>
    public async Task TellAsync(Review review, ClosingDays known, CancellationToken cancellationToken = default)
    {
        if (!review.ClosingDays.SequenceEqual(known.Days))
            await TellAsync(review.Id, known, cancellationToken);
    }

    /// <summary>Reviews with dates that were promised and stay, although a closing day lies before them.</summary>
    public async Task<IReadOnlyList<(Review Review, IReadOnlyList<PromisedDate> Dates)>> StayingAsync(
        DateOnly day, BusinessCalendar calendar, CancellationToken cancellationToken = default)
    {
        var touched = new List<(Review, IReadOnlyList<PromisedDate>)>();
        await foreach (var id in lists.OpenAsync(cancellationToken))
        {
            if (await reviews.ReadAsync(id, cancellationToken) is { } stored
                && KnowingClosingDays.Staying(stored.State, day, calendar) is [_, ..] dates)
                touched.Add((stored.State, dates));
        }
        return touched;
    }

    private async Task TellAsync(string id, ClosingDays known, CancellationToken cancellationToken) =>
        _ = await commands.DecideAsync(id, (review, now) => KnowingClosingDays.Learn(review, known, now),
            cancellationToken: cancellationToken);
}
