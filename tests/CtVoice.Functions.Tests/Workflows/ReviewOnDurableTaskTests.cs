using System.Text.Json.Nodes;
using CtVoice.Core.Board;
using CtVoice.Core.Projects;
using CtVoice.Core.Projects.Catalogue;
using CtVoice.Core.Reviews;
using CtVoice.Core.Storage;
using CtVoice.Core.Workflows;
using CtVoice.Functions.Http;
using CtVoice.Functions.Tests.Settings;
using CtVoice.Functions.Tests.Storage;
using CtVoice.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace CtVoice.Functions.Tests.Workflows;

/// <summary>
/// The product's own workflows on the real Durable Task worker and client, its tables on Azurite, asked through the
/// functions that answer the routes.
/// </summary>
[Collection(Azurite.Collection)]
public sealed class ReviewOnDurableTaskTests(Azurite azurite)
{
    [SkippableFact]
    public async Task A_review_is_asked_for_prepared_opened_and_cancelled()
    {
        var tables = new TableSet(await azurite.NewTableAsync(), await azurite.NewTableAsync());
        await using var services = new ServiceCollection().AddLogging().AddAzureHost(SampleSettings.With())
            .AddSingleton(tables).AddSingleton<WebFunctions>().BuildServiceProvider();
        await using var durable = await DurableTaskHost.StartAsync(services);
        await ImportBoardAsync(services);
        await services.GetRequiredService<CatalogueStore>().ImportAsync(Catalogue(), TimeProvider.System.GetUtcNow());
        var keys = services.GetRequiredService<AccessKeys>();
        var agency = await keys.CreateAsync("agency", Role.Agency, "DSS", null);
        var coordinator = await keys.CreateAsync("coordinator", Role.Coordinator, null, null);
        var web = services.GetRequiredService<WebFunctions>();
        var client = durable.Client;

        var receipt = await AskAsync(
            services, "/api/projects", agency, web.SubmitProject, client,
            await File.ReadAllTextAsync(Path.Combine(SampleSettings.Root, "samples", "projects", "snap-homelessness.json")));
        var id = receipt["id"]!.GetValue<string>();
        var prepared = await UntilAsync(services, id, ReviewStage.Preparing);
        foreach (var language in prepared["textsWaiting"]!.AsArray().Select(l => l!.GetValue<string>()))
            await AskAsync(services, $"/api/reviews/{id}/texts/{language}/release", coordinator, web.ReleaseTexts, client);
        await UntilAsync(services, id, ReviewStage.Open);
        var invitations = await InvitationsAsync(client, id);
        await AskAsync(services, $"/api/reviews/{id}/cancel", coordinator, web.CancelReview, client, """{"reason":"The agency withdrew the project."}""");

        Assert.Equal(5, invitations.Count);
        foreach (var instance in invitations.Append(ReviewWorkflows.ReviewId(id)))
        {
            var end = await durable.EndAsync(instance);
            Assert.True(end.RuntimeStatus == OrchestrationRuntimeStatus.Completed, end.FailureDetails?.ToString());
        }
        Assert.Empty((await services.GetRequiredService<ReviewStore>().VerifyAsync(id))!);

        async Task<JsonNode> UntilAsync(IServiceProvider all, string review, ReviewStage stage)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
            var reviews = all.GetRequiredService<ReviewStore>();
            while ((await reviews.ReadAsync(review))!.State.Stage != stage)
                await tick.WaitForNextTickAsync(patience.Token);
            return await AskAsync(all, $"/api/reviews/{review}", coordinator, web.ReadReview, client);
        }
    }

    private static async Task<IReadOnlyList<string>> InvitationsAsync(DurableTaskClient client, string review)
    {
        var found = new List<string>();
        await foreach (var instance in client.GetAllInstancesAsync(new OrchestrationQuery { InstanceIdPrefix = $"invitation-{review}-" }))
            found.Add(instance.InstanceId);
        return found;
    }

    private static async Task<JsonNode> AskAsync(
        IServiceProvider services, string path, NewKey key, Func<HttpRequest, DurableTaskClient, Task<IResult>> function,
        DurableTaskClient client, string? body = null)
    {
        using var answer = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = services, Response = { Body = answer } };
        context.Request.Method = function.Method.Name.StartsWith("Read", StringComparison.Ordinal) ? HttpMethods.Get : HttpMethods.Post;
        context.Request.Path = path;
        context.Request.Headers["X-Api-Key"] = key.Token;
        if (body is not null)
        {
            context.Request.ContentType = "application/json";
            context.Request.Body = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(body));
        }
        await (await function(context.Request, client)).ExecuteAsync(context);
        var text = System.Text.Encoding.UTF8.GetString(answer.ToArray());
        Assert.True(context.Response.StatusCode is >= 200 and < 300, $"{path}: {context.Response.StatusCode} {text}");
        return JsonNode.Parse(text.Length == 0 ? "{}" : text)!;
    }

    private static async Task ImportBoardAsync(IServiceProvider services)
    {
        using var csv = File.OpenRead(Path.Combine(SampleSettings.Root, "samples", "board", "board.csv"));
        var import = new BoardImport(
            services.GetRequiredService<BoardStore>(), services.GetRequiredService<ContactStore>(), services.GetRequiredService<ContactIndex>());
        var report = await import.RunAsync(csv, dryRun: false);
        Assert.True(report.Stored, string.Join(" ", report.Faults));
    }

    private static ElementCatalogue Catalogue()
    {
        using var csv = File.OpenRead(Path.Combine(SampleSettings.Root, "samples", "catalogue", "small-catalogue.csv"));
        return new("samples", new CatalogueImport(AgencyDirectory.Shipped).ReadCsv(csv).Elements);
    }
}
