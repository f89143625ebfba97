using CtVoice.Core.Conversations.Dialogues;
using CtVoice.Web.Pages;
using CtVoice.Web.Routes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Desk.Members;

/// <summary>Choosing new members and welcoming them by one act; how far each of them is.</summary>
internal static class WelcomesPage
{
    /// <summary>Path of the page.</summary>
    internal const string Path = MembersPage.Path + "/welcomes";

    internal static void MapWelcomesPage(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage(Path, ShowAllAsync).OpenTo(DeskPage.Coordinators)
            .WithName("deskWelcomes").WithSummary("Members who were never welcomed, and rounds of welcomes.");
        endpoints.MapForm<WelcomeEntry>(Path, WelcomeRoutes.BeginAsync, ShowAllAsync,
            context => PathOf(((WelcomeRound)context.Items[typeof(WelcomeRound)]!).Id))
            .OpenTo(DeskPage.Coordinators)
            .WithName("deskBeginWelcomes").WithSummary("Welcomes many members, after the time in which it can be stopped.");
        endpoints.MapPage(Path + "/{round}", ShowAsync).OpenTo(DeskPage.Coordinators)
            .WithName("deskWelcomeRound").WithSummary("One round of welcomes, and how far each member is.");
        endpoints.MapButton(Path + "/{round}/stop", WelcomeRoutes.StopAsync, ShowAsync, context => PathOf(context.RouteText("round")))
            .OpenTo(DeskPage.Coordinators)
            .WithName("deskStopWelcomes").WithSummary("Stops a round of welcomes: nobody is written to.");
    }

    internal static string PathOf(string round) => $"{Path}/{Uri.EscapeDataString(round)}";

    private static async Task<IResult> ShowAllAsync(HttpContext context) => DeskPage.Of<WelcomesShown>(
        context, "Welcome new members",
        new WelcomesShown.Shown(
            (await WelcomeRoutes.NewAsync(context)).Said<IReadOnlyList<string>>()!,
            (await WelcomeRoutes.ListAsync(context)).Said<List<WelcomeRoundView>>()!,
            await context.Need<WelcomeRounds>().LeavesAtAsync(context.RequestAborted)),
        [.. MembersPage.Above]);

    private static async Task<IResult> ShowAsync(HttpContext context) =>
        (await WelcomeRoutes.ReadAsync(context)).Said<WelcomeRoundView>() is { } round
            ? DeskPage.Of<WelcomeRoundShown>(
                context, "A round of welcomes", round, [.. MembersPage.Above, new PageLink("Welcome new members", Path)])
            : Problem.NotFound();
}
