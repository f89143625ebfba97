using CtVoice.Core.Accountability;
using CtVoice.Core.Notices;
using CtVoice.Core.Projects;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Routes;

/// <summary>The mailboxes of agencies that are told by mail what is asked: the agency's own matter, and the coordinator's.</summary>
internal static class ContactRoutes
{
    private static readonly AgencyContactView Sample = new(
        "c-0123456789abcdef", "DSS", "data.governance@example.org", "Data governance mailbox", ["report", "overdue"],
        new(2026, 12, 1, 15, 0, 0, TimeSpan.Zero), null);

    internal static void MapContacts(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/agencies/{id}/contacts", ListAsync).OpenTo(Access.AgenciesAndCoordinators)
            .WithName("listAgencyContacts").WithSummary("Mailboxes of an agency that are told by mail what is asked of it.")
            .Returns(200, "The mailboxes.", new List<AgencyContactView> { Sample });
        endpoints.MapPut<ContactWish>("/api/agencies/{id}/contacts", PutAsync).OpenTo(Access.AgenciesAndCoordinators)
            .WithName("putAgencyContact")
            .WithSummary("Gives a mailbox, or says anew what one that was given is told. A mailbox is known by its address.")
            .WithDescription("Notices: " + string.Join("; ", NoticeKinds.Wishes.Select(w => $"{w.Name} ({w.Says})"))
                + ". None of them means all."
                + " At most one mail a day, except moved dates and what is overdue; several of one day come in one mail the next morning.")
            .Takes(new ContactWish(Sample.Address, Sample.Label, Sample.Notices)).Returns(200, "The mailbox.", Sample);
        endpoints.MapDelete("/api/agencies/{id}/contacts/{contact}", RemoveAsync).OpenTo(Access.AgenciesAndCoordinators)
            .WithName("removeAgencyContact").WithSummary("Tells a mailbox nothing more.")
            .Returns(204, "Removed.");
    }

    /// <summary>Gives a mailbox to the agency of the path.</summary>
    internal static Task<IResult> PutAsync(HttpContext context, ContactWish body) => PutAsync(context, context.RouteText("id"), body);

    /// <summary>Gives a mailbox to an agency.</summary>
    internal static async Task<IResult> PutAsync(HttpContext context, string agency, ContactWish body)
    {
        if (Code(context, agency) is not { } code)
            return Problem.NotFound();
        if (AgencyContact.Check(body.Address, body.Label, body.Notices ?? []) is { Count: > 0 } faults)
            return Problem.Faults(faults);
        var given = new AgencyContact(
            code, "", body.Address, body.Label.Trim(), [.. (body.Notices ?? []).Distinct(StringComparer.Ordinal)],
            context.Now(), context.Principal().KeyId);
        return await context.Need<AgencyContacts>().PutAsync(given, context.RequestAborted) is { } put
            ? Answer.Json(AgencyContactView.Of(put))
            : Problem.Conflict(FormattableString.Invariant($"An agency has at most {AgencyContact.Most} mailboxes; remove one first."));
    }

    /// <summary>Removes the mailbox of the path.</summary>
    internal static Task<IResult> RemoveAsync(HttpContext context) =>
        RemoveAsync(context, context.RouteText("id"), context.RouteText("contact"));

    /// <summary>Removes a mailbox from an agency.</summary>
    internal static async Task<IResult> RemoveAsync(HttpContext context, string agency, string id) =>
        Code(context, agency) is { } code && IsId(id) && await context.Need<AgencyContacts>().RemoveAsync(code, id, context.RequestAborted)
            ? Answer.Nothing()
            : Problem.NotFound();

    private static async Task<IResult> ListAsync(HttpContext context) => Code(context, context.RouteText("id")) is { } code
        ? Answer.Json(
            (await Listing.SayAsync(context, "agency-contacts", await context.Need<AgencyContacts>()
                .ListAsync(code, context.RequestAborted))).Lines
            .Select(AgencyContactView.Of).ToList())
        : Problem.NotFound();

    // Another agency looks like one that does not exist.
    private static string? Code(HttpContext context, string agency) =>
        AgencyContact.CodeOf(agency, AgencyDirectory.Shipped) is { } code && (context.Principal().Agency is not { } own || own == code)
            ? code : null;

    private static bool IsId(string id) => id.Length == 18 && id.StartsWith("c-", StringComparison.Ordinal)
        && id[2..].All(char.IsAsciiHexDigitLower);
}

/// <summary>A mailbox that is to be told what is asked of an agency.</summary>
/// <param name="Address">The mailbox, best one that several people read.</param>
/// <param name="Label">Whose it is, as a role and not as a name.</param>
/// <param name="Notices">What it is told; all of it when absent or empty.</param>
internal sealed record ContactWish(string Address, string Label, IReadOnlyList<string>? Notices = null)
{
    /// <summary>Without the address: it never reaches a log.</summary>
    public override string ToString() => nameof(ContactWish);
}

/// <summary>A mailbox of an agency.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Agency">Code of the agency.</param>
/// <param name="Address">The mailbox.</param>
/// <param name="Label">Whose it is.</param>
/// <param name="Notices">What it is told; empty for all of it.</param>
/// <param name="Since">When it was given.</param>
/// <param name="FailingSince">Since when mail to it comes back; absent while all is well.</param>
internal sealed record AgencyContactView(
    string Id, string Agency, string Address, string Label, IReadOnlyList<string> Notices, DateTimeOffset Since,
    DateTimeOffset? FailingSince)
{
    internal static AgencyContactView Of(AgencyContact contact) =>
        new(contact.Id, contact.Agency, contact.Address, contact.Label, contact.Notices, contact.Since, contact.FailingSince);

    /// <summary>Without the address: it never reaches a log.</summary>
    public override string ToString() => $"AgencyContactView {{ {Agency} {Id} }}";
}
