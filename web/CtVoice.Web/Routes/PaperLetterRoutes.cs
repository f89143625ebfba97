using CtVoice.Core.Board;
using CtVoice.Core.Calendar;
using CtVoice.Core.Conversations;
using CtVoice.Core.Conversations.Links;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Core.Conversations.Words;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.Drafts;
using CtVoice.Core.Reviews.FollowUps;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Routes;

/// <summary>Letters on paper, for members who take nothing else: made with a fresh link, printed and posted by a person.</summary>
internal static class PaperLetterRoutes
{
    private static readonly PaperLetterView Sample = new(
        "m-18", "Avery Example", "12 Example Street\nHartford, CT 06101", "https://example.org/r/2345678abcdefghjk",
        new("en", "Dear Avery Example,", ["We ask you about a plan of the state.", "DSS wants to join its data."],
            [new("Question 1", "Is it right to use these data?", ["yes", "yes with changes", "no"])], "Mark one box.", "Write here:",
            "How to answer", "By phone: point the camera at the square.", "By mail: write on this letter.",
            ["You can answer until Tue, Jan 26."], "A square code that opens your own page", "7K2MQ"));

    internal static void MapPaperLetters(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/reviews/{id}/post", ListAsync).OpenTo(Access.Coordinators)
            .WithName("listPaperLetters").WithSummary("Members to whom a letter on paper is to be posted.")
            .Returns(200, "To whom, and what about.", new List<PaperLetterWanted> { new("m-18", "invitation", "en") });
        endpoints.MapPost<PaperLetterFor>("/api/reviews/{id}/post", MakeAsync).OpenTo(Access.Coordinators)
            .WithName("makePaperLetter")
            .WithSummary("Makes a letter on paper with a fresh link to the member's page. The view of name and address is recorded.")
            .WithDescription("Nothing is sent. Print it, put it in the post, then say so with notePosted: from then on it counts like a "
                + "message that arrived. Made again it has another link; both work until the window closes.")
            .Takes(new PaperLetterFor("m-18")).Returns(200, "The letter.", Sample);
        endpoints.MapPost<CallMade>("/api/reviews/{id}/posted", NotePostedAsync).OpenTo(Access.Coordinators)
            .WithName("notePosted").WithSummary("Notes that a letter on paper was posted; it counts like a message that arrived.")
            .Takes(new CallMade("m-18")).Returns(200, "Noted.", Examples.Review);
    }

    /// <summary>Letters of a review that wait to be posted.</summary>
    internal static IReadOnlyList<PaperLetterWanted> Wanted(Review review) =>
    [
        .. PhoneCalls.Wanted(review).Where(w => w.Call.ByLetter)
            .Select(w => new PaperLetterWanted(w.Invitation.MemberId, w.Call.Kind, w.Invitation.Language)),
    ];

    internal static async Task<IResult> ListAsync(HttpContext context) =>
        await ReviewRoutes.FindAsync(context, context.Need<ReviewStore>()) is { State: var review }
            ? Answer.Json(Wanted(review))
            : Problem.NotFound();

    internal static Task<IResult> NotePostedAsync(HttpContext context, CallMade body) => ReviewRoutes.DecideAsync(
        context,
        (review, now) => review.InvitationOf(body.MemberId)?.Call is { ByLetter: true }
            ? PhoneCalls.Note(review, body.MemberId, context.Principal().KeyId, context.Need<BusinessCalendar>(), now)
            : new(false),
        "No letter to this member waits.");

