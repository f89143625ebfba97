using CtVoice.Web.Routing;

namespace CtVoice.Web.Routes;

/// <summary>Whether the process answers.</summary>
internal static class HealthRoutes
{
    internal static IEnumerable<Route> All =>
    [
        Route.Get("health", Access.Public,
            new Docs("health", "Says that the process answers.").Returns(200, "It answers.", new Health("ok")),
            _ => Task.FromResult(Answer.Json(new Health("ok")))) with { Limits = Limits.Unmetered },
    ];
}

/// <summary>The answer of the health route.</summary>
/// <param name="Status"><c>ok</c>.</param>
internal sealed record Health(string Status);
