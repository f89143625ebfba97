using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Todo;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Routes;

/// <summary>Matters that hang on a message: danger, a wish to be called, a question to us. Looking is recorded;
/// what was done is a code.</summary>
internal static class MatterRoutes
{
    private static readonly MatterView Sample = new(
        "a-3f9c01d27ab8", TodoKinds.Acute, TodoKinds.Spoken(TodoKinds.Acute), new(2026, 12, 4, 15, 0, 0, TimeSpan.Zero), "sms",
        "I cant do this anymore, goodbye", "+12035550123", ["m-01"],
        [.. TodoKinds.Find(TodoKinds.Acute)!.Outcomes.Select(o => new OutcomeView(o.Code, o.Says))],
        null, null, 0, null, false, [MayCallView.Of("m-01", CallsAllowed.CallOnly)]);

    internal static void MapMatters(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(
            "/api/matters/{id}",
            async context => await LookAsync(context) is { } view ? Answer.Json(view) : Problem.NotFound())
            .OpenTo(Access.Coordinators)
            .WithName("readMatter").WithSummary("One matter with the words it hangs on. The view is recorded.")
            .Returns(200, "The matter.", Sample);
        endpoints.MapPost<MatterDoneBody>("/api/matters/{id}/done", DoneAsync).OpenTo(Access.Coordinators)
            .WithName("closeMatter")
            .WithSummary("Says what was done about a matter, by one of its codes. After nobody-answered it stays open.")
            .Takes(new MatterDoneBody("safe")).Returns(204, "Stored.");
    }

    /// <summary>The matter of the path with its words; the view is recorded. Null when there is none.</summary>
    internal static async Task<MatterView?> LookAsync(HttpContext context)
    {
        var cancel = context.RequestAborted;
        if (await context.Need<Matters>().FindAsync(context.RouteText("id"), cancel) is not { } matter)
            return null;
        var stored = await context.Need<InboundStore>().ReadAsync(matter.InboundId, cancel);
        var members = stored is null ? [] : await context.Need<Senders>().OfAsync(stored.Message, cancel);
        // Before anything is shown: a view that cannot be recorded is none.
        await context.Need<IViewLog>()
            .RecordAsync(new(context.Now(), context.Principal().KeyId, "matter", members), cancel);
        var calls = new List<MayCallView>();
        foreach (var member in members)
            calls.Add(MayCallView.Of(member, (await context.Need<ContactStore>().ForSendingAsync(member, cancel))?.Calls));
        return MatterView.Of(matter, stored?.Message, members, calls);
    }

    /// <summary>What whoever may have sent a matter's message said of being called: no number, no name and no words, so no view.</summary>
    internal static async Task<IReadOnlyList<MayCallView>> CallsAsync(HttpContext context, string id)
    {
        var cancel = context.RequestAborted;
        if (await context.Need<Matters>().FindAsync(id, cancel) is not { } matter
            || await context.Need<InboundStore>().IfReadableAsync(matter.InboundId, cancel) is not { Message: var message })
            return [];
        var calls = new List<MayCallView>();
        foreach (var member in await context.Need<Senders>().OfAsync(message, cancel))
            calls.Add(MayCallView.Of(member, (await context.Need<ContactStore>().ForSendingAsync(member, cancel))?.Calls));
        return calls;
    }

    /// <summary>Notes what was done about the matter of the path.</summary>
    internal static async Task<IResult> DoneAsync(HttpContext context, MatterDoneBody body) =>
        await context.Need<Matters>().NoteAsync(
            context.RouteText("id"), body.Done, context.Principal().KeyId, context.Now(), context.RequestAborted) switch
        {
            MatterClosing.Noted => Answer.Nothing(),
            MatterClosing.Unknown => Problem.NotFound(),
            MatterClosing.NoSuchOutcome => Problem.Faults("/done", "Use one of the outcomes that the matter lists."),
            _ => Problem.Conflict("Somebody has closed it before."),
        };
}

/// <summary>A matter, as the coordinator sees it.</summary>
/// <param name="Id">Names it.</param>
/// <param name="What">Its kind.</param>
/// <param name="Why">What is to be done, in plain words.</param>
/// <param name="Since">When the message was received.</param>
/// <param name="Channel">sms, email, page or dictated; absent once the message is destroyed.</param>
/// <param name="Text">What was written, with numbers that look like case ids masked.</param>
/// <param name="From">Number or address it claims to come from.</param>
/// <param name="MemberIds">Whose it may be; on a shared phone everybody who uses it.</param>
/// <param name="Outcomes">What may be said of it when it is done.</param>
/// <param name="Done">The outcome noted last.</param>
/// <param name="DoneAt">When it was noted.</param>
/// <param name="Attempts">Attempts that reached nobody.</param>
/// <param name="ReviewId">The review it is about; absent where it is about none, and always for danger.</param>
/// <param name="Closed">Nothing is left to do.</param>
/// <param name="Calls">What each of the members said of being called.</param>
public sealed record MatterView(
    string Id, string What, string Why, DateTimeOffset Since, string? Channel, string? Text, string? From, IReadOnlyList<string> MemberIds,
    IReadOnlyList<OutcomeView> Outcomes, string? Done, DateTimeOffset? DoneAt, int Attempts, string? ReviewId, bool Closed,
    IReadOnlyList<MayCallView> Calls)
{
    internal static MatterView Of(Matter matter, InboundMessage? message, IReadOnlyList<string> members,
        IReadOnlyList<MayCallView> calls) => new(
        matter.Id, matter.Kind, TodoKinds.Spoken(matter.Kind), matter.At, message
            ?.Channel.Name(), message is null ? null : HoldingPenRoutes.Text(message),
        message is { Channel: Core.Board.Channel.Sms or Core.Board.Channel.Email } ? message.From : null, members,
        [.. (TodoKinds.Find(matter.Kind)?.Outcomes ?? []).Select(o => new OutcomeView(o.Code, o.Says))],
        matter.Done?.Code, matter.Done?.At, matter.Attempts, matter.ReviewId, matter.Closed, calls);
}

/// <summary>What a member said of being called, for whoever is about to call.</summary>
/// <param name="MemberId">Whose number it is.</param>
/// <param name="Allowed">As stored; absent when nobody knows.</param>
/// <param name="Says">The same in plain words.</param>
public sealed record MayCallView(string MemberId, CallsAllowed? Allowed, string Says)
{
    internal static MayCallView Of(string memberId, CallsAllowed? allowed) => new(memberId, allowed, allowed switch
    {
        CallsAllowed.CallAndMessage => "Said that we may call and leave a message.",
        CallsAllowed.CallOnly => "Said that we may call. Leave no message.",
        CallsAllowed.No => "Asked not to be called.",
        _ => "Did not say whether we may call: do not take it for a yes, and leave no message.",
    });
}

/// <summary>Something that may be said of a matter.</summary>
/// <param name="Code">What is sent.</param>
/// <param name="Says">What it means.</param>
public sealed record OutcomeView(string Code, string Says);

/// <summary>What was done.</summary>
/// <param name="Done">One of the matter's outcomes.</param>
internal sealed record MatterDoneBody(string Done);
