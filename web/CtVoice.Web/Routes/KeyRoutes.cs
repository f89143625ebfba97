using CtVoice.Core.Json;
using CtVoice.Core.Projects;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Routes;

/// <summary>Access keys, and what people whom the platform signed in may do. Every change is recorded.</summary>
internal static class KeyRoutes
{
    private const int LongestOverlapHours = 30 * 24;

    private static readonly KeyView Sample = new(
        "0123456789abcdef", "reporting system", Role.Agency, "DSS", new(2026, 12, 1, 15, 0, 0, TimeSpan.Zero),
        new(2029, 12, 1, 15, 0, 0, TimeSpan.Zero), null, true);

    private static readonly PrincipalEntry Entry = new("analysts of DSS", Role.Agency, "DSS");

    private static readonly MappedPrincipal Mapped = new(
        new("6f9619ff-8b86-d011-b42d-00cf4fc964ff"), new("1b4e28ba-2fa1-11d2-883f-0016d3cca427"), Entry.Label, Entry.Role, Entry.Agency,
        "0123456789abcdef");

    internal static void MapKeys(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/keys", ListAsync).OpenTo(Access.CoordinatorAndAuditor)
            .WithName("listKeys").WithSummary("Lists every key that was ever made, without its secret.")
            .Returns(200, "The keys, newest first.", new List<KeyView> { Sample });
        endpoints.MapGet("/api/keys/actions", ActionsAsync).OpenTo(Access.CoordinatorAndAuditor)
            .WithName("listKeyActions").WithSummary("Who made, rotated and revoked keys, oldest first.")
            .Query("continuation", "From the page before.")
            .Returns(200, "One page.",
                new KeyActionPage([new(Sample.Created, KeyActionKind.Created, Sample.Id, AccessKeys.ByHost, null)], null));
        endpoints.MapPost<KeyWish>("/api/keys", CreateAsync).OpenTo(Access.Coordinator)
            .WithName("createKey").WithSummary("Makes a key. Its token is in this answer and nowhere else.")
            .Takes(new KeyWish("reporting system", Role.Agency, "DSS", new(2029, 12, 1, 15, 0, 0, TimeSpan.Zero)))
            .Returns(201, "Made.", new KeyMade("ctv_...", Sample));
        endpoints.MapPost<KeyRotation>("/api/keys/{id}/rotate", RotateAsync).OpenTo(Access.Coordinator)
            .WithName("rotateKey").WithSummary("Makes a successor of a key; the old one works a while longer.")
            .Takes(new KeyRotation(48)).Returns(201, "Made.", new KeyMade("ctv_...", Sample));
        endpoints.MapDelete("/api/keys/{id}", RevokeAsync).OpenTo(Access.Coordinator)
            .WithName("revokeKey").WithSummary("Stops a key at once. The last coordinator's key stays: nobody could make another.")
            .Returns(204, "It works no longer.")
            .Returns(409, "It is the last coordinator's.", "application/problem+json");

        endpoints.MapGet("/api/principals", PrincipalsAsync).OpenTo(Access.CoordinatorAndAuditor)
            .WithName("listPrincipals").WithSummary("What people, applications and groups that the platform signs in may do.")
            .Returns(200, "The mappings.", new List<MappedPrincipal> { Mapped });
        endpoints.MapPut<PrincipalEntry>(
            "/api/principals/{tenant}/{principal}",
            (context, body) =>
                PutAsync(context, new(context.RouteText("tenant"), context.RouteText("principal"), body.Label, body.Role, body.Agency)))
            .OpenTo(Access.Coordinator)
            .WithName("putPrincipal").WithSummary("Says what somebody whom the platform signs in may do.")
            .WithDescription("Used only where the host lets the platform authenticate. Whoever no row maps may do nothing.")
            .Path("principal", "Object id of a person, an application or a group.")
            .Takes(Entry).Returns(200, "Stored.", Mapped);
        endpoints.MapDelete("/api/principals/{tenant}/{principal}", RemoveAsync).OpenTo(Access.Coordinator)
            .WithName("removePrincipal").WithSummary("Takes the rights of somebody whom the platform signs in back.")
            .Path("principal", "Object id.").Returns(204, "Removed.");
    }

