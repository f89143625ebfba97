using System.Net;
using CtVoice.Core.Storage;
using CtVoice.Testing.Web;
using CtVoice.Web.Routes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CtVoice.Web.Tests;

/// <summary>Forms of people who are signed in: whose they are, on which host, for how long.</summary>
public sealed class FormTokensTests
{
    private static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapCtVoice();
        endpoints.MapForm("/desk", _ => Task.FromResult(Answer.SeeOther("/"))).OpenTo(Access.SignedIn(Role.Coordinator))
            .WithName("postDesk");
    }

    [Fact]
    public async Task Two_hosts_that_start_together_on_an_empty_table_take_each_others_forms_at_once()
    {
        var table = new MemoryTable();
        var together = new ReadTogether(table, hosts: 2);
        var hosts = await Task.WhenAll(StartAsync(table, together), StartAsync(table, together));
        await using var one = hosts[0];
        await using var other = hosts[1];
        var browser = await new Browser().SignInAsync(one, Role.Coordinator);

        _ = await browser.GetAsync(one, "/");
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.PostAsync(other, "/desk", browser.Token)).StatusCode);
        _ = await browser.GetAsync(other, "/");
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.PostAsync(one, "/desk", browser.Token)).StatusCode);

        Assert.Equal(2, together.FirstReads);
        Assert.Single(await RingAsync(table));
    }

    [Fact]
    public async Task A_host_that_starts_later_takes_the_forms_of_one_that_is_gone()
    {
        var table = new MemoryTable();
        var browser = new Browser();
        await using (var first = await StartAsync(table))
        {
            _ = await browser.SignInAsync(first, Role.Coordinator);
            _ = await browser.GetAsync(first, "/");
        }
        await using var next = await StartAsync(table);

        Assert.Equal(HttpStatusCode.SeeOther, (await browser.PostAsync(next, "/desk", browser.Token)).StatusCode);
    }

    [Fact]
    public async Task A_form_of_an_earlier_session_of_the_same_browser_is_refused()
    {
        await using var host = await StartAsync(new());
        var browser = await new Browser().SignInAsync(host, Role.Coordinator);
        _ = await browser.GetAsync(host, "/");
        var before = browser.Token;

        _ = await browser.SignInAsync(host, Role.Coordinator);

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.PostAsync(host, "/desk", before)).StatusCode);
        _ = await browser.GetAsync(host, "/");
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.PostAsync(host, "/desk", browser.Token)).StatusCode);
    }

    [Fact]
    public async Task All_tabs_of_a_session_keep_their_forms()
    {
        await using var host = await StartAsync(new());
        var browser = await new Browser().SignInAsync(host, Role.Coordinator);
        _ = await browser.GetAsync(host, "/");
        var first = browser.Token;
        _ = await browser.GetAsync(host, "/register");
        Assert.Empty(browser.Set);

        Assert.Equal(HttpStatusCode.SeeOther, (await browser.PostAsync(host, "/desk", first)).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.PostAsync(host, "/desk", first)).StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("CfDJ8AAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_made_up_token_is_refused_and_nothing_is_reported(string token)
    {
        await using var host = await StartAsync(new());
        var browser = await new Browser().SignInAsync(host, Role.Coordinator);
        _ = await browser.GetAsync(host, "/");

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.PostAsync(host, "/desk", token)).StatusCode);

        Assert.DoesNotContain(host.Log.Lines, l => l.StartsWith("Warning", StringComparison.Ordinal)
            || l.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_cookie_of_forms_is_kept_like_that_of_the_session_and_the_page_nowhere()
    {
        // The request comes by http, as the worker on Azure sees it.
        await using var host = await StartAsync(new(), options: new() { PublicUrl = new("https://board.example.org") });
        var browser = await new Browser().SignInAsync(host, Role.Coordinator);
        var session = Assert.Single(browser.Set);

        var page = await browser.GetAsync(host, "/");

        var cookie = Assert.Single(browser.Set);
        Assert.StartsWith("__Host-" + FormTokens.CookieName + "=", cookie, StringComparison.Ordinal);
        Assert.Equal(["httponly", "path=/", "samesite=lax", "secure"], cookie.Split("; ").Skip(1).Order(StringComparer.Ordinal));
        Assert.Contains("; secure; samesite=lax; httponly", session, StringComparison.Ordinal);
        Assert.Equal("no-store", page.Headers.CacheControl!.ToString());
        Assert.Equal("no-cache", (await host.Client.GetAsync("/")).Headers.CacheControl!.ToString());
        _ = await browser.PostAsync(host, "/sign-out", browser.Token);
        Assert.Equal(
            ["__Host-" + FormTokens.CookieName, "__Host-" + PageSessions.CookieName],
            browser.Set.Where(c => c.Contains("expires=Thu, 01 Jan 1970", StringComparison.Ordinal)).Select(c => c.Split('=')[0])
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Nobody_without_a_session_gets_a_cookie_or_a_token()
    {
        await using var host = await StartAsync(new());
        var browser = new Browser();

        foreach (var path in new[] { "/", "/register", "/sign-in", "/r/unknown", "/desk" })
        {
            _ = await browser.GetAsync(host, path);
            Assert.Empty(browser.Set);
            Assert.Empty(browser.Token);
        }
    }

    [Fact]
    public async Task A_host_whose_tables_do_not_answer_starts_and_reads_the_keys_for_the_first_form()
    {
        var table = new MemoryTable { Fault = new TableFaultException("busy", isTransient: true) };
        await using var host = await StartAsync(table);
        Assert.Equal(HttpStatusCode.OK, (await host.Client.GetAsync("/assets/site.css")).StatusCode);
        table.Fault = null;
        var browser = await new Browser().SignInAsync(host, Role.Coordinator);

        _ = await browser.GetAsync(host, "/");

        Assert.Equal(HttpStatusCode.SeeOther, (await browser.PostAsync(host, "/desk", browser.Token)).StatusCode);
    }

    [Fact]
    public async Task No_host_hands_out_the_request_of_the_moment()
    {
        await using var host = await StartAsync(new());

        // Nothing fills it in the worker on Azure: whoever took it would work here and fail there.
        Assert.False(host.Need<IServiceProviderIsService>().IsService(typeof(IHttpContextAccessor)));
    }

    internal static async Task<IReadOnlyList<TableRow>> RingAsync(MemoryTable table, byte key = 7) =>
        (await table.QueryAsync(new($"ring|{new RingSeal(WebHost.Product(key).IndexKey).Name}"))).Rows;

    private static Task<WebHost> StartAsync(MemoryTable table, ITable? by = null, WebOptions? options = null) => WebHost.StartAsync(
        Map, options ?? new(), services => services.AddSingleton(new TableSet(by ?? table, table)), table);

    /// <summary>Holds what was first read of the ring until every host has read.</summary>
    private sealed class ReadTogether(ITable table, int hosts) : ITable
    {
        private readonly TaskCompletionSource all = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int reads;

        /// <summary>Reads that found no ring.</summary>
        public int FirstReads => Math.Min(reads, hosts);

        public async Task<TablePage> QueryAsync(TableQuery query, CancellationToken cancellationToken = default)
        {
            var page = await table.QueryAsync(query, cancellationToken);
            if (!query.Partition.StartsWith("ring|", StringComparison.Ordinal) || page.Rows.Count > 0)
                return page;
            if (Interlocked.Increment(ref reads) == hosts)
                all.SetResult();
            await all.Task.WaitAsync(cancellationToken);
            return page;
        }

        public Task<TableRow?> GetAsync(string partition, string key, CancellationToken cancellationToken = default) =>
            table.GetAsync(partition, key, cancellationToken);

        public Task<BatchResult> SubmitAsync(string partition, IReadOnlyList<TableOperation> operations,
            CancellationToken cancellationToken = default) =>
            table.SubmitAsync(partition, operations, cancellationToken);
    }
}
