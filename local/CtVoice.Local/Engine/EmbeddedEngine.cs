using System.Text.Json;
using CtVoice.Core.Engine;
using CtVoice.Core.Json;
using CtVoice.Core.Storage;
using CtVoice.Local.Storage;
using CtVoice.Local.Time;

namespace CtVoice.Local.Engine;

/// <summary>
/// Runs workflows on one machine: each instance is its history in the database file, and a turn replays it, runs to the
/// next wait and commits everything it decided at once. Activities run at least once, outside turns, and their completion
/// is a commit of its own. Thread-safe.
/// </summary>
/// <remarks>Resume it before use and dispose of it before the database is closed.</remarks>
public sealed class EmbeddedEngine : IWorkflowClient, ITimedWork, IAsyncDisposable
{
    private readonly SqliteDatabase database;
    private readonly WorkflowCatalog catalog;
    private readonly TimeProvider clock;
    private readonly EngineOptions options;
    private readonly Background background;
    private readonly Timers timers;
    private readonly Activities activities;
    private readonly Turns turns;
    private Task firing = Task.CompletedTask;
    private long lastInstance;
    private long arrivals;
    private bool disposed;

    /// <param name="database">The file; one engine on it.</param>
    /// <param name="catalog">The workflows and activities.</param>
    /// <param name="services">Ports that activities take.</param>
    /// <param name="clock">The time of workflows and timers.</param>
    /// <param name="loggers">Where the engine and workflows log to; ids only.</param>
    /// <param name="options">How it works.</param>
    public EmbeddedEngine(
        SqliteDatabase database, WorkflowCatalog catalog, IServiceProvider services, TimeProvider clock,
        ILoggerFactory loggers, EngineOptions? options = null)
    {
        (this.database, this.catalog, this.clock, this.options) = (database, catalog, clock, options ?? new());
        var logger = loggers.CreateLogger<EmbeddedEngine>();
        background = new(logger);
        timers = new(database, clock, background, Take);
        activities = new(
            database, new(catalog, services, this.options.RunActivitiesTwice), clock, logger, this.options.Activities, background, timers,
            Take);
        turns = new(
            new(this.options.LiveInstances), new(database, catalog, loggers), new(database, clock, timers, Take, id => Ended(id)),
            background, clock,
            logger);
        // Larger than any number of an earlier opening, so that arrivals stay in order across restarts.
        arrivals = database.Opening << 40;
    }

    /// <summary>Completes with the reason when the engine has stopped by a fault; the host must then accept nothing more.</summary>
    public Task<string> Faulted => background.Faulted;

    /// <summary>Called with the id of each instance whose ending is durable.</summary>
    internal Action<string> Ended { get; init; } = _ => { };

    /// <summary>Takes up what was pending when the file was closed, and begins to fire timers.</summary>
    public async Task ResumeAsync()
    {
        lastInstance = await database.WriteAsync(EngineStore.Create).ConfigureAwait(false);
        foreach (var pending in database.Read(EngineStore.ReadAwake))
            Take(pending);
        if (options.FireTimers)
            firing = background.GuardAsync(timers.RunAsync);
    }

    /// <summary>Stops: running activities are cancelled and run again after the next start, nothing durable is lost.</summary>
    public async Task StopAsync()
    {
        background.Stop();
        await firing.ConfigureAwait(false);
        await background.WaitUntilQuietAsync().ConfigureAwait(false);
    }

