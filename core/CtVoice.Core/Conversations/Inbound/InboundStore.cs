using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Core.Storage;

namespace CtVoice.Core.Conversations.Inbound;

/// <summary>A stored message and what became of it so far.</summary>
/// <param name="Message">The message.</param>
/// <param name="Arrival">What was so when it was first looked at; null until then.</param>
/// <param name="Outcome">Null until it was understood and applied.</param>
/// <param name="ETag">Version of its marker row.</param>
public sealed record StoredInbound(InboundMessage Message, InboundArrival? Arrival, InboundOutcome? Outcome, string ETag);

/// <summary>
/// What was so when a message was first looked at. It is stored before anything is applied: whoever has to finish the
/// work reads the message in the same light, although the next question may be open by then.
/// </summary>
/// <param name="OptedOut">The sender had opted out of the channel.</param>
/// <param name="Turn">The question that was open on the phone, or was last; null when none ever was.</param>
/// <param name="Question">Its number.</param>
public sealed record InboundArrival(bool OptedOut, PhoneTurn? Turn, int Question);

/// <summary>What became of a message.</summary>
/// <param name="Place">Where it ended.</param>
/// <param name="Because">Why, for the coordinator; may quote the message, so it is never logged.</param>
/// <param name="ReviewId">The review it belongs to.</param>
/// <param name="Reply">Number of the reply it became part of.</param>
/// <param name="Answer">What is answered at once; null when nothing is.</param>
/// <param name="Droppable">An answer that is worse late than never.</param>
/// <param name="Answered">The answer left, or never will.</param>
public sealed record InboundOutcome(
    InboundPlace Place, string Because, string? ReviewId = null, int? Reply = null, string? Answer = null,
    bool Droppable = false, bool Answered = false)
{
    /// <summary>For a reaction, the message it reacts to, as far as the phone quoted it.</summary>
    public string? ReactsTo { get; init; }
}

/// <summary>
/// Everything that arrives is stored raw before anything else happens, once however often it is delivered. It lives in the
/// Contacts table, because it holds numbers and addresses.
/// </summary>
public sealed class InboundStore(TableSet tables, DueRows due, ContactIndex index)
{
    /// <summary>Kind of the due rows that lead to a message.</summary>
    public const string DueKind = "inbound";

    private const string Marker = "marker";

    /// <summary>Stores a message; null when it is stored already.</summary>
    public async Task<DueRow?> AddAsync(InboundMessage message, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        var partition = Partition(message.Id);
        var row = await due.AddAsync(new(DueKind, message.Id) { Group = SenderOf(message) }, now + DueRows.Grace, cancellationToken);
        var pieces = LongText.Pieces(message.Text);
        List<TableOperation> batch =
        [
            new TableOperation.Insert(new TableRow(partition, Marker)
                .With("channel", message.Channel).With("providerId", message.ProviderId).With("from", message.From).With("to", message.To)
                .With("subject", message.Subject).With("receivedAt", message.ReceivedAt).With("pieces", (long)pieces.Count)
                .With("form", message.Form).With("media", message.Media == 0 ? null : (long)message.Media).With("optOutType", message.AnsweredByProvider)
                .WithText(pieces[0])),
            .. pieces.Skip(1).Select((piece, i) => new TableOperation.Insert(new TableRow(partition, Piece(i + 1)).WithText(piece))),
        ];
        if ((await tables.Contacts.SubmitAsync(partition, batch, cancellationToken)).Committed)
            return row;
        await due.RemoveAsync(row, cancellationToken);
        return null;
    }

    /// <summary>Messages of one sender that are stored and not applied yet, and came before this one: oldest first.</summary>
    public async Task<IReadOnlyList<(StoredInbound Stored, DueRow Row)>> EarlierAsync(InboundMessage message, DueRow row, CancellationToken cancellationToken = default)
    {
        var earlier = new List<(StoredInbound Stored, DueRow Row)>();
        foreach (var other in await due.TogetherAsync(row, cancellationToken: cancellationToken))
        {
            if (other.Subject.Id != message.Id && await ReadAsync(other.Subject.Id, cancellationToken) is { Outcome: null } stored && Before(stored.Message, message))
                earlier.Add((stored, other));
        }
        return [.. earlier.OrderBy(e => e.Stored.Message.ReceivedAt).ThenBy(e => e.Stored.Message.Id, StringComparer.Ordinal)];
    }

