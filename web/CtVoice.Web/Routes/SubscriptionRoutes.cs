using System.Net;
using System.Security.Cryptography;
using CtVoice.Core;
using CtVoice.Core.Json;
using CtVoice.Core.Subscriptions;
using CtVoice.Web.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Routes;

/// <summary>Agencies that want to be told by HTTP what happens to their reviews.</summary>
internal static class SubscriptionRoutes
{
    private const int PerAgency = 10;

    private static readonly DateTimeOffset At = new(2026, 12, 1, 15, 0, 0, TimeSpan.Zero);

    private static readonly SubscriptionView Sample =
        new("s-0123456789abcdef", "DSS", new("https://hooks.example.org/ctvoice"), ["ctvoice.report.sent", "ctvoice.answer.overdue"], At,
            null, null, null);

    internal static void MapSubscriptions(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/subscriptions", ListAsync)
            .OpenTo(Access.For(Role.Agency, Role.Coordinator, Role.Deputy, Role.Auditor))
            .WithName("listSubscriptions").WithSummary("Who is told by HTTP what happens; an agency sees its own.")
            .Returns(200, "The subscriptions.", new List<SubscriptionView> { Sample });
        endpoints.MapPost<SubscriptionWish>(
            "/api/subscriptions",
            async (context, body) =>
            {
                var (made, problem) = await SubscribeAsync(context, body);
                return made is null ? problem! : Answer.Json(made, StatusCodes.Status201Created);
            })
            .OpenTo(Access.Agencies)
            .WithName("subscribe")
            .WithSummary("Asks for events of the agency's reviews. The secret that signs them is in this answer and nowhere else.")
            .WithDescription($"Events are posted as CloudEvents 1.0 in JSON, signed as Standard Webhooks describes it (HMAC-SHA256 over "
                + $"webhook-id, webhook-timestamp and body). An event is sent until it is answered 2xx, {EventOutbox.Waits.Count + 1} "
                + "times at most; take each webhook-id once. Only https and public addresses; redirects are not followed.")
            .Takes(new SubscriptionWish(Sample.Url, Sample.Types)).Returns(201, "Subscribed.", new SubscriptionSecret(Sample, "whsec_..."));
        endpoints.MapDelete("/api/subscriptions/{id}", EndAsync)
            .OpenTo(Access.AgenciesAndCoordinators)
            .WithName("unsubscribeEvents").WithSummary("Ends a subscription.")
            .Returns(204, "Ended.");
        endpoints.MapPost(
            "/api/subscriptions/{id}/secret",
            async context =>
            {
                var (made, problem) = await RotateAsync(context);
                return made is null ? problem! : Answer.Json(made);
            })
            .OpenTo(Access.Agencies)
            .WithName("rotateSubscriptionSecret").WithSummary("Makes a new secret; for a day events are signed with both.")
            .Returns(200, "Made.", new SubscriptionSecret(Sample, "whsec_..."));
        endpoints.MapPost("/api/subscriptions/{id}/enable", EnableAsync)
            .OpenTo(Access.AgenciesAndCoordinators)
            .WithName("enableSubscription").WithSummary("Sends events again after too many failed. What was missed can be replayed.")
            .Returns(200, "Enabled.", Sample);
        endpoints.MapPost(
            "/api/subscriptions/{id}/test",
            TestAsync)
            .OpenTo(Access.Agencies)
            .WithName("testSubscription").WithSummary("Sends an event that says nothing, to try the subscription out.")
            .Returns(202, "It leaves with the next events.", new EventQueued("test-0123456789abcdef"));
        endpoints.MapPost<EventReplay>(
            "/api/subscriptions/{id}/replay",
            (context, body) => WithAsync(context, async (_, s) => Answer.Json(
                new EventsReplayed(await context.Need<EventOutbox>().ReplayAsync(s.Id, body.From, context.RequestAborted)),
                StatusCodes.Status202Accepted)))
            .OpenTo(Access.Agencies)
            .WithName("replayEvents")
            .WithSummary("Sends again what happened since an instant, at most a thousand events, each under its old id.")
            .Takes(new EventReplay(At)).Returns(202, "They leave again.", new EventsReplayed(3));
        endpoints.MapGet("/api/subscriptions/{id}/deliveries", DeliveriesAsync)
            .OpenTo(Access.For(Role.Agency, Role.Coordinator, Role.Deputy, Role.Auditor))
            .WithName("listDeliveries").WithSummary("What a subscriber was told, and what it answered, oldest first.")
            .Query("continuation", "From the page before.")
            .Returns(200, "One page.",
                new DeliveryPage([new("r-acdefghjkm-1", "ctvoice.review.submitted", At, "delivered", 1, At, "HTTP 204")], null));
    }

