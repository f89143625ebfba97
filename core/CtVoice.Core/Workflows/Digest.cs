using System.Globalization;
using System.Text;
using CtVoice.Core.Calendar;
using CtVoice.Core.Conversations.Alerting;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Core.Conversations.Words;
using CtVoice.Core.Operations;
using CtVoice.Core.Todo;

namespace CtVoice.Core.Workflows;

/// <summary>What waits for the board's coordinator, by email to OPM, each business day at nine in Connecticut;
/// not on days on which the office is closed.</summary>
public sealed class Digest(
    TodoList todo, Messenger messenger, EscalationContact opm, ClosingDayStore closing, BusinessCalendar calendar, TimeProvider clock)
{
    /// <summary>Local time at which it leaves, in Connecticut.</summary>
    public static TimeOnly At { get; } = new(9, 0);

    /// <summary>How late it may leave; after that the next day's says the same.</summary>
    public static TimeSpan Latest { get; } = TimeSpan.FromHours(1);

    /// <summary>The first digest after <paramref name="now"/>.</summary>
    public DateTimeOffset NextAfter(DateTimeOffset now)
    {
        var today = LocalTime.DateIn(BusinessCalendar.Zone, now);
        return calendar.IsBusinessDay(today) && Of(today) is var at && at > now ? at : Of(calendar.AddBusinessDays(today, 1));
    }

    /// <summary>
    /// Sends today's digest when it is time, once however often it is asked for. Null when it is not time, or nothing
    /// waits for anybody.
    /// </summary>
    /// <exception cref="SendFaultException">The provider gave no clear answer: ask again.</exception>
    public async Task<MessageOutcome?> RunAsync(CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        var today = LocalTime.DateIn(BusinessCalendar.Zone, now);
        if (!calendar.IsBusinessDay(today) || now < Of(today) || now >= Of(today) + Latest)
            return null;
        if ((await closing.CurrentAsync(cancellationToken)).Standing.Any(d => d.On == today))
            return null;
        if (await WordsAsync(today, cancellationToken) is not { } words)
            return null;
        var day = today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return await messenger.MailAsync(new($"digest|{day[..4]}", day), opm.Address, words, null, cancellationToken: cancellationToken);
    }

    private static DateTimeOffset Of(DateOnly day) => LocalTime.InstantOf(day, At, BusinessCalendar.Zone);

    private async Task<Wording?> WordsAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var things = (await todo.OfMessagesAsync(cancellationToken)).Concat((await ThingsAsync(cancellationToken)).OrderBy(t => t.Since))
            .ToList();
        // A term ends once in years and is known for weeks: it goes along, and is not mailed alone every morning.
        if (things.TrueForAll(t => t.Kind == TodoKinds.TermEnds))
            return null;
        var lines = things.ConvertAll(Line);
        var text = new StringBuilder($"{Count(lines.Count, "thing")} to do for the board's coordinator on {DayText.Day(today)}.\n");
        foreach (var line in lines)
            text.Append(CultureInfo.InvariantCulture, $"\n- {line}.");
        return new($"Resident Advisory Board: {Count(lines.Count, "thing")} to do", text.ToString());
    }

    private async Task<IReadOnlyList<TodoThing>> ThingsAsync(CancellationToken cancellationToken)
    {
        var things = new List<TodoThing>();
        string? continuation = null;
        do
        {
            (var page, continuation) = await todo.OfReviewsAsync(continuation, cancellationToken);
            things.AddRange(page);
        }
        while (continuation is not null);
        return things;
    }

    // A matter is named by its id alone: a mailbox is no place for what a message is about.
    private static string Line(TodoThing thing) => thing switch
    {
        { Kind: TodoKinds.TermEnds } => $"{thing.Why}, since {Day(thing.Since)}",
        { Kind: TodoKinds.HoldingPen } => $"{thing.Why}, in the holding pen, the oldest since {Day(thing.Since)}",
        { ReviewId: { } review, Title: { } title } => $"{thing.Why}: \"{title}\" (review {review}), since {Day(thing.Since)}",
        { Title: { } title } => $"{thing.Why}: \"{title}\", since {Day(thing.Since)}",
        _ => $"{thing.Why}: {thing.Id}, since {Day(thing.Since)}",
    };

    private static string Day(DateTimeOffset at) =>
        LocalTime.DateIn(BusinessCalendar.Zone, at).ToString("MMMM d", CultureInfo.InvariantCulture);

    private static string Count(int n, string what) => string.Create(CultureInfo.InvariantCulture, $"{n} {what}{(n == 1 ? "" : "s")}");
}
