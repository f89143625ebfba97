using System.Text.RegularExpressions;

namespace CtVoice.Web.Tests;

/// <summary>Keeps cookies and sends forms as a browser does; to one host or, as behind a balancer, to several.</summary>
internal sealed partial class Browser
{
    private readonly Dictionary<string, string> cookies = new(StringComparer.Ordinal);

    /// <summary>The cookies that the last answer set, whole.</summary>
    internal IReadOnlyList<string> Set { get; private set; } = [];

    /// <summary>The body of the last answer.</summary>
    internal string Body { get; private set; } = "";

    /// <summary>The token of the forms on the page that was shown last.</summary>
    internal string Token => TokenField().Match(Body).Groups["token"].Value;

    internal Task<HttpResponseMessage> GetAsync(WebHost host, string path) => SendAsync(host, new(HttpMethod.Get, path));

    internal Task<HttpResponseMessage> PostAsync(WebHost host, string path, params (string Name, string Value)[] fields) =>
        SendAsync(host, new(HttpMethod.Post, path)
        { Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))) });

    /// <summary>Sends a form with a token.</summary>
    internal Task<HttpResponseMessage> PostAsync(WebHost host, string path, string token) =>
        PostAsync(host, path, (PageSessions.FormTokenField, token));

    /// <summary>Signs in with a fresh key of that role.</summary>
    internal async Task<Browser> SignInAsync(WebHost host, Role role, string? agency = null)
    {
        var key = await host.Keys.CreateAsync("test", role, agency, null);
        _ = await PostAsync(host, "/sign-in", ("key", key.Token));
        return this;
    }

    private async Task<HttpResponseMessage> SendAsync(WebHost host, HttpRequestMessage request)
    {
        using (request)
        {
            if (cookies.Count > 0)
                request.Headers.Add("Cookie", string.Join("; ", cookies.Select(c => $"{c.Key}={c.Value}")));
            var response = await host.Client.SendAsync(request);
            Set = response.Headers.TryGetValues("Set-Cookie", out var set) ? [.. set] : [];
            foreach (var cookie in Set)
            {
                var (name, value) = (cookie.Split('=')[0], cookie.Split(';')[0].Split('=', 2)[1]);
                if (value.Length == 0)
                    _ = cookies.Remove(name);
                else
                    cookies[name] = value;
            }
            Body = await response.Content.ReadAsStringAsync();
            return response;
        }
    }

    [GeneratedRegex("name=\"form-token\" value=\"(?<token>[^\"]+)\"")]
    private static partial Regex TokenField();
}
