using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace CtVoice.Web;

/// <summary>Headers of every answer, refusals included.</summary>
internal static class SecurityHeaders
{
    // Nothing inline, nothing from elsewhere: pages are plain HTML with one stylesheet and one optional script of ours.
    private const string ContentSecurityPolicy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    internal static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use(next => context =>
    {
        Apply(context);
        return next(context);
    });

    internal static void Apply(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (context.Request.IsHttps)
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        // A public answer may be kept but is asked for again; its handler may say more. Everything else is not kept at all.
        headers.CacheControl = context.Says<Access>()?.Kind == AccessKind.Public ? "no-cache" : "no-store";
    }
}
