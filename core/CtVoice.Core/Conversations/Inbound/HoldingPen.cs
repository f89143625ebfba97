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
    /// <summary>Why words that may tell of danger lay in the pen until alerts had a record of their own;
    /// rows of then still say so.</summary>
    public const string Urgent = "Urgent: somebody may be in danger.";

    /// <summary>How it begins what is said of words that pause; the member's page is where the coordinator takes it back.</summary>
    internal const string Paused = "May ask to be left alone, and is paused until they write START or are set to take part again: ";

    private const string Partition = "pen";

    /// <summary>Messages of one unknown number or address and day that lie in the pen by themselves;
    /// what is beyond is counted in one line.</summary>
    public const int OfStrangerPerDay = 5;

    private const string Broken = "row|";
    private const string Unreadable = "This line of the holding pen cannot be read.";

    /// <summary>Puts a message into the pen; the same one again changes nothing.</summary>
    public async Task AddAsync(PennedMessage message, CancellationToken cancellationToken = default)
    {
        _ = await tables.Contacts.SubmitAsync(
            Partition, [new TableOperation.Upsert(RowOf(Key(message.ReceivedAt, message.InboundId), message))], cancellationToken);
    }

    /// <summary>Puts a message into the pen: that is where it ends, and what is answered.</summary>
    internal async Task<InboundOutcome> HoldAsync(InboundMessage message, string because, string? answer,
        CancellationToken cancellationToken)
    {
        await AddAsync(new(message.Id, message.ReceivedAt, because), cancellationToken);
        return new(InboundPlace.Unmatched, because, Answer: answer);
    }

    /// <summary>Puts a message into the pen whose words may ask to be left alone, whatever else becomes of it:
    /// a person looks as well.</summary>
    internal async Task FlagAsync(InboundMessage message, Understood said, CancellationToken cancellationToken)
    {
        if (said.MayMeanStop)
            await AddAsync(new(message.Id, message.ReceivedAt, (said.Pauses ? Paused : "May ask to be left alone: ") + said.Because),
                cancellationToken);
    }

    /// <summary>
    /// Puts a message into the pen for all like it of one member and day: the first is shown, the others are counted in it.
    /// Each of them stays stored. The same message again changes nothing.
    /// </summary>
    public async Task CountAsync(PennedMessage message, string memberId, CancellationToken cancellationToken = default)
    {
        var key = Key(EndOfDay(message.ReceivedAt), $"day|{memberId}");
        _ = await tables.Contacts.ChangeAsync(
            Partition, key,
            held => held is null ? RowOf(key, message).With("further", 0L)
                : held.Text("id") == message.InboundId || held.Text("latest") == message.InboundId ? held
                : held.With("further", held.Number("further")!.Value + 1).With("latest", message.InboundId),
            cancellationToken);
    }

    /// <summary>
    /// Puts a message into the pen whose sender nobody knows. One of them must not fill it: from the sixth of a day on they
    /// are one line.
    /// </summary>
    public async Task AddOfStrangerAsync(PennedMessage message, string sender, CancellationToken cancellationToken = default)
    {
        if (await AnswerCap.TakeAsync(tables, Stranger(sender), message.InboundId, OfStrangerPerDay, message.ReceivedAt, cancellationToken))
            await AddAsync(message, cancellationToken);
        else
            await CountAsync(message with { Because = "This sender has written more than five messages today: this is the sixth." },
                Stranger(sender), cancellationToken);
    }

    /// <summary>Nothing tells any more how often a stranger wrote.</summary>
    internal static Task ForgetStrangerAsync(TableSet tables, string sender, CancellationToken cancellationToken) =>
        AnswerCap.ForgetAsync(tables, Stranger(sender), cancellationToken);

    // A number or address beside the threads of members, which have their own count.
    private static string Stranger(string sender) => $"stranger.{sender}";

    /// <summary>The message in the pen, or null.</summary>
    public async Task<PennedMessage?> FindAsync(string inboundId, CancellationToken cancellationToken = default) =>
        (await RowsOfAsync(inboundId, cancellationToken)).Select(Read).FirstOrDefault();

    /// <summary>Takes a message out of the pen; one that is not there changes nothing.</summary>
    public async Task RemoveAsync(string inboundId, CancellationToken cancellationToken = default)
    {
        foreach (var row in await RowsOfAsync(inboundId, cancellationToken))
            _ = await tables.Contacts.SubmitAsync(Partition, [new TableOperation.Delete(row.Key)], cancellationToken);
    }

    /// <summary>All messages in the pen, newest first.</summary>
    public async Task<IReadOnlyList<PennedMessage>> ReadAsync(CancellationToken cancellationToken = default) =>
        [.. (await tables.Contacts.AllAsync(new(Partition), cancellationToken)).Select(Read)];

    /// <summary>One page of the pen, newest first, and where the next one begins.</summary>
    public async Task<(IReadOnlyList<PennedMessage> Messages, string? Continuation)> PageAsync(
        int take, string? continuation, CancellationToken cancellationToken = default)
    {
        var page = await tables.Contacts.QueryAsync(new(Partition, Take: take, Continuation: continuation), cancellationToken);
        return ([.. page.Rows.Select(Read)], page.Continuation);
    }

    /// <summary>The lines of one message: by its instant, which is part of their keys;
    /// all are looked at only where that is not known.</summary>
    private async Task<IReadOnlyList<TableRow>> RowsOfAsync(string inboundId, CancellationToken cancellationToken)
    {
        if (inboundId.StartsWith(Broken, StringComparison.Ordinal))
            return await tables.Contacts.GetAsync(Partition, inboundId[Broken.Length..], cancellationToken) is { } broken ? [broken] : [];
        if (await InboundStore.ReceivedAtAsync(tables, inboundId, cancellationToken) is not { } at)
            return Of(await tables.Contacts.AllAsync(new(Partition), cancellationToken));
        var own = await tables.Contacts.GetAsync(Partition, Key(at, inboundId), cancellationToken);
        var counted = await tables.Contacts.AllAsync(TableQuery.StartingWith(Partition, Key(EndOfDay(at), "day|")), cancellationToken);
        return Of(own is null ? counted : [own, .. counted]);

        IReadOnlyList<TableRow> Of(IReadOnlyList<TableRow> rows) =>
            [.. rows.Where(r => r.Properties.GetValueOrDefault("id") as string == inboundId)];
    }

    private static DateTimeOffset EndOfDay(DateTimeOffset at) =>
        LocalTime.InstantOf(LocalTime.DateIn(BusinessCalendar.Zone, at).AddDays(1), TimeOnly.MinValue, BusinessCalendar.Zone);

    // A line that cannot be read is shown as such, and can be taken out like any other.
    private static PennedMessage Read(TableRow row) =>
        row.Properties.GetValueOrDefault("id") is string id && row.Properties.GetValueOrDefault("receivedAt") is DateTimeOffset at
            && row.Properties.GetValueOrDefault("because") is string
            ? new(id, at, Because(row))
            : new(Broken + row.Key, DateTimeOffset.UnixEpoch, Unreadable);

    private static string Because(TableRow row) => row.Number("further") is > 0 and var further
        ? string.Create(CultureInfo.InvariantCulture, $"{row.Text("because")} So it was with {further} more of that day.")
        : row.Text("because")!;

    private static string Key(DateTimeOffset at, string name) =>
        string.Create(CultureInfo.InvariantCulture, $"{DateTimeOffset.MaxValue.UtcTicks - at.UtcTicks:D19}|{name}");

    private static TableRow RowOf(string key, PennedMessage message) =>
        new TableRow(Partition, key).With("id", message.InboundId).With("receivedAt", message.ReceivedAt).With("because", message.Because);
}
