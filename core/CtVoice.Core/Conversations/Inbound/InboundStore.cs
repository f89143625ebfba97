using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.FollowUps;
using CtVoice.Core.Storage;

namespace CtVoice.Core.Conversations.Inbound;

/// <summary>A stored message and what became of it so far.</summary>
/// <param name="Message">The message.</param>
/// <param name="Arrival">What was so when it was first looked at; null until then.</param>
/// <param name="Outcome">Null until it was understood and applied.</param>
/// <param name="Marker">Its marker row as it was read.</param>
public sealed record StoredInbound(InboundMessage Message, InboundArrival? Arrival, InboundOutcome? Outcome, TableRow Marker);

/// <summary>A message that was stored in this moment, for whoever goes on with it and need not read it again.</summary>
/// <param name="Row">The due row that announces it.</param>
/// <param name="Stored">The message as it is stored.</param>
public sealed record JustStored(DueRow Row, StoredInbound Stored);

/// <summary>
/// What was so when a message was first looked at. It is stored before anything is applied: whoever has to finish the
/// work reads the message in the same light, although the next question may be open by then.
/// </summary>
/// <param name="OptedOut">The sender had opted out of the channel.</param>
/// <param name="Turn">The question that was open on the phone, or was last; null when none ever was.</param>
/// <param name="Question">Number of the question that the member had before them there; 0 when they had seen none.</param>
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

    /// <summary>Number of the question that the answer shows or announces; null when it shows none.</summary>
    public int? Shows { get; init; }
}

/// <summary>
/// Everything that arrives is stored raw before anything else happens, once however often it is delivered. It lives in the
/// Contacts table, because it holds numbers and addresses.
/// </summary>
public sealed class InboundStore(TableSet tables, ContactIndex index, DueRows due)
{
    /// <summary>Kind of the due rows that lead to a message.</summary>
    public const string DueKind = "inbound";

    private const string Marker = "marker";
    private const string Sealed = "sealed";

    /// <summary>Stores a message; null when it is stored already.</summary>
    public async Task<JustStored?> AddAsync(InboundMessage message, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        message = message.Storable();
        var rows = Rows(message, null);
        // The row of work and the sender's line before the message, and neither before the other.
        var (row, results) = await due.AddBeforeAsync(
            null, new(DueKind, message.Id) { Group = SenderOf(message) }, now + DueRows.Grace,
            _ => [Sender(message) with { Beside = true }, new(tables.Contacts, Partition(message.Id), rows)], cancellationToken);
        var stored = results[^1];
        if (stored.Committed)
        {
            return stored.Versions is [{ } version, ..] && rows[0].Leaves is { } marker
                ? new(row, new(message, null, null, marker with { ETag = version }))
                : await ReadAsync(message.Id, cancellationToken) is { } read ? new(row, read) : null;
        }
        await due.RemoveAsync(row, cancellationToken);
        return null;
    }

    /// <summary>
    /// Keeps a message that a person deals with, so that it can be read from the holding pen; nothing is to be done for it.
    /// The same one again changes nothing.
    /// </summary>
    public async Task KeepAsync(InboundMessage message, InboundOutcome outcome, CancellationToken cancellationToken = default)
    {
        message = message.Storable();
        await NoteSenderAsync(message, cancellationToken);
        _ = await tables.Contacts.SubmitAsync(Partition(message.Id), Rows(message, outcome), cancellationToken);
    }