    internal static async Task<IResult> ListAsync(HttpContext context) =>
        Answer.Json((await Listing.SayAsync(context, "keys", await context.Need<AccessKeys>().ListAsync(context.RequestAborted))).Lines
        .OrderByDescending(k => k.Created).ThenBy(k => k.Id, StringComparer.Ordinal).Select(k => KeyView.Of(k, context.Now())).ToList());

    internal static async Task<IResult> ActionsAsync(HttpContext context)
    {
        var (actions, continuation) = await context.Need<AccessKeys>()
            .ActionsAsync(context.QueryText("continuation"), context.RequestAborted);
        var read = await Listing.SayAsync(context, "key actions", actions);
        return Answer.Page(new KeyActionPage(read.Lines, continuation) { Unreadable = read.UnreadableOrNull }, continuation);
    }

    internal static async Task<IResult> RevokeAsync(HttpContext context) =>
        await context.Need<AccessKeys>().RevokeAsync(context.RouteText("id"), context.Principal().KeyId, context.RequestAborted) switch
        {
            KeyChange.Done => Answer.Nothing(),
            KeyChange.LastCoordinator => Problem.Conflict("This is the last coordinator key that goes on working. Make another one first."),
            _ => Problem.NotFound(),
        };

    internal static async Task<IResult> PrincipalsAsync(HttpContext context) =>
        Answer.Json(
            (await Listing.SayAsync(context, "principals", await context.Need<PlatformPrincipals>()
                .ListAsync(context.RequestAborted))).Lines);

    internal static async Task<IResult> RemoveAsync(HttpContext context) =>
        Ids(context.RouteText("tenant"), context.RouteText("principal")) is { } ids
        && await context.Need<PlatformPrincipals>().RemoveAsync(ids.Tenant, ids.Id, context.RequestAborted)
            ? Answer.Nothing() : Problem.NotFound();

    internal static async Task<IResult> CreateAsync(HttpContext context, KeyWish body)
    {
        var faults = Check(body.Label, body.Role, body.Agency).ToList();
        if (body.Expires is { } end && end <= context.Now())
            faults.Add(new("/expires", "A key expires in the future, or never."));
        if (faults.Count > 0)
            return Problem.Faults(faults);
        var made = await context.Need<AccessKeys>().CreateAsync(
            body.Label.Trim(), body.Role, body.Agency, body.Expires, context.Principal().KeyId, context.RequestAborted);
        return Answer.Json(new KeyMade(made.Token, KeyView.Of(made.Key, context.Now())), StatusCodes.Status201Created);
    }

    internal static async Task<IResult> RotateAsync(HttpContext context, KeyRotation body)
    {
        if (body.OverlapHours is < 0 or > LongestOverlapHours)
            return Problem.Faults("/overlapHours",
                FormattableString.Invariant($"The old key works for another 0 to {LongestOverlapHours} hours."));
        if (body.Expires is { } end && end <= context.Now())
            return Problem.Faults("/expires", "A key expires in the future, or never.");
        var keys = context.Need<AccessKeys>();
        if (await keys.RotateAsync(context.RouteText("id"), TimeSpan.FromHours(body.OverlapHours), body.Expires, context.Principal().KeyId,
            context.RequestAborted) is { } made)
            return Answer.Json(new KeyMade(made.Token, KeyView.Of(made.Key, context.Now())), StatusCodes.Status201Created);
        return (await keys.ListAsync(context.RequestAborted)).Lines.Any(k => k.Id == context.RouteText("id"))
            ? Problem.Conflict("This key works no longer, or it is the last coordinator key and its successor would expire.")
            : Problem.NotFound();
    }

