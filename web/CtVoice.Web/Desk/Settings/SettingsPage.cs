using CtVoice.Core.Projects;
using CtVoice.Core.Reviews;
using CtVoice.Web.Pages;
using CtVoice.Web.Routes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Desk.Settings;

/// <summary>What can be set, and whom it changes things for; and agencies that are told by HTTP and cannot be reached.</summary>
internal static class SettingsPage
{
    /// <summary>Path of the page above all settings.</summary>
    internal const string Path = "/desk/settings";

    /// <summary>The pages above those of one setting.</summary>
    internal static IReadOnlyList<PageLink> Above { get; } = [new("Today", "/desk"), new("Settings", Path)];

    internal static void MapSettingsPage(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage(Path, ShowAsync).OpenTo(DeskPage.Coordinators)
            .WithName("deskSettings").WithSummary("What can be set, and whom it changes things for.");
        endpoints.MapButton(Path + "/subscriptions/{id}/enable", SubscriptionRoutes.EnableAsync, ShowAsync, _ => Path)
            .OpenTo(DeskPage.Coordinators)
            .WithName("deskEnableSubscription").WithSummary("Sends events again.");
        endpoints.MapButton(Path + "/subscriptions/{id}/end", SubscriptionRoutes.EndAsync, ShowAsync, _ => Path)
            .OpenTo(DeskPage.Coordinators)
            .WithName("deskEndSubscription").WithSummary("Ends a subscription.");
        endpoints.MapPage(Path + "/subscriptions/{id}", DeliveriesAsync).OpenTo(DeskPage.Coordinators)
            .WithName("deskDeliveries").WithSummary("What a subscriber was told, and what it answered.");
    }

    private static async Task<IResult> ShowAsync(HttpContext context)
    {
        var data = await context.Need<ReferenceStore>().CurrentAsync(context.RequestAborted);
        return DeskPage.Of<SettingsShown>(
            context, "Settings",
            new SettingsShown.Shown(
                await context.Need<ReviewPolicies>().CurrentAsync(context.RequestAborted), data,
                (await SubscriptionRoutes.ListAsync(context)).Said<IReadOnlyList<SubscriptionView>>()!,
                (await BeforeRealPeopleRoutes.ReadAsync(context)).Points.Count(p => p.Answer is null),
                context.Principal().Role is Role.Coordinator),
            new PageLink("Today", "/desk"));
    }

    private static async Task<IResult> DeliveriesAsync(HttpContext context) =>
        (await SubscriptionRoutes.DeliveriesAsync(context)).Said<DeliveryPage>() is { } page
            ? DeskPage.Of<DeliveriesShown>(
                context, "Deliveries",
                new DeliveriesShown.Shown(page, page.Continuation is { } next ? Listing.NextOf(context.Request, next) : null), [.. Above])
            : Problem.NotFound();
}
