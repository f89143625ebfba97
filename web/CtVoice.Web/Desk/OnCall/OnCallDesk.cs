using CtVoice.Core.Projects;
using CtVoice.Core.Reviews.Drafts;
using CtVoice.Web.Desk.Components;
using CtVoice.Web.Desk.Settings;
using CtVoice.Web.Routes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Desk.OnCall;

/// <summary>Who is on call: the list, who has agreed, OPM's approval, and hours that are nobody's.</summary>
internal static class OnCallDesk
{
    private const string Path = "/desk/on-call";

    private static readonly Access Coordinator = Access.SignedIn(Role.Coordinator);

    /// <summary>Agencies that somebody on call may work for.</summary>
    internal static IReadOnlyList<Choice> Agencies { get; } =
    [
        new(Addressees.Opm, "Office of Policy and Management (OPM)"),
        .. AgencyDirectory.Shipped.All.Where(a => a.Code != Addressees.Opm).Select(a => new Choice(a.Code, $"{a.Name} ({a.Code})")),
    ];

    internal static void MapOnCallDesk(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage(Path, ShowAsync).OpenTo(DeskPage.Coordinators)
            .WithName("deskOnCall").WithSummary("Who is on call, who has agreed to be, and OPM's approval.");
        endpoints.MapPage(Path + "/people/{id}", PersonAsync).OpenTo(Coordinator)
            .WithName("deskOnCallPerson").WithSummary("Changes somebody on the list of who is on call.");
        endpoints.MapForm<OnCallPersonBody>(Path + "/people", OnCallRoutes.AddAsync, ShowAsync, _ => Path).OpenTo(Coordinator)
            .WithName("deskAddOnCallPerson").WithSummary("Puts somebody on the list of who is on call.");
        endpoints.MapForm<OnCallPersonBody>(Path + "/people/{id}", OnCallRoutes.ChangeAsync, PersonAsync, _ => Path).OpenTo(Coordinator)
            .WithName("deskChangeOnCallPerson").WithSummary("Changes somebody on the list of who is on call.");
        endpoints.MapButton(Path + "/people/{id}/remove", OnCallRoutes.RemoveAsync, ShowAsync, _ => Path).OpenTo(Coordinator)
            .WithName("deskRemoveOnCallPerson").WithSummary("Takes somebody off the list of who is on call.");
        endpoints.MapButton(Path + "/people/{id}/invite", OnCallRoutes.InviteAsync, ShowAsync, _ => Path).OpenTo(Coordinator)
            .WithName("deskInviteOnCallPerson").WithSummary("Texts somebody a link by which they agree to be on call.");
        endpoints.MapForm<OnCallApprovalBody>(Path + "/approve", OnCallRoutes.ApproveAsync, ShowAsync, _ => Path).OpenTo(Coordinator)
            .WithName("deskApproveOnCall").WithSummary("Enters OPM's approval of the list.");
        endpoints.MapForm<OnCallStopBody>(Path + "/stop", OnCallRoutes.StopAsync, ShowAsync, _ => Path).OpenTo(Coordinator)
            .WithName("deskStopOnCall").WithSummary("Nobody is on call from now on.");
    }

    private static async Task<IResult> ShowAsync(HttpContext context) => DeskPage.Of<OnCallShown>(
        context, "On call", new OnCallShown.Shown(await OnCallRoutes.ReadAsync(context), context.Principal().Role is Role.Coordinator),
        [.. SettingsPage.Above]);

    private static async Task<IResult> PersonAsync(HttpContext context) =>
        (await OnCallRoutes.ReadAsync(context)).Draft.ToList() is var draft
            && draft.FindIndex(p => p.Id == context.RouteText("id")) is >= 0 and var at
            ? DeskPage.Of<OnCallPersonShown>(context, draft[at].Name, new OnCallPersonShown.Shown(draft[at], at + 1),
                [.. SettingsPage.Above, new("On call", Path)])
            : Problem.NotFound();
}
