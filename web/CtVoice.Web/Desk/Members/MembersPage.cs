using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Dialogues;
using CtVoice.Core.Projects;
using CtVoice.Web.Pages;
using CtVoice.Web.Routes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Desk.Members;

/// <summary>The board as a list without names, and the form for somebody new.</summary>
internal static class MembersPage
{
    /// <summary>Path of the list.</summary>
    internal const string Path = "/desk/members";

    private const int OfAPage = 50;

    internal static void MapMembersPage(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage(Path, ListAsync).OpenTo(DeskPage.Coordinators)
            .WithName("deskMembers").WithSummary("The board, without names, with search.");
        endpoints.MapPage(Path + "/new", NewAsync).OpenTo(DeskPage.Coordinators)
            .WithName("deskNewMember").WithSummary("Asks for a new member.");
        endpoints.MapForm<NewMember>(Path + "/new", MemberRoutes.AddAsync, NewAsync,
            context => PathOf(context.Request.Form["id"].ToString())).OpenTo(DeskPage.Coordinators)
            .WithName("deskAddMember").WithSummary("Adds a member.");
    }

    /// <summary>Page of a member.</summary>
    internal static string PathOf(string id) => $"{Path}/{Uri.EscapeDataString(id)}";

    /// <summary>The pages above those of the board.</summary>
    internal static IReadOnlyList<PageLink> Above { get; } = [new("Today", "/desk"), new("Members", Path)];

    /// <summary>Codes, for those who enter or read them.</summary>
    internal static async Task<RelNames> NamesAsync(HttpContext context) =>
        new((await context.Need<ReferenceStore>().CurrentAsync(context.RequestAborted)).Codes);

    private static async Task<IResult> NewAsync(HttpContext context) =>
        DeskPage.Of<NewMemberShown>(context, "New member", await NamesAsync(context), [.. Above]);

    private static async Task<IResult> ListAsync(HttpContext context)
    {
        var asked = new MemberList.Wish(context.QueryText("q")
            ?.Trim(), context.QueryText("language"), context.QueryText("channel"), context.QueryText("show") ?? MemberList.Here);
        var names = await NamesAsync(context);
        var silent = (await MemberRoutes.SilentAsync(context)).Said<IReadOnlyList<SilentMember>>()!;
        var today = context.Today();
        var all = (await MemberRoutes.ListAsync(context)).Said<IReadOnlyList<MemberView>>()!
            .Select(v => new MemberList.Line(v, MemberStanding.Of(v, silent.Any(s => s.MemberId == v.Member.Id), today))).ToList();
        return DeskPage.Of<MemberList>(
            context, "Members",
            new MemberList.Shown(
                asked, Paged<MemberList.Line>.Of(context, [.. all.Where(l => Fits(l, asked, names))], OfAPage),
                all.Count(l => l.View.Member.State is MemberState.Active),
                Renewing.Ending(all.Select(l => l.View.Member), today, today.AddDays(TermRoutes.Soon)).Count,
                [.. all.SelectMany(l => l.View.Member.Languages).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], names),
            new PageLink("Today", "/desk"));
    }

    private static bool Fits(MemberList.Line line, MemberList.Wish asked, RelNames names)
    {
        var member = line.View.Member;
        return (asked.Words is not { } words || ((string[])[member.Id, .. member.Experiences, .. member.Populations.Select(names.Of)])
                .Any(text => text.Contains(words, StringComparison.OrdinalIgnoreCase)))
            && (asked.Language is not { } language || member.Languages.Contains(language))
            && (asked.Channel is not { } channel || member.Channels.Any(c => MemberWords.Spelt(c) == channel))
            && asked.Show switch
            {
                "all" => true,
                "left" => member.State is MemberState.Left,
                MemberList.Here => member.State is not MemberState.Left,
                var standing => line.Standing.Any(s => s.Code == standing),
            };
    }
}
