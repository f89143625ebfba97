using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using CtVoice.Core.Board;
using CtVoice.Core.Projects;
using CtVoice.Core.Projects.Catalogue;
using CtVoice.Core.Reviews;
using CtVoice.Core.Storage;
using CtVoice.Core.Workflows;
using CtVoice.Functions.Tests.Settings;
using CtVoice.Functions.Tests.Storage;
using CtVoice.Testing.Reviews;
using CtVoice.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace CtVoice.Functions.Tests.Workflows;

/// <summary>
/// The scripted review on the real Durable Task worker, client and backend, all of its storage on Azurite, asked through the pipeline
/// that every function of a route calls; and what that asks of the storage.
/// </summary>
[Collection(Azurite.Collection)]
public sealed class ReviewOnDurableTaskTests(Azurite azurite, ITestOutputHelper output) : ReviewScript, IAsyncLifetime, IDisposable
{
    private readonly Dictionary<string, NewKey> keys = [];
    private readonly PeriodicTimer tick = new(TimeSpan.FromMilliseconds(100));
    private ServiceProvider? services;
    private readonly StorageCallsOfDurableTask calls = new();
    private StorageTaskHub? durable;

    protected override string Project =>
        File.ReadAllText(Path.Combine(SampleSettings.Root, "samples", "projects", "snap-homelessness.json"));

    protected override async Task<BoardStore> StartAsync()
    {
        var tables = new TableSet(await azurite.NewTableAsync(), await azurite.NewTableAsync());
        services = new ServiceCollection().AddLogging().AddAzureHost(SampleSettings.With(("Sending__StopFor", "00:00:00")))
            .AddSingleton(tables).BuildServiceProvider(validateScopes: true);
        durable = await StorageTaskHub.StartAsync(services, azurite.Connection, calls);
        await ImportBoardAsync();
        await services.GetRequiredService<CatalogueStore>().ImportAsync(Catalogue(), TimeProvider.System.GetUtcNow());
        var access = services.GetRequiredService<AccessKeys>();
        keys["DSS"] = await access.CreateAsync("agency", Role.Agency, "DSS", null);
        keys["coordinator"] = await access.CreateAsync("coordinator", Role.Coordinator, null, null);
        return services.GetRequiredService<BoardStore>();
    }

    protected override async Task<JsonNode> AskAsync(string method, string path, string? who, JsonNode? body = null)
    {
        using var answer = new MemoryStream();
        // A scope for each request, as every host makes one: who calls is remembered in it.
        await using var scope = services!.CreateAsyncScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider, Response = { Body = answer } };
        context.Request.Method = method;
        context.Request.Path = path;
        // The same key on each host: the same review, so the same panel.
        context.Request.Headers["Idempotency-Key"] = "script";
        if (who is not null)
            context.Request.Headers["X-Api-Key"] = keys[who].Token;
        if (body is not null)
        {
            context.Request.ContentType = "application/json";
            context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body.ToJsonString()));
        }
        await services!.GetRequiredService<WebPipeline>().AnswerAsync(context);
        var text = Encoding.UTF8.GetString(answer.ToArray());
        Assert.True(context.Response.StatusCode is >= 200 and < 300, $"{path}: {context.Response.StatusCode} {text}");
        return JsonNode.Parse(text.Length == 0 ? "{}" : text)!;
    }

    protected override async Task PauseAsync(CancellationToken patience) => await tick.WaitForNextTickAsync(patience);

    protected override async Task EndAsync(string id)
    {
        var invitations = new List<string>();
        await foreach (var instance in durable!.Client.GetAllInstancesAsync(new OrchestrationQuery
        { InstanceIdPrefix = $"invitation-{id}-" }))
            invitations.Add(instance.InstanceId);
        Assert.Equal(5, invitations.Count);
        foreach (var instance in invitations.Append(WorkflowIds.OfReview(id)))
        {
            var end = await durable.EndAsync(instance);
            Assert.True(end.RuntimeStatus == OrchestrationRuntimeStatus.Completed, end.FailureDetails?.ToString());
        }
        output.WriteLine($"{calls.OfWork} requests of Durable Task for {calls.Activities} activities: "
            + $"{string.Join(", ", calls.Kinds.Select(k => $"{k.Value} {k.Key}"))}");
        Assert.InRange(calls.Activities, 30, 60);
        Assert.InRange(calls.OfWork, calls.Activities * 6, calls.Activities * ReviewCostTests.DurablePerActivity);
        Assert.Empty((await services!.GetRequiredService<ReviewStore>().VerifyAsync(id))!);
        Assert.Empty((await services!.GetRequiredService<NightlyVerification>().RunAsync()).Broken);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (durable is not null)
            await durable.DisposeAsync();
        if (services is not null)
            await services.DisposeAsync();
    }

    public void Dispose() => tick.Dispose();

    private async Task ImportBoardAsync()
    {
        using var csv = new MemoryStream(Encoding.UTF8.GetBytes(await BoardAtNoonAsync()));
        var import = new BoardImport(
            services!.GetRequiredService<BoardStore>(), services!.GetRequiredService<ContactStore>(), services!
                .GetRequiredService<ContactIndex>());
        var report = await import.RunAsync(csv, dryRun: false);
        Assert.True(report.Stored, string.Join(" ", report.Faults));
    }

    // The backend's timers run on real time, so the members live where it is about noon: nobody sleeps.
    private static async Task<string> BoardAtNoonAsync()
    {
        var offset = 12 - TimeProvider.System.GetUtcNow().Hour;
        // POSIX: zones of this name count westwards.
        var zone = offset == 0
            ? "Etc/GMT"
            : string.Create(CultureInfo.InvariantCulture, $"Etc/GMT{(offset > 0 ? "-" : "+")}{Math.Abs(offset)}");
        var lines = await File.ReadAllLinesAsync(Path.Combine(SampleSettings.Root, "samples", "board", "board.csv"));
        var column = Array.IndexOf(lines[0].Split(','), "zone");
        return string.Join('\n', lines.Take(1).Concat(lines.Skip(1).Select(line =>
        {
            var cells = line.Split(',');
            cells[column] = zone;
            return string.Join(',', cells);
        })));
    }

    private static ElementCatalogue Catalogue()
    {
        using var csv = File.OpenRead(Path.Combine(SampleSettings.Root, "samples", "catalogue", "small-catalogue.csv"));
        return new("samples", new CatalogueImport(AgencyDirectory.Shipped).ReadCsv(csv).Elements);
    }
}
