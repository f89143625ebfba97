using System.Globalization;
using CtVoice.Core.Calendar;
using CtVoice.Core.Commands;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.Drafts;
using CtVoice.Core.Reviews.FollowUps;
using CtVoice.Language.Meaning;
using CtVoice.Web.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Routes;

/// <summary>What a person reads, edits and releases before any word leaves: for the agencies and for everybody, each on its own.</summary>
internal static class PreviewRoutes
{
    internal static void MapPreviews(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(
            "/api/reviews/{id}/preview",
            context => ReviewRoutes.WithReviewAsync(context,
                async (reviews, stored) => Answer.Json(await TextsAsync(context, reviews, stored.State))))
            .OpenTo(Access.Coordinators)
            .WithName("readPreview")
            .WithSummary("Every text that may leave: the original, the agencies' text, the public text. The view is recorded.")
            .Returns(200, "The texts.", new List<PreviewText> { DraftExamples.Preview });
        endpoints.MapGet("/api/register/{id}/report", ReadPublicAsync).OpenTo(Access.Public)
            .WithName("readPublicReport")
            .WithSummary("The report as everybody may read it: only texts that a person released for the public.")
            .Returns(200, "The report; 404 before it went out.", Examples.Report);
        endpoints.MapPost<PreviewRelease>(
            "/api/reviews/{id}/preview/{text}/release",
            (context, body) => ReleaseAsync(context, TextName.Parse(context.RouteText("text")), body.For, body.Text, body.NobodyMeant))
            .OpenTo(Access.Coordinators)
            .WithName("releaseText").WithSummary("Releases one text for the agencies or for everybody, as written or as edited.")
            .WithDescription("Numbers that look like those of people or cases are masked whatever is sent. Words in the first person are "
                + "refused: say it in other words. A word for somebody's housing, benefits, health or time in custody needs a sentence, "
                + "once, that nobody's own life is meant. What is released after the report leaves with its one supplement; after that a "
                + "reply is shown beside the recommendations and starts no clock.")
            .Header("If-Match", "Of a draft, the version that was read; required.")
            .Takes(new PreviewRelease(Audience.Agency, "Take out names.")).Returns(200, "Released.", Examples.Review);
        endpoints.MapPost<ReleaseTakenBack>(
            "/api/reviews/{id}/preview/{text}/take-back",
            (context, body) => TakeBackAsync(context, TextName.Parse(context.RouteText("text")), body))
            .OpenTo(Access.Coordinators)
            .WithName("takeReleaseBack")
            .WithSummary("Takes a release back, with a reason, before the report or the supplement that it waits for goes out.")
            .Takes(new ReleaseTakenBack(Audience.Agency, "It still names a school.")).Returns(200, "Taken back.", Examples.Review);
        endpoints.MapPost<WordsKept>(
            "/api/reviews/{id}/preview/{text}/withhold",
            (context, body) => WithholdAsync(context, TextName.Parse(context.RouteText("text")), body))
            .OpenTo(Access.Coordinators)
            .WithName("withholdWords")
            .WithSummary("Decides that the words of a reply are not passed on; the reply counts, and its writer is told.")
            .WithDescription("The public sees how many are withheld, without reasons. Releasing the words afterwards undoes it, until "
                + "members are told what became of the advice.")
            .Path("text", "Name of the reply in the preview.")
            .Takes(new WordsKept(WithheldBecause.Identifying)).Returns(200, "Withheld.", Examples.Review);
        endpoints.MapPost<SpokenFollowUp>(
            "/api/reviews/{id}/follow-ups/dictated",
            async (context, body) => await TakeAsync(context, body) switch
            {
                (_, { } refused) => refused,
                (var taken, _) => Answer.Json(taken!),
            })
            .OpenTo(Access.Coordinators)
            .WithName("dictateFollowUp").WithSummary("Takes a member's spoken answer to a read-back, or to \"did this answer you?\".")
            .WithDescription("It counts like any other. Its words are looked at like written ones: say says what to tell the member "
                + "before you hang up. With an Idempotency-Key header the same answer is taken once.")
            .Repeatable()
            .Takes(new SpokenFollowUp("m-18", FollowUpKind.ReadBack, 2, "I did not say that.", "Ana Silva", true))
            .Returns(200, "Taken.", new DictatedFollowUpView(false, [], null, Examples.Review));
    }

    private static async Task<IResult> ReadPublicAsync(HttpContext context)
    {
        var reviews = context.Need<ReviewStore>();
        return ReviewIds.IsPublic(context.RouteText("id"))
            && await reviews.ReadAsync(context.RouteText("id"), context.RequestAborted) is { } stored
            && await ReportView.OfAsync(stored.State, reviews, context.Now(), Audience.Public, context.RequestAborted) is { } report
                ? Answer.Json(report)
                : Problem.NotFound();
    }

