using CtVoice.Core.Calendar;
using CtVoice.Core.Commands;
using CtVoice.Core.Lists;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.Drafts;
using CtVoice.Core.Storage;
using CtVoice.Language.Meaning;
using CtVoice.Web.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Routes;

/// <summary>Reading reviews, and what the coordinator does with them.</summary>
internal static class ReviewRoutes
{
    internal static void MapReviews(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/reviews", ListAsync).OpenTo(Access.Readers)
            .WithName("listReviews").WithSummary("Lists reviews, newest first; an agency sees its own and those that advise it.")
            .Query("year", "Year received (UTC), for coordinators; this year when absent.")
            .Query("state", "Where a review stands, such as open or answering.")
            .Query("practice", "true for practice reviews of all years, for coordinators.").Query("continuation", "From the page before.")
            .Returns(200, "One page.", Examples.Page);
        endpoints.MapGet(
            "/api/reviews/{id}",
            context => WithReviewAsync(context, (_, stored) =>
            {
                // The version is of what is shown: one of what is stored would tell of each reply.
                var shown = Inside(context) ? ReviewView.ForInsiders(context, stored.State) : ReviewView.Of(stored.State);
                return Task.FromResult(Answer.Json(shown, etag: Versions.Of(shown)));
            }))
            .OpenTo(Access.Readers)
            .WithName("readReview").WithSummary("Reads where a review stands.")
            .Returns(200, "The review.", Examples.Review);
        endpoints.MapGet(
            "/api/reviews/{id}/timeline",
            context => WithReviewAsync(context, async (reviews, stored) =>
            {
                var ledger = await reviews.ReadLedgerAsync(stored.State.Id, context.RequestAborted);
                return Answer.Json(Inside(context) ? [.. ledger.Select(TimelineEntry.Of)] : PublicSteps.Of(ledger));
            }))
            .OpenTo(Access.Readers)
            .WithName("readTimeline").WithSummary("What happened so far: days, steps and roles.")
            .WithDescription("An agency reads what offices did and what fell due, numbered by itself; what residents did, and what was "
                + "sent to them, is for coordinator and auditor.")
            .Returns(200, "The steps, oldest first.", new List<TimelineEntry> { new(1, new(2026, 12, 1), "project-submitted", "agency") });
        endpoints.MapGet(
            "/api/reviews/{id}/report",
            context => WithReviewAsync(context, async (reviews, stored) =>
                await ReportView.OfAsync(stored.State, reviews, context.Now(), Audience.Agency, context.RequestAborted) is { } report
                    ? Answer.Json(report)
                    : Problem.NotFound()))
            .OpenTo(Access.Readers)
            .WithName("readReport").WithSummary("The report with its recommendations and their answers.")
            .Returns(200, "The report; 404 before it went out.", Examples.Report);
        endpoints.MapGet(
            "/api/reviews/{id}/ledger",
            context => WithReviewAsync(context, async (reviews, stored) =>
                Answer.Json((await reviews.ReadLedgerAsync(stored.State.Id, context.RequestAborted)).Select(LedgerView.Of).ToList())))
            .OpenTo(Access.Insiders)
            .WithName("readLedger").WithSummary("Every entry of the ledger with its hash.")
            .Returns(200, "The entries, oldest first.", new List<LedgerView>());
        endpoints.MapGet(
            "/api/reviews/{id}/panel",
            context => WithReviewAsync(context, (_, stored) => Task.FromResult(Panel(stored.State))))
            .OpenTo(Access.Insiders)
            .WithName("readPanel").WithSummary("Who was chosen and passed over, with every reason.")
            .Returns(200, "The panel; 404 before it was chosen.", Examples.Panel);
        endpoints.MapGet(
            "/api/reviews/{id}/replies",
            context => WithReviewAsync(context, async (reviews, stored) => Answer.Json(await RepliesAsync(context, reviews, stored.State))))
            .OpenTo(Access.Insiders)
            .WithName("readReplies").WithSummary("What members answered, as written. The view is recorded.")
            .Returns(200, "The replies.", new List<ReplyView> { Examples.Reply });

        endpoints.MapPost<NeedDecision>("/api/reviews/{id}/need", DecideNeedAsync).OpenTo(Access.Coordinators)
            .WithName("decideNeed").WithSummary("Decides whether residents are asked, where the figures do not.")
            .Takes(new NeedDecision(true, "People on benefits are in the data.")).Returns(200, "Decided.", Examples.Review);
        endpoints.MapPost<WordsRelease>("/api/reviews/{id}/replies/{number}/release", ReleaseWordsAsync).OpenTo(Access.Coordinators)
            .WithName("releaseWords").WithSummary("Releases the words of a reply for the report, as written or as given.")
            .Takes(new WordsRelease("Take out names before you share.")).Returns(200, "Released.", Examples.Review);
        endpoints.MapPost<RenderingGiven>("/api/reviews/{id}/replies/{number}/rendering", RenderAsync).OpenTo(Access.Coordinators)
            .WithName("renderReply")
            .WithSummary("Keeps what a reply says in English, typed by a person; the reply stays as written, and nothing leaves by it.")
            .Takes(new RenderingGiven("Take out names before you share.", "Marisol Vega")).Returns(204, "Kept.");
        endpoints.MapPost<Extension>("/api/reviews/{id}/extend", ExtendAsync).OpenTo(Access.Coordinators)
            .WithName("extendWindow").WithSummary("Gives members more time, with a public reason.")
            .Takes(new Extension(3, "A storm closed offices for two days.")).Returns(200, "Extended.", Examples.Review);
        endpoints.MapPost("/api/reviews/{id}/sendings/{what}/stop", StopAsync).OpenTo(Access.Coordinators)
            .WithName("stopSending").WithSummary("Stops what is about to go out to a panel; nothing leaves.")
            .WithDescription("What is about to go out stands in the review under goingOut. Texts that would have been asked with need a "
                + "release again; anything else waits until it is resumed.")
            .Path("what", "asking, read-back, outcome or update.")
            .Returns(200, "Stopped.", Examples.Review);
        endpoints.MapPost("/api/reviews/{id}/sendings/{what}/resume", ResumeAsync).OpenTo(Access.Coordinators)
            .WithName("resumeSending").WithSummary("Lets go what was stopped: it goes out after the same time as before.")
            .Path("what", "read-back, outcome or update.")
            .Returns(200, "It goes out.", Examples.Review);
        endpoints.MapPost<Cancellation>("/api/reviews/{id}/cancel", CancelAsync).OpenTo(Access.Coordinators)
            .WithName("cancelReview").WithSummary("Ends a review, with a public reason.")
            .Takes(new Cancellation("The agency withdrew the project.")).Returns(200, "Cancelled.", Examples.Review);
    }

