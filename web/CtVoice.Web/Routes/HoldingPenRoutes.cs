using CtVoice.Core.Board;
using CtVoice.Core.Calendar;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Conversations.Providers;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.FollowUps;
using CtVoice.Core.Storage;
using CtVoice.Language.Meaning;
using CtVoice.Language.Mime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Routes;

/// <summary>Messages that only a person can place: seen, moved or dismissed, each with a record of who did it.</summary>
internal static class HoldingPenRoutes
{
    private static readonly PennedView Sample = new(
        "sms|SM0123", new(2026, 12, 4, 15, 0, 0, TimeSpan.Zero), "sms", "No member uses this number.", "+12035550123", null,
        "2 only if names are removed",
        [new("r-acdefghjkm", "m-01"), new("r-acdefghjkm", "m-01", FollowUpKind.ReadBack)]);

    internal static void MapHoldingPen(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/holding-pen", ReadAsync).OpenTo(Access.Coordinators)
            .WithName("readHoldingPen")
            .WithSummary("Messages that a person must place, newest first, a hundred at a time; the next ones are named in the Link "
                + "header. The view is recorded.")
            .Query("continuation", "From the page before.")
            .Returns(200, "The messages.", new List<PennedView> { Sample });
        endpoints.MapGet("/api/holding-pen/{id}", ReadOneAsync).OpenTo(Access.Coordinators)
            .WithName("readPennedMessage")
            .WithSummary("One message that a person must place, with what came around its words. The view is recorded.")
            .Returns(200, "The message.", Sample with { Raw = "2 only if names are removed\n\n> The question was ..." });
        endpoints.MapPost<Placing>("/api/holding-pen/{id}/move", MoveAsync).OpenTo(Access.Coordinators)
            .WithName("movePennedMessage")
            .WithSummary("Makes a message the reply of a member, or their answer to a follow-up; recorded in the review's ledger.")
            .WithDescription("Send a candidate as it was listed; to a reply the number of the question may be added.")
            .Takes(new Placing("r-acdefghjkm", "m-01", 1)).Returns(200, "Placed.", new Placed("r-acdefghjkm", 4, false));
        endpoints.MapPost<Dismissal>("/api/holding-pen/{id}/dismiss", DismissAsync).OpenTo(Access.Coordinators)
            .WithName("dismissPennedMessage").WithSummary("Takes a message out of the pen, with a reason; the message itself is kept.")
            .Takes(new Dismissal("An advertisement.")).Returns(204, "Dismissed.");
        endpoints.MapWebhook("/api/unsubscribe/{token}", UnsubscribeAsync).LimitBody(new(64 * 1024)).RateLimited(Rate.Writes)
            .WithName("unsubscribe").WithSummary("Ends our mail to whoever got the link (RFC 8058).")
            .TakesFile("application/x-www-form-urlencoded").Returns(200, "Ended.", "text/plain");
    }

