using Microsoft.DurableTask.Client;

namespace CtVoice.Functions.Workflows;

/// <summary>
/// The worker's connection to Durable Task. The isolated worker hands a client to a function, never to the services, so
/// each function that may start or wake a workflow binds one and leaves it here. All of them are the same connection to
/// the host that runs beside this worker.
/// </summary>
public sealed class DurableConnection
{
    private volatile DurableTaskClient? client;

    /// <summary>The client that was bound last; <see cref="InvalidOperationException"/> when no function bound one yet.</summary>
    public DurableTaskClient Client
    {
        get => client ?? throw new InvalidOperationException("No function has bound a Durable Task client yet.");
        set => client = value;
    }
}