    /// <summary>Every text that may leave, before and after a person edited it. The view is recorded.</summary>
    internal static async Task<List<PreviewText>> TextsAsync(HttpContext context, ReviewStore reviews, Review review)
    {
        await context.Need<Core.Board.IViewLog>().RecordAsync(new(
            context.Now(), context.Principal().KeyId, $"preview/{review.Id}",
            [.. review.Replies.Select(r => r.MemberId).Concat(review.FollowUps.Select(f => f.MemberId)).Distinct(StringComparer.Ordinal)]),
            context.RequestAborted);
        var texts = new List<PreviewText>();
        foreach (var reply in review.Replies.Where(r => r.HasWords))
            await AddAsync(
                new(WordsOf.Reply, reply.Number), reply.Question, reply.Release, reply.PublicRelease, reply.HeldBecause, reply.Quotable,
                null,
                reply.Releasable ? DecidingWords.On(review, reply) : null, reply.Withheld?.Because);
        foreach (var draft in review.Drafting.Drafts)
            await AddAsync(new(WordsOf.Draft, draft.Id), null, draft.Release, draft.PublicRelease, [], true, draft.Tag);
        foreach (var said in review.FollowUps.Where(f => f is { Kind: FollowUpKind.ReadBack, HasWords: true }))
            await AddAsync(new(WordsOf.Objection, said.Number), null, said.Release, said.PublicRelease, said.HeldBecause, !said.NotQuoted,
                null);
        return texts;

        async Task AddAsync(
            TextName name, int? question, TextReleased? agency, TextReleased? everybody, IReadOnlyList<string> held, bool quotable,
            string? version,
            WordsDecision? decision = null, WithheldBecause? because = null)
        {
            var original = await OriginalAsync(reviews, review, name, context.RequestAborted) ?? "";
            var doubt = await WordsInDoubt.OfAsync(reviews, review, PiecesOf(review, name), context.RequestAborted);
            texts.Add(new(
                name.ToString(), question, Masking.Mask(original), await ReleasedAsync(agency), await ReleasedAsync(everybody), held,
                quotable,
                version)
            {
                Decision = decision,
                WithheldBecause = because,
                Reword = OwnLife.In(doubt.Trimmed ?? original).Reason,
                Trimmed = doubt.Masked().Trimmed,
            });
        }

        async Task<string?> ReleasedAsync(TextReleased? release) =>
            release is null ? null : await reviews.ReadContentAsync(review.Id, release.Content, context.RequestAborted);
    }

    /// <summary>Releases a text, as written when none is given.</summary>
    internal static async Task<IResult> ReleaseAsync(HttpContext context, TextName? name, Audience audience, string? edited,
        string? nobodyMeant)
    {
        var reviews = context.Need<ReviewStore>();
        if (name is null || await ReviewRoutes.FindAsync(context, reviews) is not { } stored
            || await OriginalAsync(reviews, stored.State, name, context.RequestAborted) is not { } original)
            return Problem.NotFound();
        if (name.Of is WordsOf.Draft && context.IfMatch() is null)
            return Problem.NeedsIfMatch();
        if (edited is { } given && given.Trim().Length is 0 or > 4000)
            return Problem.Faults("/text", "A released text has 1 to 4,000 characters; leave it out to release the words as written.");
        if (nobodyMeant is { } because && because.Trim().Length is 0 or > 500)
            return Problem.Faults("/nobodyMeant", "Say in 1 to 500 characters why nobody's own life is meant.");
        var text = edited ?? original;
        var own = (await WordsInDoubt.OfAsync(reviews, stored.State, PiecesOf(stored.State, name), context.RequestAborted)).Trimmed;
        var otherWords = text.Trim() != original.Trim() && text.Trim() != own?.Trim();
        if (name.Of is WordsOf.Draft && await RepeatsAsync(reviews, stored.State, text, context.RequestAborted) is { } number)
            return Problem.Faults("/text",
                $"It repeats words of reply {number.ToString(CultureInfo.InvariantCulture)}, whose member took them back "
                + "or does not want to be quoted; say it in other words.");
        var decided = await context.Need<ReviewCommands>().DecideAsync(
            stored.State.Id, (review, now) => ReleasingWords.Release(
                review, name, audience, text, context.IfMatch(), context.Principal().KeyId, context.Need<BusinessCalendar>(), now,
                otherWords, writtenOut: edited is not null, nobodyMeant?.Trim()),
            cancellationToken: context.RequestAborted);
        return decided!.Result switch
        {
            ReleasingWords.Outcome.Released =>
                Answer.Json(ReviewView.ForInsiders(context, decided.Change!.State),
                    etag: name.Of is WordsOf.Draft ? decided.Change.State.Drafting.Find(name.Number)!.Tag : null),
            ReleasingWords.Outcome.Changed => Problem.Changed(),
            ReleasingWords.Outcome.Unsure => Problem.Faults("/text", WordsInDoubt.TrimFirst),
            ReleasingWords.Outcome.OwnLife => Problem.Faults("/text", OwnLife.In(text).Reason!),
            _ => Problem.Conflict(
                "These words are released already, may not be quoted, or it is too late: the supplement went out, or the review is over."),
        };
    }