    private static async Task<IResult> ReadAsync(HttpContext context)
    {
        var cancel = context.RequestAborted;
        var (penned, continuation) = await context.Need<HoldingPen>()
            .PageAsync(Listing.PageSize, context.QueryText("continuation"), cancel);
        var views = new List<PennedView>();
        var seen = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var message in penned)
            views.Add(await ReadableViewAsync(context, message, seen));
        // Before anything is shown: a view that cannot be recorded is none.
        await context.RecordViewAsync("holding-pen", seen);
        return Answer.Page(views, continuation);
    }

    internal static async Task<IResult> ReadOneAsync(HttpContext context)
    {
        if (await context.Need<HoldingPen>().FindAsync(context.RouteText("id"), context.RequestAborted) is not { } penned)
            return Problem.NotFound();
        var seen = new SortedSet<string>(StringComparer.Ordinal);
        var view = await ReadableViewAsync(context, penned, seen);
        await context.RecordViewAsync("holding-pen", seen);
        var raw = await context.Need<InboundStore>().IfReadableAsync(penned.InboundId, context.RequestAborted) is { Message: var message }
            ? Whole(message) : null;
        return Answer.Json(view with { Raw = raw == view.Text ? null : raw });
    }

    // Whatever cannot be read of one is shown as it came, and hides none of the others.
    private static async Task<PennedView> ReadableViewAsync(HttpContext context, PennedMessage message, SortedSet<string> seen)
    {
        var view = ViewAsync(context, message, seen);
        await Task.WhenAny(view);
        return view.Exception?.InnerException is { } failure && !Transient.Is(failure) ? await RawViewAsync(context, message) : await view;
    }

    private static async Task<PennedView> ViewAsync(HttpContext context, PennedMessage penned, SortedSet<string> seen)
    {
        if (await context.Need<InboundStore>().ReadAsync(penned.InboundId, context.RequestAborted) is not { Message: var message })
            return await RawViewAsync(context, penned);
        var members = await MembersAsync(context, message);
        seen.UnionWith(members);
        return new(
            penned.InboundId, penned.ReceivedAt, message.Channel.Name(), penned.Because, message.From, message.Subject,
            Text(message), await CandidatesAsync(context, members));
    }

    private static async Task<PennedView> RawViewAsync(HttpContext context, PennedMessage penned) => new(
        penned.InboundId, penned.ReceivedAt, penned.InboundId.Split('|')[0], penned.Because, "", null,
        Masking.Mask(await context.Need<InboundStore>().RawAsync(penned.InboundId, context.RequestAborted)), []);

    /// <summary>What was written in a message; as it came where that cannot be read.</summary>
    internal static string Text(InboundMessage message)
    {
        try
        {
            return Masking.Mask(message.Form == InboundMessage.MailForm
                ? IncomingMail.WordsOf(message)
                : message.Text);
        }
        catch (Exception unreadable) when (!Transient.Is(unreadable))
        {
            return Masking.Mask(message.Text);
        }
    }

    // With quoted mail, signature and disclaimer: whoever places a message may need them.
    private static string Whole(InboundMessage message)
    {
        try
        {
            return Masking.Mask(message.Form == InboundMessage.MailForm ? WholeOf(ReceivedMail.Read(message.Text)) : message.Text);
        }
        catch (Exception unreadable) when (!Transient.Is(unreadable))
        {
            return Masking.Mask(message.Text);
        }
    }

    private static string WholeOf(MimeMail mail) => mail.Text is { Length: > 0 } text ? text : mail.Html ?? "";

    private static Task<IReadOnlyList<string>> MembersAsync(HttpContext context, InboundMessage message) =>
        message.Channel is Channel.Page
        ? Task.FromResult<IReadOnlyList<string>>([message.From])
        : message.Channel is Channel.Sms ? context.Need<ContactStore>().MembersOnPhoneAsync(message.From, context.RequestAborted)
        : context.Need<ContactStore>().MembersOnAddressAsync(message.From, context.RequestAborted);

    /// <summary>Where it may belong: the open reviews, and the open follow-ups, of those who use the number or address.</summary>
    private static async Task<IReadOnlyList<Candidate>> CandidatesAsync(HttpContext context, IReadOnlyList<string> members)
    {
        if (members.Count == 0)
            return [];
        var reviews = context.Need<ReviewStore>();
        var (now, calendar) = (context.Now(), context.Need<BusinessCalendar>());
        var found = new List<Candidate>();
        // A review that was received in the year before is often still open.
        foreach (var id in (await reviews.IdsAsync(now.Year - 1, context.RequestAborted))
            .Concat(await reviews.IdsAsync(now.Year, context.RequestAborted)))
        {
            if (await reviews.ReadAsync(id, context.RequestAborted) is not { State: var review })
                continue;
            foreach (var member in members.Where(m => review.InvitationOf(m) is { SentAt: not null }))
            {
                if (!review.Over)
                    found.Add(new(id, member));
                found.AddRange(FollowingUp.OpenFor(review, member, calendar, now).Select(kind => new Candidate(id, member, kind)));
            }
        }
        return found;
    }

    internal static async Task<IResult> MoveAsync(HttpContext context, Placing body)
    {
        var id = context.RouteText("id");
        if (await context.Need<HoldingPen>().FindAsync(id, context.RequestAborted) is null
            || await ReviewAsync(context, body.ReviewId) is not { } review)
            return Problem.NotFound();
        if (body.Question is { } question && (question < 1 || question > review.Questions.Count))
            return Problem.Faults("/question", "The review has no such question.");
        if (body is { FollowUp: not null, Question: not null })
            return Problem.Faults("/followUp", "It answers a question or a follow-up, not both.");
        if (!await context.Need<PlaceByHand>().IsReadableAsync(id, context.RequestAborted))
            return Problem.Conflict(
                "Nothing in this message can be read, so it answers nothing. Dismiss it, or call the member and write down what they say.");
        if (body.FollowUp is { } kind)
        {
            return await context.Need<PlaceByHand>()
                .PlaceAsync(id, body.ReviewId, body.MemberId, kind, context.Principal().KeyId, context.RequestAborted) is { } answer
                ? Answer.Json(new Placed(body.ReviewId, null, answer.Place is FollowingUp.Place.Late, kind))
                : Problem.Conflict("This member was not asked that in this review.");
        }
        return await context.Need<PlaceByHand>()
            .PlaceAsync(id, body.ReviewId, body.MemberId, body.Question, context.Principal().KeyId, context.RequestAborted) is { } taken
            ? Answer.Json(new Placed(body.ReviewId, taken.Reply!.Value, taken.Place is TakingReplies.Place.Late))
            : Problem.Conflict("This member was not asked in that review, or it takes no replies.");
    }

    private static async Task<Review?> ReviewAsync(HttpContext context, string id) =>
        id.Length is > 0 and <= 40 && id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
            ? (await context.Need<ReviewStore>().ReadAsync(id, context.RequestAborted))?.State
            : null;

    internal static async Task<IResult> DismissAsync(HttpContext context, Dismissal body)
    {
        if (body.Reason.Trim().Length is 0 or > 500)
            return Problem.Faults("/reason", "Give a reason of 1 to 500 characters.");
        var id = context.RouteText("id");
        var inbox = context.Need<InboundStore>();
        if (await context.Need<HoldingPen>().FindAsync(id, context.RequestAborted) is null)
            return Problem.NotFound();
        // A message that was flagged and taken stays where it is; only the flag goes. So does one that cannot be read.
        if (await inbox.IfReadableAsync(id, context.RequestAborted) is { } stored
            && stored.Outcome is null or { Place: InboundPlace.Unmatched })
            _ = await inbox.NoteAsync(stored, new(InboundPlace.Dismissed, $"{context.Principal().KeyId}: {body.Reason}", Answered: true),
                context.RequestAborted);
        await context.Need<HoldingPen>().RemoveAsync(id, context.RequestAborted);
        return Answer.Nothing();
    }

    private static async Task<IResult> UnsubscribeAsync(HttpContext context) =>
        await context.Need<UnsubscribeLinks>().UseAsync(context.RouteText("token"), context.RequestAborted)
            ? Answer.Text("You will get no more mail from us.")
            : Problem.NotFound();
}

