using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CtVoice.Core.Engine;
using CtVoice.Core.Json;

namespace CtVoice.Local.Engine;

/// <summary>
/// A workflow's code in memory, brought to where its history ends, and the context that it sees. Repeats recorded turns
/// and runs new ones; touches nothing outside itself. Used by one thread at a time.
/// </summary>
internal sealed class WorkflowExecution : IWorkflowContext
{
    private readonly WorkflowRun run;
    private readonly WorkflowCatalog catalog;
    private readonly WorkflowEntry entry;
    private readonly ILoggerFactory loggers;
    private readonly TurnScheduler scheduler;
    private readonly Dictionary<int, Outstanding> outstanding = [];
    private readonly Dictionary<string, List<Outstanding>> waiting = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Queue<string?>> buffered = new(StringComparer.Ordinal);
    private readonly List<HistoryEvent> unprocessed = [];
    private List<HistoryEvent> decisions = [];
    private HistoryEvent? lastDecision;
    private Task? body;
    private DateTime now;
    private int lastId;
    private int guids;
    private bool continued;
    private bool preserve;
    private string? continuedInput;

    /// <param name="run">What the instance is started from.</param>
    /// <param name="catalog">The workflows and activities.</param>
    /// <param name="loggers">Where workflows log to.</param>
    /// <param name="foreign">Called, on any thread, when the workflow awaited something that is not of its context.</param>
    internal WorkflowExecution(WorkflowRun run, WorkflowCatalog catalog, ILoggerFactory loggers, Action foreign)
    {
        this.run = run;
        this.catalog = catalog;
        this.loggers = loggers;
        entry = catalog.FindWorkflow(run.Workflow)
            ?? throw new InvalidOperationException($"There is no workflow named '{run.Workflow}'.");
        lastId = run.LastId;
        scheduler = new TurnScheduler(foreign);
    }

    public string InstanceId => run.InstanceId;

    public string Version => run.Version;

    public DateTime CurrentUtcDateTime => now;

    public bool IsReplaying { get; private set; }

    /// <summary>Turns repeated and run so far.</summary>
    internal int Turns { get; private set; }

    /// <summary>JSON of the last custom status; null when none was set.</summary>
    internal string? CustomStatus { get; private set; }

    /// <summary>True when the last turn changed it.</summary>
    internal bool StatusChanged { get; private set; }

    /// <summary>Ids used so far.</summary>
    internal int LastId => lastId;

    /// <summary>The last thing the workflow asked for, in words.</summary>
    internal string LastAct => lastDecision?.ToString() ?? "its start";

    /// <summary>Events that a run which continues as new hands on.</summary>
    internal IReadOnlyList<HistoryEvent> Unprocessed => preserve ? unprocessed : [];

    /// <summary>The policy of an outstanding activity.</summary>
    internal RetryPolicy RetryOf(int id) => outstanding[id].Retry!;

    /// <summary>
    /// Runs a new turn: delivers what arrived, up to the next wait. Null when nothing of it concerns the workflow (a timer
    /// that was cancelled meanwhile).
    /// </summary>
    internal HistoryTurn? Run(DateTime at, IEnumerable<HistoryEvent> arrivals)
    {
        IsReplaying = false;
        var accepted = new List<HistoryEvent>();
        var statusBefore = CustomStatus;
        Turn(at < now ? now : at, arrivals, accepted.Add, ignored => { });
        StatusChanged = CustomStatus != statusBefore;
        if (accepted.Count == 0)
            return null;
        Turns++;
        return new HistoryTurn(now, accepted, decisions);
    }

    /// <summary>Repeats a recorded turn; throws <see cref="NonDeterministicWorkflowException"/> when the code does
    /// something else now.</summary>
    internal void Replay(HistoryTurn recorded)
    {
        IsReplaying = true;
        Turn(recorded.At, recorded.Arrivals, accepted => { }, ignored => throw Differs(ignored.ToString(), "nothing that waits for it"));
        for (var i = 0; i < Math.Max(recorded.Decisions.Count, decisions.Count); i++)
        {
            var old = recorded.Decisions.ElementAtOrDefault(i);
            var repeated = decisions.ElementAtOrDefault(i);
            if (old != repeated)
                throw Differs(old?.ToString() ?? "nothing more", repeated?.ToString() ?? "nothing more");
        }
        Turns++;
    }

    public Task<TResult> CallActivityAsync<TResult>(string name, object? input, RetryPolicy? retry = null)
    {
        var activity = catalog.FindActivity(name) ?? throw new InvalidOperationException($"There is no activity named '{name}'.");
        var id = Decide(EventKind.Activity, name, JsonSerializer.Serialize(input, activity.InputType, WorkflowJson.Options));
        var call = new Outstanding<TResult> { Activity = name, Retry = retry ?? RetryPolicy.Patient };
        outstanding.Add(id, call);
        return call.Task;
    }

