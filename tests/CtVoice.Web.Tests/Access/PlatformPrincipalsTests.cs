using System.Net;
using System.Text.Json;
using CtVoice.Web.Routes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Tests;

public sealed class PlatformPrincipalsTests
{
    private static readonly Guid Tenant = new("6f9619ff-8b86-d011-b42d-00cf4fc964ff");
    private static readonly Guid Ana = new("1b4e28ba-2fa1-11d2-883f-0016d3cca427");
    private static readonly Guid Analysts = new("2b4e28ba-2fa1-11d2-883f-0016d3cca427");
    private static readonly Guid Auditors = new("3b4e28ba-2fa1-11d2-883f-0016d3cca427");

    private static void Who(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/api/who", c => Task.FromResult(Answer.Json(c.Principal()))).OpenTo(Access.For(Role.Agency, Role.Auditor))
            .WithName("who");

    [Fact]
    public async Task Whoever_a_row_maps_is_let_in_with_the_role_of_the_row()
    {
        await using var host = await HostAsync(new MappedPrincipal(Tenant, Ana, "Ana", Role.Agency, "DSS", "k-1"));

        var (status, body) = await AskAsync(host, Tenant, Ana);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("\"role\":\"agency\",\"agency\":\"DSS\"", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Members_of_a_group_are_told_apart_and_named_by_no_name()
    {
        await using var host = await HostAsync(new MappedPrincipal(Tenant, Analysts, "analysts", Role.Agency, "DSS", "k-1"));

        var (_, ana) = await AskAsync(host, Tenant, Ana, Analysts);
        var (_, other) = await AskAsync(host, Tenant, Auditors, Analysts);

        Assert.Contains("\"keyId\":\"p-", ana, StringComparison.Ordinal);
        Assert.NotEqual(ana, other);
        Assert.DoesNotContain(Ana.ToString(), ana, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_of_the_person_goes_before_rows_of_groups_and_groups_that_disagree_say_nothing()
    {
        await using var host = await HostAsync(
            new(Tenant, Analysts, "analysts", Role.Agency, "DSS", "k-1"), new(Tenant, Auditors, "auditors", Role.Auditor, null, "k-1"));

        Assert.Equal(HttpStatusCode.Forbidden, (await AskAsync(host, Tenant, Ana, Analysts, Auditors)).Status);
        await Principals(host).PutAsync(new(Tenant, Ana, "Ana", Role.Auditor, null, "k-1"));
        Assert.Contains("\"role\":\"auditor\"", (await AskAsync(host, Tenant, Ana, Analysts, Auditors)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whom_no_row_maps_is_refused_and_so_is_the_same_id_of_another_tenant()
    {
        await using var host = await HostAsync(new MappedPrincipal(Tenant, Ana, "Ana", Role.Auditor, null, "k-1"));

        Assert.Equal(HttpStatusCode.Forbidden, (await AskAsync(host, Tenant, Analysts)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await AskAsync(host, Analysts, Ana)).Status);
        await Principals(host).RemoveAsync(Tenant, Ana);
        Assert.Equal(HttpStatusCode.Forbidden, (await AskAsync(host, Tenant, Ana)).Status);
    }

    [Fact]
    public async Task A_host_without_platform_authentication_does_not_believe_the_header()
    {
        await using var host = await WebHost.StartAsync(Who, new WebOptions());
        await Principals(host).PutAsync(new(Tenant, Ana, "Ana", Role.Auditor, null, "k-1"));

        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(host, Tenant, Ana)).Status);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("e30=")]
    [InlineData("eyJjbGFpbXMiOjd9")]
    public async Task A_header_that_says_nothing_lets_nobody_in(string header)
    {
        await using var host = await HostAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/who");
        request.Headers.Add(PlatformPrincipals.Header, header);

        Assert.Equal(HttpStatusCode.Forbidden, (await host.Client.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Signing_in_on_the_pages_needs_no_key_and_lasts_as_long_as_the_row()
    {
        await using var host = await WebHost.StartAsync(AllRoutes.MapCtVoice, new WebOptions { PlatformAuthentication = true });
        await Principals(host).PutAsync(new(Tenant, Ana, "Ana", Role.Auditor, null, "k-1"));
        using var signIn = Request("/sign-in", Tenant, Ana);
        using var signedIn = await host.Client.SendAsync(signIn);
        var cookie = signedIn.Headers.GetValues("Set-Cookie").Single().Split(';')[0];

        Assert.Equal(HttpStatusCode.SeeOther, signedIn.StatusCode);
        // Refused for the form's token, and no longer for want of a session.
        Assert.Equal(HttpStatusCode.Forbidden, await SignOutAsync(host, cookie));
        await Principals(host).RemoveAsync(Tenant, Ana);
        Assert.Equal(HttpStatusCode.Unauthorized, await SignOutAsync(host, cookie));
    }

    private static async Task<HttpStatusCode> SignOutAsync(WebHost host, string cookie)
    {
        using var request = Request("/sign-out", Tenant, Ana);
        request.Method = HttpMethod.Post;
        request.Content = new FormUrlEncodedContent([]);
        request.Headers.Add("Cookie", cookie);
        return (await host.Client.SendAsync(request)).StatusCode;
    }

    private static async Task<WebHost> HostAsync(params MappedPrincipal[] mapped)
    {
        var host = await WebHost.StartAsync(Who, new WebOptions { PlatformAuthentication = true });
        foreach (var row in mapped)
            await Principals(host).PutAsync(row);
        return host;
    }

    private static PlatformPrincipals Principals(WebHost host) => host.Need<PlatformPrincipals>();

    private static async Task<(HttpStatusCode Status, string Body)> AskAsync(WebHost host, Guid tenant, Guid id, params Guid[] groups)
    {
        using var request = Request("/api/who", tenant, id, groups);
        using var response = await host.Client.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private static HttpRequestMessage Request(string path, Guid tenant, Guid id, params Guid[] groups)
    {
        var claims = groups.Select(g => new { typ = "groups", val = g.ToString() })
            .Append(new { typ = "tid", val = tenant.ToString() })
            .Append(new { typ = "http://schemas.microsoft.com/identity/claims/objectidentifier", val = id.ToString() });
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add(PlatformPrincipals.Header,
            Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(new { auth_typ = "aad", claims })));
        return request;
    }
}
