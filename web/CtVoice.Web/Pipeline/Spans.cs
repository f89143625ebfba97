using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web;

/// <summary>
/// Spans carry the endpoint's name and template, on both hosts, and no path: a member's link is a secret, and so is the
/// address that a provider of mail posts to.
/// </summary>
internal static class Spans
{
    // What servers and their instrumentations call what they write before anybody knows which path it is (OpenTelemetry, old and new).
    private static readonly string[] Paths = ["url.path", "url.full", "url.query", "http.target", "http.url", "http.path"];

    internal static IApplicationBuilder UseSpans(this IApplicationBuilder app) => app.Use(next => context =>
    {
        for (var span = Activity.Current; span is not null; span = span.Parent)
            Name(span, context);
        return next(context);
    });

    private static void Name(Activity span, HttpContext context)
    {
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "/...";
        span.DisplayName = context.OperationName();
        span.SetTag("http.route", route);
        foreach (var path in Paths)
        {
            if (span.GetTagItem(path) is not null)
                span.SetTag(path, route);
        }
    }
}
