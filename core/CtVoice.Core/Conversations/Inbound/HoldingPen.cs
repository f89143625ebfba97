using System.Globalization;
using CtVoice.Core.Calendar;
using CtVoice.Core.Storage;

namespace CtVoice.Core.Conversations.Inbound;

/// <summary>A message that a person must place.</summary>
/// <param name="InboundId">The stored message.</param>
/// <param name="ReceivedAt">When it came.</param>
/// <param name="Because">Why nobody but a person can say where it belongs.</param>
public sealed record PennedMessage(string InboundId, DateTimeOffset ReceivedAt, string Because);

/// <summary>Messages that could not be matched, newest first.</summary>
public sealed class HoldingPen(TableSet tables)
{
    /// <summary>Why words that may tell of danger lie in the pen, wherever they came from.</summary>
    public const string Urgent = "Urgent: somebody may be in danger.";

    private const string Partition = "pen";

    // A review's list shows a page; whoever looks for one message among more than this looks in vain.
    private const int Most = 1000;

    /// <summary>Puts a message into the pen; the same one again changes nothing.</summary>
    public async Task AddAsync(PennedMessage message, CancellationToken cancellationToken = default)
    {
        _ = await tables.Contacts.SubmitAsync(
            Partition, [new TableOperation.Upsert(RowOf(Key(message.ReceivedAt, message.InboundId), message))], cancellationToken);
    }

    /// <summary>
    /// Puts a message into the pen for all like it of one member and day: the first is shown, the others are counted in it.
    /// Each of them stays stored. The same message again changes nothing.
    /// </summary>
    public async Task CountAsync(PennedMessage message, string memberId, CancellationToken cancellationToken = default)
    {
        var day = LocalTime.DateIn(BusinessCalendar.Zone, message.ReceivedAt);
        var key = Key(LocalTime.InstantOf(day.AddDays(1), TimeOnly.MinValue, BusinessCalendar.Zone), $"day|{memberId}");
        while (true)
        {
            var held = await tables.Contacts.GetAsync(Partition, key, cancellationToken);
            if (held is not null && (held.Text("id") == message.InboundId || held.Text("latest") == message.InboundId))
                return;
            TableOperation write = held is null
                ? new TableOperation.Insert(RowOf(key, message).With("further", 0L))
                : new TableOperation.Replace(held.With("further", held.Number("further")!.Value + 1).With("latest", message.InboundId));
            if ((await tables.Contacts.SubmitAsync(Partition, [write], cancellationToken)).Committed)
                return;
        }
    }

    /// <summary>The message in the pen, or null.</summary>
    public async Task<PennedMessage?> FindAsync(string inboundId, CancellationToken cancellationToken = default) =>
        (await ReadAsync(Most, cancellationToken)).FirstOrDefault(m => m.InboundId == inboundId);

    /// <summary>Takes a message out of the pen; one that is not there changes nothing.</summary>
    public async Task RemoveAsync(string inboundId, CancellationToken cancellationToken = default)
    {
        var rows = await tables.Contacts.QueryAsync(new(Partition, Take: Most), cancellationToken);
        foreach (var row in rows.Rows.Where(r => r.Text("id") == inboundId))
            _ = await tables.Contacts.SubmitAsync(Partition, [new TableOperation.Delete(row.Key)], cancellationToken);
    }

    /// <summary>The messages in the pen, newest first, at most <paramref name="take"/>.</summary>
    public async Task<IReadOnlyList<PennedMessage>> ReadAsync(int take = 100, CancellationToken cancellationToken = default) =>
        [.. (await tables.Contacts.QueryAsync(new(Partition, Take: take), cancellationToken)).Rows
            .Select(r => new PennedMessage(r.Text("id")!, r.Instant("receivedAt")!.Value, Because(r)))];

    private static string Because(TableRow row) => row.Number("further") is > 0 and var further
        ? string.Create(CultureInfo.InvariantCulture, $"{row.Text("because")} So it was with {further} more of that day.")
        : row.Text("because")!;

    private static string Key(DateTimeOffset at, string name) =>
        string.Create(CultureInfo.InvariantCulture, $"{DateTimeOffset.MaxValue.UtcTicks - at.UtcTicks:D19}|{name}");

    private static TableRow RowOf(string key, PennedMessage message) =>
        new TableRow(Partition, key).With("id", message.InboundId).With("receivedAt", message.ReceivedAt).With("because", message.Because);
}
