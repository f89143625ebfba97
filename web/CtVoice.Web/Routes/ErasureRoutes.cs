using System.Globalization;
using CtVoice.Core;
using CtVoice.Core.Board;
using CtVoice.Core.Board.Erasing;
using CtVoice.Core.Json;
using CtVoice.Core.Operations;
using CtVoice.Core.Reviews;
using CtVoice.Core.Workflows.Erasing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Routes;

/// <summary>Erase requests, disposal of sealed texts, the holds that forbid it, and the auditor's look behind a seal.</summary>
internal static class ErasureRoutes
{
    private const int LongestReason = 500;

    private const int LongestElsewhere = 2_000;

    private static readonly DateTimeOffset At = new(2027, 3, 1, 15, 0, 0, TimeSpan.Zero);
    private static readonly Erasure Sample = new("m-07", "E-7KM4PXRA", At, "k-7", HowTold.ByPhone, At);
    private const string Asked = "Phone company asked on April 2, 2028: deleted on April 9. Mail service keeps nothing after 30 days.";
    private static readonly ErasureView SampleView = new(
        "m-07", Sample, ErasureWords.Of(Sample.Reference, "860-555-0100"), ErasureWords.Later(Sample));
    private static readonly Hold SampleHold =
        new("0638764284000000000-a1b2", HoldKind.Foia, "Request 2027-118 asks for this review.", "k-7", At, "r-acdefghjkm");

    internal static void MapErasure(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/members/{id}/erasure", ReadAsync).OpenTo(Access.Insiders)
            .WithName("readErasure").WithSummary("What a member who asks to be erased is told, and where their request stands.")
            .Returns(200, "The words, and the request if there is one.", SampleView);
        endpoints.MapPost<EraseRequest>("/api/members/{id}/erase", EraseAsync).OpenTo(Access.Coordinators)
            .WithName("eraseMember").WithSummary("Erases a member at their request.")
            .WithDescription("Contact stops at once; contact data, indexes, links and codes go; their words are sealed in every review; "
                + "an alternate may join in open ones. "
                    + "Nothing is sent: read the words of GET /api/members/{id}/erasure to the member first and say how they were told. "
                    + "It cannot be undone; asking again changes nothing.")
            .Takes(new EraseRequest(HowTold.ByPhone))
            .Returns(200, "Erased. Give the member the reference.", SampleView);
        endpoints.MapGet("/api/erasures", ListAsync).OpenTo(Access.Insiders)
            .WithName("listErasures").WithSummary("Every erase request, by member: whoever asks by a reference is found here.")
            .Returns(200, "The requests.", new List<Erasure> { Sample });
        endpoints.MapPost<ElsewhereRequest>("/api/members/{id}/erasure/elsewhere", RecordAsync).OpenTo(Access.Coordinators)
            .WithName("recordElsewhere")
            .WithSummary("Writes down what others answered who were asked to delete their copies of an erased member.")
            .WithDescription("The phone company, the mail service, whoever keeps backups and logs. The office is reminded to ask them "
                + "(ask-elsewhere among what waits) until this says that everybody answered. The ledger of each review of the member says "
                + "who wrote it down and when, and not what; the same words again change nothing.")
            .Takes(new ElsewhereRequest(Asked, true))
            .Returns(200, "Written down.", SampleView with
            { Erasure = Sample with { Elsewhere = Asked, Answers = [new("1f0c55aa9be2", At.AddDays(30), "k-7", Asked, true)] } });
        endpoints.MapPost<DisposeRequest>("/api/members/{id}/dispose", DisposeAsync).OpenTo(Access.Coordinator)
            .WithName("disposeOfTexts")
            .WithSummary("Destroys the sealed words of an erased member, with their salts, under a signed disposal approval (RC-108).")
            .WithDescription("Refused while a hold covers any of them. The ledger names the approval, and that alone lets verification "
                + "accept that they are gone (CGS 11-8b).")
            .Takes(new DisposeRequest("RC-108 2027-014", Asked))
            .Returns(200, "Destroyed.", SampleView with
            { Erasure = Sample with { Authority = "RC-108 2027-014", DisposedAt = At.AddDays(400), Elsewhere = Asked } });
        endpoints.MapGet("/api/holds", ListHoldsAsync)
            .OpenTo(Access.Insiders)
            .WithName("listHolds").WithSummary("Every hold, those that were lifted included, oldest first.")
            .Returns(200, "The holds.", new List<Hold> { SampleHold });
        endpoints.MapPost<HoldRequest>("/api/holds", SetAsync).OpenTo(Access.Coordinators)
            .WithName("setHold").WithSummary("Forbids the destruction of texts: of a member, of a review, or of all.")
            .Takes(new HoldRequest(HoldKind.Foia, SampleHold.Reason, "r-acdefghjkm")).Returns(201, "Set.", SampleHold);
        endpoints.MapPost<ReasonGiven>("/api/holds/{id}/lift", LiftAsync).OpenTo(Access.Coordinators)
            .WithName("liftHold").WithSummary("Lifts a hold, with a reason.")
            .Takes(new ReasonGiven("The request was answered on March 1."))
            .Returns(200, "Lifted.", SampleHold with { Lifted = new(At, "k-7", "The request was answered on March 1.") });
        endpoints.MapPost<ReasonGiven>("/api/reviews/{id}/replies/{number}/sealed", ReadSealedAsync).OpenTo(Access.Auditors)
            .WithName("readSealedReply")
            .WithSummary("Shows an auditor sealed words. The view and its reason are recorded before anything is shown.")
            .Takes(new ReasonGiven("Complaint 2027-3 says that this reply was changed."))
            .Returns(200, "The words.", new SealedWordsView(4, ["2 only if names are removed"]));
    }