    /// <summary>Decides whether residents are asked.</summary>
    internal static Task<IResult> DecideNeedAsync(HttpContext context, NeedDecision body) =>
        Reasoned(body.Reason) ?? DecideAsync(context, (review, now) =>
        Assessing.ByCoordinator(review, body.Required, body.Reason, context.Principal().KeyId, now), "Nothing is left to decide here.");

    /// <summary>Releases the words of a reply for the agencies.</summary>
    internal static Task<IResult> ReleaseWordsAsync(HttpContext context, WordsRelease body) => PreviewRoutes.ReleaseAsync(
        context, int.TryParse(context.RouteText("number"), out var number) ? new(WordsOf.Reply, number) : null, Audience.Agency, body.Text,
        body.NobodyMeant);

    /// <summary>Keeps what a reply says in English.</summary>
    internal static async Task<IResult> RenderAsync(HttpContext context, RenderingGiven body)
    {
        var faults = new List<Core.Json.Fault>();
        if (body.Text.Trim().Length is 0 or > Rendering.Longest)
            faults.Add(new("/text",
                FormattableString.Invariant($"Write what it says in English, in 1 to {Rendering.Longest} characters.")));
        if (body.Translator.Trim().Length is 0 or > 200)
            faults.Add(new("/translator", "Name the person who rendered it, in 1 to 200 characters."));
        if (faults.Count > 0)
            return Problem.Faults(faults);
        if (await FindAsync(context, context.Need<ReviewStore>()) is not { } stored
            || !int.TryParse(context.RouteText("number"), out var number))
            return Problem.NotFound();
        var decided = await context.Need<ReviewCommands>().DecideAsync(
            stored.State.Id,
            (review, now) => Rendering.Write(review, number, body.Text.Trim(), body.Translator.Trim(), context.Principal().KeyId, now),
            cancellationToken: context.RequestAborted);
        return decided is { Result: true } ? Answer.Nothing() : Problem.NotFound();
    }

