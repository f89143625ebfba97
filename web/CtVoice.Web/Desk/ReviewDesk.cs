using CtVoice.Core.Reviews;
using CtVoice.Web.Pages;
using CtVoice.Web.Routes;
using CtVoice.Web.Routing;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace CtVoice.Web.Desk;

/// <summary>What the pages of one review have in common.</summary>
internal static class ReviewDesk
{
    /// <summary>Path of a page of the review that the request is about.</summary>
    internal static string PathOf(HttpContext context, string tab) => $"/desk/reviews/{context.RouteText("id")}{(tab.Length == 0 ? "" : "/" + tab)}";

    /// <summary>A row that shows a page of a review.</summary>
    internal static Route Page(string tab, Docs docs, Func<HttpContext, Task<IResult>> show) =>
        Route.Page(tab.Length == 0 ? "desk/reviews/{id}" : "desk/reviews/{id}/" + tab, DeskPage.Coordinators,
            docs.Path("id", "Id of the review.").Returns(200, "The page.", "text/html"), show);

    /// <summary>A row that takes a form of a page of a review, and leads back there.</summary>
    /// <param name="tab">Last part of the page's path.</param>
    /// <param name="path">What is added to the path of the page.</param>
    /// <param name="docs">What it does.</param>
    /// <param name="act">The operation that programs call.</param>
    /// <param name="show">Shows the page.</param>
    internal static Route Form<TBody>(string tab, string path, Docs docs, Func<HttpContext, TBody, Task<IResult>> act, Func<HttpContext, Task<IResult>> show)
        where TBody : notnull =>
        DeskForm.Of("desk/reviews/{id}/" + (tab.Length == 0 ? path : $"{tab}/{path}"), DeskPage.Coordinators, docs.Path("id", "Id of the review.").Returns(303, "Done."),
            act, show, context => PathOf(context, tab));

    /// <summary>The same for a button.</summary>
    internal static Route Button(string tab, string path, Docs docs, Func<HttpContext, Task<IResult>> act, Func<HttpContext, Task<IResult>> show) =>
        DeskForm.Button("desk/reviews/{id}/" + (tab.Length == 0 ? path : $"{tab}/{path}"), DeskPage.Coordinators, docs.Path("id", "Id of the review.").Returns(303, "Done."),
            act, show, context => PathOf(context, tab));

    /// <summary>A page of the review of the path; one that does not exist is none.</summary>
    internal static Task<IResult> ShowAsync<TComponent>(HttpContext context, string name, Func<ReviewStore, Review, Task<object>> model)
        where TComponent : IComponent => ReviewRoutes.WithReviewAsync(context, async (reviews, stored) => DeskPage.Of<TComponent>(
            context, name, await model(reviews, stored.State),
            [new PageLink("Today", "/desk"), new PageLink("Reviews", "/desk/reviews"), .. name is "Project" ? (PageLink[])[] : [new PageLink(stored.State.Title, PathOf(context, ""))]]));
}
