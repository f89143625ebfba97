using System.Globalization;
using System.Net;
using CtVoice.Local.Host;
using CtVoice.Local.Tests.Harness;

namespace CtVoice.Local.Tests.Access;

/// <summary>No proxy stands before the local host, so what a caller writes of proxies counts for nothing.</summary>
public sealed class ForwardingTests
{
    [Fact]
    public async Task A_caller_chooses_neither_its_address_nor_where_the_board_is()
    {
        using var folder = new TempFolder();
        await using var host = await LocalHost.StartAsync(new(folder.Path, Port: 0));
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

        async Task<HttpStatusCode> SendAsync(HttpMethod method, string path, HttpContent? body,
            params (string Name, string Value)[] headers)
        {
            using var request = new HttpRequestMessage(method, new Uri(host.Url, path)) { Content = body };
            foreach (var (name, value) in headers)
                request.Headers.Add(name, value);
            using var answer = await http.SendAsync(request);
            return answer.StatusCode;
        }

        // As an older browser does, which tells its origin only.
        var strange = await SendAsync(
            HttpMethod.Post, "sign-in", new FormUrlEncodedContent([new("key", "ctv_wrong")]),
            ("Origin", "https://elsewhere.example.org"), ("X-Forwarded-Host", "elsewhere.example.org"), ("X-Forwarded-Proto", "https"));
        var guesses = new List<HttpStatusCode>();
        foreach (var n in Enumerable.Range(1, 40))
        {
            guesses.Add(await SendAsync(
                HttpMethod.Get, "api/reviews", null, ("X-Api-Key", "ctv_wrong"),
                ("X-Forwarded-For", string.Create(CultureInfo.InvariantCulture, $"198.51.100.{n}"))));
        }

        Assert.Equal(HttpStatusCode.Forbidden, strange);
        Assert.Equal(HttpStatusCode.Unauthorized, guesses[0]);
        Assert.Equal(HttpStatusCode.TooManyRequests, guesses[^1]);
    }
}