    internal static async Task<IResult> ListAsync(HttpContext context) =>
        Answer.Json(
            (await Listing.SayAsync(context, "subscriptions", await context.Need<SubscriptionStore>()
                .ListAsync(context.RequestAborted))).Lines
        .Where(s => context.Principal().Agency is not { } agency || agency == s.Agency).Select(SubscriptionView.Of).ToList());

    internal static Task<IResult> EndAsync(HttpContext context) => WithAsync(
        context, async (store, s) => await store.RemoveAsync(s.Id, context.RequestAborted) ? Answer.Nothing() : Problem.NotFound());

    internal static Task<IResult> EnableAsync(HttpContext context) => ChangeAsync(
        context, s => s with { DisabledAt = null, DisabledBecause = null, FailingSince = null }, s => Answer.Json(SubscriptionView.Of(s)));

    internal static Task<IResult> DeliveriesAsync(HttpContext context) => WithAsync(context, async (_, s) =>
    {
        var (deliveries, continuation) = await context.Need<EventOutbox>()
            .ReadAsync(s.Id, context.QueryText("continuation"), context.RequestAborted);
        var read = await Listing.SayAsync(context, "deliveries", deliveries);
        return Answer.Page(new DeliveryPage(read.Lines, continuation) { Unreadable = read.UnreadableOrNull }, continuation);
    });

    /// <summary>Subscribes; the secret is in the answer and nowhere else.</summary>
    internal static async Task<(SubscriptionSecret? Made, Problem? Problem)> SubscribeAsync(HttpContext context, SubscriptionWish body)
    {
        var faults = Check(body).ToList();
        if (faults.Count > 0)
            return (null, Problem.Faults(faults));
        var (store, agency) = (context.Need<SubscriptionStore>(), context.Principal().Agency!);
        if ((await store.AllAsync(context.RequestAborted)).Count(s => s.Agency == agency) >= PerAgency)
            return (null,
                Problem.Conflict(FormattableString.Invariant($"An agency has at most {PerAgency} subscriptions; end one first.")));
        var subscription = new Subscription("s-" + NewId(), agency, body.Url, body.Types ?? [], context.Now(), context.Principal().KeyId);
        await store.AddAsync(subscription, context.RequestAborted);
        return (WithSecret(context, subscription), null);
    }

    /// <summary>Makes a new secret.</summary>
    internal static async Task<(SubscriptionSecret? Made, Problem? Problem)> RotateAsync(HttpContext context)
    {
        SubscriptionSecret? made = null;
        var answer = await ChangeAsync(context, s => s.Rotated(context.Now()), s =>
        {
            made = WithSecret(context, s);
            return Answer.Nothing();
        });
        return (made, answer as Problem);
    }

    /// <summary>Sends an event that says nothing.</summary>
    internal static Task<IResult> TestAsync(HttpContext context) => WithAsync(context, async (_, s) =>
    {
        var id = "test-" + NewId();
        await context.Need<EventOutbox>().TryOutAsync(s, id, context.RequestAborted);
        return Answer.Json(new EventQueued(id), StatusCodes.Status202Accepted);
    });

