using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using CtVoice.Core.Storage;
using CtVoice.Web.Routing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace CtVoice.Web;

/// <summary>What people and programs see, as one pipeline of ASP.NET Core: the same in both hosts and in tests.</summary>
public static class CtVoiceWeb
{
    /// <summary>
    /// Adds what the pipeline needs, apart from <see cref="TableSet"/> and, unless it is the system's,
    /// <see cref="TimeProvider"/>, which the host adds.
    /// </summary>
    public static IServiceCollection AddCtVoiceWeb(this IServiceCollection services, RouteTable table, WebOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<Core.Subscriptions.IEventSender, Webhooks.HttpEventSender>();
        // A host that builds the pipeline by itself has none.
        services.TryAddSingleton(_ => new DiagnosticListener("Microsoft.AspNetCore"));
        // Letters of every language stay readable in the source of a page; only what has a meaning in HTML is encoded.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddSingleton(table)
            .AddSingleton(options)
            .AddSingleton<Webhooks.Intake>()
            .AddSingleton<WebPipeline>()
            .AddRouting()
            .AddCallers()
            .AddRates();
        // What ASP.NET Core tells of a request names its path, and the path of a member's page is a secret.
        return services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning));
    }

    /// <summary>Builds the pipeline; nothing of the host's may come after it.</summary>
    public static IApplicationBuilder UseCtVoiceWeb(this IApplicationBuilder app) => app
        .UseFaults()
        .UseForwarding()
        .UseStatusCodePages(refused => Refusals.AnswerAsync(refused.HttpContext))
        .UseRouting()
        .UseSpans()
        .UseSecurityHeaders()
        .UseBodyLimits()
        .UseAuthentication()
        .UseRateLimiter()
        .UseAuthorization()
        .UseForms()
        .UseEndpoints(endpoints =>
        {
            foreach (var route in app.ApplicationServices.GetRequiredService<RouteTable>().Routes)
                endpoints.Map(route);
        });
}
