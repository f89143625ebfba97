using System.Diagnostics;
using System.Net;
using CtVoice.Local.Storage;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace CtVoice.Bench;

/// <summary>What the least durable reply takes.</summary>
/// <param name="PerSecond">Replies a second.</param>
/// <param name="ProcessorMilliseconds">Processor time of one, of server and client together.</param>
internal sealed record LeastFigures(double PerSecond, double ProcessorMilliseconds);

/// <summary>
/// The least that a durable reply over HTTP can cost: an endpoint that reads the form that the provider posts, stores its words as one row
/// by group commit (WAL, <c>synchronous=FULL</c>) and answers. Nothing is checked, understood, decided or answered. A real reply is read
/// against it, measured in the same run with the same clients.
/// </summary>
internal static class LeastReplyBench
{
    private const int WarmUp = 8_192;

    internal static async Task<LeastFigures> RunAsync(string folder, int clients, TimeSpan duration, int warmUp = WarmUp)
    {
        using var database = new SqliteDatabase(Path.Combine(folder, "least"));
        await database.WriteAsync(connection =>
        {
            connection.Execute("CREATE TABLE replies(n INTEGER PRIMARY KEY, body TEXT NOT NULL)");
            return true;
        }).ConfigureAwait(false);
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        await using var stop = app.ConfigureAwait(false);
        app.Run(async context =>
        {
            var body = (await context.Request.ReadFormAsync().ConfigureAwait(false))["Body"].ToString();
            await database.WriteAsync(connection =>
            {
                connection.Prepare("INSERT INTO replies(body) VALUES(?1)").Bind(1, body).Run();
                return true;
            }).ConfigureAwait(false);
            context.Response.StatusCode = StatusCodes.Status202Accepted;
        });
        await app.StartAsync().ConfigureAwait(false);
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

        var watch = Stopwatch.StartNew();
        _ = await SendAllAsync(TimeSpan.MaxValue, warmUp / clients).ConfigureAwait(false);
        var used = Environment.CpuUsage.TotalTime;
        watch.Restart();
        var sent = await SendAllAsync(duration, int.MaxValue).ConfigureAwait(false);
        return new(sent / watch.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - used).TotalMilliseconds / sent);

        async Task<int> SendAllAsync(TimeSpan until, int each) =>
            (await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(() => SendAsync(until, each)))).ConfigureAwait(false))
                .Sum();

        async Task<int> SendAsync(TimeSpan until, int most)
        {
            using var http = new HttpClient { BaseAddress = new(address) };
            var count = 0;
            for (; count < most && watch.Elapsed < until; count++)
            {
                using var content =
                    PostedReply.Form(Guid.NewGuid().ToString("N"), "+18605550199", "2 only if all names are taken out").Content;
                using var response = await http.PostAsync(new Uri("/", UriKind.Relative), content).ConfigureAwait(false);
                if (response.StatusCode is not HttpStatusCode.Accepted)
                    throw new HttpRequestException("The least endpoint refused a reply.", null, response.StatusCode);
            }
            return count;
        }
    }
}
