using System.Net;
using System.Net.Sockets;
using System.Text;
using CtVoice.Local.Tests.Reviews;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace CtVoice.Local.Tests.Host;

/// <summary>
/// A page, a list, a table, a feed that fails after its first bytes have left: whoever reads it over a real connection sees that it is
/// broken. A cut answer that looks whole would be read as "there is no more".
/// </summary>
public sealed class BrokenOffTests
{
    private const string Break = "Break-Off";

    [Fact]
    public async Task What_fails_on_its_way_never_looks_whole()
    {
        using var arrived = new SemaphoreSlim(0);
        await using var story =
            await ReviewStory.AskedAsync(change: services => services.AddSingleton<IStartupFilter>(new FailsOnTheWay(arrived)));
        using var http = new HttpClient { BaseAddress = story.Url };
        foreach (var path in new[]
            { "/register?year=2027", "/", "/api/register?year=2027", "/api/register.csv?year=2027", "/api/register.atom", "/openapi.json" })
        {
            var whole = await http.GetStringAsync(path);
            Assert.True(whole.Length > 100, path);

            using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { Break, "1" } } };
            // It began well: a client has the 200 and the first bytes in hand before anything fails.
            using var begun = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            Assert.Equal(HttpStatusCode.OK, begun.StatusCode);
            arrived.Release();
            await Assert.ThrowsAnyAsync<Exception>(() => begun.Content.ReadAsStringAsync());

            var raw = await RawAsync(story.Url, path, arrived);
            Assert.StartsWith("HTTP/1.1 200", raw, StringComparison.Ordinal);
            // Neither the mark that ends an answer in pieces, nor as many bytes as were announced.
            Assert.DoesNotContain("\r\n0\r\n\r\n", raw, StringComparison.Ordinal);
            var (head, body) =
                (raw[..raw.IndexOf("\r\n\r\n", StringComparison.Ordinal)], raw[(raw.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]);
            Assert.True(body.Length is > 0 and < 100, $"{path}: {body.Length} bytes of the body arrived.");
            Assert.True(
                head.Contains("Transfer-Encoding: chunked", StringComparison.OrdinalIgnoreCase)
                    || head.Contains("Content-Length: ", StringComparison.OrdinalIgnoreCase),
                $"{path}: only a connection that closes ends this answer: {head}");
        }
        // The host answers the next one as if nothing had been.
        Assert.True((await http.GetStringAsync("/api/register?year=2027")).Length > 100);
    }

    private static async Task<string> RawAsync(Uri host, string path, SemaphoreSlim arrived)
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync(host.Host, host.Port);
        var stream = connection.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {host.Authority}\r\n{Break}: 1\r\n\r\n"));
        var (read, buffer) = (new StringBuilder(), new byte[4096]);
        try
        {
            var gone = false;
            while (await stream.ReadAsync(buffer) is var count and > 0)
            {
                read.Append(Encoding.Latin1.GetString(buffer, 0, count));
                if (!gone && read.ToString().IndexOf("\r\n\r\n", StringComparison.Ordinal) is > 0 and var head && read.Length > head + 16)
                {
                    gone = true;
                    arrived.Release();
                }
            }
        }
        catch (IOException)
        {
            // A reset is as good as an end: the answer is over.
        }
        return read.ToString();
    }

    /// <summary>The first sixteen bytes of an answer leave; then whatever makes it fails.</summary>
    private sealed class FailsOnTheWay(SemaphoreSlim arrived) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, following) =>
            {
                if (context.Request.Headers.ContainsKey(Break))
                    context.Response.Body = new Failing(context.Response.Body, arrived);
                return following(context);
            });
            next(app);
        };
    }

    private sealed class Failing(Stream inner, SemaphoreSlim arrived) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (buffer.Length == 0)
                return;
            await inner.WriteAsync(buffer[..Math.Min(16, buffer.Length)], cancellationToken);
            await inner.FlushAsync(cancellationToken);
            await arrived.WaitAsync(cancellationToken);
            throw new InvalidOperationException("A row cannot be read.");
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

        public override void Flush() => throw new NotSupportedException();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
