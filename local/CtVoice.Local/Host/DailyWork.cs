using CtVoice.Core.Conversations.Dialogues;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Core.Notices;
using CtVoice.Core.Storage;
using CtVoice.Core.Workflows;
using CtVoice.Local.Time;

namespace CtVoice.Local.Host;

/// <summary>
/// The coordinator's digest, the nightly verification, the look for silent members, the end of old histories and the reminders of
/// guardrails as work that time travel stops for; and the hourly look for workflows that died, which it does not stop for but takes along.
/// </summary>
internal sealed class DailyWork(
    Digest digest, NightlyVerification verification, SilentYear silentYear, MissingWorkflows missing, FinishedHistories histories,
    GuardrailReminding guardrails, TimeProvider clock) : ITimedWork, IDisposable
{
    private readonly SemaphoreSlim turn = new(1);
    private DateTimeOffset digestAt = digest.NextAfter(clock.GetUtcNow());
    private DateTimeOffset verificationAt = NightlyVerification.NextAfter(clock.GetUtcNow());
    private DateTimeOffset lookedAt = clock.GetUtcNow();

    public ValueTask<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken = default) =>
        new(digestAt < verificationAt ? digestAt : verificationAt);

    public async Task DrainAsync(CancellationToken cancellationToken = default)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            var now = clock.GetUtcNow();
            await OneAfterAnother.RunAsync(
                () => LookForDiedAsync(now, cancellationToken), () => NightAsync(now, cancellationToken),
                () => MorningAsync(now, cancellationToken));
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task LookForDiedAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (now - lookedAt < MissingWorkflows.Every)
            return;
        _ = await missing.RunAsync(cancellationToken);
        lookedAt = now;
    }

    private async Task NightAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (verificationAt > now)
            return;
        while (!(await verification.RunAsync(cancellationToken)).Done)
            cancellationToken.ThrowIfCancellationRequested();
        _ = await silentYear.RunAsync(cancellationToken);
        _ = await histories.RunAsync(cancellationToken);
        await guardrails.RunAsync(cancellationToken);
        verificationAt = NightlyVerification.NextAfter(now);
    }

    private async Task MorningAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (digestAt <= now)
            digestAt = await digest.RunAsync(cancellationToken) is MessageOutcome.NotBefore later ? later.At : digest.NextAfter(now);
    }
}
