using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace CtVoice.Web;

/// <summary>How much of a body is read, by what the endpoint says; HEAD is answered without one.</summary>
internal static class BodyLimits
{
    internal static IApplicationBuilder UseBodyLimits(this IApplicationBuilder app) => app.Use(next => context =>
    {
        var request = context.Request;
        // HEAD answers with the headers of GET and no body, whatever the server below does about it.
        if (HttpMethods.IsHead(request.Method))
            context.Response.Body = Stream.Null;
        if (context.Says<BodyLimit>() is not { } limit)
            return next(context);
        if (request.ContentLength > limit.Bytes && !limit.Cuts)
            return Problem.TooLarge(limit.Bytes).ExecuteAsync(context);
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            return next(context);
        // The whole body may come in pieces without a Content-Length, so it is counted while it is read.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } server)
            server.MaxRequestBodySize = null;
        request.Body = new BoundedBody(request.Body, limit.Bytes, limit.Cuts);
        return next(context);
    });
}
