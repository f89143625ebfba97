using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;


namespace CtVoice.Web.Routes;

/// <summary>Whether the process answers.</summary>
internal static class HealthRoutes
{
    internal static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/health", _ => Task.FromResult(Answer.Json(new Health("ok")))).OpenTo(Access.Public).RateLimited(Rate.None)
            .WithName("health").WithSummary("Says that the process answers.").Returns(200, "It answers.", new Health("ok"));
    }
}

/// <summary>The answer of the health route.</summary>
/// <param name="Status"><c>ok</c>.</param>
internal sealed record Health(string Status);
