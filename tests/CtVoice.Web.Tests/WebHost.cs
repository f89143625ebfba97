using CtVoice.Core;
using CtVoice.Core.Lists;
using CtVoice.Core.Reviews;
using CtVoice.Core.Storage;
using CtVoice.Testing;
using CtVoice.Testing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace CtVoice.Web.Tests;

/// <summary>A host in memory that serves endpoints as the local host does.</summary>
internal sealed class WebHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private WebHost(WebApplication app, MemoryTable table, FakeTimeProvider time, LogLines log)
    {
        (this.app, Table, Time, Log) = (app, table, time, log);
        Client = app.GetTestClient();
    }

    public HttpClient Client { get; }

    public MemoryTable Table { get; }

    public FakeTimeProvider Time { get; }

    public LogLines Log { get; }

    public T Need<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    public AccessKeys Keys => app.Services.GetRequiredService<AccessKeys>();

    public static Task<WebHost> StartAsync(params Func<IEndpointRouteBuilder, IEndpointConventionBuilder>[] map) => StartAsync(
        endpoints =>
        {
            foreach (var one in map)
                one(endpoints);
        },
        new WebOptions());

    public static async Task<WebHost> StartAsync(
        Action<IEndpointRouteBuilder> map, WebOptions options, Action<IServiceCollection>? add = null, MemoryTable? shared = null)
    {
        var (table, time, log) = (shared ?? new MemoryTable(), new FakeTimeProvider(TestTime.Monday), new LogLines());
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders().AddProvider(log);
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddSingleton(new TableSet(table, table));
        builder.Services.AddSingleton(Product());
        builder.Services.AddSingleton(new DueRows(table)).AddSingleton<ReviewStore>().AddSingleton<ReviewLists>()
            .AddSingleton(new CtVoice.Core.Projects.ReferenceStore(table)).AddSingleton(new ReviewPolicies(table, ReviewPolicy.Default));
        builder.Services.AddCtVoiceWeb(map, options);
        add?.Invoke(builder.Services);
        var app = builder.Build();
        app.UseCtVoiceWeb();
        await app.StartAsync();
        return new WebHost(app, table, time, log);
    }

    /// <summary>An installation of the product with that key.</summary>
    public static CtVoiceOptions Product(byte key = 7) => new(
        [.. Enumerable.Repeat(key, 32)], "reply.example.org", new("Alex Rivera", "860-555-0100"),
        new("opm@example.org", "chair@example.org"), ReviewPolicy.Default);

    /// <summary>What is mapped, without a host.</summary>
    public static IReadOnlyList<Operation> Mapped(Action<IEndpointRouteBuilder> map)
    {
        IEndpointRouteBuilder endpoints = WebApplication.CreateSlimBuilder().Build();
        map(endpoints);
        return Operation.All(new CompositeEndpointDataSource(endpoints.DataSources));
    }

    /// <summary>A client whose requests carry a fresh key of that role.</summary>
    public async Task<HttpClient> ClientOfAsync(Role role, string? agency = null)
    {
        var key = await Keys.CreateAsync("test", role, agency, null);
        var client = app.GetTestClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", key.Token);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }
}

/// <summary>Keeps what was logged.</summary>
internal sealed class LogLines : ILoggerProvider, ILogger
{
    private readonly List<string> lines = [];

    /// <summary>What was logged.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (lines)
                return [.. lines];
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (lines)
            lines.Add($"{logLevel} {formatter(state, exception)} {exception}");
    }

    public void Dispose() { }
}
