using CtVoice.Core.Accountability;
using CtVoice.Core.Calendar;
using CtVoice.Core.Commands;
using CtVoice.Core.Reviews;
using CtVoice.Core.Storage;

namespace CtVoice.Core.Workflows;

/// <summary>
/// Starts every workflow that a review needs again after the rows came from elsewhere: each reads its row first and ends when
/// there is nothing to do, so one that is running does no harm.
/// </summary>
public sealed class Resuming(ReviewStore reviews, EffectRunner effects, DueRows due, BusinessCalendar calendar, TimeProvider clock)
{
    /// <summary>Kind of the due row that asks for it.</summary>
    public const string DueKind = "resume";

    /// <summary>After this long a run leaves the rest to another due row, and so to the next run of the sweep.</summary>
    public static TimeSpan Slice { get; } = TimeSpan.FromMinutes(1);

    /// <summary>Id of the due row that asks for every review; one that asks for the rest names the last review that was done.</summary>
    public const string All = "all";

    /// <summary>Starts them all, or a slice of them; true, because the due row was written with the rows that it is about.</summary>
    public async Task<bool> FinishAsync(DueRow row, CancellationToken cancellationToken = default)
    {
        var begun = clock.GetUtcNow();
        var last = row.Subject.Id == All ? "" : row.Subject.Id;
        foreach (var id in (await reviews.AllIdsAsync(cancellationToken)).Where(id => string.CompareOrdinal(id, last) > 0)
            .Order(StringComparer.Ordinal))
        {
            var now = clock.GetUtcNow();
            if (now - begun >= Slice)
            {
                _ = await due.AddAsync(new(DueKind, last), now, cancellationToken);
                break;
            }
            if (await reviews.ReadAsync(id, cancellationToken) is { } stored)
                await effects.ApplyAllAsync(stored, Attending.Of(stored.State, calendar, now).Select(n => n.Start), cancellationToken);
            last = id;
        }
        return true;
    }
}
