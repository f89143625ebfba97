using CtVoice.Core.Lists;
using CtVoice.Core.Reviews;
using CtVoice.Web.Routes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Desk.Settings;

/// <summary>The rules of a review as a form; the deputy reads them.</summary>
internal static class RulesPage
{
    private const string Path = SettingsPage.Path + "/rules";

    internal static void MapRulesPage(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage(Path, ShowAsync).OpenTo(DeskPage.Coordinators)
            .WithName("deskRules").WithSummary("The rules that new reviews start with.");
        endpoints.MapForm<ReviewPolicy>(Path, PolicyRoutes.ReplaceAsync, ShowAsync, _ => Path).OpenTo(Access.SignedIn(Role.Coordinator))
            .SignedInLately().WithName("deskReplaceRules").WithSummary("Puts other rules in force, for reviews that start from now on.");
    }

    private static async Task<IResult> ShowAsync(HttpContext context)
    {
        var all = (await PolicyRoutes.ListAsync(context)).Said<PolicyList>()!.Review;
        var running = 0;
        await foreach (var id in context.Need<ReviewLists>().OpenAsync(context.RequestAborted))
            running++;
        return DeskPage.Of<RulesShown>(
            context, "Rules",
            new RulesShown.Shown([.. all.Reverse()], running, context.Principal().Role is Role.Coordinator, Versions.Of(all[^1].Policy)),
            [.. SettingsPage.Above]);
    }
}
