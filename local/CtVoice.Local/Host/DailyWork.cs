using CtVoice.Core.Conversations.Sending;
using CtVoice.Core.Conversations.Talks;
using CtVoice.Core.Reviews;
using CtVoice.Local.Time;

namespace CtVoice.Local.Host;

/// <summary>The coordinator's digest, the nightly verification and the look for silent members as work that time travel stops for.</summary>
internal sealed class DailyWork(Digest digest, NightlyVerification verification, SilentYear silentYear, TimeProvider clock) : ITimedWork, IDisposable
{
    private readonly SemaphoreSlim turn = new(1);
    private DateTimeOffset digestAt = digest.NextAfter(clock.GetUtcNow());
    private DateTimeOffset verificationAt = NightlyVerification.NextAfter(clock.GetUtcNow());

    public ValueTask<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken = default) =>
        new(digestAt < verificationAt ? digestAt : verificationAt);

    public async Task DrainAsync(CancellationToken cancellationToken = default)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            var now = clock.GetUtcNow();
            if (verificationAt <= now)
            {
                await verification.RunAsync(cancellationToken);
                _ = await silentYear.RunAsync(cancellationToken);
                verificationAt = NightlyVerification.NextAfter(now);
            }
            if (digestAt <= now)
                digestAt = await digest.RunAsync(cancellationToken) is MessageOutcome.NotBefore later ? later.At : digest.NextAfter(now);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();
}
