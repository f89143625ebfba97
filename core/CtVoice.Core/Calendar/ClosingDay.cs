using CtVoice.Core.Json;
using CtVoice.Core.Storage;

namespace CtVoice.Core.Calendar;

/// <summary>A day on which the board's office is closed although the state's other offices are open.</summary>
/// <param name="On">The day.</param>
/// <param name="Reason">Why; public, for it explains dates.</param>
/// <param name="AddedAt">From when on it was known: windows that had begun before keep the date that they promised.</param>
/// <param name="RemovedAt">When it was taken back; windows that began while it was known keep their date too. Null while it stands.</param>
public sealed record ClosingDay(DateOnly On, string Reason, DateTimeOffset AddedAt, DateTimeOffset? RemovedAt = null)
{
    /// <summary>Longest reason.</summary>
    public const int LongestReason = 200;

    /// <summary>How far ahead a day can be entered, in years.</summary>
    public const int YearsAhead = 3;

    /// <summary>Whether a window that begins at that instant counts with it.</summary>
    public bool IsKnownAt(DateTimeOffset instant) => AddedAt <= instant && !(RemovedAt <= instant);
}

/// <summary>Every closing day that was ever entered, by day and then by when it was entered. Pure.</summary>
/// <param name="Days">All of them, those that were taken back included.</param>
public sealed record ClosingDays(IReadOnlyList<ClosingDay> Days)
{
    /// <summary>None.</summary>
    public static ClosingDays None { get; } = new([]);

    /// <summary>More than this are a calendar of another kind.</summary>
    public const int Most = 200;

    /// <summary>Those that stand, by day.</summary>
    public IReadOnlyList<ClosingDay> Standing => [.. Days.Where(d => d.RemovedAt is null)];

    /// <summary>What keeps a day from being entered; empty when nothing does.</summary>
    /// <param name="on">The day.</param>
    /// <param name="reason">Why.</param>
    /// <param name="today">Today, in Connecticut.</param>
    public IReadOnlyList<Fault> FaultsOf(DateOnly on, string reason, DateOnly today)
    {
        var faults = new List<Fault>();
        if (on <= today || on > today.AddYears(ClosingDay.YearsAhead))
            faults.Add(new("/on",
                FormattableString.Invariant(
                    $"Give a day after today, at most {ClosingDay.YearsAhead} years ahead: dates that began to run are promised.")));
        else if (BusinessCalendar.Connecticut.WhyClosed(on) is { } off)
            faults.Add(new("/on", $"Nobody counts that day anyway: {off}."));
        else if (Standing.Any(d => d.On == on))
            faults.Add(new("/on", "This day is entered already."));
        if (reason.Trim().Length is 0 or > ClosingDay.LongestReason)
            faults.Add(new("/reason",
                FormattableString.Invariant($"Say why, in 1 to {ClosingDay.LongestReason} characters; everybody can read it.")));
        if (faults.Count == 0 && Days.Count >= Most)
            faults.Add(new("", FormattableString.Invariant($"At most {Most} closing days are kept.")));
        return faults;
    }

    /// <summary>With one day more.</summary>
    public ClosingDays With(DateOnly on, string reason, DateTimeOffset now) =>
        new([.. Days.Append(new(on, reason.Trim(), now)).OrderBy(d => d.On).ThenBy(d => d.AddedAt)]);

    /// <summary>With a day taken back; null when it does not stand, or has come: what was counted with it stays counted.</summary>
    public ClosingDays? Without(DateOnly on, DateOnly today, DateTimeOffset now) =>
        on > today && Standing.Any(d => d.On == on)
            ? new([.. Days.Select(d => d.On == on && d.RemovedAt is null ? d with { RemovedAt = now } : d)]) : null;
}

/// <summary>Keeps the closing days, in one row, so that nobody ever reads half of them. Thread-safe.</summary>
public sealed class ClosingDayStore(ITable records)
{
    private const string Partition = "reference";
    private const string Key = "closing-days";

    /// <summary>All of them.</summary>
    public async Task<ClosingDays> CurrentAsync(CancellationToken cancellationToken = default) =>
        Read(await records.GetAsync(Partition, Key, cancellationToken));

    /// <summary>Changes them; whoever comes second decides again on what the first one stored.</summary>
    /// <param name="change">Pure; null when there is nothing to change.</param>
    /// <param name="keyId">Who.</param>
    /// <param name="cancellationToken">Stops before the next attempt to store.</param>
    /// <returns>What holds now; null when nothing was changed.</returns>
    public async Task<ClosingDays?> ChangeAsync(Func<ClosingDays, ClosingDays?> change, string keyId,
        CancellationToken cancellationToken = default)
    {
        ClosingDays? next = null;
        _ = await records.ChangeAsync(
            Partition, Key,
            held => (next = change(Read(held))) is null
                ? held
                : new TableRow(Partition, Key).With("by", keyId).WithText(System.Text.Json.JsonSerializer.Serialize(next.Days)),
            cancellationToken);
        return next;
    }

    private static ClosingDays Read(TableRow? row) => row?.LongTextOrNull() is { } text
        ? new(System.Text.Json.JsonSerializer.Deserialize<IReadOnlyList<ClosingDay>>(text)!)
        : ClosingDays.None;
}