    private async Task NoteSenderAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        var line = Sender(message);
        _ = await line.Table.SubmitAsync(line.Partition, line.Operations, cancellationToken);
    }

    // Before the message: whoever sent it can be found with all they sent. A line without a message is harmless.
    private TableBatch Sender(InboundMessage message)
    {
        var sender = SenderPartition(message.Channel, message.From);
        return TableBatch.Of(tables.Contacts, sender, new TableOperation.Upsert(new TableRow(sender, message.Id)));
    }

    private static List<TableOperation> Rows(InboundMessage message, InboundOutcome? outcome)
    {
        var partition = Partition(message.Id);
        var pieces = LongText.Pieces(message.Text);
        return
        [
            new TableOperation.Insert(new TableRow(partition, Marker)
                .With("channel", message.Channel.Name()).With("providerId", message.ProviderId).With("from", message.From)
                .With("to", message.To)
                .With("subject", message.Subject).With("receivedAt", message.ReceivedAt).With("pieces", (long)pieces.Count)
                .With("form", message.Form).With("media", message.Media == 0 ? null : (long)message.Media)
                .With("optOutType", message.AnsweredByProvider)
                .With("place", outcome?.Place.ToString()).With("because", outcome?.Because).With("review", outcome?.ReviewId)
                .With("answered", outcome is null ? null : outcome.Answered)
                .WithText(pieces[0])),
            .. pieces.Skip(1).Select((piece, i) => new TableOperation.Insert(new TableRow(partition, Piece(i + 1)).WithText(piece))),
        ];
    }

    /// <summary>Messages of one sender that are stored and not applied yet, and came before this one: oldest first.</summary>
    public async Task<IReadOnlyList<(StoredInbound Stored, DueRow Row)>> EarlierAsync(InboundMessage message, DueRow row,
        CancellationToken cancellationToken = default)
    {
        var earlier = new List<(StoredInbound Stored, DueRow Row)>();
        foreach (var other in await due.TogetherAsync(row, cancellationToken: cancellationToken))
        {
            // One that failed for good holds nobody up; neither does one whose row cannot be read.
            if (other.Subject.Id != message.Id && other.Faults == 0
                && await IfReadableAsync(other.Subject.Id, cancellationToken) is { Outcome: null } stored
                && Before(stored.Message, message))
                earlier.Add((stored, other));
        }
        return [.. earlier.OrderBy(e => e.Stored.Message.ReceivedAt).ThenBy(e => e.Stored.Message.Id, StringComparer.Ordinal)];
    }

    private static bool Before(InboundMessage one, InboundMessage other) =>
        (one.ReceivedAt, string.CompareOrdinal(one.Id, other.Id)).CompareTo((other.ReceivedAt, 0)) < 0;

    /// <summary>Keyed name of whoever sent a message.</summary>
    internal string SenderOf(InboundMessage message) => KeyOf(message.Channel, message.From);

    // Never the number or the address itself.
    private string KeyOf(Channel channel, string sender) => channel is Channel.Sms ? index.OfPhone(sender) : index.OfAddress(sender);

    /// <summary>A stored message, or null.</summary>
    public async Task<StoredInbound?> ReadAsync(string id, CancellationToken cancellationToken = default)
    {
        var partition = Partition(id);
        if (await tables.Contacts.GetAsync(partition, Marker, cancellationToken) is not { } marker)
            return null;
        var text = marker.Flag(Sealed) ? ReviewStore.SealedWords : marker.LongTextOrNull()!;
        for (var i = 1; i < marker.Number("pieces") && !marker.Flag(Sealed); i++)
            text += (await tables.Contacts.GetAsync(partition, Piece(i), cancellationToken))!.LongTextOrNull();
        var message = new InboundMessage(
            Channels.Named(marker.Text("channel")!), marker.Text("providerId")!, marker.Text("from")!, marker.Text("to")!,
            marker.Text("subject"),
            text, marker.Instant("receivedAt")!.Value)
        {
            Form = marker.Text("form"),
            Media = (int)(marker.Number("media") ?? 0),
            AnsweredByProvider = marker.Text("optOutType"),
        };
        return new(message, Arrival(marker), Outcome(marker), marker);
    }

    /// <summary>A stored message; null when there is none, or what is stored cannot be read.</summary>
    public async Task<StoredInbound?> IfReadableAsync(string id, CancellationToken cancellationToken = default)
    {
        try
        {
            return await ReadAsync(id, cancellationToken);
        }
        catch (Exception unreadable) when (!Transient.Is(unreadable))
        {
            return null;
        }
    }

    /// <summary>The text of a message as far as it is there, for whoever must look at what no reader could read.</summary>
    public async Task<string> RawAsync(string id, CancellationToken cancellationToken = default)
    {
        if (await tables.Contacts.GetAsync(Partition(id), Marker, cancellationToken) is not { } marker)
            return "";
        if (marker.Flag(Sealed))
            return ReviewStore.SealedWords;
        var pieces = (await tables.Contacts.AllAsync(TableQuery.StartingWith(Partition(id), "text|"), cancellationToken)).Prepend(marker);
        return string.Concat(
            pieces.SelectMany(row => row.Properties.Where(p => p.Key is ['t', >= '0' and <= '9', ..]).Select(p => p.Value as string)));
    }

    /// <summary>When a message came; null when there is none.</summary>
    internal Task<DateTimeOffset?> ReceivedAtAsync(string id, CancellationToken cancellationToken) =>
        ReceivedAtAsync(tables, id, cancellationToken);

    /// <summary>When a message came; null when there is none.</summary>
    internal static async Task<DateTimeOffset?> ReceivedAtAsync(TableSet tables, string id, CancellationToken cancellationToken) =>
        (await tables.Contacts.GetAsync(Partition(id), Marker, cancellationToken))?.Properties.GetValueOrDefault("receivedAt")
            as DateTimeOffset?;

    /// <summary>Notes what was so when the message was first looked at; whoever came first is right.</summary>
    public async Task<StoredInbound> NoteArrivalAsync(StoredInbound stored, InboundArrival arrival,
        CancellationToken cancellationToken = default)
    {
        var noted = stored.Marker.With("optedOut", arrival.OptedOut).With("turnReview", arrival.Turn?.Source.ToString())
            .With("turnMember", arrival.Turn?.MemberId)
            .With("turnRound", (long?)arrival.Turn?.Round).With("turnFollowUp", arrival.Turn?.FollowUp?.ToString())
            .With("question", (long)arrival.Question);
        if (await tables.Contacts.StoreAsync(new TableOperation.Replace(noted), cancellationToken) is { } marker)
            return stored with { Arrival = Arrival(marker), Marker = marker };
        // Something else of it may have changed; what somebody noted before stands.
        var now = (await ReadAsync(stored.Message.Id, cancellationToken))!;
        return now.Arrival is not null ? now : await NoteArrivalAsync(now, arrival, cancellationToken);
    }

    /// <summary>Covers the text of a message that is a secret of its sender, once it was read: nobody needs it again.</summary>
    public async Task HideAsync(string id, CancellationToken cancellationToken = default)
    {
        var marker = (await tables.Contacts.GetAsync(Partition(id), Marker, cancellationToken))!;
        if (marker.LongTextOrNull() is { Length: > 0 } text && text.Any(c => c != '*'))
            _ = await tables.Contacts.SubmitAsync(marker.Partition,
                [new TableOperation.Replace(marker.WithText(new string('*', text.Length)))], cancellationToken);
    }

    /// <summary>Notes what became of a message, and returns it with that; null when somebody else noted something first.</summary>
    public async Task<StoredInbound?> NoteAsync(StoredInbound stored, InboundOutcome outcome, CancellationToken cancellationToken = default)
    {
        var noted = stored.Marker.With("place", outcome.Place.ToString()).With("because", outcome.Because).With("review", outcome.ReviewId)
            .With("reply", (long?)outcome.Reply).With("answer", outcome.Answer).With("droppable", outcome.Droppable)
            .With("answered", outcome.Answered)
            .With("reactsTo", outcome.ReactsTo is { Length: > 1000 } quote ? quote[..1000] : outcome.ReactsTo)
            .With("shows", (long?)outcome.Shows);
        if (await tables.Contacts.StoreAsync(new TableOperation.Replace(noted), cancellationToken) is { } marker)
            return stored with { Outcome = Outcome(marker), Marker = marker };
        // Its text may have been covered meanwhile.
        return await ReadAsync(stored.Message.Id, cancellationToken) is { } now && now.Outcome == stored.Outcome
            ? await NoteAsync(now, outcome, cancellationToken)
            : null;
    }

    /// <summary>Ids of the messages that came from a number or address.</summary>
    public async Task<IReadOnlyList<string>> SentByAsync(Channel channel, string sender, CancellationToken cancellationToken = default) =>
        [.. (await tables.Contacts.AllAsync(new(SenderPartition(channel, sender)), cancellationToken)).Select(r => r.Key)];

    /// <summary>Nobody can tell any more what came from a number or address.</summary>
    public async Task ForgetSenderAsync(Channel channel, string sender, CancellationToken cancellationToken = default)
    {
        await tables.Contacts.ClearAsync(new(SenderPartition(channel, sender)), cancellationToken);
        await AnswerCap.ForgetAsync(tables, KeyOf(channel, sender), cancellationToken);
        await HoldingPen.ForgetStrangerAsync(tables, KeyOf(channel, sender), cancellationToken);
    }

    /// <summary>
    /// Seals a message: who sent it is gone, and its text is read no more. The text itself stays until it is destroyed
    /// under a disposal approval (CGS 11-8b).
    /// </summary>
    public Task SealAsync(string id, CancellationToken cancellationToken = default) => ChangeAsync(
        id, marker => marker.Flag(Sealed)
            ? null
            : marker.With(Sealed, true).With("from", "").With("subject", null).With("because", Kept(marker)), cancellationToken);

    /// <summary>Destroys the text of a sealed message; that there was one, when and under which name stays.</summary>
    public async Task DestroyAsync(string id, CancellationToken cancellationToken = default)
    {
        await tables.Contacts.ClearAsync(TableQuery.StartingWith(Partition(id), "text|"), cancellationToken);
        await ChangeAsync(id, marker => marker.Flag(Sealed) && marker.LongTextOrNull() is not ""
            ? Emptied(marker)
            : null, cancellationToken);
    }

    private Task<TableRow?> ChangeAsync(string id, Func<TableRow, TableRow?> change, CancellationToken cancellationToken) =>
        tables.Contacts.ChangeAsync(Partition(id), Marker, marker => marker is null ? null : change(marker) ?? marker, cancellationToken);

    // Why it was placed may quote it; that it was placed is told by the place.
    private static string? Kept(TableRow marker) => marker.Text("because") is null ? null : "sealed";

    private static TableRow Emptied(TableRow marker)
    {
        for (var i = 0; i < marker.Number("tn"); i++)
            marker = marker.With(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"t{i}"), null);
        return marker.With("pieces", 1L).With("reactsTo", null).WithText("");
    }

    private string SenderPartition(Channel channel, string sender) =>
        $"sender|{channel.Name()}|{KeyOf(channel, sender)}";

    private static InboundOutcome? Outcome(TableRow marker) => marker.Text("place") is { } place
        ? new(
            Enum.Parse<InboundPlace>(place), marker.Text("because")!, marker.Text("review"), (int?)marker.Number("reply"),
            marker.Text("answer"), marker.Flag("droppable"), marker.Flag("answered"))
        {
            ReactsTo = marker.Text("reactsTo"),
            Shows = (int?)marker.Number("shows"),
        }
        : null;

    private static InboundArrival? Arrival(TableRow marker) => marker.Number("question") is { } question
        ? new(
            marker.Flag("optedOut"),
            marker.Text("turnReview") is { } review
                ? new(
                    QuestionSource.Read(review), marker.Text("turnMember")!, (int)marker.Number("turnRound")!.Value,
                    marker.Text("turnFollowUp") is { } followUp ? Enum.Parse<FollowUpKind>(followUp) : null)
                : null,
            (int)question)
        : null;

    private static string Partition(string id) => $"in|{id}";

    private static string Piece(int i) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"text|{i:D3}");
}
