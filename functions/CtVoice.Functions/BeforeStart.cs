using Microsoft.Extensions.Hosting;

namespace CtVoice.Functions;

/// <summary>
/// Something that is done before the worker takes its first call: each in the order of registration, and one that fails
/// stops the start. (Plain hosted services come too late, because the worker itself is one and the first of them.)
/// </summary>
public abstract class BeforeStart : IHostedLifecycleService
{
    public abstract Task StartingAsync(CancellationToken cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
