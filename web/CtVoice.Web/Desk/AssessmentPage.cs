using System.Text.Json;
using CtVoice.Core.Board;
using CtVoice.Core.Calendar;
using CtVoice.Core.Json;
using CtVoice.Core.Projects;
using CtVoice.Core.Representation;
using CtVoice.Core.Reviews;
using CtVoice.Web.Routes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Desk;

/// <summary>Whether residents are asked, how that was found, and the three decisions before anybody is: need,
/// a shorter time, carrying over.</summary>
internal static class AssessmentPage
{
    internal static void MapAssessmentPage(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapTab("assessment", ShowAsync).WithName("deskAssessment").WithSummary("Whether residents are asked, and why.");
        endpoints.MapTabForm<NeedDecision>("assessment", "need", ReviewRoutes.DecideNeedAsync, ShowAsync)
            .WithName("deskNeed").WithSummary("Decides whether residents are asked.");
        endpoints.MapTabForm<ExpediteDecision>("assessment", "expedite", ProjectKindRoutes.DecideExpediteAsync, ShowAsync)
            .WithName("deskExpedite").WithSummary("Consents to a shorter time, or not.");
        endpoints.MapTabForm<CarryOverDecision>("assessment", "carry-over", ProjectKindRoutes.CarryOverAsync, ShowAsync)
            .WithName("deskCarryOver").WithSummary("Carries the earlier advice over.");
    }

    private static Task<IResult> ShowAsync(HttpContext context) =>
        ReviewDesk.ShowAsync<AssessmentShown>(context, "Assessment", async (reviews, review) =>
        {
            var recorded = await reviews.ReadContentAsync(review.Id, Assessing.ContentKey, context.RequestAborted) is { } text
                ? JsonSerializer.Deserialize<RecordedAssessment>(text, WorkflowJson.Options)
                : null;
            var codes = (await context.Need<ReferenceStore>().CurrentAsync(context.RequestAborted)).Codes;
            var calendar = context.Need<BusinessCalendar>().Of(review);
            return new AssessmentShown.Shown(review, recorded, recorded is null ? [] : RollUp.Of(recorded.Full, codes),
                review.Expedite is { Consent: null } && Expediting.BeforeAsking(review)
                    ? EarliestEnd.Expedited(context.Now(), review.Policy, calendar, await AddsAsync(context, review))
                    : null);
        });

    // Before the panel is chosen nobody knows whether it is a majority: as if every seat were taken.
    private static async Task<BoardTime> AddsAsync(HttpContext context, Review review) => review.Panel is { } panel
        ? new(0, panel.ReachesMajority ? review.Policy.NoticeHours ?? 0 : 0)
        : BoardTime.Of(await context.Need<BoardStore>().MembersAsync(context.RequestAborted), review.Policy, context.Today());
}
