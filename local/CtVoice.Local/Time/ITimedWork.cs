namespace CtVoice.Local.Time;

/// <summary>Something that has work to do at instants of its own.</summary>
public interface ITimedWork
{
    /// <summary>The next instant at which there is work; now or earlier when there is some at this moment;
    /// null when there is none.</summary>
    ValueTask<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken = default);

    /// <summary>Does everything that is due at the clock's present instant, and what follows from it, until all is quiet.</summary>
    Task DrainAsync(CancellationToken cancellationToken = default);
}
