using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Json;
using CtVoice.Core.Storage;
using Microsoft.Extensions.Logging;

namespace CtVoice.Core.Workflows;

/// <summary>Looks for due work that nobody has done, and says so; apart from the sweep, which may be what stands still.</summary>
public sealed partial class Watch(DueRows due, TimeProvider clock, ILogger<Watch> logger)
{
    /// <summary>How long due work may wait: the sweep runs every minute and tries again what failed.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromMinutes(15);

    /// <summary>Looks once; each kind of lateness is one error.</summary>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        var patient = clock.GetUtcNow() - Patience;
        // What fails is put off for a while each time, so that it is looked for by when it was due at first.
        var late = (await due.ReadAsync(clock.GetUtcNow() + BackOff.Longest, perShard: 1000, cancellationToken))
            .Where(row => (row.Attempts > 0 ? row.Since : row.At) <= patient)
            .ToLookup(row => row.Subject.Kind == InboundStore.DueKind);
        if (late[true].MinBy(r => r.Since) is { } message)
            InboxOverdue(logger, late[true].Count(), message.Since);
        if (late[false].MinBy(r => r.Since) is { } work)
            SweepLate(logger, late[false].Count(), work.Since);
    }

    [LoggerMessage(1, LogLevel.Error, Alarms.Inbox
        + ": {Count} messages of residents are not taken up, the oldest since {Since:O}", EventName = nameof(InboxOverdue))]
    private static partial void InboxOverdue(ILogger logger, int count, DateTimeOffset since);

    [LoggerMessage(2, LogLevel.Error, Alarms.Sweep
        + ": {Count} pieces of due work are not done, the oldest since {Since:O}", EventName = nameof(SweepLate))]
    private static partial void SweepLate(ILogger logger, int count, DateTimeOffset since);
}
