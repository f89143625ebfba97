using System.Globalization;
using System.Net.Sockets;
using System.Text;
using CtVoice.Local.Demo;
using CtVoice.Local.Host;
using CtVoice.Local.Tests.Harness;

namespace CtVoice.Local.Tests.Host;

/// <summary>
/// A page of any site may make a name of its own lead to this machine (DNS rebinding) and then talks to the host as if it were one of its
/// pages. The name that it asks by gives it away.
/// </summary>
public sealed class OwnNamesTests(PreparedFolder prepared) : IClassFixture<PreparedFolder>
{
    [Fact]
    public async Task The_host_answers_to_its_own_names_alone()
    {
        using var folder = new TempFolder();
        prepared.CopyTo(folder.Path);
        await using var host =
            await LocalHost.StartAsync(new(folder.Path, Port: 0) { Clock = new StandingClock(Installation.Start), TimePasses = false });
        var clock = await AskAsync(host.Url, "GET /sim/clock", $"127.0.0.1:{host.Url.Port}");
        foreach (var name in new[] { "127.0.0.1", "localhost", "LocalHost", "[::1]" })
            Assert.StartsWith("HTTP/1.1 200",
                await AskAsync(host.Url, "GET /sim/clock", string.Create(CultureInfo.InvariantCulture, $"{name}:{host.Url.Port}")),
                StringComparison.Ordinal);

        foreach (var name in new[]
            { "evil.example", "evil.example:7071", "localhost.evil.example", "127.0.0.1.nip.example", "169.254.169.254", "" })
        {
            foreach (var what in new[] { "GET /sim", "GET /sim/clock", "POST /sim/clock", "GET /", "GET /api/register", "GET /site.css" })
                Assert.StartsWith("HTTP/1.1 400", await AskAsync(host.Url, what, name), StringComparison.Ordinal);
        }
        // No clock was moved.
        Assert.Equal(clock[clock.IndexOf('{', StringComparison.Ordinal)..],
            (await AskAsync(host.Url, "GET /sim/clock", "localhost")) is var after
                ? after[after.IndexOf('{', StringComparison.Ordinal)..]
                : "");
    }

    private static async Task<string> AskAsync(Uri host, string what, string name)
    {
        const string Body = """{"days":3}""";
        using var connection = new TcpClient();
        await connection.ConnectAsync(host.Host, host.Port);
        var stream = connection.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"{what} HTTP/1.1\r\nHost: {name}\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: "
                + $"{Body.Length}\r\n\r\n{Body}"));
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }
}
