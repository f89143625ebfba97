using CtVoice.Core.Engine;

namespace CtVoice.Core.Workflows;

/// <summary>
/// Forgets the histories of workflows that finished long ago. What happened is in the tables and the ledger; a history is only
/// how the clockwork came to where it is.
/// </summary>
public sealed class FinishedHistories(IWorkflowClient workflows, TimeProvider clock)
{
    /// <summary>How long a finished history is kept, for whoever has to find a fault.</summary>
    public static TimeSpan Kept { get; } = TimeSpan.FromDays(30);

    /// <summary>Histories that one run forgets; the next run goes on.</summary>
    public const int MostAtOnce = 1000;

    /// <summary>Forgets them; returns how many.</summary>
    public Task<int> RunAsync(CancellationToken cancellationToken = default) =>
        workflows.ForgetFinishedAsync(clock.GetUtcNow() - Kept, MostAtOnce, cancellationToken);
}
