using CtVoice.Local.Time;
using CtVoice.Web.Webhooks;

namespace CtVoice.Local.Host;

/// <summary>
/// Messages that are being applied keep the clock where it is. Their provider waits for eight seconds only, so what takes longer on a busy
/// machine is still under way when somebody moves the time, and the sweep would send its answer once more.
/// </summary>
internal sealed class MessagesInHand(Intake intake) : ITimedWork
{
    public ValueTask<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken = default) => new((DateTimeOffset?)null);

    public Task DrainAsync(CancellationToken cancellationToken = default) => intake.RestAsync(cancellationToken);
}
