using CtVoice.Web.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Desk;

/// <summary>The steps of a review by day, and whether its record holds together.</summary>
internal static class RecordPage
{
    internal static void MapRecordPage(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapTab("record", ShowAsync).WithName("deskRecord").WithSummary("The steps of a review, and a check of its record.");
    }

    private static Task<IResult> ShowAsync(HttpContext context) =>
        ReviewDesk.ShowAsync<RecordShown>(context, "Record", async (reviews, review) => new RecordShown.Shown(
        review, [.. (await reviews.ReadLedgerAsync(review.Id, context.RequestAborted)).Select(e => (TimelineEntry.Of(e), e.Hash))],
        context.QueryText("check") is null ? null : await reviews.VerifyAsync(review.Id, context.RequestAborted)));
}
