using System.Globalization;
using System.Net;
using CtVoice.Core;
using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Core.Engine;
using CtVoice.Core.Operations;
using CtVoice.Core.Storage;
using CtVoice.Local.Engine;
using CtVoice.Local.Storage;
using CtVoice.Local.Time;
using CtVoice.Local.Trial;
using CtVoice.Web;
using CtVoice.Web.Pages;
using CtVoice.Web.Routes;
using CtVoice.Web.Simulation;
using CtVoice.Web.Trial;
using Microsoft.AspNetCore.Connections;

namespace CtVoice.Local.Host;

/// <summary>Something that keeps the host from starting, in a sentence for whoever starts it.</summary>
internal sealed class StartRefusedException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>
/// The product in one process: one database file, the embedded engine, the simulators, and the routes on a loopback port.
/// </summary>
internal sealed class LocalHost : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly SqliteDatabase database;
    private readonly EmbeddedEngine engine;
    private readonly LocalClock clock;

    private LocalHost(WebApplication app, SqliteDatabase database) =>
        (this.app, this.database, engine, clock) =
        (app, database, app.Services.GetRequiredService<EmbeddedEngine>(), app.Services.GetRequiredService<LocalClock>());

    /// <summary>What the host is made of.</summary>
    public IServiceProvider Services => app.Services;

    /// <summary>Where it listens.</summary>
    public Uri Url => new(app.Urls.First());

    /// <summary>Completes when the host can do no more work, with the reason: a full disk, a damaged file.</summary>
    public Task<string> Faulted => Task.WhenAny(database.Faulted, engine.Faulted).Unwrap();

    /// <summary>Completes when the folder is filled; fails with why it could not be. Completed where there is nothing to fill.</summary>
    public Task Filled { get; private set; } = Task.CompletedTask;

    /// <summary>Completes when the host was asked to stop.</summary>
    public Task StoppedAsync() => app.WaitForShutdownAsync();

    /// <summary>Opens the data folder and starts.</summary>
    /// <exception cref="StartRefusedException">The folder cannot be used, or the port is taken.</exception>
    public static async Task<LocalHost> StartAsync(LocalOptions options, Action<IServiceCollection>? change = null)
    {
        string folder;
        SqliteDatabase database;
        bool fills;
        try
        {
            (folder, fills) = OpenFolder(options);
            database = new SqliteDatabase(folder, options.Database);
        }
        catch (TableFaultException refused)
        {
            throw new StartRefusedException(refused.Message, refused);
        }
        LocalHost? host = null;
        try
        {
            if (fills)
                await Filling.SetClockAsync(database, options.Clock);
            host = new LocalHost(Build(options, database, folder, change), database);
            await host.engine.ResumeAsync();
            await FirstStart.PrepareAsync(host.Services, folder);
            // A board may have been imported while nobody was here to wake anything.
            await host.Services.GetRequiredService<BoardChanged>().WakeAsync();
            await RefuseRealMembersAsync(host.Services);
            await host.StartAsync(fills ? options.Fills : null, folder);
            return host;
        }
        catch (IOException taken) when (host is not null && taken.InnerException is not null)
        {
            await host!.DisposeAsync();
            throw new StartRefusedException(
                string.Create(CultureInfo.InvariantCulture,
                    $"Port {options.Port} is taken. Choose another with --port N, or --port 0 for any that is free."), taken);
        }
        catch (Exception failed)
        {
            if (host is not null)
                await host.DisposeAsync();
            else
                database.Dispose();
            // A disk that fills up while starting is told like one that was full before.
            if (failed is TableFaultException { IsTransient: false })
                throw new StartRefusedException(failed.Message, failed);
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await engine.DisposeAsync();
        await app.DisposeAsync();
        database.Dispose();
    }

    /// <summary>Listens; a folder that is to be filled is, behind the curtain, and nobody sees it half.</summary>
    private async Task StartAsync(Action<string>? fills, string folder)
    {
        var listening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (fills is not null)
        {
            Filled = Services.GetRequiredService<Curtain>().Raise(
                "This trial copy is being filled",
                "Three reviews are played from first to last, as agencies, the office and residents would go about them: one that is "
                    + "finished, one whose answer is overdue, "
                    + "one in which residents are being asked. It takes some seconds, once.",
                async performance =>
                {
                    await listening.Task;
                    await new Filling(Services, folder).RunAsync(performance, fills, app.Lifetime.ApplicationStopping);
                },
                patience: TimeSpan.Zero).Ended;
        }
        try
        {
            await app.StartAsync();
            listening.SetResult();
        }
        catch
        {
            listening.SetCanceled();
            throw;
        }
    }

    // Senders are simulated here: a resident who waits for a message must not be on the board.
    private static async Task RefuseRealMembersAsync(IServiceProvider services)
    {
        if (await services.GetRequiredService<ContactStore>().RealMembersAsync() is { Count: > 0 } real)
            throw new StartRefusedException(
                $"This host has simulated phones only, and a message could reach these members: {string.Join(", ", real)}.");
    }

    private static (string Folder, bool Fills) OpenFolder(LocalOptions options)
    {
        var folder = Path.GetFullPath(options.Data);
        try
        {
            if ((options.Fresh || Filling.IsHalf(folder)) && Directory.Exists(folder))
            {
                // Only a folder of ours is emptied: a slip of the keyboard must not cost anybody their files.
                if (!Filling.IsHalf(folder) && !File.Exists(Path.Combine(folder, "ctvoice.db"))
                    && Directory.EnumerateFileSystemEntries(folder).Any())
                    throw new StartRefusedException($"{folder} is not empty and holds no CtVoice data, so --fresh does not touch it.");
                FolderLock.RefuseIfUsed(folder);
                Directory.Delete(folder, recursive: true);
            }
            OwnFiles.MakeFolder(folder);
            var probe = Path.Combine(folder, ".writable");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
            var fills = options.Fills is not null && !Directory.EnumerateFileSystemEntries(folder).Any();
            if (fills)
                Filling.Mark(folder);
            return (folder, fills);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"The data folder {folder} cannot be written: {refused.Message}", refused);
        }
    }

    private static WebApplication Build(LocalOptions options, SqliteDatabase database, string folder, Action<IServiceCollection>? change)
    {
        // Nothing reads its configuration again, and watching the folder for that would tell of every write to the database in it.
        var builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false"]);
        builder.Services.AddSingleton<IConnectionListenerFactory, LimitedListeners>();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // Both loopback addresses, because "localhost" may mean either; a free port is known for one only.
            if (options.Port == 0)
                kestrel.Listen(IPAddress.Loopback, 0);
            else
                kestrel.ListenLocalhost(options.Port);
        });
        builder.Logging.ClearProviders().AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning)
            // A start that is refused is told in a sentence, not in a stack trace.
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        var clock = new LocalClock(database, options.Clock);
        builder.Services
            .AddCtVoice(LocalSettings.Of(folder, options.Port))
            .AddSingleton(LocalSettings.Webhooks(folder))
            .AddSingleton(database)
            .AddSingleton(SqliteTables.Open(database))
            .AddSingleton(clock)
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton(s => new EmbeddedEngine(
                database, s.GetRequiredService<WorkflowCatalog>(), s, clock, s.GetRequiredService<ILoggerFactory>(),
                options.Engine with { FireTimers = options.TimePasses }))
            .AddSingleton<IWorkflowClient>(s => s.GetRequiredService<EmbeddedEngine>())
            .AddSingleton<DueInTime>()
            .AddSingleton<MessagesInHand>()
            .AddSingleton<DailyWork>()
            .AddSingleton(s => new TimeTravel(
                clock,
                [
                    s.GetRequiredService<MessagesInHand>(), s.GetRequiredService<EmbeddedEngine>(), s.GetRequiredService<DueInTime>(),
                    s.GetRequiredService<DailyWork>(),
                ]))
            .AddSingleton<SimulatedMailbox>()
            .AddSingleton<ISmsSender, SimulatedSmsSender>()
            .AddSingleton<IEmailSender, SimulatedEmailSender>()
            .AddSingleton(Banner.Trial)
            .AddSingleton<ITrialPeople>(_ => new NewcomersKeys(options))
            .AddSingleton<Curtain>()
            // A page of any site may make a name of its own lead to this machine; it still asks by that name.
            .AddHostFiltering(names => (names.AllowedHosts, names.AllowEmptyHosts) = (["localhost", "127.0.0.1", "[::1]"], false))
            .AddCtVoiceWeb(
                endpoints =>
                {
                    endpoints.MapCtVoice();
                    endpoints.MapSimulators();
                    endpoints.MapClock();
                    endpoints.MapTrialPeople();
                    if (options.Trial)
                        endpoints.MapTrial();
                },
                // Its clock jumps, and whoever sits at this machine is everybody: a session would end in the middle of a tour.
                new WebOptions { IdleSession = null, LatelySignedIn = null });
        if (options.Trial || options.Fills is not null)
            builder.Services.AddSingleton(s => new LocalTrial(s, options with { Data = folder }));
        if (options.Trial)
            builder.Services.AddSingleton<ITrial>(s => s.GetRequiredService<LocalTrial>());
        if (options.TimePasses)
            builder.Services.AddHostedService<WarmingUp>().AddHostedService<SweepLoop>();
        change?.Invoke(builder.Services);
        var app = builder.Build();
        var engine = app.Services.GetRequiredService<EmbeddedEngine>();
        clock.Moved += engine.LookAgain;
        app.UseHostFiltering();
        app.UseCtVoiceWeb();
        return app;
    }
}
