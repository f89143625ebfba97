using CtVoice.Core.Calendar;
using CtVoice.Core.Lists;
using CtVoice.Core.Reviews;
using CtVoice.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Register;

/// <summary>Public notices: question and date, where those asked reach a majority of the board and the rules want one.</summary>
internal static class NoticeRoutes
{
    private static readonly PublicNoticeView Sample = new(
        "r-acdefghjkm", "Benefits and housing", "DSS", new(2027, 1, 11, 15, 0, 0, TimeSpan.Zero), new(2027, 1, 12, 15, 0, 0, TimeSpan.Zero),
        null, ["Is it right to use these data?"]);

    internal static void MapNotices(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/register/notices", async context => Answer.PublicJson(await ReadAsync(context))).OpenTo(Access.Public)
            .WithName("listNotices")
            .WithSummary("Public notices that stand: what residents are asked, and from when, where a majority of the board is.")
            .WithDescription("Empty unless the rules of a review want notices; they are off as shipped.")
            .Returns(200, "The notices, with an ETag.", new List<PublicNoticeView> { Sample });
        endpoints.MapGet("/api/register/notices.atom", FeedAsync).OpenTo(Access.Public)
            .WithName("noticesFeed").WithSummary("The same as a feed (RFC 4287).")
            .Returns(200, "The feed; it has an ETag.", "application/atom+xml");
        endpoints.MapPage("/register/notices", async context => new Page(
            "Public notices", Page.Content<NoticesShown>(await ReadAsync(context)))
        { Crumbs = [new("Home", "/"), new("Register", "/register")], Kept = true })
            .OpenTo(Access.Public)
            .WithName("noticesPage").WithSummary("Public notices as a page.");
    }

    private static async Task<IResult> FeedAsync(HttpContext context) => Answer.File(
        RegisterFeed.Write(
            "urn:ctvoice:notices", "Resident Advisory Board: public notices", "api/register/notices.atom", "register/notices",
            (await ReadAsync(context)).Select(notice => new FeedEntry(
                $"urn:ctvoice:review:{notice.Review}:notice:1", notice.Review, notice.Title, notice.Agency,
                LocalTime.DateIn(BusinessCalendar.Zone, notice.PublishedAt), 1,
                $"Public notice: from {RegisterWords.Day(notice.AsksFrom)} residents are asked: {string.Join(' ', notice.Questions)}")),
            [], RegisterRoutes.HomeOf(context)),
        RegisterFeed.ContentType);

    /// <summary>Whether any rules want notices, or did: reviews keep the rules with which they began.</summary>
    internal static async Task<bool> WantedAsync(HttpContext context) =>
        (await context.Need<ReviewPolicies>().AllAsync(context.RequestAborted)).Any(rules => rules.Policy.NoticeHours is not null);

    // Whoever is asked now, or next, is in the lists of this year and the one before.
    private static async Task<IReadOnlyList<PublicNoticeView>> ReadAsync(HttpContext context)
    {
        if (!await WantedAsync(context))
            return [];
        var (lists, reviews) = (context.Need<ReviewLists>(), context.Need<ReviewStore>());
        var notices = new List<PublicNoticeView>();
        foreach (var year in (await reviews.YearsAsync(context.RequestAborted)).OrderDescending().Take(2))
        {
            string? continuation = null;
            do
            {
                var page = await lists.ReadAsync(ReviewLists.Register(year), 1000, continuation, context.RequestAborted);
                foreach (var row in page.Rows.Where(
                    r => r.Text("stage") is nameof(ReviewStage.Preparing) or nameof(ReviewStage.Open) && r.Text("id") is not null))
                {
                    if (await reviews.ReadAsync(row.Text("id")!, context.RequestAborted) is { State: var review }
                        && PublicNotice.Of(review) is { } notice)
                        notices.Add(PublicNoticeView.Of(review, notice));
                }
                continuation = page.Continuation;
            }
            while (continuation is not null);
        }
        return [.. notices.OrderBy(notice => notice.AsksFrom).ThenBy(notice => notice.Review, StringComparer.Ordinal)];
    }
}

/// <summary>A public notice.</summary>
/// <param name="Review">Id of the review.</param>
/// <param name="Title">Title of the project.</param>
/// <param name="Agency">Code of the agency that asked for it.</param>
/// <param name="PublishedAt">Since when the notice is public.</param>
/// <param name="AsksFrom">From when on residents are asked.</param>
/// <param name="Until">Until when they can answer; absent before they are asked.</param>
/// <param name="Questions">What they are asked, in English: in which languages a panel reads is not public.</param>
public sealed record PublicNoticeView(
    string Review, string Title, string Agency, DateTimeOffset PublishedAt, DateTimeOffset AsksFrom, DateTimeOffset? Until,
    IReadOnlyList<string> Questions)
{
    internal static PublicNoticeView Of(Review review, PublicNotice notice) => new(
        review.Id, review.Title, review.Agency, notice.PublishedAt, notice.AsksFrom, notice.Until,
        [.. Enumerable.Range(1, review.Questions.Count).Select(review.QuestionInEnglish)]);
}
