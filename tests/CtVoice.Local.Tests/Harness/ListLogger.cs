using Microsoft.Extensions.Logging;

namespace CtVoice.Local.Tests.Harness;

/// <summary>Keeps what was logged, in order.</summary>
internal sealed class ListLogger : ILoggerFactory, ILogger
{
    internal List<string> Lines { get; } = [];

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception,
        Func<TState, Exception?, string> formatter) =>
        Lines.Add(formatter(state, exception));

    public void Dispose() { }
}
