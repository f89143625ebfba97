using CtVoice.Web.Pages;
using CtVoice.Web.Routes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Desk.Meetings;

/// <summary>When the Data Governing Board meets, and the packet of each meeting, to print.</summary>
internal static class MeetingsPage
{
    internal const string Path = "/desk/meetings";

    internal static void MapMeetingsPages(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage(Path, async context => DeskPage.Of<MeetingList>(
                context, "Data Governing Board", new MeetingList.Shown(
                    await GoverningBoardRoutes.ListAsync(context), await GoverningBoardRoutes.MeetingsAsync(context)),
                new PageLink("Today", "/desk")))
            .OpenTo(DeskPage.Coordinators)
            .WithName("deskMeetings").WithSummary("When the Data Governing Board meets.");
        endpoints.MapPage(Path + "/{day}", async context => await GoverningBoardRoutes.PacketAsync(context) is { } packet
                ? DeskPage.Of<PacketShown>(context, "Packet", packet, new PageLink("Today", "/desk"),
                    new PageLink("Data Governing Board", Path))
                : Problem.NotFound())
            .OpenTo(DeskPage.Coordinators)
            .WithName("deskMeetingPacket").WithSummary("What the Data Governing Board gets on paper for a meeting.");
    }
}