    /// <summary>Takes a release back before it leaves.</summary>
    internal static Task<IResult> TakeBackAsync(HttpContext context, TextName? name, ReleaseTakenBack body) =>
        ReviewRoutes.Reasoned(body.Reason)
        ?? (name is null
            ? Task.FromResult<IResult>(Problem.NotFound())
            : ReviewRoutes.DecideAsync(
                context, (review, now) =>
                    ReleasingWords.TakeBack(review, name, body.For, body.Reason.Trim(), context.Principal().KeyId, now),
                "Nothing is released under this name, or the report or its supplement went out with it."));

    /// <summary>Decides that the words of a reply are not passed on.</summary>
    internal static async Task<IResult> WithholdAsync(HttpContext context, TextName? text, WordsKept body)
    {
        var reviews = context.Need<ReviewStore>();
        if (text is not { Of: WordsOf.Reply } name || await ReviewRoutes.FindAsync(context, reviews) is not { } stored)
            return Problem.NotFound();
        var decided = await context.Need<ReviewCommands>().DecideAsync(
            stored.State.Id, (review, now) => DecidingWords.Withhold(review, name.Number, body.Because, context.Principal().KeyId, now),
            cancellationToken: context.RequestAborted);
        return decided!.Result switch
        {
            DecidingWords.Outcome.Withheld or DecidingWords.Outcome.Repeated =>
                Answer.Json(ReviewView.ForInsiders(context, (await reviews.ReadAsync(stored.State.Id, context.RequestAborted))!.State)),
            DecidingWords.Outcome.Released =>
                Problem.Conflict(
                    "These words are released, or a draft is made from them; take the release back, or change or drop the draft first."),
            DecidingWords.Outcome.NotNow =>
                Problem.Conflict("Its writer was told already that the words are not passed on, or the review is over."),
            _ => Problem.NotFound(),
        };
    }

    /// <summary>Takes a spoken answer to a follow-up; or says why it cannot be taken.</summary>
    internal static async Task<(DictatedFollowUpView? Taken, Problem? Refused)> TakeAsync(HttpContext context, SpokenFollowUp body)
    {
        var reviews = context.Need<ReviewStore>();
        if (await ReviewRoutes.FindAsync(context, reviews) is not { } stored)
            return (null, Problem.NotFound());
        if (body.Check() is { Count: > 0 } faults)
            return (null, Problem.Faults(faults));
        var (key, tooLong) = IdempotencyKey.Of(context);
        if (tooLong is not null)
            return (null, tooLong);
        var spoken = new Dictating.Spoken(
            body.MemberId, key ?? Guid.NewGuid().ToString("N"), 0, body.Choice, body.Words,
            new(context.Principal().KeyId, body.Interpreter?.Trim(), body.ReadBack) { FromPaper = body.FromPaper });
        var said = await context.Need<DictatedReplies>().TakeAsync(stored.State, body.Kind, spoken, context.RequestAborted);
        return said.Taken.Place is FollowingUp.Place.NotAsked
            ? (null, Problem.Conflict("This member takes no part in this review." + DictationCheck.AllTheSame(said.Say)))
            : (new DictatedFollowUpView(
                said.Taken.Place is FollowingUp.Place.Late, said.Flags, said.Say,
                ReviewView.ForInsiders(context, (await reviews.ReadAsync(stored.State.Id, context.RequestAborted))!.State)), null);
    }

    /// <summary>The messages of a reply or an objection; none of a draft.</summary>
    private static IEnumerable<ReplyPiece> PiecesOf(Review review, TextName name) => name.Of switch
    {
        WordsOf.Reply => review.Replies.FirstOrDefault(r => r.Number == name.Number)?.Pieces ?? [],
        WordsOf.Objection when review.FollowUps.FirstOrDefault(f => f.Number == name.Number) is { } said => said.Pieces.Concat(said.Late),
        _ => [],
    };

    /// <summary>The words as they came; null when there are none under this name.</summary>
    private static async Task<string?> OriginalAsync(ReviewStore reviews, Review review, TextName name, CancellationToken cancellationToken)
    {
        var keys = name.Of is WordsOf.Draft
            ? review.Drafting.Find(name.Number) is { } draft ? [draft.Content] : []
            : PiecesOf(review, name).Select(p => p.Content);
        var words = new List<string>();
        foreach (var key in keys.OfType<string>())
            words.Add(await reviews.ReadContentAsync(review.Id, key, cancellationToken) ?? "");
        return words.Count == 0 ? null : string.Join("\n", words);
    }

    /// <summary>The first reply that may not be quoted, or was taken back, and whose words a text repeats;
    /// null when it repeats none.</summary>
    private static async Task<int?> RepeatsAsync(ReviewStore reviews, Review review, string text, CancellationToken cancellationToken)
    {
        foreach (var reply in review.Replies.Where(r => r.HasWords && (r.NotQuoted || r.Withdrawn)))
        {
            if (await OriginalAsync(reviews, review, new(WordsOf.Reply, reply.Number), cancellationToken) is { } words
                && Verbatim.Repeats(text, words))
                return reply.Number;
        }
        return null;
    }
}
