using CtVoice.Core.Subscriptions;

namespace CtVoice.Local.Tests.Subscriptions;

/// <summary>Takes every event and tells nobody: nothing leaves the test.</summary>
internal sealed class DeafSubscriber : IEventSender
{
    public Task<EventAnswer> SendAsync(OutgoingEvent outgoing, CancellationToken cancellationToken = default) =>
        Task.FromResult(new EventAnswer(EventAnswerKind.Taken, "HTTP 204"));
}
