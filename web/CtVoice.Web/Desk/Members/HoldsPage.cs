using CtVoice.Core.Board.Erasing;
using CtVoice.Web.Routes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Desk.Members;

/// <summary>Holds: what must not be destroyed for now, why, and the end of it;
/// and the record of a review for whoever asks under public records law.</summary>
internal static class HoldsPage
{
    private const string Path = "/desk/holds";

    internal static void MapHoldsPage(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage(Path, ShowAsync).OpenTo(DeskPage.Coordinators)
            .WithName("deskHolds").WithSummary("Every hold, and the way to the record of a review.");
        endpoints.MapForm<HoldRequest>(Path, (context, body) => ErasureRoutes.SetAsync(context, Meant(body)), ShowAsync, _ => Path)
            .OpenTo(DeskPage.Coordinators)
            .WithName("deskSetHold").WithSummary("Forbids the destruction of texts.");
        endpoints.MapForm<ReasonGiven>(Path + "/{id}/lift", ErasureRoutes.LiftAsync, ShowAsync, _ => Path).OpenTo(DeskPage.Coordinators)
            .WithName("deskLiftHold").WithSummary("Lifts a hold, with a reason.");
        endpoints.MapAnsweredForm<RecordWish>(
            Path + "/record", (context, body) => FoiaRoutes.ReadAsync(context, body), ShowAsync, (_, answer) => Task.FromResult(answer))
            .OpenTo(DeskPage.Coordinators)
            .WithName("deskFoia")
            .WithSummary("The record of a review for a request under public records law. The view and its reason are recorded.");
    }

    // A field that was left empty names nobody.
    private static HoldRequest Meant(HoldRequest body) => body with
    {
        ReviewId = string.IsNullOrWhiteSpace(body.ReviewId) ? null : body.ReviewId.Trim(),
        MemberId = string.IsNullOrWhiteSpace(body.MemberId) ? null : body.MemberId.Trim(),
    };

    private static async Task<IResult> ShowAsync(HttpContext context) => DeskPage.Of<HoldsShown>(
        context, "Holds and records",
        new HoldsShown.Shown(
            [.. (await ErasureRoutes.ListHoldsAsync(context)).Said<IReadOnlyList<Hold>>()!.Reverse()],
            [.. (await ErasureRoutes.ListAsync(context)).Said<IReadOnlyList<Erasure>>()!.OrderByDescending(e => e.At)]),
        [.. MembersPage.Above]);
}
