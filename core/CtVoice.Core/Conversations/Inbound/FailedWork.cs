using CtVoice.Core.Storage;
using Microsoft.Extensions.Logging;

namespace CtVoice.Core.Conversations.Inbound;

/// <summary>
/// What happens to due work that failed: it waits behind what is fresh, and a message that fails again and again goes to a
/// person. Work of other kinds is never given up.
/// </summary>
public sealed partial class FailedWork(DueRows due, DeadLetters dead, TimeProvider clock, ILogger<FailedWork> logger)
{
    /// <summary>Notes a failure. The same one, noted by two machines, counts once.</summary>
    public async Task NoteAsync(DueRow row, Exception failure, CancellationToken cancellationToken = default)
    {
        // What was thrown may quote what somebody wrote: its type and its place cannot.
        LogFailed(logger, row.Subject.Kind, row.Subject.Kind == InboundStore.DueKind ? row.Subject.Id : "", failure.GetType().FullName!,
            failure.StackTrace);
        if (await due.PostponeAsync(row, clock.GetUtcNow(), Transient.Is(failure), cancellationToken) is { } later
            && later.Faults >= DeadLetters.Enough && later.Subject.Kind == InboundStore.DueKind)
            await dead.TakeAsync(later, cancellationToken);
    }

    [LoggerMessage(1, LogLevel.Warning, "Due work of kind {Kind} {Id} failed and will be tried again: {Exception} at {Place}")]
    private static partial void LogFailed(ILogger logger, string kind, string id, string exception, string? place);
}
