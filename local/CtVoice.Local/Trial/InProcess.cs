using CtVoice.Web;

namespace CtVoice.Local.Trial;

/// <summary>
/// Requests of people who are played, answered by the host's own pipeline without a port: they are served while everybody else
/// waits (<see cref="CtVoice.Web.Trial.Curtain"/>), and are otherwise what a browser or a program sends.
/// </summary>
internal sealed class InProcess(IServiceProvider services) : HttpMessageHandler
{
    /// <summary>Where the played people find the host; nothing is resolved or connected to.</summary>
    internal static readonly Uri Address = new("http://localhost");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        using var answer = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider, RequestAborted = cancellationToken };
        await FillAsync(context.Request, request, cancellationToken);
        context.Response.Body = answer;
        await services.GetRequiredService<WebPipeline>().AnswerAsync(context);

        var response = new HttpResponseMessage((System.Net.HttpStatusCode)context.Response.StatusCode)
        { Content = new ByteArrayContent(answer.ToArray()) };
        foreach (var (name, values) in context.Response.Headers)
        {
            if (!response.Headers.TryAddWithoutValidation(name, values.AsEnumerable()))
                _ = response.Content.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
        }
        return response;
    }

    private static async Task FillAsync(HttpRequest target, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var address = request.RequestUri!;
        (target.Method, target.Scheme, target.Host) = (request.Method.Method, address.Scheme, HostString.FromUriComponent(address));
        (target.Path, target.QueryString) = (PathString.FromUriComponent(address), QueryString.FromUriComponent(address));
        foreach (var (name, values) in request.Headers.Concat(request.Content?.Headers.AsEnumerable() ?? []))
            target.Headers[name] = values.ToArray();
        if (request.Content is not { } content)
            return;
        var body = await content.ReadAsByteArrayAsync(cancellationToken);
        (target.Body, target.ContentLength) = (new MemoryStream(body), body.Length);
    }
}
