using System.Collections.Concurrent;
using System.Diagnostics;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Core.Subscriptions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CtVoice.Local.Tests.Leaks;

/// <summary>Everything that an installation says outside of its answers: log lines, traces, events for subscribers,
/// and emails to whoever is no member.</summary>
internal sealed class EveryWord : ILoggerProvider, ILogger, IDisposable
{
    private readonly ActivityListener listener;

    internal EveryWord()
    {
        listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped =
                activity => Traces.Add($"{activity.DisplayName} {string.Join(' ', activity.TagObjects.Select(t => $"{t.Key}={t.Value}"))}"),
        };
        ActivitySource.AddActivityListener(listener);
    }

    internal ConcurrentBag<string> Logs { get; } = [];

    internal ConcurrentBag<string> Traces { get; } = [];

    internal ConcurrentBag<OutgoingEmail> Emails { get; } = [];

    internal ConcurrentBag<OutgoingEvent> Events { get; } = [];

    /// <summary>Listens to a host that is being built.</summary>
    internal void ListenTo(IServiceCollection services)
    {
        var sender = services.Last(s => s.ServiceType == typeof(IEmailSender)).ImplementationType!;
        services.AddSingleton<IEmailSender>(s => new Listening((IEmailSender)ActivatorUtilities.CreateInstance(s, sender), Emails));
        services.AddSingleton<IEventSender>(new Subscriber(Events));
        services.AddLogging(logging => logging.ClearProviders().AddProvider(this).SetMinimumLevel(LogLevel.Trace));
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception,
        Func<TState, Exception?, string> formatter) =>
        Logs.Add($"{formatter(state, exception)} {exception}");

    public void Dispose() => listener.Dispose();

    private sealed class Listening(IEmailSender inner, ConcurrentBag<OutgoingEmail> heard) : IEmailSender
    {
        public Task<SendOutcome> SendAsync(OutgoingEmail message, CancellationToken cancellationToken = default)
        {
            heard.Add(message);
            return inner.SendAsync(message, cancellationToken);
        }

        public Task<SendOutcome?> FindAsync(OutgoingEmail message, CancellationToken cancellationToken = default) =>
            inner.FindAsync(message, cancellationToken);
    }

    private sealed class Subscriber(ConcurrentBag<OutgoingEvent> heard) : IEventSender
    {
        public Task<EventAnswer> SendAsync(OutgoingEvent outgoing, CancellationToken cancellationToken = default)
        {
            heard.Add(outgoing);
            return Task.FromResult(new EventAnswer(EventAnswerKind.Taken, "HTTP 204"));
        }
    }
}