    /// <summary>Stops, once.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, true))
            return;
        await StopAsync().ConfigureAwait(false);
        activities.Dispose();
        timers.Dispose();
        background.Dispose();
    }

    /// <inheritdoc/>
    public Task StartAsync(string workflow, string instanceId, object input, CancellationToken cancellationToken = default)
    {
        var entry = catalog.FindWorkflow(workflow)
            ?? throw new ArgumentException($"There is no workflow named '{workflow}'.", nameof(workflow));
        var run = new WorkflowRun(instanceId, workflow, entry.Version,
            JsonSerializer.Serialize(input, entry.InputType, WorkflowJson.Options), 0);
        var now = clock.GetUtcNow();
        return background.StoreAndTakeAsync(() => database.WriteAsync(connection =>
        {
            var start = new Pending(lastInstance + 1, NextArrival(), new HistoryEvent(EventKind.Started));
            if (!EngineStore.Start(connection, start, run, now))
                return null;
            lastInstance++;
            return start;
        }), TakeIfAny);
    }

    /// <inheritdoc/>
    public Task WakeAsync(string instanceId, CancellationToken cancellationToken = default) => RaiseAsync(instanceId, Wake.EventName, null);

    /// <summary>Raises any event; a missing or finished instance is success.</summary>
    public Task RaiseAsync(string instanceId, string eventName, object? data) =>
        SendAsync(instanceId, new HistoryEvent(EventKind.Raised, Name: eventName,
            Data: data is null ? null : JsonSerializer.Serialize(data, WorkflowJson.Options)));

    /// <summary>Ends an instance from outside, at its next turn; a missing or finished one is success.</summary>
    public Task TerminateAsync(string instanceId, string reason) =>
        SendAsync(instanceId, new HistoryEvent(EventKind.Terminated, Data: JsonSerializer.Serialize(reason, WorkflowJson.Options)));

    /// <summary>Removes a finished instance with its history; false when it is missing or still runs.</summary>
    public Task<bool> PurgeAsync(string instanceId) => database.WriteAsync(connection => EngineStore.Purge(connection, instanceId));

    /// <inheritdoc/>
    public Task ForgetAsync(string instanceId, CancellationToken cancellationToken = default) => PurgeAsync(instanceId);

    /// <inheritdoc/>
    public Task<int> ForgetFinishedAsync(DateTimeOffset before, int most, CancellationToken cancellationToken = default) =>
        database.WriteAsync(connection => EngineStore.PurgeFinished(connection, before, most));

    /// <inheritdoc/>
    public Task<WorkflowState> StateAsync(string instanceId, CancellationToken cancellationToken = default) =>
        Task.FromResult(database.Read(connection => EngineStore.Status(connection, instanceId))?.State switch
        {
            null => WorkflowState.Absent,
            InstanceState.Running => WorkflowState.Running,
            InstanceState.Completed => WorkflowState.Ended,
            _ => WorkflowState.Dead,
        });

    /// <summary>One instance, or null.</summary>
    public Task<InstanceStatus?> GetStatusAsync(string instanceId) =>
        Task.FromResult(database.Read(connection => EngineStore.Status(connection, instanceId)));

    /// <summary>Instances in a state (null for any) whose id starts with a text, in order of their ids.</summary>
    public Task<IReadOnlyList<InstanceStatus>> QueryAsync(InstanceState? state = null, string idPrefix = "", int take = 1000) =>
        Task.FromResult<IReadOnlyList<InstanceStatus>>(database.Read(connection => EngineStore.Query(connection, state, idPrefix, take)));

    /// <summary>The history of an instance's present run as JSON (see <see cref="History"/>),
    /// or null when there is no such instance.</summary>
    public Task<string?> GetHistoryAsync(string instanceId) => Task.FromResult(database.Read(connection =>
        EngineStore.Find(connection, instanceId) is { } found
            ? History.Write(found.Run, EngineStore.Turns(connection, found.Instance))
            : null));

    /// <summary>Looks at the clock again, because its time was set.</summary>
    public void LookAgain() => timers.LookAgain();

    /// <inheritdoc/>
    public ValueTask<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(background.IsQuiet ? timers.NextDue : clock.GetUtcNow());

    /// <inheritdoc/>
    public async Task DrainAsync(CancellationToken cancellationToken = default)
    {
        do
        {
            await timers.FireDueAsync().ConfigureAwait(false);
            await background.WaitUntilQuietAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
            if (background.Faulted.IsCompleted)
                throw new TableFaultException(await background.Faulted.ConfigureAwait(false), isTransient: false);
        }
        while (await NextDueAsync(cancellationToken).ConfigureAwait(false) <= clock.GetUtcNow());
    }

    private Task SendAsync(string instanceId, HistoryEvent arrival) =>
        background.StoreAndTakeAsync(() => database.WriteAsync(connection =>
        {
            if (EngineStore.FindRunning(connection, instanceId) is not { } instance)
                return null;
            var pending = new Pending(instance, NextArrival(), arrival);
            EngineStore.Insert(connection, pending);
            return pending;
        }), TakeIfAny);

    private long NextArrival() => Interlocked.Increment(ref arrivals);

    private void TakeIfAny(Pending? pending)
    {
        if (pending is not null)
            Take(pending);
    }

    /// <summary>Takes up something stored that does not sleep.</summary>
    private void Take(Pending pending)
    {
        if (pending.Event.Kind == EventKind.Activity)
            background.Run(() => activities.RunAsync(pending));
        else
            turns.Arrive(pending);
    }
}