/// <summary>A message in the holding pen.</summary>
/// <param name="Id">The message.</param>
/// <param name="ReceivedAt">When it came.</param>
/// <param name="Channel">sms or email.</param>
/// <param name="Because">Why a person must look at it.</param>
/// <param name="From">Number or address it claims to come from.</param>
/// <param name="Subject">Subject line of an email.</param>
/// <param name="Text">What was written.</param>
/// <param name="Candidates">Where it may belong.</param>
public sealed record PennedView(
    string Id, DateTimeOffset ReceivedAt, string Channel, string Because, string From, string? Subject, string Text,
    IReadOnlyList<Candidate> Candidates)
{
    /// <summary>As it came, quoted mail and signature included; absent where that is the same.</summary>
    public string? Raw { get; init; }
}

/// <summary>A member's part in a review that a message may belong to.</summary>
/// <param name="ReviewId">The review.</param>
/// <param name="MemberId">The member.</param>
/// <param name="FollowUp">The follow-up that is open; absent for the review's own questions.</param>
public sealed record Candidate(string ReviewId, string MemberId, FollowUpKind? FollowUp = null);

/// <summary>Where a message belongs.</summary>
/// <param name="ReviewId">The review.</param>
/// <param name="MemberId">Whose it is.</param>
/// <param name="Question">Number of the question it answers; absent leaves that to the order of the questions.</param>
/// <param name="FollowUp">The follow-up that it answers instead: a read-back, or "did this answer you?".</param>
internal sealed record Placing(string ReviewId, string MemberId, int? Question = null, FollowUpKind? FollowUp = null);

/// <summary>Where a message was placed.</summary>
/// <param name="ReviewId">The review.</param>
/// <param name="Reply">Number of the reply it became part of; absent for a follow-up.</param>
/// <param name="Late">It came when it no longer counted: an addendum.</param>
/// <param name="FollowUp">The follow-up that it answers.</param>
internal sealed record Placed(string ReviewId, int? Reply, bool Late, FollowUpKind? FollowUp = null);

/// <summary>Why a message belongs nowhere.</summary>
internal sealed record Dismissal(string Reason);
