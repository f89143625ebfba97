using CtVoice.Core.Board;
using CtVoice.Core.Calendar;
using CtVoice.Core.Commands;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Core.Json;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.FollowUps;
using CtVoice.Web.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Routes;

/// <summary>The coordinator's word on single members, and members who are reached by a call.</summary>
internal static class PanelRoutes
{
    internal static void MapPanels(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost<PanelChange>("/api/reviews/{id}/panel", OverrideAsync).OpenTo(Access.Coordinators)
            .WithName("overridePanel").WithSummary("Seats or leaves out single members, each with a reason, and chooses the panel again.")
            .WithDescription("Before any text is released. The overrides replace all earlier ones. A panel that stays short waits for "
                + "members, unless a reason to go on is given.")
            .Takes(new PanelChange([new("m-07", OverrideKind.Seat, "Lives in the town that the project is about.")]))
            .Returns(200, "The panel as chosen now.", Examples.Panel);
        endpoints.MapGet("/api/reviews/{id}/calls", CallsAsync).OpenTo(Access.Coordinators)
            .WithName("listCalls").WithSummary("Members to call, because no message can reach them.")
            .Returns(200, "Whom to call and what about.", new List<CallView>
                { new("m-18", "invitation", "es", "Junta de Residentes de CT: ...") });
        endpoints.MapPost<CallMade>("/api/reviews/{id}/calls", NoteCallAsync).OpenTo(Access.Coordinators)
            .WithName("noteCall").WithSummary("Notes that a member was called and told; it counts like a message that arrived.")
            .Takes(new CallMade("m-18")).Returns(200, "Noted.", Examples.Review);
        endpoints.MapPost<SpokenReply>(
            "/api/reviews/{id}/dictated",
            async (context, body) => await TakeAsync(context, body) switch
            {
                (_, { } refused) => refused,
                (var taken, _) => Answer.Json(taken!),
            })
            .OpenTo(Access.Coordinators)
            .WithName("dictateReply").WithSummary("Takes a reply that a member spoke and the coordinator wrote down.")
            .WithDescription("It counts like any other. Whoever was not asked yet counts as asked by this call. Words that may tell of "
                + "danger, or of the member's own case, are flagged as in a message; \"say\" is what to tell the member at once. With an "
                + "Idempotency-Key header the same reply is taken once.")
            .Repeatable()
            .Takes(new SpokenReply("m-18", 1, 2, "Only if names are taken out.", "Ana Silva", true))
            .Returns(200, "Taken.", new DictatedView(4, false, [], null, Examples.Review));
    }

    /// <summary>Notes that a member was called and told.</summary>
    internal static Task<IResult> NoteCallAsync(HttpContext context, CallMade body) => ReviewRoutes.DecideAsync(
        context, (review, now) => PhoneCalls.Note(review, body.MemberId, context.Principal().KeyId, context.Need<BusinessCalendar>(), now),
        "No call to this member waits.");

    /// <summary>Seats or leaves out single members, and chooses the panel again.</summary>
    internal static async Task<IResult> OverrideAsync(HttpContext context, PanelChange body)
    {
        var reviews = context.Need<ReviewStore>();
        if (await ReviewRoutes.FindAsync(context, reviews) is not { } stored)
            return Problem.NotFound();
        if (stored.State.Assessment is null || stored.State.Panel is null)
            return Problem.Conflict("There is no panel yet.");
        if (body.GoOnShortBecause is { } because && because.Trim().Length is 0 or > 500)
            return Problem.Faults("/goOnShortBecause", "Give a reason of 1 to 500 characters; it is public.");
        var tooLong = body.Overrides.Select((o, i) => (o, i)).Where(x => x.o.Reason.Length > 500)
            .Select(x => new Fault(FormattableString.Invariant($"/overrides/{x.i}/reason"), "Give a reason of at most 500 characters."))
            .ToList();
        if (tooLong.Count > 0)
            return Problem.Faults(tooLong);
        var keyId = context.Principal().KeyId;
        IReadOnlyList<PanelOverride> overrides =
            [.. body.Overrides.Select(o => new PanelOverride(o.MemberId, o.Kind, o.Reason.Trim(), keyId))];
        var now = context.Now();
        if (await context.Need<ReviewRouting>().ChooseAsync(stored.State, overrides, now, context.RequestAborted) is not { } routed)
            return Problem.NotFound();
        if (routed.Choice.Outcome is PanelOutcome.OverrideRefused)
            return Problem.Faults(routed.Choice.Faults);
        var decided = await context.Need<ReviewCommands>().DecideAsync(
            stored.State.Id, (review, at) => ChoosingPanel.Override(review, routed, overrides, body.GoOnShortBecause?.Trim(), keyId, at),
            cancellationToken: context.RequestAborted);
        return decided is { Result: true, Change: { } change }
            ? ReviewRoutes.Panel(change.State)
            : Problem.Conflict("A panel is changed before its first text is released, and not after.");
    }

