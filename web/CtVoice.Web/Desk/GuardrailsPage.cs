using CtVoice.Core.Reviews;
using CtVoice.Web.Desk.Agencies;
using CtVoice.Web.Routes;
using CtVoice.Web.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Desk;

/// <summary>Guardrails of a review: the agency shows that they are in place, the board's office says whether that shows it.</summary>
internal static class GuardrailsPage
{
    internal const string Tab = "guardrails";

    internal static void MapGuardrailsPage(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapTab(Tab, OfficeAsync).WithName("deskGuardrails").WithSummary("What the agency promised against the risks it sees.");
        endpoints.MapTabForm<EvidenceJudged>(Tab, "{number}/evidence-word", GuardrailRoutes.JudgeAsync, OfficeAsync)
            .WithName("deskJudgeGuardrail").WithSummary("Says whether the evidence shows that a guardrail is in place.");
        const string path = "/agency/reviews/{id}/" + Tab;
        endpoints.MapPage(path, AgencyAsync).OpenTo(AgencyDesk.Agencies)
            .WithName("agencyGuardrails").WithSummary("What the agency promised against the risks it sees.");
        endpoints.MapForm<EvidenceGiven>(path + "/{number}/evidence", GuardrailRoutes.ShowAsync, AgencyAsync, Back)
            .OpenTo(AgencyDesk.Agencies)
            .WithName("agencyShowGuardrail").WithSummary("Shows that a guardrail is in place.");
        endpoints.MapForm<CommitmentMoved>(path + "/{number}/commitment", GuardrailRoutes.MoveAsync, AgencyAsync, Back)
            .OpenTo(AgencyDesk.Agencies)
            .WithName("agencyMoveGuardrail").WithSummary("Promises a guardrail for another day.");
    }

    private static string Back(HttpContext context) => AgencyDesk.PathOf(context.RouteText("id"), Tab);

    private static Task<IResult> OfficeAsync(HttpContext context) => ReviewDesk.ShowAsync<GuardrailsShown>(
        context, "Guardrails", (_, review) => Task.FromResult<object>(Of(context, review)));

    private static Task<IResult> AgencyAsync(HttpContext context) => AgencyDesk.ShowAsync<GuardrailsShown>(
        context, "Guardrails", (_, review) => Task.FromResult<object?>(
            review.Agency == context.Principal().Agency ? Of(context, review) : null));

    private static GuardrailsShown.Shown Of(HttpContext context, Review review) =>
        new(review, GuardrailView.AllOf(review, context.Now()), context.Principal().Agency is not null);
}
