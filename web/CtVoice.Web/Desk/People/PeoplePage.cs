using CtVoice.Web.Desk.Settings;
using CtVoice.Web.Routes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Desk.People;

/// <summary>Who may do what here: access keys, people whom the platform signs in, and what was done to keys.
/// The coordinator's alone.</summary>
internal static class PeoplePage
{
    private const string Path = "/desk/people";

    // The deputy stands in for the coordinator's work, not for who may do it.
    private static readonly Access Coordinator = Access.SignedIn(Role.Coordinator);

    private const int OfAPage = 20;

    internal static void MapPeoplePage(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage(Path, ShowAsync).OpenTo(Coordinator)
            .WithName("deskPeople").WithSummary("Access keys, and people whom the platform signs in.");
        endpoints.MapPage(Path + "/actions", ActionsAsync).OpenTo(Coordinator)
            .WithName("deskKeyActions").WithSummary("Who made, rotated and revoked keys.");
        endpoints.MapAnsweredForm<KeyWish>(Path + "/keys", KeyRoutes.CreateAsync, ShowAsync, MadeAsync).OpenTo(Coordinator)
            .SignedInLately().WithName("deskCreateKey").WithSummary("Makes a key, and shows it once.");
        endpoints.MapAnsweredForm<KeyRotation>(Path + "/keys/{id}/rotate", KeyRoutes.RotateAsync, ShowAsync, MadeAsync).OpenTo(Coordinator)
            .SignedInLately().WithName("deskRotateKey").WithSummary("Makes a successor of a key, and shows it once.");
        endpoints.MapButton(Path + "/keys/{id}/revoke", KeyRoutes.RevokeAsync, ShowAsync, _ => Path).OpenTo(Coordinator)
            .SignedInLately().WithName("deskRevokeKey").WithSummary("Stops a key at once.");
        endpoints.MapForm<PrincipalWish>(Path + "/principals", KeyRoutes.PutAsync, ShowAsync, _ => Path).OpenTo(Coordinator)
            .SignedInLately().WithName("deskPutPrincipal").WithSummary("Says what somebody whom the platform signs in may do.");
        endpoints.MapButton(Path + "/principals/{tenant}/{principal}/remove", KeyRoutes.RemoveAsync, ShowAsync, _ => Path)
            .OpenTo(Coordinator)
            .SignedInLately().WithName("deskRemovePrincipal").WithSummary("Takes the rights of somebody whom the platform signs in back.");
    }

    private static async Task<IResult> ShowAsync(HttpContext context)
    {
        var keys = (await KeyRoutes.ListAsync(context)).Said<IReadOnlyList<KeyView>>()!.ToLookup(k => k.Works);
        return DeskPage.Of<PeopleShown>(
            context, "Keys and people",
            new PeopleShown.Shown(
                Paged<KeyView>.Of(context, [.. keys[true]], OfAPage), Paged<KeyView>
                    .Of(context, [.. keys[false]], OfAPage, "stopped"), (await KeyRoutes.PrincipalsAsync(context))
                        .Said<IReadOnlyList<MappedPrincipal>>()!,
                context.Principal().KeyId),
            [.. SettingsPage.Above]);
    }

    private static async Task<IResult> ActionsAsync(HttpContext context) =>
        DeskPage.Of<KeyActionList>(context, "What was done to keys", await KeyActionList.ReadAsync(context, Path + "/actions"),
            [.. SettingsPage.Above, new("Keys and people", Path)]);

    // Kept nowhere, so it is on this page or lost: a form sent twice makes two keys, and both are in the list.
    private static Task<IResult> MadeAsync(HttpContext context, IResult answer) => Task.FromResult(DeskPage.Of<KeyShown>(
        context, "A new key", answer.Said<KeyMade>()!, [.. SettingsPage.Above, new("Keys and people", Path)]));
}