    private static async Task<IResult> CallsAsync(HttpContext context)
    {
        if (await ReviewRoutes.FindAsync(context, context.Need<ReviewStore>()) is not { } stored)
            return Problem.NotFound();
        return Answer.Json(await WantedAsync(context, stored.State));
    }

    /// <summary>Whom to call, and what to say; the view is recorded.</summary>
    internal static async Task<IReadOnlyList<CallView>> WantedAsync(HttpContext context, Review review)
    {
        await context.RecordViewAsync(
            $"calls/{review.Id}", PhoneCalls.Wanted(review).Where(w => !w.Call.ByLetter).Select(w => w.Invitation.MemberId));
        var calls = new List<CallView>();
        foreach (var (invitation, call) in PhoneCalls.Wanted(review).Where(w => !w.Call.ByLetter))
        {
            var words = new MessagePurpose(call.Kind).FollowUp is { } followUp
                ? await context.Need<FollowUpMessages>().ComposeAsync(
                    review, invitation.MemberId, followUp, followUp is FollowUpKind.ReadBack
                        ? ReadingBack.Language(review, [invitation.Language]) ?? "en" : invitation.Language,
                    asText: false, discreet: false, cancellationToken: context.RequestAborted)
                : Core.Conversations.Words.MemberWords.Compose(
                    review, invitation, new(call.Kind), asText: true, discreet: false,
                    advice: new MessagePurpose(call.Kind).IsNews() ? await context.Need<FollowUpMessages>()
                        .AdviceAsync(review, invitation.Language, context.RequestAborted) : null);
            calls.Add(new(invitation.MemberId, call.Kind, invitation.Language, words.Text));
        }
        return calls;
    }

    /// <summary>Takes a reply that a member spoke; or says why it cannot be taken.</summary>
    internal static async Task<(DictatedView? Taken, Problem? Refused)> TakeAsync(HttpContext context, SpokenReply body)
    {
        var reviews = context.Need<ReviewStore>();
        if (await ReviewRoutes.FindAsync(context, reviews) is not { } stored)
            return (null, Problem.NotFound());
        var faults = body.Check(stored.State);
        if (faults.Count > 0)
            return (null, Problem.Faults(faults));
        var (key, tooLong) = IdempotencyKey.Of(context);
        if (tooLong is not null)
            return (null, tooLong);
        var spoken = new Dictating.Spoken(
            body.MemberId, key ?? Guid.NewGuid().ToString("N"), body.Question, body.Choice, body.Words,
            new(context.Principal().KeyId, body.Interpreter?.Trim(), body.ReadBack) { FromPaper = body.FromPaper });
        var reply = await context.Need<DictatedReplies>().TakeAsync(stored.State, spoken, context.RequestAborted);
        return reply.Taken.Reply is { } number
            ? (new DictatedView(
                number, reply.Taken.Place is TakingReplies.Place.Late, reply.Flags, reply.Say,
                ReviewView.ForInsiders(context, (await reviews.ReadAsync(stored.State.Id, context.RequestAborted))!.State)), null)
            : (null, Problem.Conflict("This member is not asked in this review, or it takes no replies now."
                + DictationCheck.AllTheSame(reply.Say)));
    }
}