    internal static async Task<IResult> PutAsync(HttpContext context, PrincipalWish body)
    {
        if (Ids(body.Tenant.Trim(), body.Principal.Trim()) is not { } ids)
            return Problem.Faults("", "The tenant and the principal are named by their ids (GUIDs).");
        var faults = Check(body.Label, body.Role, body.Agency).ToList();
        if (faults.Count > 0)
            return Problem.Faults(faults);
        var mapped = new MappedPrincipal(ids.Tenant, ids.Id, body.Label.Trim(), body.Role, body.Agency, context.Principal().KeyId);
        await context.Need<PlatformPrincipals>().PutAsync(mapped, context.RequestAborted);
        return Answer.Json(mapped);
    }

    private static IEnumerable<Fault> Check(string label, Role role, string? agency)
    {
        if (label.Trim().Length is 0 or > 80)
            yield return new("/label", "Say what it is for, in 1 to 80 characters.");
        if (role is Role.Agency && (agency is null || AgencyDirectory.Shipped.ByCode(agency)?.Code != agency))
            yield return new("/agency", "Name the agency by its code, such as DSS; the codes are at /api/agencies.");
        if (role is not Role.Agency && agency is not null)
            yield return new("/agency", "Only the role agency names an agency.");
    }

    private static (Guid Tenant, Guid Id)? Ids(string tenant, string principal) =>
        Guid.TryParse(tenant, out var first) && Guid.TryParse(principal, out var second) ? (first, second) : null;

}

/// <summary>A key as it is listed.</summary>
/// <param name="Id">Its id; not a secret.</param>
/// <param name="Label">What it is for.</param>
/// <param name="Role">What its holder may do.</param>
/// <param name="Agency">The holder's agency, for the role agency.</param>
/// <param name="Created">When it was made.</param>
/// <param name="Expires">When it stops working; absent never.</param>
/// <param name="Revoked">When it was stopped.</param>
/// <param name="Works">Whether it works now.</param>
public sealed record KeyView(
    string Id, string Label, Role Role, string? Agency, DateTimeOffset Created, DateTimeOffset? Expires, DateTimeOffset? Revoked,
    bool Works)
{
    internal static KeyView Of(StoredKey key, DateTimeOffset now) => new(
        key.Id, key.Label, key.Principal.Role, key.Principal.Agency, key.Created, key.Expires, key.Revoked, key.WorksAt(now));
}

/// <summary>A key to be made.</summary>
/// <param name="Label">What it is for, in 1 to 80 characters; not a person's name.</param>
/// <param name="Role">What its holder may do.</param>
/// <param name="Agency">For, and only for, the role agency.</param>
/// <param name="Expires">When it stops working; never when absent.</param>
internal sealed record KeyWish(string Label, Role Role, string? Agency = null, DateTimeOffset? Expires = null);

/// <summary>A key to be replaced.</summary>
/// <param name="OverlapHours">How long the old key goes on working; 0 to 720.</param>
/// <param name="Expires">When the successor stops working; never when absent.</param>
internal sealed record KeyRotation(int OverlapHours = 24, DateTimeOffset? Expires = null);

/// <summary>A key just made.</summary>
/// <param name="Token">The key itself; it is shown once and not kept.</param>
/// <param name="Key">How it is listed.</param>
public sealed record KeyMade(string Token, KeyView Key);

/// <summary>One page of what was done to keys.</summary>
public sealed record KeyActionPage(IReadOnlyList<KeyAction> Actions, string? Continuation)
{
    /// <summary>Rows that cannot be shown; absent when there are none.</summary>
    public IReadOnlyList<string>? Unreadable { get; init; }
}

/// <summary>What somebody whom the platform signs in may do.</summary>
/// <param name="Label">Who they are, such as "analysts of DSS"; not a person's name.</param>
/// <param name="Role">What they may do.</param>
/// <param name="Agency">For, and only for, the role agency.</param>
internal sealed record PrincipalEntry(string Label, Role Role, string? Agency = null);

/// <summary>The same, with whom it is about.</summary>
/// <param name="Tenant">Id of the tenant.</param>
/// <param name="Principal">Object id of a person, an application or a group.</param>
/// <param name="Label">Who they are; not a person's name.</param>
/// <param name="Role">What they may do.</param>
/// <param name="Agency">For, and only for, the role agency.</param>
internal sealed record PrincipalWish(string Tenant, string Principal, string Label, Role Role, string? Agency = null);
