using CtVoice.Core.Calendar;
using CtVoice.Core.Commands;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.Drafts;
using CtVoice.Core.Reviews.FollowUps;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Routes;

/// <summary>Recommendations written from replies, between the close and the report. Two editors never overwrite each other.</summary>
internal static class DraftRoutes
{
    internal static void MapDrafts(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/reviews/{id}/drafts", ReadAsync).OpenTo(Access.Coordinators)
            .WithName("readDrafts").WithSummary("Recommendations as they are written, and what members said when they were read back.")
            .Returns(200, "The drafts; the ETag is for merging and ordering, each draft has a version of its own.", DraftExamples.Drafts);
        endpoints.MapPost<DraftEntry>("/api/reviews/{id}/drafts", CreateAsync).OpenTo(Access.Coordinators)
            .WithName("writeDraft").WithSummary("Writes a recommendation from one reply or more.")
            .WithDescription("Between the close and the report. A reply may be the source of several recommendations. When nobody writes "
                + "any, each released reply that asks for a change becomes a recommendation of its own.")
            .Takes(DraftExamples.Entry).Returns(201, "Written.", DraftExamples.Draft);
        endpoints.MapPut<DraftEntry>("/api/reviews/{id}/drafts/{draft}", ChangeAsync).OpenTo(Access.Coordinators)
            .WithName("changeDraft")
            .WithSummary("Changes a draft. Other words need a public reason, and a release and translations of their own.")
            .Header("If-Match", "The version that was read; required.")
            .Takes(DraftExamples.Entry with { Reason = "Shorter." }).Returns(200, "Changed.", DraftExamples.Draft);
        endpoints.MapPost<DraftDropped>("/api/reviews/{id}/drafts/{draft}/drop", DropAsync).OpenTo(Access.Coordinators)
            .WithName("dropDraft").WithSummary("Drops a draft, with a public reason; the report counts it.")
            .Header("If-Match", "The version that was read; required.")
            .Takes(new DraftDropped("It repeats the first one.")).Returns(200, "Dropped.", DraftExamples.Drafts);
        endpoints.MapPost<DraftsMerged>("/api/reviews/{id}/drafts/merge", MergeAsync).OpenTo(Access.Coordinators)
            .WithName("mergeDrafts").WithSummary("Makes one draft of several, with a public reason; every reply stays on its side.")
            .Header("If-Match", "The ETag of the drafts that were read; required.")
            .Takes(new DraftsMerged([1, 2], "Take out names and dates before you share.", "DSS", "They ask for the same."))
            .Returns(200, "Merged.", DraftExamples.Draft);
        endpoints.MapPost<DraftsOrdered>("/api/reviews/{id}/drafts/order", OrderAsync).OpenTo(Access.Coordinators)
            .WithName("orderDrafts").WithSummary("Puts the drafts in order; the report numbers them in it.")
            .Header("If-Match", "The ETag of the drafts that were read; required.")
            .Takes(new DraftsOrdered([2, 1])).Returns(200, "In order.", DraftExamples.Drafts);
        endpoints.MapPut<DraftTranslated>("/api/reviews/{id}/drafts/{draft}/translations/{language}", TranslateAsync)
            .OpenTo(Access.Coordinators)
            .WithName("translateDraft").WithSummary("Stores a person's translation of the text that is released for the agencies.")
            .Header("If-Match", "The version that was read; required.")
            .Takes(new DraftTranslated("Quiten los nombres antes de compartir.", "Ana Silva")).Returns(200, "Stored.", DraftExamples.Draft);
        endpoints.MapPost("/api/reviews/{id}/drafts/read-back", ReadBackAsync).OpenTo(Access.Coordinators)
            .WithName("readDraftsBack")
            .WithSummary("Reads the released drafts back to those who replied, now instead of at half of the preview.")
            .Returns(200, "Members are asked.", DraftExamples.Drafts);
    }

    /// <summary>Writes a recommendation.</summary>
    internal static Task<IResult> CreateAsync(HttpContext context, DraftEntry body) => WriteAsync(
        context, (review, now) => WritingDrafts.Create(review, body.Written, context.Principal().KeyId, now), created: true);

    /// <summary>Drops a draft.</summary>
    internal static Task<IResult> DropAsync(HttpContext context, DraftDropped body) =>
        ReviewRoutes.Reasoned(body.Reason) ?? WithTagAsync(context, (id, tag) => WriteAsync(
        context, (review, now) => WritingDrafts.Drop(review, id, body.Reason.Trim(), tag, context.Principal().KeyId, now)));

    /// <summary>Makes one draft of several.</summary>
    internal static Task<IResult> MergeAsync(HttpContext context, DraftsMerged body) =>
        ReviewRoutes.Reasoned(body.Reason) ?? WithTagAsync(context, tag => WriteAsync(
        context, (review, now) =>
            WritingDrafts.Merge(review, body.Drafts, body.Text, body.Addressee, body.Reason.Trim(), tag, context.Principal().KeyId, now)));