    private static IEnumerable<Fault> Check(SubscriptionWish body)
    {
        if (!body.Url.IsAbsoluteUri || body.Url.Scheme != Uri.UriSchemeHttps || body.Url.UserInfo.Length > 0
            || body.Url.AbsoluteUri.Length > 500)
            yield return new("/url", "Give an https address of at most 500 characters, without a user name in it.");
        else if (body.Url.HostNameType is UriHostNameType.Dns
            ? !body.Url.Host.Contains('.', StringComparison.Ordinal)
            : !PublicAddress.Is(IPAddress.Parse(body.Url.Host.Trim('[', ']'))))
            yield return new("/url", "The address is not one of the open internet.");
        foreach (var (type, i) in (body.Types ?? []).Select((t, i) => (t, i)).Where(x => !ReviewEvent.Types.Contains(x.t)))
            yield return new(FormattableString.Invariant($"/types/{i}"),
                $"There is no '{type}'. Types are {string.Join(", ", ReviewEvent.Types)}.");
    }

    /// <summary>Does something with the subscription of the path; those of other agencies look like none.</summary>
    private static async Task<IResult> WithAsync(HttpContext context, Func<SubscriptionStore, Subscription, Task<IResult>> answer)
    {
        var (store, id) = (context.Need<SubscriptionStore>(), context.RouteText("id"));
        return id.Length == 18 && id.StartsWith("s-", StringComparison.Ordinal) && id[2..].All(char.IsAsciiHexDigitLower)
            && await store.GetAsync(id, context.RequestAborted) is { } found
            && (context.Principal().Agency is not { } agency || agency == found.Agency)
            ? await answer(store, found)
            : Problem.NotFound();
    }

    private static Task<IResult> ChangeAsync(HttpContext context, Func<Subscription, Subscription> change,
        Func<Subscription, IResult> show) =>
        WithAsync(context, async (store, s) => await store.ChangeAsync(s.Id, change, context.RequestAborted) is { } changed
            ? show(changed)
            : Problem.NotFound());

    private static SubscriptionSecret WithSecret(HttpContext context, Subscription subscription) => new(
        SubscriptionView.Of(subscription),
        Subscription.Secret(context.Need<CtVoiceOptions>().IndexKey, subscription.Id, subscription.Generation));

    private static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

}

/// <summary>What an agency wants to be told.</summary>
/// <param name="Url">Where events are posted; https.</param>
/// <param name="Types">Types of events; all when absent.</param>
internal sealed record SubscriptionWish(Uri Url, IReadOnlyList<string>? Types = null);

/// <summary>A subscription as it is shown.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Agency">Code of the agency.</param>
/// <param name="Url">Where events are posted.</param>
/// <param name="Types">Types of events; empty for all.</param>
/// <param name="CreatedAt">Since when.</param>
/// <param name="FailingSince">Since when nothing arrives.</param>
/// <param name="DisabledAt">Since when nothing is sent any more.</param>
/// <param name="DisabledBecause">Why.</param>
public sealed record SubscriptionView(
    string Id, string Agency, Uri Url, IReadOnlyList<string> Types, DateTimeOffset CreatedAt, DateTimeOffset? FailingSince,
    DateTimeOffset? DisabledAt, string? DisabledBecause)
{
    internal static SubscriptionView Of(Subscription s) =>
        new(s.Id, s.Agency, s.Url, s.Types, s.CreatedAt, s.FailingSince, s.DisabledAt, s.DisabledBecause);
}

/// <summary>A subscription with its secret.</summary>
/// <param name="Subscription">The subscription.</param>
/// <param name="Secret">What signs its events; shown once.</param>
internal sealed record SubscriptionSecret(SubscriptionView Subscription, string Secret)
{
    /// <summary>Without the secret, so that a log of the record does not hold it.</summary>
    public override string ToString() => $"SubscriptionSecret {{ {Subscription.Id} }}";
}

/// <summary>An event that leaves with the next ones.</summary>
internal sealed record EventQueued(string Id);

/// <summary>From when on events are sent again.</summary>
internal sealed record EventReplay(DateTimeOffset From);

/// <summary>How many events leave again.</summary>
internal sealed record EventsReplayed(int Events);

/// <summary>One page of a subscriber's log.</summary>
public sealed record DeliveryPage(IReadOnlyList<EventDelivery> Deliveries, string? Continuation)
{
    /// <summary>Events that cannot be shown; absent when there are none.</summary>
    public IReadOnlyList<string>? Unreadable { get; init; }
}