    /// <summary>Gives members more time.</summary>
    internal static Task<IResult> ExtendAsync(HttpContext context, Extension body) => body.BusinessDays is < 1 or > 20
        ? Task.FromResult<IResult>(Problem.Faults("/businessDays", "Give 1 to 20 business days."))
        : Reasoned(body.Reason) ?? DecideAsync(context, (review, now) => Closing.ExtendByCoordinator(
            review, body.BusinessDays, body.Reason, context.Principal().KeyId, context.Need<BusinessCalendar>(), now),
            "Only an open review can be extended.");

    /// <summary>Ends a review.</summary>
    internal static Task<IResult> CancelAsync(HttpContext context, Cancellation body) =>
        Reasoned(body.Reason) ?? DecideAsync(context, (review, now) =>
        Closing.Cancel(review, body.Reason, context.Principal().KeyId, now), "A review whose report went out is not cancelled.");

    /// <summary>Stops what is about to go out.</summary>
    internal static Task<IResult> StopAsync(HttpContext context) =>
        OfSendingAsync(context, Departing.Stop, "It is not about to go out: it has left, or was stopped before.");

    /// <summary>Lets go what was stopped.</summary>
    internal static Task<IResult> ResumeAsync(HttpContext context) =>
        OfSendingAsync(context, Departing.LetGo, "It was not stopped, or it is too late for it to go out. Texts are released instead.");

    private static Task<IResult> OfSendingAsync(
        HttpContext context, Func<Review, PanelMessage, string, BusinessCalendar, DateTimeOffset, Decided<bool>> decide, string not) =>
        Departing.Find(context.RouteText("what")) is { } what
            ? DecideAsync(context, (review, now) => decide(review, what, context.Principal().KeyId, context.Need<BusinessCalendar>(), now),
                not)
            : Task.FromResult<IResult>(Problem.NotFound());

    private static bool Inside(HttpContext context) => Access.Insiders.Roles.Contains(context.Principal().Role);

    private static async Task<IResult> ListAsync(HttpContext context)
    {
        var principal = context.Principal();
        var now = context.Now();
        var year = int.TryParse(context.QueryText("year"), out var asked) && asked is > 2000 and < 10000 ? asked : now.Year;
        var partition = principal.Agency is { } agency ? ReviewLists.OfAgency(agency)
            : context.QueryText("practice") is "true" ? ReviewLists.Practice : ReviewLists.OfYear(year);
        ReviewStage? state = null;
        if (context.QueryText("state") is { } name && (state = Register.RegisterQuery.StageOf(name)) is null)
            return Register.RegisterQuery.NoState();
        var page = state is null
            ? await Listing.OfAsync(context, partition)
            : await Listing.OfAsync(context, partition, r => r.Text("stage") == state.ToString());
        var read = await Listing.SayAsync(context, "reviews", ListedRows.Read(page.Rows, r => new ReviewLine(
            r.Text("id")!, r.Text("agency")!, r.Text("title")!, Enum.Parse<ReviewStage>(r.Text("stage")!), r.Instant("since")!.Value,
            r.Instant("submittedAt")!.Value, r.Instant("closesAt"))));
        return Answer.Page(new ReviewPage(read.Lines, page.Continuation) { Unreadable = read.UnreadableOrNull }, page.Continuation);
    }

    /// <summary>Answers with a review; unknown ids and those of other agencies look alike.</summary>
    internal static async Task<IResult> WithReviewAsync(HttpContext context, Func<ReviewStore, StoredReview, Task<IResult>> answer)
    {
        var reviews = context.Need<ReviewStore>();
        return await FindAsync(context, reviews) is { } stored ? await answer(reviews, stored) : Problem.NotFound();
    }

