using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using CtVoice.Core.Storage;
using CtVoice.Web.Trial;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
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
    /// <param name="services">The host's.</param>
    /// <param name="endpoints">Maps what the host answers; see <see cref="Routes.AllRoutes.MapCtVoice"/>.</param>
    /// <param name="options">Settings.</param>
    public static IServiceCollection AddCtVoiceWeb(this IServiceCollection services, Action<IEndpointRouteBuilder> endpoints,
        WebOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<Core.Subscriptions.IEventSender, Webhooks.HttpEventSender>();
        // A host that builds the pipeline by itself has none.
        services.TryAddSingleton(_ => new DiagnosticListener("Microsoft.AspNetCore"));
        // Letters of every language stay readable in the source of a page; only what has a meaning in HTML is encoded.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddSingleton(new WebEndpoints(endpoints))
            .AddSingleton(options)
            .AddSingleton<Webhooks.Intake>()
            .AddSingleton<WebPipeline>()
            .AddSingleton<Overload>()
            .AddSingleton<Pages.OpenPages>()
            .AddRouting()
            .AddCallers()
            .AddRates();
        // What ASP.NET Core tells of a request names its path, and the path of a member's page is a secret.
        return services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning));
    }

    /// <summary>Builds the pipeline; nothing of the host's may come after it.</summary>
    public static IApplicationBuilder UseCtVoiceWeb(this IApplicationBuilder app) => app
        .UseFaults()
        .UseOverload()
        .UseForwarding()
        .UseStatusCodePages(refused => Refusals.AnswerAsync(refused.HttpContext))
        .UseRouting()
        .UseSpans()
        .UseSecurityHeaders()
        .UseCurtain()
        .UseBodyLimits()
        .UseAuthentication()
        .UseRateLimiter()
        .UseAuthorization()
        .UseForms()
        .UseLatelySignedIn()
        .UseEndpoints(app.ApplicationServices.GetRequiredService<WebEndpoints>().Map);

    /// <summary>What the host answers: mapped once, also where a host has two pipelines, as the local one has for its simulators.</summary>
    private sealed class WebEndpoints(Action<IEndpointRouteBuilder> map)
    {
        private readonly Lock mapping = new();
        private IReadOnlyList<EndpointDataSource> mapped = [];

        public void Map(IEndpointRouteBuilder endpoints)
        {
            lock (mapping)
            {
                foreach (var source in mapped)
                    endpoints.DataSources.Add(source);
                if (mapped.Count > 0)
                    return;
                map(endpoints);
                mapped = [.. endpoints.DataSources];
            }
        }
    }
}
