namespace CtVoice.Core.Board;

/// <summary>A person saw something that is recorded: contact data, an unreleased reply, the holding pen.</summary>
/// <param name="When">When it was shown.</param>
/// <param name="Who">The viewer's key or account id, never a name.</param>
/// <param name="Screen">Which screen or export, e.g. <c>members/contact</c>.</param>
/// <param name="MemberIds">Whose data it showed.</param>
/// <param name="Reason">Why, where a reason had to be given; null elsewhere.</param>
public sealed record ViewRecord(DateTimeOffset When, string Who, string Screen, IReadOnlyList<string> MemberIds, string? Reason = null);

/// <summary>Keeps who saw what, for the auditor. A view that cannot be recorded must not be shown: failures throw.</summary>
public interface IViewLog
{
    /// <summary>Records a view; durable when the task completes.</summary>
    Task RecordAsync(ViewRecord view, CancellationToken cancellationToken = default);
}
