using CtVoice.Core.Calendar;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Core.Conversations.Words;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.Drafts;
using CtVoice.Core.Reviews.FollowUps;
using CtVoice.Web.Pages;
using CtVoice.Web.Routes;
using CtVoice.Web.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Desk;

/// <summary>Recommendations as they are written, what residents said when they were read back, and what goes out when;
/// one draft at a time on a page of its own.</summary>
internal static class ReportPage
{
    internal static void MapReportPages(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapTab("report", ShowAsync).WithName("deskReport").WithSummary("Drafts, and what goes out when. The view is recorded.");
        endpoints.MapTabForm<DraftEntry>("report", "drafts", DraftRoutes.CreateAsync, ShowAsync)
            .WithName("deskWriteDraft").WithSummary("Writes a recommendation from replies.");
        endpoints.MapTabForm<DraftsMerged>("report", "merge", DraftRoutes.MergeAsync, ShowAsync)
            .WithName("deskMergeDrafts").WithSummary("Makes one draft of several.");
        endpoints.MapTabForm<DraftsOrdered>("report", "order", DraftRoutes.OrderAsync, ShowAsync)
            .WithName("deskOrderDrafts").WithSummary("Puts the drafts in order.");
        endpoints.MapTabButton("report", "read-back", DraftRoutes.ReadBackAsync, ShowAsync)
            .WithName("deskReadBack").WithSummary("Reads the drafts back now.");
        endpoints.MapTabForm<PreviewRelease>(
            "report", "objections/{number}/release",
            (context, body) => PreviewRoutes.ReleaseAsync(context, ObjectionOf(context), body.For, Empty(body.Text), body.NobodyMeant),
            ShowAsync)
            .WithName("deskReleaseObjection").WithSummary("Releases the words of an objection.");
        endpoints.MapTab("report/{draft}", ShowOneAsync).WithName("deskDraft")
            .WithSummary("One draft beside its replies. The view is recorded.");
        endpoints.MapDraft<DraftEntry>("change", DraftRoutes.ChangeAsync)
            .WithName("deskChangeDraft").WithSummary("Changes a draft.");
        endpoints.MapDraft<DraftDropped>("drop", DraftRoutes.DropAsync, toReport: true)
            .WithName("deskDropDraft").WithSummary("Drops a draft.");
        endpoints.MapDraft<PreviewRelease>("release",
            (context, body) => PreviewRoutes.ReleaseAsync(context, DraftOf(context), body.For, Empty(body.Text), body.NobodyMeant))
            .WithName("deskReleaseDraft").WithSummary("Releases a draft for the agencies or for everybody.");
        endpoints.MapDraft<ReleaseTakenBack>("take-back", (context, body) => PreviewRoutes.TakeBackAsync(context, DraftOf(context), body))
            .WithName("deskTakeDraftBack").WithSummary("Takes a release back.");
        endpoints.MapDraft<DraftTranslated>("translations/{language}", DraftRoutes.TranslateAsync)
            .WithName("deskTranslateDraft").WithSummary("Stores a translation.");
    }

    private static IEndpointConventionBuilder MapDraft<TBody>(
        this IEndpointRouteBuilder endpoints, string path, Func<HttpContext, TBody, Task<IResult>> act, bool toReport = false)
        where TBody : notnull => endpoints.MapForm(
            "/desk/reviews/{id}/report/{draft}/" + path, act, ShowOneAsync,
            context => ReviewDesk.PathOf(context, toReport ? "report" : "report/" + context.RouteText("draft")))
            .OpenTo(DeskPage.Coordinators);

    private static TextName? DraftOf(HttpContext context) =>
        int.TryParse(context.RouteText("draft"), out var id) ? new(WordsOf.Draft, id) : null;

    private static TextName? ObjectionOf(HttpContext context) =>
        int.TryParse(context.RouteText("number"), out var number) ? new(WordsOf.Objection, number) : null;

    // A field that was left empty is a text that was not given.
    private static string? Empty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static async Task<ReportShown.Shown> ReadAsync(HttpContext context, ReviewStore reviews, Review review)
    {
        await context.RecordViewAsync($"drafts/{review.Id}", review.FollowUps.Select(f => f.MemberId));
        var texts = (await PreviewRoutes.TextsAsync(context, reviews, review)).ToDictionary(t => t.Name, StringComparer.Ordinal);
        var now = context.Now();
        var readBack = ReadingBack.Shown(review).Count == 0 ? 0 : await ReadBackPartsAsync(context, review);
        return new(
            now, readBack, review, await DraftRoutes.OfAsync(context, reviews, review), texts,
            ReviewWords.Next(review, context.Need<BusinessCalendar>(), now),
            await ReportView.OfAsync(review, reviews, now, Audience.Agency, context.RequestAborted));
    }

    // Of the longest of the texts that would leave, with a page of its own.
    private static async Task<int> ReadBackPartsAsync(HttpContext context, Review review)
    {
        var words = context.Need<FollowUpMessages>();
        var link = new Uri($"{context.Request.Scheme}://{context.Request.Host}/r/{TextsPage.SampleToken}");
        var parts = new List<int>();
        foreach (var language in Departing.Readers(review).Select(i => i.Language).Append("en").Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal))
        {
            if (ReadingBack.Language(review, [language]) is null)
                continue;
            var wording =
                await words.ComposeAsync(review, "", FollowUpKind.ReadBack, language, asText: true, discreet: review.Sensitive, link,
                    context.RequestAborted);
            parts.Add(TextParts.Of(TextParts.Fit(wording.Text)));
        }
        return parts.Count == 0 ? 0 : parts.Max();
    }

    private static Task<IResult> ShowAsync(HttpContext context) =>
        ReviewDesk.ShowAsync<ReportShown>(context, "Report", async (reviews, review) => await ReadAsync(context, reviews, review));

    private static Task<IResult> ShowOneAsync(HttpContext context) => ReviewRoutes.WithReviewAsync(context, async (reviews, stored) =>
    {
        if (DraftOf(context) is not { } name || stored.State.Drafting.Find(name.Number) is null)
            return Problem.NotFound();
        var shown = await ReadAsync(context, reviews, stored.State);
        return DeskPage.Of<DraftShown>(
            context, FormattableString.Invariant($"Draft {name.Number}"),
            new DraftShown.Shown(shown, shown.Drafts.Drafts.First(d => d.Draft == name.Number)),
            new PageLink("Today", "/desk"), new PageLink("Reviews", "/desk/reviews"),
            new PageLink(stored.State.Title, ReviewDesk.PathOf(context, "")), new PageLink("Report", ReviewDesk.PathOf(context, "report")));
    });
}
