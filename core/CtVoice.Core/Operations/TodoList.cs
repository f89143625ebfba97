using System.Globalization;
using CtVoice.Core.Board;
using CtVoice.Core.Board.Erasing;
using CtVoice.Core.Calendar;
using CtVoice.Core.Conversations.Dialogues;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Conversations.OnCall;
using CtVoice.Core.Lists;
using CtVoice.Core.Storage;
using CtVoice.Core.Todo;

namespace CtVoice.Core.Operations;

/// <summary>One thing that waits for the coordinator.</summary>
/// <param name="Id">Names it.</param>
/// <param name="Kind">One of <see cref="TodoKinds"/>.</param>
/// <param name="Why">What is to be done and why, in plain words.</param>
/// <param name="Since">Since when it waits.</param>
/// <param name="Link">Where it is looked at.</param>
public sealed record TodoThing(string Id, string Kind, string Why, DateTimeOffset Since, string Link)
{
    /// <summary>Title of the project it is about; null where it is about none.</summary>
    public string? Title { get; init; }

    /// <summary>The review it is about; null where it is about none.</summary>
    public string? ReviewId { get; init; }

    /// <summary>By when it is to be done; null where that is the review's matter, or nobody's.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>Of danger that people on call were told of: the alert, by its number; null where nobody was.</summary>
    public OnCallAlert? OnCall { get; init; }
}

/// <summary>
/// Everything that waits for the coordinator: what hangs on messages before what hangs on reviews, the moment it exists. Nothing
/// here is stored; it is read from the matters, the holding pen and the list of the reviews.
/// </summary>
public sealed class TodoList(
    Matters matters, HoldingPen pen, ReviewLists lists, OnCallAlerts alerts, WaitingWelcomes welcomes, ErasureStore erasures,
    EndingTerms endings)
{
    private const string UnreadableKind = "unreadable";

    /// <summary>What hangs on messages and on members: danger first, each kind in the order of <see cref="TodoKinds"/>.</summary>
    public async Task<IReadOnlyList<TodoThing>> OfMessagesAsync(CancellationToken cancellationToken = default)
    {
        var penned = await pen.ReadAsync(cancellationToken);
        var open = await matters.OpenListAsync(cancellationToken);
        // Before alerts had a record of their own they lay in the pen: an open one of then is as acute as one of now.
        var things = penned.Where(p => p.Because == HoldingPen.Urgent)
            .Select(p => Of(TodoKinds.Acute, p.InboundId, p.ReceivedAt) with { Link = TodoKinds.LinkTo(TodoKinds.HoldingPen, p.InboundId) })
            .Concat(open.Lines.Select(Of)).Concat(open.Unreadable.Select(Unreadable)).ToList();
        if (penned.Where(p => p.Because != HoldingPen.Urgent).ToList() is [.., var oldest] others)
        {
            things.Add(Of(TodoKinds.HoldingPen, TodoKinds.HoldingPen, oldest.ReceivedAt) with
            {
                Why = others.Count == 1
                    ? "One message that nobody could place"
                    : string.Create(CultureInfo.InvariantCulture, $"{others.Count} messages that nobody could place"),
            });
        }
        for (var i = 0; i < things.Count; i++)
        {
            if (things[i].Kind == TodoKinds.Acute && await alerts.OfMatterAsync(things[i].Id, cancellationToken) is { } alert)
                things[i] = things[i] with { OnCall = alert, Why = Said(things[i].Why, alert) };
        }
        things.AddRange((await welcomes.ReadAsync(cancellationToken))
            .Select(w => Of(TodoKinds.Welcome, w.MemberId, w.Since) with { Title = w.MemberId }));
        var erased = await erasures.AskingElsewhereAsync(cancellationToken);
        things.AddRange(erased.Lines.Select(e => Of(TodoKinds.AskElsewhere, e.MemberId, e.At) with { Title = e.MemberId }));
        things.AddRange(erased.Unreadable.Select(Unreadable));
        if (await endings.ReadAsync(cancellationToken) is { Terms: [var first, ..] terms } ending)
        {
            things.Add(Of(TodoKinds.TermEnds, TodoKinds.TermEnds, ending.Since) with
            {
                Why = terms.Count == 1 ? TodoKinds.Spoken(TodoKinds.TermEnds) : string.Create(
                    CultureInfo.InvariantCulture,
                    $"Renew {terms.Count} terms of members that have ended or end soon, or find others for the seats"),
                Due = LocalTime.InstantOf(first.EndsOn.AddDays(1), TimeOnly.MinValue, LocalTime.Connecticut),
            });
        }
        // What cannot be read may be danger: it stands behind what is known to be, and before everything else.
        return [.. things.OrderBy(t => TodoKinds.PlaceOf(t.Kind == UnreadableKind ? TodoKinds.Worry : t.Kind)).ThenBy(t => t.Since)];
    }

    /// <summary>A page of what hangs on reviews.</summary>
    public async Task<(IReadOnlyList<TodoThing> Things, string? Continuation)> OfReviewsAsync(string? continuation,
        CancellationToken cancellationToken = default)
    {
        var page = await lists.ReadAsync(ReviewLists.Todo, 1000, continuation, cancellationToken);
        return ([.. page.Rows.Select(Of)], page.Continuation);
    }

    private static string Said(string why, OnCallAlert alert) =>
        alert.EscalatedAt is not null ? $"{why}. Nobody on call has dealt with alert {alert.Number}: OPM was told"
        : alert.Taken is null ? $"{why}. People on call are being told of alert {alert.Number}"
        : $"{why}. Somebody on call has alert {alert.Number}";

    /// <summary>One bad row hides none of the others, and is not missing without a word.</summary>
    private static TodoThing Unreadable(string key) =>
        new(key, UnreadableKind, "A thing to do that cannot be read: tell whoever runs the product", DateTimeOffset.UnixEpoch, "");

    private static TodoThing Of(string kind, string id, DateTimeOffset since) =>
        new(id, kind, TodoKinds.Spoken(kind), since, TodoKinds.LinkTo(kind, id));

    private static TodoThing Of(Matter matter) => Of(matter.Kind, matter.Id, matter.At) with
    {
        Why = matter.Attempts == 0 ? TodoKinds.Spoken(matter.Kind) : $"{TodoKinds.Spoken(matter.Kind)}. Nobody answered so far",
        Title = matter.Title,
        ReviewId = matter.ReviewId,
    };

    private static TodoThing Of(TableRow row)
    {
        if (row.Properties.GetValueOrDefault("id") is not string about || row.Properties.GetValueOrDefault("what") is not string kind
            || row.Properties.GetValueOrDefault("since") is not DateTimeOffset since)
            return Unreadable(row.Key);
        return Of(kind, about, since) with
        {
            Id = $"{about}|{kind}",
            Title = row.Text("title"),
            ReviewId = row.Flag(ReviewLists.NoReview) ? null : about,
        };
    }
}
