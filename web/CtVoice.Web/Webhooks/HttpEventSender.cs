using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using CtVoice.Core.Subscriptions;

namespace CtVoice.Web.Webhooks;

/// <summary>
/// Posts events over HTTPS. Whatever a name resolves to is looked at when the connection is made, and the connection goes
/// to the address that was looked at, so that no name can lead inside. No redirect, no proxy, no cookie; the body of the
/// answer is not read. Thread-safe.
/// </summary>
internal sealed class HttpEventSender : IEventSender, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly HttpClient http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        MaxResponseHeadersLength = 16,
        PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        ConnectCallback = ConnectAsync,
    })
    { Timeout = Patience };

    public async Task<EventAnswer> SendAsync(OutgoingEvent outgoing, CancellationToken cancellationToken = default)
    {
        if (outgoing.Url.Scheme != Uri.UriSchemeHttps)
            return new(EventAnswerKind.Refused, "not https");
        using var request = new HttpRequestMessage(HttpMethod.Post, outgoing.Url);
        request.Headers.Add("webhook-id", outgoing.Id);
        request.Headers.Add("webhook-timestamp", outgoing.Timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", outgoing.Signature);
        request.Content = new StringContent(outgoing.Body, Encoding.UTF8, "application/cloudevents+json");
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            var kind = response.IsSuccessStatusCode
                ? EventAnswerKind.Taken
                : response.StatusCode is HttpStatusCode.Gone ? EventAnswerKind.Gone : EventAnswerKind.Refused;
            return new(kind, string.Create(CultureInfo.InvariantCulture, $"HTTP {(int)response.StatusCode}"));
        }
        catch (HttpRequestException failed)
        {
            return new(EventAnswerKind.Refused, failed.InnerException is NotPublicException
                ? "no public address"
                : $"no connection ({failed.HttpRequestError})");
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new(EventAnswerKind.Refused,
                string.Create(CultureInfo.InvariantCulture, $"no answer within {Patience.TotalSeconds} seconds"));
        }
    }

    public void Dispose() => http.Dispose();

    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var addresses = await ResolveAsync(context.DnsEndPoint.Host, cancellationToken);
        // One address inside is one too many: whoever answers names is trying something.
        if (addresses.Length == 0 || !addresses.All(PublicAddress.Is))
            throw new NotPublicException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    // A name that nobody knows is told like one that leads inside, or a subscriber could try out which names there are inside.
    private static async Task<IPAddress[]> ResolveAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return await Dns.GetHostAddressesAsync(name, cancellationToken);
        }
        catch (SocketException)
        {
            return [];
        }
    }

    private sealed class NotPublicException() : IOException("The name leads to no public address.");
}
