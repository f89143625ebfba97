using System.Globalization;
using CtVoice.Core.Accountability;
using CtVoice.Core.Calendar;
using CtVoice.Core.Conversations;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Core.Reviews;
using CtVoice.Core.Storage;

namespace CtVoice.Core.Notices;

/// <summary>
/// What each office is to be told by mail: first stored, one row for each mailbox and notice, then gathered and sent by the sweep
/// through the same outbox as messages to members, each once. Addresses are read when a mail leaves.
/// </summary>
/// <remarks>
/// Partition <c>notices|{agency}|{contact}</c>, or <c>notices|coordinator</c>: rows <c>n|{instant}|{review}|{kind}</c> that wait,
/// belong to mail <c>mail</c>, or are told; <c>state</c> with how many mails there were and whether the last is on its way; and
/// the mails, <c>mail|{n}</c>. A mail's notices are fixed in one batch before it leaves, so that every attempt is the same mail.
/// </remarks>
public sealed class NoticeOutbox(
    TableSet tables, ReviewStore reviews, NoticeBoxes boxes, Messenger messenger, DueRows due, BusinessCalendar calendar,
    ConversationOptions options, TimeProvider clock)
{
    /// <summary>Kind of the due rows that lead to a notice.</summary>
    public const string DueKind = "notice";

    /// <summary>Prefix of the partitions; what follows is the mailbox.</summary>
    internal const string Prefix = "notices|";

    private const string State = "state";
    private const string Waiting = "waiting";
    private const string Told = "told";

    /// <summary>Stores a notice for every mailbox that is to be told of it. Calling it twice is the same as once.</summary>
    public async Task TellAsync(Review review, Effect.Tell told, CancellationToken cancellationToken = default)
    {
        foreach (var (box, settling) in await boxes.OfAsync(review, told, cancellationToken))
            await StoreAsync(box, review.Id, told, settling, cancellationToken);
    }

    /// <summary>Sends what waits for the mailbox of a notice; false when the notice is not there, and may be about to be stored.</summary>
    /// <exception cref="SendFaultException">The provider gave no clear answer: ask again.</exception>
    public async Task<bool> FinishAsync(DueRow row, CancellationToken cancellationToken = default)
    {
        var (box, key) = row.Subject.Id.Split('~') is [var one, var other]
            ? (one, other)
            : throw new InvalidOperationException("The id of a notice has two parts.");
        if (await tables.Records.GetAsync(Prefix + box, key, cancellationToken) is not { } stored)
            return false;
        if (stored.Text("state") == Waiting && await SendAsync(box, cancellationToken) is { } again)
            await due.LookAgainAsync(row.Subject, again, cancellationToken);
        return true;
    }

    private async Task StoreAsync(string box, string reviewId, Effect.Tell told, TimeSpan settling, CancellationToken cancellationToken)
    {
        var (partition, key) =
            (Prefix + box, string.Create(CultureInfo.InvariantCulture, $"n|{told.At.UtcTicks:D19}|{reviewId}|{told.Kind}"));
        if (await tables.Records.GetAsync(partition, key, cancellationToken) is not null)
            return;
        _ = await due.AddAsync(new(DueKind, $"{box}~{key}"), told.At + settling, cancellationToken);
        // Somebody else may have stored it meanwhile: it is the same.
        _ = await tables.Records.SubmitAsync(partition, [new TableOperation.Insert(new TableRow(partition, key)
            .With("review", reviewId).With("kind", told.Kind).With("at", told.At).With("state", Waiting))], cancellationToken);
    }

    /// <summary>Sends mail after mail until nothing may leave; when to look again, or null when nothing waits.</summary>
    private async Task<DateTimeOffset?> SendAsync(string box, CancellationToken cancellationToken)
    {
        var partition = Prefix + box;
        while (await boxes.AddressAsync(box, cancellationToken) is { } address)
        {
            var state = await tables.Records.GetAsync(partition, State, cancellationToken)
                ?? new TableRow(partition, State).With("mails", 0L).With("open", false);
            var waiting = (await tables.Records.AllAsync(TableQuery.StartingWith(partition, "n|"), cancellationToken))
                .Where(r => r.Text("state") == Waiting).ToList();
            if (!state.Flag("open"))
            {
                // The coordinator and the deputy are told each thing by itself, the moment it is known.
                var (leaving, again) = NoticeBoxes.AgencyOf(box) is null
                    ? ([.. waiting.Select(Read).Take(1)], null)
                    : Gathering.Now([.. waiting.Select(Read)], state.Instant("toldAt"), calendar, clock.GetUtcNow());
                if (leaving.Count == 0)
                    return again;
                _ = await BeginAsync(state, waiting.Where(r => leaving.Any(n => n.Key == r.Key)), leaving, cancellationToken);
                continue;
            }
            var number = state.Number("mails")!.Value;
            var told = waiting.Where(r => r.Number("mail") == number).ToList();
            if (await WordsAsync(box, told, cancellationToken) is { } words)
            {
                var outcome = await messenger.MailAsync(
                    new(partition, string.Create(CultureInfo.InvariantCulture, $"mail|{number:D6}")), address, words, null,
                    cancellationToken: cancellationToken);
                if (outcome is MessageOutcome.NotBefore later)
                    return later.At;
                if (outcome is MessageOutcome.Refused)
                    await boxes.ReportedAsync(partition, arrived: false, clock.GetUtcNow(), cancellationToken);
            }
            // A refused mail is told as well: the page and the register say the same, and the mailbox is flagged.
            _ = await tables.Records.SubmitAsync(
                partition,
                [new TableOperation.Replace(state.With("open", false)),
                    .. told.Select(r => new TableOperation.Replace(r.With("state", Told)))],
                cancellationToken);
        }
        return null;
    }

    /// <summary>Fixes what the next mail tells, before it leaves; somebody who was faster has fixed the same or more.</summary>
    private Task<BatchResult> BeginAsync(
        TableRow state, IEnumerable<TableRow> rows, IReadOnlyList<WaitingNotice> leaving, CancellationToken cancellationToken)
    {
        var number = state.Number("mails")!.Value + 1;
        var begun = state.With("mails", number).With("open", true);
        if (leaving.Any(n => !n.Kind.Unlimited))
            begun = begun.With("toldAt", clock.GetUtcNow());
        return tables.Records.SubmitAsync(
            state.Partition,
            [
                state.ETag is null ? new TableOperation.Insert(begun) : new TableOperation.Replace(begun),
                .. rows.Take(TableLimits.BatchOperations - 1).Select(r => new TableOperation.Replace(r.With("mail", number))),
            ],
            cancellationToken);
    }

    private async Task<Conversations.Words.Wording?> WordsAsync(string box, IReadOnlyList<TableRow> told,
        CancellationToken cancellationToken)
    {
        var about = new List<(Review, WaitingNotice)>();
        foreach (var notice in told.Select(Read))
        {
            if (await reviews.ReadAsync(notice.ReviewId, cancellationToken) is { } review)
                about.Add((review.State, notice));
        }
        return box == NoticeBoxes.Chair
            ? NoticeMail.ToChair(about, Link)
            : NoticeMail.Of(NoticeBoxes.AgencyOf(box), about, Link, calendar);

        string Link(string path) => options.PublicUrl is { } url ? new Uri(url, path).AbsoluteUri : path;
    }

    private static WaitingNotice Read(TableRow row) =>
        new(row.Key, row.Text("review")!, NoticeKinds.Of(row.Text("kind")!), row.Instant("at")!.Value);
}