    internal static async Task<IResult> MakeAsync(HttpContext context, PaperLetterFor body)
    {
        if (await ReviewRoutes.FindAsync(context, context.Need<ReviewStore>()) is not { State: var review })
            return Problem.NotFound();
        if (PhoneCalls.Wanted(review).FirstOrDefault(w => w.Invitation.MemberId == body.MemberId) is not
            { Call.ByLetter: true, Invitation: var invitation, Call: var call })
            return Problem.Conflict("No letter to this member waits.");
        if (await context.Need<ContactStore>().ViewAsync(
            [body.MemberId], context.Principal().KeyId, $"post/{review.Id}", context.RequestAborted) is not [{ Post: { } post } contact])
            return Problem.Conflict("This member has no postal address any more.");
        var purpose = new MessagePurpose(call.Kind);
        var asks = purpose == MessagePurpose.Invitation || purpose.IsReminder();
        var link = purpose == MessagePurpose.Cancelled ? null : await context.Need<MemberLinks>().MakeAsync(
            QuestionSource.Review(review.Id), body.MemberId, Channel.Letter, context.RequestAborted);
        var options = context.Need<ConversationOptions>();
        var letter = purpose == MessagePurpose.ReadBack
            ? await ReadBackAsync(context, review, invitation, contact.Name, options)
            : purpose == MessagePurpose.Satisfaction
            ? PaperLetter.OfSatisfaction(review, invitation, contact.Name, Counted(context, review), options)
            : purpose.IsAboutDate() ? PaperLetter.OfDate(review, invitation, contact.Name, purpose, options)
            : PaperLetter.Of(
                review, invitation, contact.Name, asks ? null : await NewsAsync(context, review, invitation, purpose),
                asks ? LastDay(context, review) : null, options, again: purpose.IsReminder());
        return Answer.Json(new PaperLetterView(body.MemberId, contact.Name, post, link?.AbsoluteUri, letter));
    }

    // In a language of the member in which every draft can be read; a letter is wanted once there is one.
    private static async Task<PaperLetter> ReadBackAsync(
        HttpContext context, Review review, Invitation invitation, string name, ConversationOptions options)
    {
        var member = await context.Need<BoardStore>().GetAsync(invitation.MemberId, context.RequestAborted);
        var language = ReadingBack.Language(review, (member?.Languages ?? []).Prepend(invitation.Language)) ?? WritingDrafts.Language;
        var report = Reporting.GoesOutAt(review, context.Need<BusinessCalendar>());
        return PaperLetter.OfReadBack(
            review, invitation, language, name,
            await context.Need<FollowUpMessages>().DraftsAsync(review, language, context.RequestAborted),
            report is null ? null : LocalTime.DateIn(BusinessCalendar.Zone, report.At).AddDays(-1), options);
    }

    // A letter that is the first of all opens the window once it is posted: today, as far as anybody knows.
    private static DateOnly LastDay(HttpContext context, Review review)
    {
        var calendar = context.Need<BusinessCalendar>();
        return PaperLetter.LastDayOf(review) ?? LocalTime.DateIn(BusinessCalendar.Zone, calendar.Of(review).EndOfWindow(
            context.Now(), Expediting.WindowDays(review, calendar, context.Now()) + Postage.Of(review), review.Policy.ClosesAt).At);
    }

    // The same for votes: the first letter begins their time.
    private static DateOnly Counted(HttpContext context, Review review)
    {
        var calendar = context.Need<BusinessCalendar>();
        var counted = Satisfaction.CountedAt(review, calendar) ?? Satisfaction.CountedAfter(review, calendar, context.Now());
        return LocalTime.DateIn(BusinessCalendar.Zone, counted.At);
    }

    // As long as a mail: a letter has room for all of it.
    private static async Task<string> NewsAsync(HttpContext context, Review review, Invitation invitation, MessagePurpose purpose) =>
        MemberWords.Compose(
            review, invitation, purpose, asText: false, discreet: false,
            advice: await context.Need<FollowUpMessages>().AdviceAsync(review, invitation.Language, context.RequestAborted)).Text;
}

/// <summary>A letter that is to be posted.</summary>
/// <param name="MemberId">To whom.</param>
/// <param name="Kind">invitation, outcome, or another message.</param>
/// <param name="Language">In which language.</param>
public sealed record PaperLetterWanted(string MemberId, string Kind, string Language);

/// <summary>Whom a letter is made for.</summary>
/// <param name="MemberId">The member.</param>
internal sealed record PaperLetterFor(string MemberId);

/// <summary>A letter on paper, ready to print; the view of it is recorded.</summary>
/// <param name="MemberId">To whom.</param>
/// <param name="Name">What they want to be called.</param>
/// <param name="Post">Lines of their postal address.</param>
/// <param name="Link">The member's own page, also in the square; absent where nothing is asked.</param>
/// <param name="Letter">The words.</param>
public sealed record PaperLetterView(string MemberId, string Name, string Post, string? Link, PaperLetter Letter)
{
    /// <summary>Without words, name, address and link.</summary>
    public override string ToString() => $"{nameof(PaperLetterView)} {MemberId}";
}
