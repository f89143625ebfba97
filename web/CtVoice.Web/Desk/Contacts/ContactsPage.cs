using CtVoice.Core.Notices;
using CtVoice.Core.Projects;
using CtVoice.Core.Reviews.Drafts;
using CtVoice.Web.Pages;
using CtVoice.Web.Routes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Desk.Contacts;

/// <summary>Mailboxes that are told by mail what is asked: an agency keeps its own, the coordinator those of all.</summary>
internal static class ContactsPage
{
    private const string Own = "/agency/contacts";
    private const string All = "/desk/contacts";

    private static readonly Access Agencies = Access.SignedIn(Role.Agency);

    internal static void MapContactsPages(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage(Own, ShowOwnAsync).OpenTo(Agencies)
            .WithName("agencyContacts").WithSummary("The agency's mailboxes that are told what is asked of it.");
        endpoints.MapForm<ContactWish>(
            Own + "/give", (context, wish) => ContactRoutes.PutAsync(context, context.Principal().Agency!, wish), ShowOwnAsync, _ => Own)
            .OpenTo(Agencies)
            .WithName("agencyGiveContact").WithSummary("Gives a mailbox, or says anew what it is told.");
        endpoints.MapButton(
            Own + "/{id}/remove", context => ContactRoutes.RemoveAsync(context, context.Principal().Agency!, context.RouteText("id")),
            ShowOwnAsync, _ => Own).OpenTo(Agencies)
            .WithName("agencyRemoveContact").WithSummary("Tells a mailbox nothing more.");
        endpoints.MapPage(All, ShowAllAsync).OpenTo(DeskPage.Coordinators)
            .WithName("deskContacts").WithSummary("Mailboxes of all agencies that are told what is asked of them.");
        endpoints.MapForm<AgencyContactWish>(
            All + "/give", (context, wish) => ContactRoutes.PutAsync(context, wish.Agency, new(wish.Address, wish.Label, wish.Notices)),
            ShowAllAsync, _ => All)
            .OpenTo(DeskPage.Coordinators)
            .WithName("deskGiveContact").WithSummary("Gives a mailbox to an agency, or says anew what it is told.");
        endpoints.MapButton(All + "/{agency}/{contact}/remove",
            context => ContactRoutes.RemoveAsync(context, context.RouteText("agency"), context.RouteText("contact")), ShowAllAsync,
            _ => All).OpenTo(DeskPage.Coordinators)
            .WithName("deskRemoveContact").WithSummary("Tells a mailbox of an agency nothing more.");
    }

    private static async Task<IResult> ShowOwnAsync(HttpContext context) => DeskPage.Of<ContactsShown>(
        context, "Mailboxes",
        new ContactsShown.Shown(Own, await context.Need<AgencyContacts>()
            .AllAsync(context.Principal().Agency!, context.RequestAborted), null));

    private static async Task<IResult> ShowAllAsync(HttpContext context) => DeskPage.Of<ContactsShown>(
        context, "Agency mailboxes",
        new ContactsShown.Shown(All, await context.Need<AgencyContacts>().AllAsync(null, context.RequestAborted), Choices()),
        new PageLink("Today", "/desk"));

    private static IReadOnlyList<Components.Choice> Choices() =>
    [
        .. AgencyDirectory.Shipped.All.Select(a => new Components.Choice(a.Code, $"{a.Name} ({a.Code})"))
            .Append(new(Addressees.DataGoverningBoard, "Data Governing Board (DGB)"))
            .Append(new(Addressees.Opm, "Office of Policy and Management (OPM)"))
            .DistinctBy(c => c.Value),
    ];
}

/// <summary>A mailbox that the coordinator gives to an agency.</summary>
/// <param name="Agency">Code of the agency.</param>
/// <param name="Address">The mailbox.</param>
/// <param name="Label">Whose it is, as a role.</param>
/// <param name="Notices">What it is told; all of it when absent or empty.</param>
internal sealed record AgencyContactWish(string Agency, string Address, string Label, IReadOnlyList<string>? Notices = null)
{
    /// <summary>Without the address: it never reaches a log.</summary>
    public override string ToString() => nameof(AgencyContactWish);
}
