using CtVoice.Core.Reviews;
using CtVoice.Web.Pages;
using CtVoice.Web.Routes;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace CtVoice.Web.Desk.Agencies;

/// <summary>What the pages of agencies have in common. An agency sees its own reviews and those that advise it;
/// others look like none.</summary>
internal static class AgencyDesk
{
    internal const string Home = "/agency";

    /// <summary>Who may look: agencies, and those who only read.</summary>
    internal static Access Readers { get; } = Access.SignedIn(Role.Agency, Role.ReadOnly);

    /// <summary>Who may act.</summary>
    internal static Access Agencies { get; } = Access.SignedIn(Role.Agency);

    internal static PageLink MyReviews { get; } = new("My reviews", Home);

    /// <summary>Path of a page of a review.</summary>
    internal static string PathOf(string review, string rest = "") => $"{Home}/reviews/{review}{(rest.Length == 0 ? "" : "/" + rest)}";

    /// <summary>Path of the page of a recommendation.</summary>
    internal static string PathOf(string review, int recommendation) =>
        PathOf(review, FormattableString.Invariant($"recommendations/{recommendation}"));

    /// <summary>Shows a page of the review of the path; one that the caller may not see is none.</summary>
    internal static Task<IResult> ShowAsync<TComponent>(HttpContext context, string name, Func<ReviewStore, Review, Task<object?>> model)
        where TComponent : IComponent => ReviewRoutes.WithReviewAsync(context, async (reviews, stored) =>
            await model(reviews, stored.State) is { } shown
                ? DeskPage.Of<TComponent>(context, name, shown,
                    [MyReviews, .. name == stored.State.Title
                        ? (PageLink[])[]
                        : [new PageLink(stored.State.Title, PathOf(stored.State.Id))]])
                : Problem.NotFound());
}
