using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CtVoice.Web.Routing;

/// <summary>Puts the route table into a host.</summary>
public static class RouteMapping
{
    /// <summary>
    /// Adds the gate and what it needs, apart from <see cref="Core.Storage.TableSet"/> and, unless it is the system's,
    /// <see cref="TimeProvider"/>, which the host adds.
    /// </summary>
    public static IServiceCollection AddGate(this IServiceCollection services, RouteTable table, GateOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(table);
        services.AddSingleton(options);
        services.AddSingleton(s => new AccessKeys(
            s.GetRequiredService<Core.Storage.TableSet>().Records, s.GetRequiredService<TimeProvider>(), options));
        services.AddSingleton(s => new PlatformPrincipals(s.GetRequiredService<Core.Storage.TableSet>().Records, s.GetRequiredService<GateOptions>()));
        services.AddSingleton(s => new PageSessions(
            s.GetRequiredService<Core.Storage.TableSet>().Records, s.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<Core.Subscriptions.IEventSender, Webhooks.HttpEventSender>();
        services.AddSingleton<RateLimiter>();
        services.AddSingleton<Webhooks.Intake>();
        services.AddSingleton<Gate>();
        return services;
    }

    /// <summary>
    /// Lets the gate answer every path of this host: known ones by their row, unknown paths and wrong methods with a
    /// refusal. One endpoint, because the table knows the paths better than the host's own routing.
    /// </summary>
    public static void MapRoutes(this IEndpointRouteBuilder host) =>
        host.Map("/{**path}", async (HttpContext context) =>
            await (await context.Need<Gate>().DispatchAsync(context)).ExecuteAsync(context));
}
