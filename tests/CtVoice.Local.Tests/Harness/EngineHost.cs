using CtVoice.Core.Engine;
using CtVoice.Core.Storage;
using CtVoice.Local.Engine;
using CtVoice.Local.Storage;
using CtVoice.Local.Time;
using CtVoice.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace CtVoice.Local.Tests.Harness;

/// <summary>A database in a folder of its own, an engine on it, and time that stands still until it is advanced.</summary>
internal sealed class EngineHost : IAsyncDisposable
{
    private readonly TempFolder folder = new();
    private WorkflowCatalog catalog;
    private readonly Action<IServiceCollection>? addServices;
    private readonly FakeTimeProvider basis = new(TestTime.Monday);
    private ServiceProvider services = null!;
    private TimeTravel travel = null!;

    private EngineHost(WorkflowCatalog catalog, Action<IServiceCollection>? addServices) =>
        (this.catalog, this.addServices) = (catalog, addServices);

    internal SqliteDatabase Database { get; private set; } = null!;

    internal TableSet Tables { get; private set; } = null!;

    internal EmbeddedEngine Engine { get; private set; } = null!;

    internal LocalClock Clock { get; private set; } = null!;

    internal DateTimeOffset Now => Clock.GetUtcNow();

    /// <summary>Opens a host; <paramref name="addServices"/> adds ports of activities beside the tables, clock and client.</summary>
    internal static async Task<EngineHost> OpenAsync(
        WorkflowCatalog catalog, Action<IServiceCollection>? addServices = null, EngineOptions? options = null, SqliteOptions? file = null)
    {
        var host = OpenStopped(catalog, addServices, options, file);
        await host.ResumeAsync();
        return host;
    }

    /// <summary>The same, before the engine resumes.</summary>
    internal static EngineHost OpenStopped(
        WorkflowCatalog catalog, Action<IServiceCollection>? addServices = null, EngineOptions? options = null, SqliteOptions? file = null)
    {
        var host = new EngineHost(catalog, addServices);
        host.Open(options, file);
        return host;
    }

    internal Task ResumeAsync() => Engine.ResumeAsync();

    /// <summary>Ends the process, as it were, and starts another one on the same file; the clock goes on.</summary>
    internal async Task RestartAsync(EngineOptions? options = null, SqliteOptions? file = null, WorkflowCatalog? changed = null)
    {
        await RestartStoppedAsync(options, file, changed);
        await ResumeAsync();
    }

    /// <summary>The same, before the engine resumes.</summary>
    internal async Task RestartStoppedAsync(EngineOptions? options = null, SqliteOptions? file = null, WorkflowCatalog? changed = null)
    {
        await StopAsync();
        catalog = changed ?? catalog;
        Open(options, file);
    }

    internal T Service<T>() where T : notnull => services.GetRequiredService<T>();

    /// <summary>Lets everything that can happen now happen.</summary>
    internal Task DrainAsync() => Engine.DrainAsync();

    internal Task<DateTimeOffset> AdvanceAsync(TimeSpan span) => travel.AdvanceAsync(span);

    internal Task<DateTimeOffset> AdvanceToAsync(DateTimeOffset instant) => travel.AdvanceToAsync(instant);

    internal async Task<InstanceStatus> StatusAsync(string instanceId)
    {
        var status = await Engine.GetStatusAsync(instanceId);
        Assert.NotNull(status);
        return status;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        folder.Dispose();
    }

    private void Open(EngineOptions? options, SqliteOptions? file)
    {
        Database = new SqliteDatabase(folder.Path, file);
        Tables = SqliteTables.Open(Database);
        Clock = new LocalClock(Database, basis);
        var collection = new ServiceCollection().AddSingleton(Tables).AddSingleton<TimeProvider>(Clock)
            .AddSingleton<IWorkflowClient>(_ => Engine);
        addServices?.Invoke(collection);
        services = collection.BuildServiceProvider();
        Engine = new EmbeddedEngine(
            Database, catalog, services, Clock, services.GetService<ILoggerFactory>()
                ?? NullLoggerFactory.Instance, (options ?? new()) with { FireTimers = false });
        travel = new TimeTravel(Clock, [Engine]);
    }

    private async Task StopAsync()
    {
        travel.Dispose();
        await Engine.DisposeAsync();
        Database.Dispose();
        await services.DisposeAsync();
    }
}
