using CtVoice.Core.Reviews;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Routes;

/// <summary>The rules of a review: shown to everybody, changed by the coordinator for reviews that start from then on.</summary>
internal static class PolicyRoutes
{
    private static readonly ReviewPolicy Longer = ReviewPolicy.Default with
    {
        Version = "review/opm-1",
        Source = "The board asked for two more days, minutes of February 3",
        WindowBusinessDays = 12,
    };

    private static readonly DateTimeOffset At = new(2027, 2, 4, 15, 0, 0, TimeSpan.Zero);

    internal static void MapPolicy(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/policies", ListAsync)
            .OpenTo(Access.Insiders)
            .WithName("listPolicies")
            .WithSummary("Every set of rules that reviews started with, and who put it in force, oldest first; the last one holds.")
            .Returns(200, "The sets.", new PolicyList([new(ReviewPolicy.Default, null, null), new(Longer, At, "k-7")]));
        endpoints.MapGet(
            "/api/policies/review",
            async context => Answer.PublicJson(await context.Need<ReviewPolicies>().CurrentAsync(context.RequestAborted)))
            .OpenTo(Access.Public)
            .WithName("readReviewPolicy")
            .WithSummary("The rules that new reviews start with. A running review keeps those it started with.")
            .Returns(200, "The rules, with an ETag.", ReviewPolicy.Default);
        endpoints.MapPut<ReviewPolicy>("/api/policies/review", ReplaceAsync).OpenTo(Access.Coordinator)
            .WithName("replaceReviewPolicy").WithSummary("Puts other rules in force, for reviews that start from now on.")
            .WithDescription("A version names one content for good: change the version together with the content. What is left out has "
                + "the value that ships with the software.")
            .Header("If-Match", "The ETag that you read; a change of something newer is refused with 412.")
            .Takes(Longer).Returns(200, "The rules, with an ETag.", Longer);
    }

    internal static async Task<IResult> ListAsync(HttpContext context) =>
        Answer.Json(new PolicyList(await context.Need<ReviewPolicies>().AllAsync(context.RequestAborted)));

    internal static async Task<IResult> ReplaceAsync(HttpContext context, ReviewPolicy body)
    {
        var policies = context.Need<ReviewPolicies>();
        var held = await policies.AllAsync(context.RequestAborted);
        if (context.Overtaken(held[^1].Policy) is { } overtaken)
            return overtaken;
        var change =
            await policies.PutAsync(body, held.Count, context.Principal().KeyId, context.Now(), context.RequestAborted);
        return change switch
        {
            { Faults.Count: > 0 } => Problem.Faults(change.Faults),
            { Overtaken: true } => Problem.Changed(),
            _ => Answer.Json(body, etag: Versions.Of(body)),
        };
    }
}

/// <summary>The rules over time.</summary>
/// <param name="Review">Those of a review, oldest first; the last one holds.</param>
public sealed record PolicyList(IReadOnlyList<PolicyInForce> Review);
