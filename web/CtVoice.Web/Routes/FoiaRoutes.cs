using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.Foia;
using CtVoice.Web.Pages;
using CtVoice.Web.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Routes;

/// <summary>The export of a review under public records law, as data and as a page to print.</summary>
internal static class FoiaRoutes
{
    private const string AsPage = "html";

    private static readonly DateTimeOffset At = new(2027, 3, 1, 15, 0, 0, TimeSpan.Zero);

    private static FoiaView Sample => new(Examples.Review, At, Exemptions.Shipped.Version, Exemptions.Shipped.Source,
        [new("/replies/0/words", "The words of reply 1", "CGS 1-210(b)(2)", Exemptions.Shipped.For("unreleased-words").Because)])
    {
        Replies = [new(1, "resident-7KM4P", 1, 2, false, false, new(2027, 2, 3), null)],
    };

    internal static void MapFoia(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(
            "/api/reviews/{id}/foia",
            context => ReviewRoutes.WithReviewAsync(context, (reviews, stored) => ReadAsync(context, reviews, stored)))
            .OpenTo(Access.Insiders)
            .WithName("exportForFoia").WithSummary("The whole record of a review for a request under public records law.")
            .WithDescription("Every passage that is withheld is listed with its exemption (CGS 1-210). No member is named. The view is "
                + "recorded. Whoever answers the request reads it first.")
            .Query("format", "json, or html for a page to print; json when absent.")
            .Returns(200, "The record.", Sample);
    }

    /// <summary>The record as a page, for somebody who said why they look.</summary>
    internal static async Task<IResult> ReadAsync(HttpContext context, RecordWish wish)
    {
        if (wish.Reason.Trim().Length is 0 or > 500)
            return Problem.Faults("/reason", "Give a reason of 1 to 500 characters.");
        var (id, reviews) = (wish.ReviewId.Trim(), context.Need<ReviewStore>());
        return ReviewIds.IsPossible(id) && await reviews.ReadAsync(id, context.RequestAborted) is { } stored
            ? await ShowAsync(context, reviews, stored, asPage: true, wish.Reason.Trim())
            : Problem.Faults("/reviewId", "There is no such review.");
    }

    private static async Task<IResult> ReadAsync(HttpContext context, ReviewStore reviews, StoredReview stored)
    {
        var format = context.QueryText("format") ?? "json";
        return format is "json" or AsPage
            ? await ShowAsync(context, reviews, stored, format == AsPage, null)
            : Problem.Faults("", "A format is json or html.");
    }

    private static async Task<IResult> ShowAsync(HttpContext context, ReviewStore reviews, StoredReview stored, bool asPage, string? reason)
    {
        await context.RecordViewAsync($"foia/{stored.State.Id}", stored.State.Replies.Select(r => r.MemberId), reason);
        var view = await FoiaView.OfAsync(stored, reviews, context.Now(), context.RequestAborted);
        return asPage ? Page.Of<RecordPage>($"Record of review {view.Review.Id}", view) : Answer.Json(view);
    }
}

/// <summary>A wish to see the record of a review.</summary>
/// <param name="ReviewId">Which.</param>
/// <param name="Reason">Why; it stands in the record of views.</param>
internal sealed record RecordWish(string ReviewId, string Reason);
