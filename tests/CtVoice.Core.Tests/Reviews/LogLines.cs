using Microsoft.Extensions.Logging;

namespace CtVoice.Core.Tests.Reviews;

/// <summary>Keeps what was logged: event name and text.</summary>
internal sealed class LogLines<T> : ILogger<T>
{
    public List<(string? Event, string Text)> Lines { get; } = [];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Lines.Add((eventId.Name, formatter(state, exception)));
}
