using System.Globalization;
using CtVoice.Core.Board;
using CtVoice.Core.Calendar;
using CtVoice.Core.Storage;

namespace CtVoice.Core.Conversations.Sending;

/// <summary>Whom a message goes to that we start.</summary>
/// <param name="MemberId">The member.</param>
/// <param name="Zone">Where they are.</param>
public sealed record Recipient(string MemberId, TimeZoneInfo Zone)
{
    /// <summary>It would be too late tomorrow: it leaves although the day is full, and is counted.</summary>
    public bool CannotWait { get; init; }
}

/// <summary>
/// No more than so many messages that we start to one member on one day of theirs, from all reviews and talks together. What
/// is one too many waits for the next morning. Direct answers are not counted. One row per member; exact on several machines.
/// </summary>
public sealed class StartCap(TableSet tables, PaceOptions options, TimeProvider clock)
{
    private const string Row = "today";

    /// <summary>Takes one of the day's places for a message; the same message again takes no second one.</summary>
    /// <returns>Null when it has one; otherwise when to ask again.</returns>
    public async Task<DateTimeOffset?> TakeAsync(Recipient to, OutboxPlace place, CancellationToken cancellationToken = default)
    {
        DateTimeOffset? tomorrow = null;
        _ = await tables.Records.ChangeAsync(Partition(to.MemberId), Row, held =>
        {
            var day = Today(to);
            var taken = Taken(held, day);
            tomorrow = !taken.Contains(place.Key) && Full(to, taken) ? SendingHours.MorningAfter(day, to.Zone) : null;
            return tomorrow is not null || taken.Contains(place.Key)
                ? held
                : (held ?? new(Partition(to.MemberId), Row)).With("day", Text(day))
                    .With("taken", string.Join('\n', taken.Append(place.Key)));
        }, cancellationToken);
        return tomorrow;
    }

    /// <summary>When a message may ask again that has no place today and finds none; null when it may leave. Takes nothing.</summary>
    public async Task<DateTimeOffset?> LookAsync(Recipient to, OutboxPlace place, CancellationToken cancellationToken = default)
    {
        var day = Today(to);
        var taken = Taken(await tables.Records.GetAsync(Partition(to.MemberId), Row, cancellationToken), day);
        return !taken.Contains(place.Key) && Full(to, taken) ? SendingHours.MorningAfter(day, to.Zone) : null;
    }

    /// <summary>Forgets what a member got today.</summary>
    public async Task ForgetAsync(string memberId, CancellationToken cancellationToken = default) =>
        _ = await tables.Records.SubmitAsync(Partition(memberId), [new TableOperation.Delete(Row)], cancellationToken);

    private DateOnly Today(Recipient to) => LocalTime.DateIn(to.Zone, clock.GetUtcNow());

    private static string[] Taken(TableRow? held, DateOnly day) =>
        held?.Text("day") == Text(day) ? held.Text("taken")!.Split('\n') : [];

    private bool Full(Recipient to, string[] taken) => !to.CannotWait && taken.Length >= options.StartedPerDay;

    private static string Text(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Partition(string memberId) => $"started|{memberId}";
}
