using CtVoice.Core.Reviews;
using CtVoice.Web.Pages;
using CtVoice.Web.Routes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Desk;

/// <summary>What the pages of one review have in common.</summary>
internal static class ReviewDesk
{
    /// <summary>Path of a page of the review that the request is about.</summary>
    internal static string PathOf(HttpContext context, string tab) =>
        $"/desk/reviews/{context.RouteText("id")}{(tab.Length == 0 ? "" : "/" + tab)}";

    /// <summary>Maps a page of a review.</summary>
    internal static IEndpointConventionBuilder MapTab(this IEndpointRouteBuilder endpoints, string tab,
        Func<HttpContext, Task<IResult>> show) =>
        endpoints.MapPage(PatternOf(tab), show).OpenTo(DeskPage.Coordinators);

    /// <summary>Maps a form of a page of a review; it leads back there.</summary>
    /// <param name="endpoints">Where to.</param>
    /// <param name="tab">Last part of the page's path.</param>
    /// <param name="path">What is added to the path of the page.</param>
    /// <param name="act">The operation that programs call.</param>
    /// <param name="show">Shows the page.</param>
    internal static IEndpointConventionBuilder MapTabForm<TBody>(
        this IEndpointRouteBuilder endpoints, string tab, string path, Func<HttpContext, TBody, Task<IResult>> act,
        Func<HttpContext, Task<IResult>> show)
        where TBody : notnull => endpoints.MapForm($"{PatternOf(tab)}/{path}", act, show, context => PathOf(context, tab))
            .OpenTo(DeskPage.Coordinators);

    /// <summary>The same for a button.</summary>
    internal static IEndpointConventionBuilder MapTabButton(
        this IEndpointRouteBuilder endpoints, string tab, string path, Func<HttpContext, Task<IResult>> act,
        Func<HttpContext, Task<IResult>> show) =>
        endpoints.MapButton($"{PatternOf(tab)}/{path}", act, show, context => PathOf(context, tab)).OpenTo(DeskPage.Coordinators);

    private static string PatternOf(string tab) => "/desk/reviews/{id}" + (tab.Length == 0 ? "" : "/" + tab);

    /// <summary>A page of the review of the path; one that does not exist is none.</summary>
    internal static Task<IResult> ShowAsync<TComponent>(HttpContext context, string name, Func<ReviewStore, Review, Task<object>> model)
        where TComponent : IComponent => ReviewRoutes.WithReviewAsync(context, async (reviews, stored) => DeskPage.Of<TComponent>(
            context, name, await model(reviews, stored.State),
            [new PageLink("Today", "/desk"), new PageLink("Reviews", "/desk/reviews"), .. name is "Project"
                ? (PageLink[])[]
                : [new PageLink(stored.State.Title, PathOf(context, ""))]]));
}