    public Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        if (fireAt.Kind == DateTimeKind.Local)
            throw new ArgumentException("A timer is due at an instant in UTC.", nameof(fireAt));
        cancellationToken.ThrowIfCancellationRequested();
        var id = Decide(EventKind.Timer, due: DateTime.SpecifyKind(fireAt, DateTimeKind.Utc));
        var timer = new Outstanding<object?>();
        outstanding.Add(id, timer);
        cancellationToken.Register(() =>
        {
            EnsureTurn();
            if (!outstanding.Remove(id))
                return;
            Record(new HistoryEvent(EventKind.Cancelled, id));
            timer.Cancel(cancellationToken);
        });
        return timer.Task;
    }

    public Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        EnsureTurn();
        cancellationToken.ThrowIfCancellationRequested();
        var wait = new Outstanding<T>();
        if (buffered.TryGetValue(eventName, out var early) && early.TryDequeue(out var data))
        {
            wait.Complete(data);
            return wait.Task;
        }
        if (!waiting.TryGetValue(eventName, out var waiters))
            waiting.Add(eventName, waiters = []);
        waiters.Add(wait);
        cancellationToken.Register(() =>
        {
            EnsureTurn();
            if (waiters.Remove(wait))
                wait.Cancel(cancellationToken);
        });
        return wait.Task;
    }

    public void SetCustomStatus(object? customStatus)
    {
        EnsureTurn();
        CustomStatus = customStatus is null ? null : JsonSerializer.Serialize(customStatus, WorkflowJson.Options);
    }

    public Guid NewGuid()
    {
        EnsureTurn();
        var seed = string.Create(CultureInfo.InvariantCulture, $"{InstanceId}/{run.LastId}/{guids++}");
        Span<byte> bytes = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(seed), bytes);
        // RFC 9562, version 8: an id of one's own making.
        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new Guid(bytes[..16], bigEndian: true);
    }

    public void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true)
    {
        EnsureTurn();
        // On Azure what is still outstanding here is lost or comes back to the wrong run.
        if (outstanding.Count > 0)
            throw new InvalidOperationException($"ContinueAsNew while {outstanding.Count} activities or timers are outstanding.");
        continuedInput = JsonSerializer.Serialize(newInput, entry.InputType, WorkflowJson.Options);
        preserve = preserveUnprocessedEvents;
        continued = true;
    }

    public ILogger CreateReplaySafeLogger(string categoryName) => new ReplaySafeLogger(this, loggers.CreateLogger(categoryName));

    private void Turn(DateTime at, IEnumerable<HistoryEvent> arrivals, Action<HistoryEvent> accepted, Action<HistoryEvent> ignored)
    {
        now = at;
        decisions = [];
        scheduler.Run(() =>
        {
            foreach (var arrival in arrivals)
            {
                if (body is { IsCompleted: true })
                {
                    if (arrival.Kind == EventKind.Raised)
                        unprocessed.Add(arrival);
                    continue;
                }
                var deliver = Delivery(arrival);
                if (deliver is null)
                {
                    ignored(arrival);
                    continue;
                }
                accepted(arrival);
                deliver();
                scheduler.Pump();
            }
        });
        if (body is { IsCompleted: true })
            decisions.Add(Ending(body));
        else if (body is not null && outstanding.Count == 0 && waiting.Values.All(w => w.Count == 0))
            throw new ForeignAwaitException(run.Workflow, LastAct);
    }

    /// <summary>How an arrival is delivered; null when nothing waits for it any more.</summary>
    private Action? Delivery(HistoryEvent arrival)
    {
        switch (arrival.Kind)
        {
            case EventKind.Started when body is null:
                return () => body = Start();
            case EventKind.Raised:
                return () => Raise(arrival);
            case EventKind.Completed when outstanding.Remove(arrival.Id, out var activity):
                return () => activity.Complete(arrival.Data);
            case EventKind.Failed when outstanding.Remove(arrival.Id, out var activity):
                return () => activity.Fail(new ActivityFailedException(
                    activity.Activity!, JsonSerializer.Deserialize<string>(arrival.Data!, WorkflowJson.Options)!));
            case EventKind.Fired when outstanding.Remove(arrival.Id, out var timer):
                return () => timer.Complete(null);
            default:
                return null;
        }
    }

    private async Task Start() => await entry.RunAsync(this, JsonSerializer.Deserialize(run.Input, entry.InputType, WorkflowJson.Options));

    private void Raise(HistoryEvent raised)
    {
        if (waiting.TryGetValue(raised.Name!, out var waiters) && waiters.Count > 0)
        {
            var first = waiters[0];
            waiters.RemoveAt(0);
            first.Complete(raised.Data);
            return;
        }
        if (!buffered.TryGetValue(raised.Name!, out var events))
            buffered.Add(raised.Name!, events = new());
        events.Enqueue(raised.Data);
    }

    private HistoryEvent Ending(Task ended)
    {
        if (ended.IsFaulted || ended.IsCanceled)
        {
            var reason = ended.Exception?.InnerException ?? new TaskCanceledException(ended);
            return new HistoryEvent(EventKind.Threw, Data: JsonSerializer.Serialize(Describe(reason), WorkflowJson.Options));
        }
        if (!continued)
            return new HistoryEvent(EventKind.Ended);
        unprocessed.InsertRange(0,
            buffered.SelectMany(b => b.Value.Select(data => new HistoryEvent(EventKind.Raised, Name: b.Key, Data: data))));
        return new HistoryEvent(EventKind.Continued, Data: continuedInput);
    }

    internal static string Describe(Exception error) => $"{error.GetType().Name}: {error.Message}";

    private int Decide(EventKind kind, string? name = null, string? data = null, DateTime? due = null)
    {
        EnsureTurn();
        if (continued)
            throw new InvalidOperationException("ContinueAsNew is the last thing a workflow does.");
        Record(new HistoryEvent(kind, ++lastId, name, data, due));
        return lastId;
    }

    private void Record(HistoryEvent decision) => decisions.Add(lastDecision = decision);

    private void EnsureTurn()
    {
        if (!scheduler.IsTurn)
            throw new InvalidOperationException($"Workflow '{run.Workflow}' used its context outside its turn.");
    }

    private NonDeterministicWorkflowException Differs(string recorded, string repeated) =>
        new(InstanceId, run.Workflow, Version, Turns + 1, recorded, repeated);
}
