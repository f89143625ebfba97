using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Routing;

/// <summary>A row of the table as an endpoint: what the middleware asks of it is its metadata.</summary>
internal static class RouteEndpoints
{
    internal static void Map(this IEndpointRouteBuilder endpoints, Route route)
    {
        // A plain delegate: a typed one is compiled when it is first called, and there are many.
        var endpoint = endpoints.MapMethods("/" + route.Template, route.Methods, async context => await (await route.Handler(context)).ExecuteAsync(context))
            .WithName(route.Docs.OperationId)
            .WithDisplayName(route.Docs.OperationId)
            .WithMetadata(route);
        if (route.Access.Roles.Count > 0)
            endpoint.RequireAuthorization(Callers.Policy(route.Access.Roles));
        endpoint.Limit(route.Limits.Rate);
    }
}