    private static bool Before(InboundMessage one, InboundMessage other) =>
        (one.ReceivedAt, string.CompareOrdinal(one.Id, other.Id)).CompareTo((other.ReceivedAt, 0)) < 0;

    // Never the number or the address itself.
    private string SenderOf(InboundMessage message) => message.Channel == "sms" ? index.OfPhone(message.From) : index.OfAddress(message.From);

    /// <summary>A stored message, or null.</summary>
    public async Task<StoredInbound?> ReadAsync(string id, CancellationToken cancellationToken = default)
    {
        var partition = Partition(id);
        if (await tables.Contacts.GetAsync(partition, Marker, cancellationToken) is not { } marker)
            return null;
        var text = marker.LongTextOrNull()!;
        for (var i = 1; i < marker.Number("pieces"); i++)
            text += (await tables.Contacts.GetAsync(partition, Piece(i), cancellationToken))!.LongTextOrNull();
        var message = new InboundMessage(
            marker.Text("channel")!, marker.Text("providerId")!, marker.Text("from")!, marker.Text("to")!, marker.Text("subject"),
            text, marker.Instant("receivedAt")!.Value)
        {
            Form = marker.Text("form"),
            Media = (int)(marker.Number("media") ?? 0),
            AnsweredByProvider = marker.Text("optOutType"),
        };
        var outcome = marker.Text("place") is { } place
            ? new InboundOutcome(
                Enum.Parse<InboundPlace>(place), marker.Text("because")!, marker.Text("review"), (int?)marker.Number("reply"),
                marker.Text("answer"), marker.Flag("droppable"), marker.Flag("answered"))
            {
                ReactsTo = marker.Text("reactsTo"),
            }
            : null;
        return new(message, Arrival(marker), outcome, marker.ETag!);
    }

    /// <summary>Notes what was so when the message was first looked at; whoever came first is right.</summary>
    public async Task<StoredInbound> NoteArrivalAsync(StoredInbound stored, InboundArrival arrival, CancellationToken cancellationToken = default)
    {
        var partition = Partition(stored.Message.Id);
        var marker = (await tables.Contacts.GetAsync(partition, Marker, cancellationToken))!;
        var noted = marker.With("optedOut", arrival.OptedOut).With("turnReview", arrival.Turn?.ReviewId).With("turnMember", arrival.Turn?.MemberId)
            .With("turnRound", (long?)arrival.Turn?.Round).With("question", (long)arrival.Question);
        if (Arrival(marker) is null)
            _ = await tables.Contacts.SubmitAsync(partition, [new TableOperation.Replace(noted)], cancellationToken);
        return (await ReadAsync(stored.Message.Id, cancellationToken))!;
    }

    /// <summary>Notes what became of a message; false when somebody else noted it first.</summary>
    public async Task<bool> NoteAsync(StoredInbound stored, InboundOutcome outcome, CancellationToken cancellationToken = default)
    {
        var partition = Partition(stored.Message.Id);
        var marker = (await tables.Contacts.GetAsync(partition, Marker, cancellationToken))! with { ETag = stored.ETag };
        var noted = marker.With("place", outcome.Place.ToString()).With("because", outcome.Because).With("review", outcome.ReviewId)
            .With("reply", (long?)outcome.Reply).With("answer", outcome.Answer).With("droppable", outcome.Droppable).With("answered", outcome.Answered)
            .With("reactsTo", outcome.ReactsTo is { Length: > 1000 } quote ? quote[..1000] : outcome.ReactsTo);
        return (await tables.Contacts.SubmitAsync(partition, [new TableOperation.Replace(noted)], cancellationToken)).Committed;
    }

    private static InboundArrival? Arrival(TableRow marker) => marker.Number("question") is { } question
        ? new(
            marker.Flag("optedOut"),
            marker.Text("turnReview") is { } review ? new(review, marker.Text("turnMember")!, (int)marker.Number("turnRound")!.Value) : null,
            (int)question)
        : null;

    private static string Partition(string id) => $"in|{id}";

    private static string Piece(int i) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"text|{i:D3}");
}
