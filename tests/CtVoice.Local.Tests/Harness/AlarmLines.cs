using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CtVoice.Local.Tests.Harness;

/// <summary>Keeps what a host logged that a person must act on.</summary>
internal sealed class AlarmLines : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> lines = new();

    internal IReadOnlyList<string> Lines => [.. lines];

    /// <summary>Has a host log to it.</summary>
    internal void AddTo(IServiceCollection services) => services.AddLogging(logging => logging.AddProvider(this));

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception,
        Func<TState, Exception?, string> formatter)
    {
        var line = formatter(state, exception);
        if (line.StartsWith("CTV-", StringComparison.Ordinal))
            lines.Enqueue(line);
    }

    public void Dispose() { }
}
