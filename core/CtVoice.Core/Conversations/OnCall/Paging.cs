namespace CtVoice.Core.Conversations.OnCall;

/// <summary>What follows for an alert.</summary>
public abstract record PagingStep
{
    private PagingStep() { }

    /// <summary>Somebody is told.</summary>
    public sealed record Page(OnCallPerson Person) : PagingStep;

    /// <summary>Nothing before then.</summary>
    public sealed record Wait(DateTimeOffset Until) : PagingStep;

    /// <summary>OPM is told that nobody has it, and it is red on the desk.</summary>
    public sealed record Escalate : PagingStep;

    /// <summary>Nobody is left to tell; it stays open until a person says what was done.</summary>
    public sealed record Rest : PagingStep;
}

/// <summary>
/// Whom an alert goes to next. Whoever does not say within 15 minutes that they have it, or within 60 what was done, is followed
/// by the next person who is on duty, in the order of the list and twice round; then OPM is told. Pure.
/// </summary>
public static class Paging
{
    /// <summary>How long somebody has to say that they have it.</summary>
    public static TimeSpan ToTake { get; } = TimeSpan.FromMinutes(15);

    /// <summary>How long they have, from when they were told, to say what was done.</summary>
    public static TimeSpan ToHandle { get; } = TimeSpan.FromMinutes(60);

    /// <summary>How often each person is told of one alert.</summary>
    public const int Rounds = 2;

    /// <summary>What is to be done for an open alert.</summary>
    /// <param name="alert">The alert.</param>
    /// <param name="people">Who is on call, in order.</param>
    /// <param name="agencies">Agencies of the reviews in which the member is asked: who works for one of them is not told.</param>
    /// <param name="now">When it is decided.</param>
    public static PagingStep Next(OnCallAlert alert, IReadOnlyList<OnCallPerson> people, IReadOnlyCollection<string> agencies,
        DateTimeOffset now)
    {
        if (alert.Pages is [.., { Over: false } last] && Deadline(alert, last) is var until && now < until)
            return new PagingStep.Wait(until);
        var left = people.Where(p => !agencies.Contains(p.WorksFor) && Times(alert, p) < Rounds).ToList();
        // Who was told less often goes before; among them the order of the list.
        if (left.Where(p => p.IsOnDuty(now)).OrderBy(p => Times(alert, p)).FirstOrDefault() is { } next)
            return new PagingStep.Page(next);
        if (alert.EscalatedAt is null)
            return new PagingStep.Escalate();
        // In hours that are nobody's it waits for whoever comes next, with OPM told already.
        return left.Select(p => p.NextDuty(now)).Where(at => at is not null).Min() is { } duty
            ? new PagingStep.Wait(duty)
            : new PagingStep.Rest();
    }

    /// <summary>Until when whoever was told last is waited for.</summary>
    public static DateTimeOffset Deadline(OnCallAlert alert, Paged last) => last.At + (alert.Taken is null ? ToTake : ToHandle);

    /// <summary>The alert once somebody is told: whoever had it has it no longer.</summary>
    public static OnCallAlert Page(OnCallAlert alert, OnCallPerson person, DateTimeOffset now) =>
        alert with { Pages = [.. alert.Pages, new(person.Id, now)], Taken = null };

    /// <summary>The alert when nothing more is expected of whoever was told last.</summary>
    public static OnCallAlert PassOn(OnCallAlert alert) => alert.Pages is [.., var last]
        ? alert with { Pages = [.. alert.Pages.SkipLast(1), last with { Over = true }], Taken = null }
        : alert;

    /// <summary>What becomes of somebody's word that they have it.</summary>
    public static Taking Take(OnCallAlert alert, string person, DateTimeOffset now) =>
        alert.Pages.All(p => p.Person != person) ? new Taking.NotTold()
        : alert.ClosedAt is not null ? new Taking.Closed()
        : alert.Taken is { } taken ? taken.Person == person ? new Taking.Yours(alert) : new Taking.Others(taken.At)
        : new Taking.Yours(alert with { Taken = new(person, now) });

    private static int Times(OnCallAlert alert, OnCallPerson person) => alert.Pages.Count(p => p.Person == person.Id);
}

/// <summary>What became of somebody's word that they have an alert.</summary>
public abstract record Taking
{
    private Taking() { }

    /// <summary>They have it, now or since before.</summary>
    public sealed record Yours(OnCallAlert Alert) : Taking;

    /// <summary>Somebody else has it since then.</summary>
    public sealed record Others(DateTimeOffset Since) : Taking;

    /// <summary>What was done was said already.</summary>
    public sealed record Closed : Taking;

    /// <summary>They were not told of it, or there is no such alert.</summary>
    public sealed record NotTold : Taking;
}
