using System.Globalization;
using CtVoice.Core.Calendar;
using CtVoice.Core.Storage;

namespace CtVoice.Core.Conversations.Inbound;

/// <summary>
/// No more than so many direct answers in one thread on one day: whatever goes wrong between two machines ends there.
/// </summary>
internal static class AnswerCap
{
    /// <summary>Direct answers of a thread on a day. A person who answers many questions stays well below.</summary>
    internal const int PerDay = 20;

    /// <summary>
    /// The same with those that say where help is: whoever may be in danger is told on a thread that was answered all day, and
    /// two machines still end.
    /// </summary>
    internal const int WithUrgent = 25;

    /// <summary>Takes one of the day's answers for a message; the same message again takes no second one.</summary>
    internal static async Task<bool> TakeAsync(TableSet tables, string thread, string inboundId, int most, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var (hasRoom, takes) = await RoomAsync(tables, thread, inboundId, most, now, cancellationToken);
        if (takes is not null)
            _ = await takes.Table.SubmitAsync(takes.Partition, takes.Operations, cancellationToken);
        return hasRoom;
    }

    /// <summary>
    /// Whether the day has one more answer for a message, and what takes it: to be durable before the answer leaves. Nothing is taken
    /// where the same message took one before.
    /// </summary>
    internal static async Task<(bool HasRoom, TableBatch? Takes)> RoomAsync(TableSet tables, string thread, string inboundId, int most,
        DateTimeOffset now, CancellationToken cancellationToken)
    {
        var day = string.Create(CultureInfo.InvariantCulture, $"{LocalTime.DateIn(BusinessCalendar.Zone, now):yyyyMMdd}|");
        var taken = (await tables.Records.QueryAsync(TableQuery.StartingWith(Partition(thread), day) with
        { Take = most }, cancellationToken)).Rows;
        if (taken.Any(r => r.Key == day + inboundId))
            return (true, null);
        return taken.Count >= most
            ? (false, null)
            : (true, TableBatch.Of(tables.Records, Partition(thread),
                new TableOperation.Upsert(new TableRow(Partition(thread), day + inboundId))));
    }

    /// <summary>Whether something is said in a thread for the first time; for the message that it was said to, it still is.</summary>
    internal static async Task<bool> OnceAsync(TableSet tables, string thread, string what, string inboundId,
        CancellationToken cancellationToken)
    {
        var said = new TableRow(Partition(thread), $"once|{what}").With("id", inboundId);
        return (await tables.Records.SubmitAsync(said.Partition, [new TableOperation.Insert(said)], cancellationToken)).Committed
            || (await tables.Records.GetAsync(said.Partition, said.Key, cancellationToken))?.Text("id") == inboundId;
    }

    /// <summary>Nothing leads from a thread to its messages any more.</summary>
    internal static Task ForgetAsync(TableSet tables, string thread, CancellationToken cancellationToken) =>
        tables.Records.ClearAsync(new(Partition(thread)), cancellationToken);

    private static string Partition(string thread) => $"answers|{thread}";
}
