namespace CtVoice.Core.Engine;

/// <summary>
/// Waiting for "look again" or an instant, whichever comes first. One wait for the event is outstanding and is kept
/// across the turns of the loop: a cancelled waiter would swallow the next event in the isolated worker.
/// </summary>
/// <remarks>Level-triggered: read the state first, wait second, read again after each return.</remarks>
public sealed class Wake(IWorkflowContext context)
{
    /// <summary>Name of the event.</summary>
    public const string EventName = "wake";

    /// <summary>Wakes after which a workflow continues as new, so that its history stays short.</summary>
    public const int Limit = 50;

    // Far more steps than any stage takes between two waits.
    private const int StepsBetweenWaits = 50;

    private Task<string?>? next;
    private int steps;

    /// <summary>Waits taken so far.</summary>
    public int Count { get; private set; }

    /// <summary>
    /// Begins a turn of the loop; false when it is time to continue as new. A loop whose steps change nothing is slowed
    /// down to one round an hour instead of running for ever.
    /// </summary>
    public async Task<bool> TurnAsync()
    {
        if (Count >= Limit)
            return false;
        if (++steps > StepsBetweenWaits)
            await UntilAsync(new DateTimeOffset(context.CurrentUtcDateTime, TimeSpan.Zero).AddHours(1));
        return true;
    }

    /// <summary>Returns at the next wake or at <paramref name="instant"/> (never, when null), whichever comes first.</summary>
    public async Task UntilAsync(DateTimeOffset? instant)
    {
        Count++;
        steps = 0;
        next ??= context.WaitForExternalEvent<string?>(EventName);
        if (instant is { } at)
        {
            using var cancel = new CancellationTokenSource();
            var timer = context.CreateTimer(at.UtcDateTime, cancel.Token);
            var first = await Task.WhenAny(next, timer);
            if (first == timer)
                return;
#pragma warning disable CA1849 // CancelAsync would leave the workflow's own scheduler.
            cancel.Cancel();
#pragma warning restore CA1849
        }
        await next;
        next = null;
    }
}
