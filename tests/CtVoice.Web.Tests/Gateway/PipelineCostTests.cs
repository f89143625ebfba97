using System.Diagnostics;
using System.Globalization;
using CtVoice.Core;
using CtVoice.Core.Reviews;
using CtVoice.Core.Storage;
using CtVoice.Testing;
using CtVoice.Testing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit.Abstractions;

namespace CtVoice.Web.Tests.Gateway;

/// <summary>What a request costs before and after its handler: everything of the pipeline, without a server.</summary>
public sealed class PipelineCostTests(ITestOutputHelper output)
{
    // A round is over before the processor is given to somebody else, so that the best one was not interrupted.
    private const int Requests = 100;
    private const int Rounds = 400;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_request_costs_at_most_30_microseconds_and_8_KB_in_the_pipeline(bool withKey)
    {
        var table = new MemoryTable();
        await using var services = new ServiceCollection().AddLogging().AddSingleton(new TableSet(table, table))
            .AddCtVoiceWeb(Map, new WebOptions()).BuildServiceProvider();
        var key = (await services.GetRequiredService<AccessKeys>().CreateAsync("cost", Role.Agency, "DSS", null)).Token;
        var pipeline = services.GetRequiredService<WebPipeline>();

        var (best, bytes) = (double.MaxValue, 0.0);
        for (var round = 0; round < Rounds; round++)
        {
            var contexts = Enumerable.Range(0, Requests).Select(_ => Request(services, withKey ? key : null)).ToArray();
            var (before, started) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());
            foreach (var context in contexts)
            {
                var answer = pipeline.AnswerAsync(context);
                // Nothing waits, so it is all done on this thread and counted.
                Assert.True(answer.IsCompletedSuccessfully);
            }
            var took = Stopwatch.GetElapsedTime(started).TotalMicroseconds / Requests;
            (best, bytes) = (Math.Min(best, took), (GC.GetAllocatedBytesForCurrentThread() - before) / (double)Requests);
            Assert.All(contexts, c => Assert.Equal(StatusCodes.Status204NoContent, c.Response.StatusCode));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{best:F1} microseconds, {bytes:F0} bytes"));
        Assert.InRange(bytes, 1, 8 * 1024);
        Assert.InRange(best, 0.1, 30);
    }

    [Fact]
    public async Task A_page_costs_at_most_500_microseconds_and_40_KB_with_its_layout_and_navigation()
    {
        const int Pages = 20;
        var table = new MemoryTable();
        await using var services = new ServiceCollection().AddLogging().AddSingleton(new TableSet(table, table))
            .AddSingleton<TimeProvider>(new FakeTimeProvider(TestTime.Monday))
            .AddSingleton(new CtVoiceOptions(
                new byte[32], "reply.example.org", new("Dana", "860-555-0100"), new("a@example.org", "b@example.org"),
                ReviewPolicy.Default))
            .AddCtVoiceWeb(Routes.AllRoutes.MapCtVoice, new WebOptions()).BuildServiceProvider();
        var pipeline = services.GetRequiredService<WebPipeline>();

        var (best, bytes) = (double.MaxValue, double.MaxValue);
        for (var round = 0; round < Rounds / 4; round++)
        {
            var contexts = Enumerable.Range(0, Pages).Select(_ => Page(services, $"203.0.113.{round}")).ToArray();
            var (before, started) = (GC.GetTotalAllocatedBytes(), Stopwatch.GetTimestamp());
            foreach (var context in contexts)
                await pipeline.AnswerAsync(context);
            var took = Stopwatch.GetElapsedTime(started).TotalMicroseconds / Pages;
            (best, bytes) = (Math.Min(best, took), Math.Min(bytes, (GC.GetTotalAllocatedBytes() - before) / (double)Pages));
            Assert.All(contexts, c => Assert.Equal(StatusCodes.Status200OK, c.Response.StatusCode));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{best:F0} microseconds, {bytes:F0} bytes"));
        Assert.InRange(bytes, 1, 40 * 1024);
        Assert.InRange(best, 1, 500);
    }

    private static DefaultHttpContext Page(IServiceProvider services, string from)
    {
        var context = new DefaultHttpContext { RequestServices = services };
        (context.Request.Method, context.Request.Path) = (HttpMethods.Get, "/sign-in");
        context.Request.Headers.Accept = "text/html";
        context.Connection.RemoteIpAddress = System.Net.IPAddress.Parse(from);
        return context;
    }

    private static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/open", _ => Task.FromResult(Answer.Nothing())).OpenTo(Access.Public).RateLimited(Unfelt).WithName("open");
        endpoints.MapGet("/api/asked", _ => Task.FromResult(Answer.Nothing())).OpenTo(Access.For(Role.Agency)).RateLimited(Unfelt)
            .WithName("asked");
    }

    private static Rate Unfelt { get; } = new("unfelt", 1_000_000_000, 1_000_000_000);

    private static DefaultHttpContext Request(IServiceProvider services, string? key)
    {
        var context = new DefaultHttpContext { RequestServices = services };
        context.Request.Method = HttpMethods.Get;
        context.Request.Path = key is null ? "/open" : "/api/asked";
        if (key is not null)
            context.Request.Headers["X-Api-Key"] = key;
        return context;
    }
}
