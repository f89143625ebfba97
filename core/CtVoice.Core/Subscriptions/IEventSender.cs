namespace CtVoice.Core.Subscriptions;

/// <summary>
/// Posts an event, once. Every answer of the other side, silence included, is an <see cref="EventAnswer"/>; only
/// cancellation throws. It follows no redirect and reaches nothing but public addresses. Thread-safe.
/// </summary>
public interface IEventSender
{
    /// <summary>Posts it.</summary>
    Task<EventAnswer> SendAsync(OutgoingEvent outgoing, CancellationToken cancellationToken = default);
}

/// <summary>An event, ready to leave.</summary>
/// <param name="Url">Where to.</param>
/// <param name="Id">Header <c>webhook-id</c>.</param>
/// <param name="Timestamp">Header <c>webhook-timestamp</c>: seconds since 1970.</param>
/// <param name="Signature">Header <c>webhook-signature</c>.</param>
/// <param name="Body">The event in JSON.</param>
public sealed record OutgoingEvent(Uri Url, string Id, long Timestamp, string Signature, string Body);

/// <summary>What became of it.</summary>
/// <param name="Kind">Taken, to be tried again, or not wanted any more.</param>
/// <param name="What">In a few words for the log of deliveries, such as "HTTP 500".</param>
public sealed record EventAnswer(EventAnswerKind Kind, string What);

/// <summary>What the other side made of an event.</summary>
public enum EventAnswerKind
{
    /// <summary>It has it.</summary>
    Taken,

    /// <summary>It has not, this time.</summary>
    Refused,

    /// <summary>It wants none any more (410).</summary>
    Gone,
}
