using System.Globalization;
using CtVoice.Core.Calendar;
using CtVoice.Core.Storage;

namespace CtVoice.Core.Todo;

/// <summary>Somebody of the board's office is away: the other one has the work.</summary>
/// <param name="Person">coordinator or deputy.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="By">Access key of whoever entered it.</param>
public sealed record Absence(string Person, DateOnly From, DateOnly To, string By)
{
    /// <summary>The two who stand in for each other.</summary>
    public static IReadOnlyList<string> People { get; } = ["coordinator", "deputy"];

    /// <summary>Longest absence, in days: a longer one is another person's appointment.</summary>
    public const int Longest = 120;

    /// <summary>Whether it covers that day.</summary>
    public bool Covers(DateOnly day) => From <= day && day <= To;

    /// <summary>Who has the work.</summary>
    public string StandIn => Person == People[0] ? People[1] : People[0];
}

/// <summary>Who of the office is away, one row each, in partition <c>absences</c>. Days are Connecticut's. Thread-safe.</summary>
public sealed class Absences(TableSet tables)
{
    private const string Partition = "absences";
    private const string Day = "yyyy-MM-dd";

    /// <summary>Those that are entered, past ones as well.</summary>
    public async Task<IReadOnlyList<Absence>> AllAsync(CancellationToken cancellationToken = default) =>
        [.. (await tables.Records.AllAsync(new(Partition), cancellationToken)).Select(Read)];

    /// <summary>Who is away at that instant; nobody where both are, for then each is as good as the other.</summary>
    public async Task<Absence?> AwayAsync(DateTimeOffset at, CancellationToken cancellationToken = default) =>
        (await AllAsync(cancellationToken)).Where(a => a.Covers(LocalTime.DateIn(LocalTime.Connecticut, at))).ToList() is [var one]
            ? one
            : null;

    /// <summary>Enters an absence, in the place of another one of the same person.</summary>
    public async Task PutAsync(Absence absence, CancellationToken cancellationToken = default) => _ = await tables.Records.SubmitAsync(
        Partition,
        [new TableOperation.Upsert(new TableRow(Partition, absence.Person)
            .With("from", absence.From.ToString(Day, CultureInfo.InvariantCulture))
            .With("to", absence.To.ToString(Day, CultureInfo.InvariantCulture)).With("by", absence.By))],
        cancellationToken);

    /// <summary>They are back; false when they were not away.</summary>
    public async Task<bool> RemoveAsync(string person, CancellationToken cancellationToken = default) =>
        (await tables.Records.SubmitAsync(Partition, [new TableOperation.Delete(person)], cancellationToken)).Committed;

    private static Absence Read(TableRow row) => new(
        row.Key, DateOnly.ParseExact(row.Text("from")!, Day, CultureInfo.InvariantCulture),
        DateOnly.ParseExact(row.Text("to")!, Day, CultureInfo.InvariantCulture), row.Text("by")!);
}
