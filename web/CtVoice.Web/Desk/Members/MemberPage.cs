using CtVoice.Core.Board;
using CtVoice.Core.Board.Erasing;
using CtVoice.Core.Conversations.Dialogues;
using CtVoice.Web.Routes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Desk.Members;

/// <summary>One member: how they take part, their consent, pay and links; how they are reached is behind a button,
/// and pressing it is recorded.</summary>
internal static class MemberPage
{
    private const string Pattern = MembersPage.Path + "/{id}";

    internal static void MapMemberPage(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage(Pattern, ShowAsync).OpenTo(DeskPage.Coordinators)
            .WithName("deskMember").WithSummary("One member, without name, number or address.");
        endpoints.MapPage(Pattern + "/edit", EditAsync).OpenTo(DeskPage.Coordinators)
            .WithName("deskEditMember").WithSummary("Asks for what is known of a member.");
        endpoints.MapForm<MemberEntry>(Pattern + "/edit", MemberRoutes.ReplaceAsync, EditAsync, PathOf).OpenTo(DeskPage.Coordinators)
            .WithName("deskChangeMember").WithSummary("Replaces what is known of a member.");
        endpoints.MapForm<Availability>(Pattern + "/availability", MemberRoutes.SetAvailabilityAsync, ShowAsync, PathOf)
            .OpenTo(DeskPage.Coordinators)
            .WithName("deskAvailability").WithSummary("Replaces when and how often a member can be asked.");
        endpoints.MapForm<ConsentGiven>(Pattern + "/consent", MemberRoutes.ConsentAsync, ShowAsync, PathOf).OpenTo(DeskPage.Coordinators)
            .WithName("deskConsent").WithSummary("Adds a consent record.");
        endpoints.MapForm<MemberPay>(Pattern + "/pay", PaymentRoutes.SetPayAsync, ShowAsync, PathOf).OpenTo(DeskPage.Coordinators)
            .WithName("deskPay").WithSummary("Replaces what a member wants of pay.");
        endpoints.MapButton(Pattern + "/welcome", MemberRoutes.WelcomeAsync, ShowAsync, PathOf).OpenTo(DeskPage.Coordinators)
            .WithName("deskWelcome").WithSummary("Welcomes a member.");
        endpoints.MapButton(Pattern + "/links/revoke", MemberPageRoutes.RevokeAsync, ShowAsync, PathOf).OpenTo(DeskPage.Coordinators)
            .WithName("deskRevokeLinks").WithSummary("Takes back every link of a member.");
        endpoints.MapForm(Pattern + "/contact", ContactAsync).OpenTo(DeskPage.Coordinators)
            .WithName("deskContact").WithSummary("Shows how a member is reached. The view is recorded.");
        endpoints.MapForm<ContactEntry>(Pattern + "/contact/save", MemberRoutes.PutContactAsync, ContactAsync, PathOf)
            .OpenTo(DeskPage.Coordinators)
            .WithName("deskSaveContact").WithSummary("Replaces how a member is reached.");
    }

    private static string PathOf(HttpContext context) => MembersPage.PathOf(context.RouteText("id"));

    private static Task<IResult> ShowAsync(HttpContext context) => WithAsync(context, async view =>
    {
        var history = (await MemberRoutes.ConsentHistoryAsync(context)).Said<IReadOnlyList<ConsentRecord>>()!;
        var silent = (await MemberRoutes.SilentAsync(context)).Said<IReadOnlyList<SilentMember>>()!;
        var holds = (await ErasureRoutes.ListHoldsAsync(context)).Said<IReadOnlyList<Hold>>()!;
        var today = context.Today();
        return DeskPage.Of<MemberShown>(
            context, view.Member.Id,
            new MemberShown.Shown(
                view, MemberStanding.Of(view, silent.Any(s => s.MemberId == view.Member.Id), today), [.. history.Reverse()],
                await MembersPage.NamesAsync(context),
                holds.Count(h => h.Lifted is null && (h.MemberId is null || h.MemberId == view.Member.Id))),
            [.. MembersPage.Above]);
    });

    private static Task<IResult> EditAsync(HttpContext context) => WithAsync(context, async view => DeskPage.Of<MemberEdited>(
        context, "Change", new MemberEdited.Shown(view, await MembersPage.NamesAsync(context)),
        [.. MembersPage.Above, new(view.Member.Id, PathOf(context))]));

    // Whoever presses the button, and whoever has a fault to mend, looks at it again: each time is recorded.
    private static Task<IResult> ContactAsync(HttpContext context) => WithAsync(context, async view =>
    {
        var contact = (await MemberRoutes.ReadContactAsync(context)).Said<ContactView>();
        return DeskPage.Of<ContactShown>(
            context, "Contact", new ContactShown.Shown(view.Member, contact, contact is null ? null : Versions.Of(contact)),
            [.. MembersPage.Above, new(view.Member.Id, PathOf(context))]);
    });

    /// <summary>The member of the path, as programs read them; one that does not exist is none.</summary>
    internal static async Task<IResult> WithAsync(HttpContext context, Func<MemberView, Task<IResult>> show) =>
        (await MemberRoutes.ReadAsync(context)).Said<MemberView>() is { } view ? await show(view) : Problem.NotFound();
}