    internal static async Task<IResult> ReadAsync(HttpContext context) =>
        await MemberRoutes.MemberAsync(context) is { } member ? await ShowAsync(context, member.Id) : Problem.NotFound();

    internal static async Task<IResult> ListHoldsAsync(HttpContext context) =>
        Answer.Json((await Listing.SayAsync(context, "holds", await context.Need<HoldStore>().ListAsync(context.RequestAborted))).Lines);

    internal static async Task<IResult> EraseAsync(HttpContext context, EraseRequest body)
    {
        if (await MemberRoutes.MemberAsync(context) is not { } member)
            return Problem.NotFound();
        _ = await context.Need<ErasingMembers>().EraseAsync(member.Id, context.Principal().KeyId, body.Told, context.RequestAborted);
        await context.Need<BoardChanged>().WakeAsync(context.RequestAborted);
        return await ShowAsync(context, member.Id);
    }

    internal static async Task<IResult> ListAsync(HttpContext context) =>
        Answer.Json(await context.Need<ErasureStore>().AllAsync(context.RequestAborted));

    internal static async Task<IResult> RecordAsync(HttpContext context, ElsewhereRequest body)
    {
        if (await MemberRoutes.MemberAsync(context) is not { } member)
            return Problem.NotFound();
        if (body.Says.Trim().Length is 0 or > LongestElsewhere)
            return Problem.Faults("/says", $"Say who was asked and what they answered, in 1 to {LongestElsewhere} characters.");
        return await context.Need<CopiesElsewhere>().RecordAsync(
            member.Id, body.Says.Trim(), body.Settled, context.Principal().KeyId, context.RequestAborted) is null
            ? Problem.Conflict("This member has not asked to be erased.")
            : await ShowAsync(context, member.Id);
    }

    internal static async Task<IResult> DisposeAsync(HttpContext context, DisposeRequest body)
    {
        if (await MemberRoutes.MemberAsync(context) is not { } member)
            return Problem.NotFound();
        if (body.Authority.Trim().Length is 0 or > 60)
            return Problem.Faults("/authority", "Give the number of the signed disposal approval (RC-108), in 1 to 60 characters.");
        if (body.Elsewhere?.Length > LongestElsewhere)
            return Problem.Faults("/elsewhere", $"At most {LongestElsewhere} characters.");
        return await context.Need<DestroyTexts>().DisposeAsync(
            member.Id, body.Authority.Trim(), context.Principal().KeyId, body.Elsewhere?.Trim(), context.RequestAborted) switch
        {
            Disposal.Done => await ShowAsync(context, member.Id),
            Disposal.Held held =>
                Problem.Conflict("A hold stands: "
                    + string.Join("; ", held.Holds.Select(h => $"{h.Id} ({h.Kind.ToString().ToLowerInvariant()})"))),
            _ => Problem.Conflict("Only texts that were sealed at the request of their writer are disposed of, and this member has not "
                + "asked, or the sealing goes on."),
        };
    }

