using CtVoice.Core.Board.Erasing;
using CtVoice.Web.Routes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Desk.Members;

/// <summary>A member who asks to be erased: what to read to them, what happens, and the button; later what is left,
/// and its disposal.</summary>
internal static class ErasePage
{
    private const string Pattern = MembersPage.Path + "/{id}";

    // The deputy does not decide what is destroyed, as for programs.
    private static readonly Access Coordinator = Access.SignedIn(Role.Coordinator);

    internal static void MapErasePage(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage(Pattern + "/erase", ShowAsync).OpenTo(DeskPage.Coordinators)
            .WithName("deskErasure").WithSummary("What a member who asks to be erased is told, and where their request stands.");
        endpoints.MapForm<EraseRequest>(Pattern + "/erase", ErasureRoutes.EraseAsync, ShowAsync, PathOf).OpenTo(DeskPage.Coordinators)
            .SignedInLately().WithName("deskErase").WithSummary("Erases a member at their request.");
        endpoints.MapForm<ElsewhereRequest>(Pattern + "/elsewhere", ErasureRoutes.RecordAsync, ShowAsync, PathOf)
            .OpenTo(DeskPage.Coordinators)
            .WithName("deskElsewhere").WithSummary("Writes down what others answered who hold copies of an erased member.");
        endpoints.MapForm<DisposeRequest>(Pattern + "/dispose", ErasureRoutes.DisposeAsync, ShowAsync, PathOf).OpenTo(Coordinator)
            .SignedInLately()
            .WithName("deskDispose").WithSummary("Destroys the sealed words of an erased member under a disposal approval.");
    }

    private static string PathOf(HttpContext context) => MembersPage.PathOf(context.RouteText("id")) + "/erase";

    private static Task<IResult> ShowAsync(HttpContext context) => MemberPage.WithAsync(context, async view =>
    {
        var erasure = (await ErasureRoutes.ReadAsync(context)).Said<ErasureView>()!;
        var holds = (await ErasureRoutes.ListHoldsAsync(context)).Said<IReadOnlyList<Hold>>()!
            .Where(h => h.Lifted is null && (h.MemberId is null || h.MemberId == view.Member.Id)).ToList();
        return DeskPage.Of<EraseShown>(
            context, "Erase", new EraseShown.Shown(view.Member, erasure, holds, context.Principal().Role is Role.Coordinator),
            [.. MembersPage.Above, new(view.Member.Id, MembersPage.PathOf(view.Member.Id))]);
    });
}
