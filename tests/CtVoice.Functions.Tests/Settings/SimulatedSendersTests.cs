using System.ComponentModel.DataAnnotations;
using CtVoice.Core.Board;
using CtVoice.Core.Projects.Catalogue;
using CtVoice.Core.Storage;
using CtVoice.Testing.Web;
using CtVoice.Web;
using CtVoice.Web.Simulation;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CtVoice.Functions.Tests.Settings;

/// <summary>Simulated senders never stand in front of real residents, and never open to everybody.</summary>
public sealed class SimulatedSendersTests
{
    private const string Key = "ctv_0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    private static readonly (string, string?)[] Deployed =
    [
        ("Tables__Connection", null),
        ("Tables__Endpoint", "https://account.table.core.windows.net"),
        ("Product__FirstKeyHash", AccessKeys.Hash(Key)),
    ];

    [Fact]
    public void Deployed_without_a_key_to_sign_in_with_they_stop_the_start()
    {
        var fault = Assert.Throws<ValidationException>(() =>
            new ServiceCollection().AddAzureHost(SampleSettings.With([.. Deployed, ("Product__FirstKeyHash", null)])));

        Assert.Contains("Product:FirstKeyHash", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_real_member_on_the_board_stops_the_start_and_is_named_by_id()
    {
        await using var services = Host();
        await services.GetRequiredService<ContactStore>().PutAsync(new("m-77", "Robin", "+18605551234"));

        var fault = await Assert.ThrowsAsync<ValidationException>(() => StartAsync(services));

        Assert.Contains("Product:Senders", fault.Message, StringComparison.Ordinal);
        Assert.Contains("m-77", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("1234", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fictional_board_starts()
    {
        await using var services = Host();
        await services.GetRequiredService<ContactStore>().PutAsync(new("m-07", "Robin", "+18605550107"));

        await StartAsync(services);
    }

    [Fact]
    public async Task An_empty_board_and_an_empty_catalogue_are_filled_with_the_samples_and_the_samples_key_opens_the_door()
    {
        await using var services = Host();

        await StartAsync(services);
        await StartAsync(services);

        Assert.Equal(24, (await services.GetRequiredService<BoardStore>().MembersAsync()).Count);
        Assert.NotEmpty((await services.GetRequiredService<CatalogueStore>().CurrentAsync()).Elements);
        Assert.Equal(Role.Coordinator, (await services.GetRequiredService<AccessKeys>().FindAsync("ctv_local-trial"))!.Role);
    }

    [Theory]
    [InlineData("/sim")]
    [InlineData("/sim/m-01")]
    public async Task Deployed_the_pages_ask_for_the_sign_in(string path)
    {
        await using var services = Host(Deployed);

        var (status, text) = await GetAsync(services, path);

        Assert.Equal(StatusCodes.Status401Unauthorized, status);
        Assert.Contains("sign-in", text, StringComparison.Ordinal);
        Assert.Contains("nobody here is real", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deployed_programs_need_the_coordinators_key()
    {
        await using var services = Host(Deployed);

        Assert.Equal(StatusCodes.Status401Unauthorized, (await GetAsync(services, "/sim/members")).Status);
        Assert.Equal(StatusCodes.Status200OK, (await GetAsync(services, "/sim/members", Key)).Status);
    }

    [Fact]
    public async Task On_development_storage_the_phones_are_open_and_every_page_says_that_nobody_is_real()
    {
        await using var services = Host();

        foreach (var path in new[] { "/", "/sim", "/sign-in" })
            Assert.Contains("nobody here is real", (await GetAsync(services, path)).Text, StringComparison.Ordinal);
        Assert.Equal(StatusCodes.Status200OK, (await GetAsync(services, "/sim")).Status);
    }

    [Fact]
    public async Task With_providers_there_are_no_simulators_and_no_banner()
    {
        await using var services = Host(SettingsTests.Providers);

        Assert.Equal(StatusCodes.Status404NotFound, (await GetAsync(services, "/sim")).Status);
        Assert.DoesNotContain("nobody here is real", (await GetAsync(services, "/")).Text, StringComparison.Ordinal);
        Assert.Null(services.GetService<SimulatedMailbox>());
    }

    private static ServiceProvider Host(params (string, string?)[] settings) =>
        new ServiceCollection().AddLogging().AddAzureHost(SampleSettings.With(settings))
            .AddSingleton(new TableSet(new MemoryTable(), new MemoryTable())).BuildServiceProvider(validateScopes: true);

    // The tables are in memory and need not be made.
    private static async Task StartAsync(IServiceProvider services)
    {
        foreach (var step in services.GetServices<BeforeStart>().Skip(1))
            await step.DoAsync(services);
    }

    private static async Task<(int Status, string Text)> GetAsync(IServiceProvider services, string path, string? key = null)
    {
        using var body = new MemoryStream();
        // A scope for each request, as every host makes one: who calls is remembered in it.
        await using var scope = services.CreateAsyncScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider, Response = { Body = body } };
        context.Request.Method = HttpMethods.Get;
        context.Request.Path = path;
        context.Request.Headers.Accept = "text/html";
        if (key is not null)
            context.Request.Headers["X-Api-Key"] = key;
        await services.GetRequiredService<WebPipeline>().AnswerAsync(context);
        return (context.Response.StatusCode, System.Text.Encoding.UTF8.GetString(body.ToArray()));
    }
}