    internal static async Task<IResult> SetAsync(HttpContext context, HoldRequest body)
    {
        var faults = new List<Fault>();
        if (Unreasonable(body.Reason))
            faults.Add(ReasonFault);
        if (body.ReviewId is { } review
            && (!ReviewIds.IsPossible(review) || await context.Need<ReviewStore>().ReadAsync(review, context.RequestAborted) is null))
            faults.Add(new("/reviewId", "There is no such review."));
        if (body.MemberId is { } member
            && (!Member.IsId(member) || await context.Need<BoardStore>().GetAsync(member, context.RequestAborted) is null))
            faults.Add(new("/memberId", "There is no such member."));
        if (faults.Count > 0)
            return Problem.Faults(faults);
        var hold = await context.Need<SettingHolds>().SetAsync(
            body.Kind, body.ReviewId, body.MemberId, body.Reason.Trim(), context.Principal().KeyId, context.RequestAborted);
        return Answer.Json(hold, StatusCodes.Status201Created);
    }

    internal static async Task<IResult> LiftAsync(HttpContext context, ReasonGiven body)
    {
        var id = context.RouteText("id");
        if (Unreasonable(body.Reason))
            return Problem.Faults([ReasonFault]);
        // What is no key at all is no hold either.
        return id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
            && await context.Need<HoldStore>().LiftAsync(
                id, body.Reason.Trim(), context.Principal().KeyId, context.Now(), context.RequestAborted)
                is { } lifted
            ? Answer.Json(lifted)
            : Problem.NotFound();
    }

    private static Task<IResult> ReadSealedAsync(HttpContext context, ReasonGiven body) =>
        int.TryParse(context.RouteText("number"), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? ReadSealedAsync(context, new SealedWish(context.RouteText("id"), number, body.Reason))
            : Task.FromResult<IResult>(Unreasonable(body.Reason) ? Problem.Faults([ReasonFault]) : Problem.NotFound());

    internal static async Task<IResult> ReadSealedAsync(HttpContext context, SealedWish wish)
    {
        var reviews = context.Need<ReviewStore>();
        if (Unreasonable(wish.Reason))
            return Problem.Faults([ReasonFault]);
        if (!ReviewIds.IsPossible(wish.ReviewId)
            || await reviews.ReadAsync(wish.ReviewId, context.RequestAborted) is not { State: var review }
            || review.Replies.FirstOrDefault(r => r.Number == wish.Reply) is not { Sealed: true } reply)
            return Problem.NotFound();
        await context.RecordViewAsync(string.Create(CultureInfo.InvariantCulture, $"sealed/{review.Id}/{wish.Reply}"), [reply.MemberId],
            wish.Reason.Trim());
        var words = new List<string>();
        foreach (var content in reply.Pieces.Select(p => p.Content).OfType<string>())
        {
            if (await reviews.ReadSealedAsync(review.Id, content, context.RequestAborted) is { } text)
                words.Add(text);
        }
        return Answer.Json(new SealedWordsView(wish.Reply, words));
    }

    private static async Task<IResult> ShowAsync(HttpContext context, string memberId)
    {
        var erasure = await context.Need<ErasureStore>().FindAsync(memberId, context.RequestAborted);
        return Answer.Json(new ErasureView(
            memberId, erasure, ErasureWords.Of(erasure?.Reference ?? "...", context.Need<CtVoiceOptions>().Help.Phone),
            erasure is null ? null : ErasureWords.Later(erasure)));
    }

    private static bool Unreasonable(string reason) => reason.Trim().Length is 0 or > LongestReason;

    private static Fault ReasonFault { get; } = new("/reason", "Give a reason of 1 to 500 characters.");
}