    /// <summary>The review of the path, when the caller may know of it.</summary>
    internal static async Task<StoredReview?> FindAsync(HttpContext context, ReviewStore reviews)
    {
        var id = context.RouteText("id");
        if (!ReviewIds.IsPossible(id))
            return null;
        var stored = await reviews.ReadAsync(id, context.RequestAborted);
        return stored is not null && context.Principal().Agency is { } agency
            && !ReviewIds.MaySee(stored.State, agency) ? null : stored;
    }

    /// <summary>The panel as the coordinator sees it.</summary>
    internal static IResult Panel(Review review) => review.Panel is { } panel
        ? Answer.Json(new PanelView(
            [.. panel.Seats.Select(s => SeatView.Of(review, s))], [.. panel.Reserve.Select(s => SeatView.Of(review, s))], panel.Passed,
            panel.Notes, panel.LanguagesOutOfReach, panel.ShortBecause,
            [.. review.Overrides.Select(o => new OverrideView(o.MemberId, o.Kind, o.Reason, o.By))]))
        : Problem.NotFound();

    /// <summary>What members answered, as written. The view is recorded.</summary>
    internal static async Task<List<ReplyView>> RepliesAsync(HttpContext context, ReviewStore reviews, Review review)
    {
        await context.Need<Core.Board.IViewLog>().RecordAsync(new(
            context.Now(), context.Principal().KeyId, $"replies/{review.Id}",
            [.. review.Replies.Select(r => r.MemberId).Distinct(StringComparer.Ordinal)]), context.RequestAborted);
        var views = new List<ReplyView>();
        foreach (var reply in review.Replies)
        {
            var words = new List<string>();
            foreach (var piece in reply.Pieces.Where(p => p.Content is not null))
                words.Add(Masking.Mask(await reviews.ReadContentAsync(review.Id, piece.Content!, context.RequestAborted) ?? ""));
            var doubt = (await WordsInDoubt.OfAsync(reviews, review, reply.Pieces, context.RequestAborted)).Masked();
            views.Add(new(
                reply.Number, reply.MemberId, reply.Question, reply.Choice, words, reply.Late, reply.Release
                    is not null, reply.Pieces[0].ReceivedAt,
                reply.Pieces.Select(p => p.Dictation).OfType<Dictation>().FirstOrDefault())
            {
                Flags = reply.HeldBecause,
                Unsure = doubt.Unsure.Count == 0 ? null : doubt.Unsure,
                Decision = reply.Releasable ? DecidingWords.On(review, reply) : null,
                WithheldBecause = reply.Withheld?.Because,
                Rendering = reply is { Rendering: { } rendered, Sealed: false }
                    && await reviews.ReadContentAsync(review.Id, rendered.Content, context.RequestAborted) is { } english
                    ? new(Masking.Mask(english), rendered.Translator, rendered.At, reply.Pieces.Count > rendered.Pieces)
                    : null,
            });
        }
        return views;
    }

    /// <summary>Takes a decision on the review of the path and shows the review, or says why it could not be taken.</summary>
    internal static async Task<IResult> DecideAsync(
        HttpContext context, Func<Review, DateTimeOffset, Decided<bool>> decide, string otherwise)
    {
        var reviews = context.Need<ReviewStore>();
        if (await FindAsync(context, reviews) is not { } stored)
            return Problem.NotFound();
        var decided = await context.Need<ReviewCommands>().DecideAsync(stored.State.Id, decide, cancellationToken: context.RequestAborted);
        return decided is { Result: true }
            ? Answer.Json(ReviewView.ForInsiders(context, (await reviews.ReadAsync(stored.State.Id, context.RequestAborted))!.State))
            : Problem.Conflict(otherwise);
    }

    internal static Task<IResult>? Reasoned(string reason) => reason.Trim().Length is 0 or > 500
        ? Task.FromResult<IResult>(Problem.Faults("/reason", "Give a reason of 1 to 500 characters; it is public."))
        : null;
}