    /// <summary>Puts the drafts in order.</summary>
    internal static Task<IResult> OrderAsync(HttpContext context, DraftsOrdered body) => WithTagAsync(context, tag => WriteAsync(
        context, (review, now) => WritingDrafts.Order(review, body.Drafts, tag, context.Principal().KeyId, now)));

    /// <summary>Stores a translation of a draft.</summary>
    internal static Task<IResult> TranslateAsync(HttpContext context, DraftTranslated body) =>
        WithTagAsync(context, (id, tag) => WriteAsync(
        context, (review, now) =>
            TranslatingDrafts.Decide(review, id, context.RouteText("language"), body.Translator, body.Text, tag, context.Principal().KeyId,
                now)));

    /// <summary>Reads the drafts back now.</summary>
    internal static Task<IResult> ReadBackAsync(HttpContext context) =>
        WriteAsync(context, (review, now) => WritingDrafts.Ready(review, context.Principal().KeyId, now));

    private static Task<IResult> ReadAsync(HttpContext context) => ReviewRoutes.WithReviewAsync(context, async (reviews, stored) =>
    {
        // It shows what members said when a draft was read back to them.
        await context.RecordViewAsync($"drafts/{stored.State.Id}", stored.State.FollowUps.Select(f => f.MemberId));
        return await ShowAsync(context, reviews, stored.State);
    });

    /// <summary>Changes a draft.</summary>
    internal static Task<IResult> ChangeAsync(HttpContext context, DraftEntry body) => WithTagAsync(context, async (id, tag) =>
    {
        var reviews = context.Need<ReviewStore>();
        if (await ReviewRoutes.FindAsync(context, reviews) is not { } stored || stored.State.Drafting.Find(id) is not { } draft)
            return Problem.NotFound();
        // The same words again are no other words; the version makes sure that they are still the same when it is stored.
        var same = body.Text is { } text
            && text.Trim() == await reviews.ReadContentAsync(stored.State.Id, draft.Content, context.RequestAborted);
        var written = same ? body.Written with { Text = null } : body.Written;
        return await WriteAsync(context,
            (review, now) => WritingDrafts.Change(review, id, written, body.Reason?.Trim(), tag, context.Principal().KeyId, now));
    });

    /// <summary>A draft's id and the version that was read; refuses a request that does not say which version it changes.</summary>
    private static Task<IResult> WithTagAsync(HttpContext context, Func<int, string, Task<IResult>> act) =>
        WithTagAsync(context, tag => int.TryParse(context.RouteText("draft"), out var id)
            ? act(id, tag)
            : Task.FromResult<IResult>(Problem.NotFound()));

    private static Task<IResult> WithTagAsync(HttpContext context, Func<string, Task<IResult>> act) =>
        context.IfMatch() is { } tag ? act(tag) : Task.FromResult<IResult>(Problem.NeedsIfMatch());

    private static async Task<IResult> WriteAsync(
        HttpContext context, Func<Review, DateTimeOffset, Decided<WritingDrafts.Answer>> decide, bool created = false)
    {
        var reviews = context.Need<ReviewStore>();
        if (await ReviewRoutes.FindAsync(context, reviews) is not { } stored)
            return Problem.NotFound();
        var decided = await context.Need<ReviewCommands>().DecideAsync(stored.State.Id, decide, cancellationToken: context.RequestAborted);
        var review = decided!.Change?.State ?? stored.State;
        return decided.Result switch
        {
            { Outcome: WritingDrafts.Outcome.NotFound } => Problem.NotFound(),
            { Outcome: WritingDrafts.Outcome.Changed } => Problem.Changed(),
            { Outcome: WritingDrafts.Outcome.Refused, Faults: var faults } => Problem.Faults(faults),
            { Outcome: WritingDrafts.Outcome.NotNow } =>
                Problem.Conflict("Recommendations are written between the close and the report; what went out changes no more."),
            { Draft: { } id } when review.Drafting.Find(id) is { } draft => Answer.Json(
                await DraftView.OfAsync(review, draft, reviews, context.RequestAborted),
                created ? StatusCodes.Status201Created : StatusCodes.Status200OK, draft.Tag),
            _ => await ShowAsync(context, reviews, review),
        };
    }

    private static async Task<IResult> ShowAsync(HttpContext context, ReviewStore reviews, Review review) =>
        Answer.Json(await OfAsync(context, reviews, review), etag: review.Drafting.Tag);

    /// <summary>What is written so far.</summary>
    internal static async Task<DraftsView> OfAsync(HttpContext context, ReviewStore reviews, Review review)
    {
        var drafting = review.Drafting;
        var drafts = new List<DraftView>();
        foreach (var draft in drafting.Drafts)
            drafts.Add(await DraftView.OfAsync(review, draft, reviews, context.RequestAborted));
        return new(
            drafts, Addressees.Of(review), WritingDrafts.NotTakenUp(review), drafting.Dropped, drafting.Merged, drafting.Reworded,
            ReadingBack.At(review, context.Need<BusinessCalendar>()), ReadingBack.Untranslated(review),
            [.. review.FollowUps.Where(f => f.Kind is FollowUpKind.ReadBack).Select(ReadBackView.Of)]);
    }
}
