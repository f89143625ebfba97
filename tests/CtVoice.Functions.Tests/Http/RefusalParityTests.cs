using System.Net;
using System.Text;
using CtVoice.Functions.Tests.Settings;
using CtVoice.Testing;
using CtVoice.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CtVoice.Functions.Tests.Http;

/// <summary>
/// Every refusal, asked for on both ways in: the pipeline of a server as the local host has it, and the one call that the
/// function makes. Status, problem type and headers are alike.
/// </summary>
public sealed class RefusalParityTests : IAsyncLifetime
{
    private const string Json = "application/json";

    private readonly FakeTimeProvider time = new(TestTime.Monday);
    private readonly List<WebApplication> servers = [];
    private WebApplication mapped = null!;
    private WebApplication called = null!;

    public static TheoryData<string, string, string?, string?, string?, int> Refusals => new()
    {
        { "GET", "/nowhere", null, null, null, 404 },
        { "GET", "/api/reviews/unknown", "coordinator", null, null, 404 },
        { "DELETE", "/api/projects", null, null, null, 405 },
        { "OPTIONS", "/api/projects", null, null, null, 204 },
        { "POST", "/api/projects", null, Json, "{}", 401 },
        { "POST", "/api/projects", "ctv_unknown", Json, "{}", 401 },
        { "POST", "/api/projects", "auditor", Json, "{}", 403 },
        { "POST", "/api/projects", "coordinator", "text/plain", "{}", 415 },
        { "POST", "/api/projects", "coordinator", "application/json; charset=latin1", "{}", 415 },
        { "POST", "/api/projects", "coordinator", Json, "{", 400 },
        { "POST", "/api/projects", "coordinator", Json, "{\"unknown\":1}", 400 },
        { "POST", "/api/projects", "coordinator", Json, "large", 413 },
        { "POST", "/sign-out", null, "application/x-www-form-urlencoded", "", 401 },
        { "POST", "/sign-in", null, "application/x-www-form-urlencoded", "key=wrong", 401 },
        { "POST", "/sign-in", null, Json, "{}", 415 },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task A_refusal_is_the_same_on_both_hosts(string method, string path, string? who, string? contentType, string? body,
        int status)
    {
        var local = await AskAsync(mapped, method, path, who, contentType, body);
        var azure = await AskAsync(called, method, path, who, contentType, body);

        Assert.Equal(status, (int)local.Status);
        Assert.Equal(local, azure);
    }

    [Fact]
    public async Task Whoever_guesses_keys_is_slowed_down_alike()
    {
        List<Refusal> local = [], azure = [];
        while (local.LastOrDefault()?.Status != HttpStatusCode.TooManyRequests)
        {
            Assert.True(local.Count < 1000, "Nobody was slowed down.");
            local.Add(await AskAsync(mapped, "POST", "/api/projects", "ctv_guess", Json, "{}"));
            azure.Add(await AskAsync(called, "POST", "/api/projects", "ctv_guess", Json, "{}"));
        }

        Assert.Equal(local, azure);
    }

    public async Task InitializeAsync()
    {
        mapped = await StartAsync(app => app.UseCtVoiceWeb());
        called = await StartAsync(app =>
        {
            // A web application asks who calls before whatever runs in it, unless it is told that this is done;
            // the worker's server does not.
            ((IApplicationBuilder)app).Properties["__AuthenticationMiddlewareSet"] = true;
            app.Run(context => context.RequestServices.GetRequiredService<WebPipeline>().AnswerAsync(context));
        });
    }

    public async Task DisposeAsync()
    {
        foreach (var server in servers)
            await server.DisposeAsync();
    }

    private async Task<WebApplication> StartAsync(Action<WebApplication> serve)
    {
        var app = await PipelineServer.StartAsync(SampleSettings.With(), serve, time);
        servers.Add(app);
        return app;
    }

    private static async Task<Refusal> AskAsync(WebApplication app, string method, string path, string? who, string? contentType,
        string? body)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = app.Address() };
        using var request = new HttpRequestMessage(new(method), path);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body == "large" ? new string(' ', 4_000_000) : body));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }
        if (who is not null)
            request.Headers.Add("X-Api-Key", await KeyAsync(app, who));
        using var response = await http.SendAsync(request);
        return await Refusal.OfAsync(response);
    }

    private static async Task<string> KeyAsync(WebApplication app, string who) =>
        Enum.TryParse<Role>(who, ignoreCase: true, out var role)
            ? (await app.Services.GetRequiredService<AccessKeys>().CreateAsync("test", role, null, null)).Token
            : who;
}
