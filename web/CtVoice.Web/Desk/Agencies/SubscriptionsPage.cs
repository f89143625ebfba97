using CtVoice.Core.Subscriptions;
using CtVoice.Web.Routes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Desk.Agencies;

/// <summary>Where an agency's own programs are told what happens to its reviews. A secret is shown once,
/// on the page that follows the press of the button.</summary>
internal static class SubscriptionsPage
{
    private const string Path = "/agency/subscriptions";

    internal static void MapSubscriptionsPage(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage(Path, context => ShowAsync(context, null)).OpenTo(AgencyDesk.Agencies)
            .WithName("agencySubscriptions").WithSummary("Programs of the agency that are told what happens.");
        endpoints.MapShown<SubscriptionWish>(Path, SubscriptionRoutes.SubscribeAsync).OpenTo(AgencyDesk.Agencies)
            .WithName("agencySubscribe").WithSummary("Asks for events; the secret that signs them is on the page that answers.");
        endpoints.MapForm(Path + "/{id}/secret", context => SecretAsync(context, SubscriptionRoutes.RotateAsync))
            .OpenTo(AgencyDesk.Agencies)
            .WithName("agencyRotateSecret").WithSummary("Makes a new secret; it is on the page that answers.");
        Button("enable", "agencyEnableSubscription", "Sends events again.", SubscriptionRoutes.EnableAsync);
        Button("test", "agencyTestSubscription", "Sends an event that says nothing.", SubscriptionRoutes.TestAsync);
        Button("remove", "agencyUnsubscribe", "Ends a subscription.", SubscriptionRoutes.EndAsync);

        void Button(string path, string name, string what, Func<HttpContext, Task<IResult>> act) =>
            endpoints.MapButton($"{Path}/{{id}}/{path}", act, context => ShowAsync(context, null), _ => Path).OpenTo(AgencyDesk.Agencies)
                .WithName(name).WithSummary(what);
    }

    private static IEndpointConventionBuilder MapShown<TBody>(
        this IEndpointRouteBuilder endpoints, string pattern,
        Func<HttpContext, TBody, Task<(SubscriptionSecret? Made, Problem? Problem)>> act)
        where TBody : notnull
    {
        return endpoints.MapCheck<TBody>(pattern, CheckAsync, context => ShowAsync(context, null),
            (context, _) => ShowAsync(context, context.Items[typeof(SubscriptionSecret)] as SubscriptionSecret));

        async Task<Problem?> CheckAsync(HttpContext context, TBody body)
        {
            var (made, problem) = await act(context, body);
            context.Items[typeof(SubscriptionSecret)] = made;
            return problem;
        }
    }

    private static async Task<IResult> SecretAsync(HttpContext context,
        Func<HttpContext, Task<(SubscriptionSecret? Made, Problem? Problem)>> act)
    {
        var (made, problem) = await act(context);
        return made is null ? problem! : await ShowAsync(context, made);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, SubscriptionSecret? made) => DeskPage.Of<Subscribed>(
        context, "Subscriptions",
        new Subscribed.Shown(
            [.. (await context.Need<SubscriptionStore>().AllAsync(context.RequestAborted))
                .Where(s => s.Agency == context.Principal().Agency)], ReviewEvent.Types,
            made?.Subscription.Id, made?.Secret),
        AgencyDesk.MyReviews);
}
